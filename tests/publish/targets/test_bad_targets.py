"""Targets that cannot serve: each is refused in one line with its remedy; readers keep what was."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import fsspec
import pytest

from peerhub.publish.errors import PublishStopped
from peerhub.publish.targets import target_at
from tests.publish.sites import NEW, OLD, hub, write
from tests.publish.targets.test_targets import place, publish  # noqa: F401  a fixture

LESSON = "train__modules__listening"
GUIDE = "materials/modules/listening/guide.pdf"


def refused(address, root, site, of=None):
    """Return the one line in which a publication is refused."""
    with pytest.raises(PublishStopped) as stopped:
        publish(address, root, site, of or hub())
    (line,) = str(stopped.value).splitlines()
    return line


def test_a_file_in_the_place_of_a_folder(tmp_path):
    file = tmp_path / "www"
    file.write_text("theirs")
    for address in (file, file / "below"):
        assert refused(str(address), tmp_path, write(tmp_path / "site")) == (
            f"{address}: There is a file in the place of a folder. Name a folder, then run again. "
            "Readers are served what they were before."
        )
    assert file.read_text() == "theirs"


def test_a_folder_that_the_system_makes_itself(tmp_path):
    line = refused("/proc/nothing/www", tmp_path, write(tmp_path / "site"))
    assert line.endswith(
        ": No folder can be made there. Name another target, then run again. "
        "Readers are served what they were before."
    )


def test_a_file_in_the_place_of_each_of_its_folders(tmp_path):
    home, site = tmp_path / "www", write(tmp_path / "site")
    for name in ("store", "releases"):
        publish(str(home), tmp_path, site, hub())
        moved = home / f"{name}-aside"
        (home / name).rename(moved)
        (home / name).write_text("theirs")
        assert "There is a file in the place of a folder. Name a folder" in refused(
            str(home), tmp_path, write(site, train="<p>Other</p>")
        )
        (home / name).unlink()
        moved.rename(home / name)
        assert b"Courses" in (home / "current/train/index.html").read_bytes()
        write(site)


@pytest.mark.parametrize(
    "damage",
    [b"{", b"\xff\xfe", b"[" * 100_000, b'{"format": 9}', b'{"format": 1, "tree": 3}', b""],
)
def test_a_record_that_somebody_damaged_is_told_and_rollback_goes_no_further(tmp_path, damage):
    home, site = tmp_path / "www", write(tmp_path / "site")
    publish(str(home), tmp_path, site, hub())
    publish(str(home), tmp_path, write(site, train="<p>Other</p>"), hub())
    now = (home / "current").readlink().name
    records = {one.stem: one for one in (home / "publications").iterdir()}
    (old,) = records.keys() - {now}
    whole = records[old].read_bytes()
    records[old].write_bytes(damage)
    target = target_at(str(home), tmp_path)
    with target.held():
        assert list(target.earlier()) == []
    records[old].write_bytes(whole)
    records[now].write_bytes(damage)
    line = refused(str(home), tmp_path, site)
    assert line.startswith(f"{records[now]}: ")
    assert line.endswith(("or name another target.", "Publish with that version."))
    assert b"Other" in (home / "current/train/index.html").read_bytes()


class Full:
    """Lets a number of operations through; after that the disk is full."""

    def __init__(self, room: int) -> None:
        self.room = room

    def over(self, real):
        def call(*given, **named):
            self.room -= 1
            if self.room < 0:
                raise OSError(errno.ENOSPC, "No space left on device")
            return real(*given, **named)

        return call


def test_a_disk_that_is_full_at_each_operation(tmp_path, monkeypatch):
    """Whatever needs room fails from one operation on, each operation in its turn."""
    home, site = tmp_path / "www", write(tmp_path / "site")
    publish(str(home), tmp_path, site, hub())
    write(site, train="<p>Other</p>", **{LESSON: "<p>More</p>"})
    stopped = 0
    for room in range(200):
        full = Full(room).over
        with monkeypatch.context() as patch:
            for where, name in ((Path, "mkdir"), (Path, "symlink_to"), (os, "link")):
                patch.setattr(where, name, full(getattr(where, name)))
            patch.setattr(tempfile, "mkstemp", full(tempfile.mkstemp))
            patch.setattr(tempfile, "mkdtemp", full(tempfile.mkdtemp))
            patch.setattr(shutil, "copyfile", full(shutil.copyfile))
            patch.setattr(os, "fdopen", full(os.fdopen))
            try:
                publish(str(home), tmp_path, site, hub())
                break
            except PublishStopped as error:
                (line,) = str(error).splitlines()
                stopped += 1
        assert "There is no room. Free some space, then run again." in line
        assert b"Courses" in (home / "current/train/index.html").read_bytes()
    assert 15 < stopped < 100
    publish(str(home), tmp_path, site, hub())
    assert b"Other" in (home / "current/train/index.html").read_bytes()
    assert not list((home / "store").glob("*/.*"))


def test_a_content_that_is_damaged_where_an_edition_alone_holds_it(place, tmp_path):  # noqa: F811
    address, root, served = place
    site = write(tmp_path / "1", OLD, **{LESSON: "<p>One</p>"})
    made, _ = publish(address, root, site, hub(OLD), "2026.1")
    digest = made.editions[0].files["train/modules/listening/index.html"]
    _damage(address, root, digest)
    before = served("index.html")
    line = refused(address, root, write(tmp_path / "2", NEW), hub(NEW))
    assert "damaged" in line
    assert line.endswith(("publish again.", "from a copy of the folder."))
    assert served("index.html") == before


def _damage(address, root, digest: str) -> None:
    """Spoil one content that a target keeps."""
    if address.startswith("memory:"):
        files, home = fsspec.core.url_to_fs(address)
        files.pipe_file(f"{home}/store/{digest[:2]}/{digest}", b"damaged")
        return
    if address.startswith("branch:"):
        kept, name = "refs/heads/gh-pages-kept", f"contents/{digest[:2]}/{digest}"
        blob = _git(root, "hash-object", "-w", "--stdin", given="damaged")
        _git(root, "read-tree", kept)
        _git(root, "update-index", "--add", "--cacheinfo", f"100644,{blob},{name}")
        tree = _git(root, "write-tree")
        commit = _git(root, "commit-tree", tree, "-p", kept, "-m", "Damage")
        _git(root, "update-ref", kept, commit)
        return
    file = Path(address.removeprefix("rsync:")) / "store" / digest[:2] / digest
    file.unlink()
    file.write_bytes(b"damaged")


def _git(root: Path, *words: str, given: str | None = None) -> str:
    done = subprocess.run(
        ["git", *words], cwd=root, input=given, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_a_target_that_somebody_else_changed(place, tmp_path):  # noqa: F811
    address, root, _ = place
    site = write(tmp_path / "1")
    publish(address, root, site, hub())
    if address.startswith("memory:"):
        files, home = fsspec.core.url_to_fs(address)
        files.pipe_file(f"{home}/current.json", json.dumps({"folder": "theirs/"}).encode())
        said = "current.json was changed by somebody else. Name another target."
    elif address.startswith("branch:"):
        tree = _git(root, "rev-parse", "gh-pages^{tree}")
        theirs = _git(root, "commit-tree", tree, "-p", "gh-pages", "-m", "Theirs")
        _git(root, "update-ref", "refs/heads/gh-pages", theirs)
        said = "holds something that this program did not publish"
    else:
        home = Path(address.removeprefix("rsync:"))
        (home / "current").unlink()
        (home / "current").symlink_to("releases/theirs")
        said = "of which there is no record: somebody else changed it."
    assert said in refused(address, root, write(site, train="<p>Other</p>"))


def test_a_target_that_lost_what_names_the_served_publication(place, tmp_path):  # noqa: F811
    """To begin anew there would forget, and in the end remove, the editions that it keeps."""
    address, root, _ = place
    for edition in ("2026.1", "2026.2"):
        publish(address, root, write(tmp_path / "1", edition=edition), hub(), edition)
    if address.startswith("memory:"):
        files, home = fsspec.core.url_to_fs(address)
        files.rm_file(f"{home}/current.json")
        said = "current.json is missing, and publications stand beside it"
    elif address.startswith("branch:"):
        _git(root, "update-ref", "-d", "refs/heads/gh-pages")
        said = (
            "gh-pages is not on this machine, and was published to before. "
            "Run: git fetch origin gh-pages:gh-pages gh-pages-kept:gh-pages-kept"
        )
    else:
        (Path(address.removeprefix("rsync:")) / "current").unlink()
        said = "current is missing, and publications stand beside it"
    assert said in refused(address, root, write(tmp_path / "1", train="<p>Other</p>"))
    if not address.startswith(("memory:", "branch:")):
        store = Path(address.removeprefix("rsync:")) / "store"
        assert len(list(store.glob("*/*"))) > 10


def test_a_branch_that_a_clone_has_not_fetched_is_not_begun_anew(tmp_path):
    for name in ("theirs", "ours"):
        (tmp_path / name).mkdir()
    theirs, ours = tmp_path / "theirs", tmp_path / "ours"
    for root in (theirs, ours):
        _git(root, "init", "-q", "-b", "main")
        _git(root, "config", "user.name", "Hub")
        _git(root, "config", "user.email", "hub@hub.police.uk")
    publish("branch:gh-pages", theirs, write(tmp_path / "1"), hub())
    _git(ours, "remote", "add", "upstream", str(theirs))
    _git(ours, "fetch", "-q", "upstream")
    assert refused("branch:gh-pages", ours, write(tmp_path / "1")) == (
        "gh-pages is not on this machine, and was published to before. Run: git fetch upstream "
        "gh-pages:gh-pages gh-pages-kept:gh-pages-kept"
    )
    _git(ours, "fetch", "-q", "upstream", "gh-pages:gh-pages", "gh-pages-kept:gh-pages-kept")
    assert not publish("branch:gh-pages", ours, write(tmp_path / "1"), hub())[1].is_new


def test_what_strangers_put_among_our_folders_is_left_alone(tmp_path):
    home, site = tmp_path / "www", write(tmp_path / "site")
    publish(str(home), tmp_path, site, hub())
    strangers = [
        home / path
        for path in ("releases/notes", "store/ab/notes", "publications/notes.json", "releases/d/x")
    ]
    for one in strangers:
        one.parent.mkdir(exist_ok=True)
        one.write_text("theirs")
    for number in range(7):
        publish(str(home), tmp_path, write(site, train=f"<p>{number}</p>"), hub())
    assert [one.read_text() for one in strangers] == ["theirs"] * 4
    assert len(list((home / "releases").glob("????????????????"))) == 5


def test_what_is_old_and_cannot_be_removed_is_told_with_what_is_served(tmp_path, monkeypatch):
    home, site = tmp_path / "www", write(tmp_path / "site")
    for number in range(5):
        publish(str(home), tmp_path, write(site, train=f"<p>{number}</p>"), hub())

    def refuse(folder, **_):
        raise PermissionError(errno.EACCES, "Permission denied", str(folder))

    monkeypatch.setattr(shutil, "rmtree", refuse)
    line = refused(str(home), tmp_path, write(site, train="<p>Newest</p>"))
    assert line.endswith("Readers are served the new publication; what is old was not removed.")
    assert b"Newest" in (home / "current/train/index.html").read_bytes()


def test_a_release_that_somebody_removed_is_laid_again(tmp_path):
    home, site = tmp_path / "www", write(tmp_path / "site")
    publish(str(home), tmp_path, site, hub())
    shutil.rmtree(home / "releases" / (home / "current").readlink().name)
    publish(str(home), tmp_path, site, hub())
    assert b"Courses" in (home / "current/train/index.html").read_bytes()


@pytest.mark.parametrize("name", ["", "HEAD", "-x", "bad..name", "gh pages", "a/../b", "a.lock"])
def test_what_is_no_name_of_a_branch(tmp_path, name):
    with pytest.raises(PublishStopped) as stopped:
        target_at(f"branch:{name}", tmp_path)
    assert str(stopped.value) == (
        f"branch:{name} is no name of a branch. Give one, such as branch:gh-pages."
    )


def test_a_branch_that_git_cannot_make_is_told_in_gits_own_words(tmp_path, place):  # noqa: F811
    address, root, _ = place
    if address != "branch:gh-pages":
        return
    site = write(tmp_path / "1")
    publish(address, root, site, hub())
    for name in ("gh-pages/more", "locked"):
        (root / ".git/refs/heads/locked.lock").write_text("")
        line = refused(f"branch:{name}", root, site)
        assert line.startswith("git: ")
        assert name in line
        assert line.endswith(". Mend that, or name another target, then run again.")


def test_a_project_without_git_has_no_branch_to_publish_to(tmp_path):
    line = refused("branch:gh-pages", tmp_path, write(tmp_path / "site"))
    assert line.startswith("git: fatal: not a git repository")


def test_a_store_with_errors_of_its_own_and_one_that_is_not_named(tmp_path, monkeypatch):
    with pytest.raises(PublishStopped, match=r"s3:// names no bucket. Give one, such as s3://"):
        target_at("s3://", tmp_path)
    target = target_at("memory://hub-errors", tmp_path)

    class NoCredentialsError(Exception):
        pass

    def refuse(*_, **__):
        raise NoCredentialsError("Unable to locate\ncredentials")

    monkeypatch.setattr(type(target._files), "exists", refuse)
    with pytest.raises(PublishStopped) as stopped:
        target.current()
    assert str(stopped.value).startswith(
        "memory://hub-errors could not be reached or written to (Unable to locate credentials)."
    )


def test_a_target_inside_the_site_would_be_lost_at_the_next_build(tmp_path):
    site = write(tmp_path / "site")
    target = target_at(str(site / "www"), tmp_path)
    with pytest.raises(PublishStopped, match=r"lies inside the site .* Name another folder\."):
        target.apart_from(site)
    target_at(str(tmp_path / "www"), tmp_path).apart_from(site)
