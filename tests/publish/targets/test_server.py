"""A folder that rsync reaches: what is not ours there is neither fetched nor removed."""

from __future__ import annotations

import subprocess

import pytest

from peerhub.publish.errors import PublishStopped
from peerhub.publish.targets import server, target_at
from peerhub.publish.targets.server import folder_of
from tests.publish.sites import hub, write
from tests.publish.targets.test_targets import publish


@pytest.mark.parametrize(
    "address",
    [
        "",
        " ",
        "/",
        "//",
        "~",
        ".",
        "host:",
        "host:/",
        "host:~",
        "host::",
        "rsync://host",
        "user@h:/",
    ],
)
def test_an_address_that_names_no_folder_is_refused_before_anything_is_run(
    tmp_path, monkeypatch, address
):
    def never(*words, **_):
        raise AssertionError(words)

    monkeypatch.setattr(subprocess, "run", never)
    with pytest.raises(PublishStopped) as stopped:
        target_at(f"rsync:{address}", tmp_path)
    assert str(stopped.value) == (
        f"rsync:{address} names no folder of its own. Give one, such as rsync:host:/var/www/hub."
    )


@pytest.mark.parametrize(
    ("address", "folder"),
    [
        ("host:/var/www/hub", "var/www/hub"),
        ("host:hub", "hub"),
        ("host::module/hub", "module/hub"),
        ("rsync://host:873/module", "module"),
        ("/var/a:b", "var/a:b"),
    ],
)
def test_an_address_of_a_folder_is_taken(address, folder):
    assert folder_of(address) == folder


def test_a_folder_that_holds_other_things_is_refused_and_they_stay(tmp_path):
    there = tmp_path / "there"
    (there / "mail").mkdir(parents=True)
    (there / "mail" / "letter.txt").write_text("theirs")
    with pytest.raises(PublishStopped) as stopped:
        publish(f"rsync:{there}", tmp_path, write(tmp_path / "site"), hub())
    assert str(stopped.value) == (
        f"{there} holds files that this program did not put there, such as mail. "
        "Name an empty folder."
    )
    assert [one.name for one in there.rglob("*")] == ["mail", "letter.txt"]
    assert not (tmp_path / ".cache/publish").exists() or not list(
        (tmp_path / ".cache/publish").rglob("letter.txt")
    )


def test_the_list_of_a_folder_is_read_whatever_a_server_greets_with():
    said = (
        "Welcome to our host\n\n"
        "drwxr-xr-x          4,096 2026/11/28 16:43:00 .\n"
        "lrwxrwxrwx             25 2026/11/28 16:43:00 current -> releases/9ccf0f77dada25e0\n"
        "-rw-r--r--  1,234,567,890 2026/11/28 16:43:00 two words.txt\n"
    )
    assert server.LISTED.findall(said) == [".", "current", "two words.txt"]


def test_what_somebody_put_beside_a_publication_is_neither_fetched_nor_removed(tmp_path):
    there, site = tmp_path / "there", write(tmp_path / "site")
    publish(f"rsync:{there}", tmp_path, site, hub())
    (there / "theirs").mkdir()
    (there / "theirs" / "letter.txt").write_text("theirs")
    (there / "robots.txt").write_text("theirs")
    for words in ("<p>Two</p>", "<p>Three</p>"):
        publish(f"rsync:{there}", tmp_path, write(site, train=words), hub())
    assert (there / "theirs" / "letter.txt").read_text() == "theirs"
    assert (there / "robots.txt").read_text() == "theirs"
    assert b"Three" in (there / "current/train/index.html").read_bytes()
    assert not list((tmp_path / ".cache/publish").rglob("letter.txt"))


def test_a_folder_that_cannot_be_read_is_not_taken_for_a_new_one(tmp_path, monkeypatch):
    there, site, run = tmp_path / "there", write(tmp_path / "site"), subprocess.run
    publish(f"rsync:{there}", tmp_path, site, hub())
    called = []

    def refused(words, **more):
        called.append(words)
        if "--list-only" not in words:
            return run(words, **more)
        told = f'rsync: [sender] opendir "{there}" failed: Permission denied (13)\n'
        return subprocess.CompletedProcess(words, 23, "", told)

    monkeypatch.setattr(server.subprocess, "run", refused)
    with pytest.raises(PublishStopped, match="Permission denied"):
        publish(f"rsync:{there}", tmp_path, write(site, train="<p>Two</p>"), hub())
    assert len(called) == 1
    assert b"Courses" in (there / "current/train/index.html").read_bytes()


def test_each_call_that_removes_names_a_folder_of_ours(tmp_path, monkeypatch):
    called, run = [], subprocess.run

    def noted(words, **more):
        called.append(words)
        return run(words, **more)

    monkeypatch.setattr(server.subprocess, "run", noted)
    there, site = tmp_path / "there", write(tmp_path / "site")
    for words in ("<p>One</p>", "<p>Two</p>"):
        publish(f"rsync:{there}", tmp_path, write(site, train=words), hub())
    removing = [words for words in called if any("--delete" in one for one in words)]
    ends = {words[-1] for words in removing}
    mirror = next(one for one in ends if ".cache/publish" in one)
    assert ends - {mirror} == {f"{there}/{name}/" for name in server.OURS}
