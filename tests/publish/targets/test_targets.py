"""Every kind of target: what is new is written once, the switch is one step, one can go back."""

import subprocess

import fsspec
import pytest

from peerhub.publish.compose import Contents, compose, keep, scan
from peerhub.publish.errors import PublishStopped
from peerhub.publish.targets import target_at
from tests.publish.sites import NEW, OLD, hub, write

LESSON = "train__modules__listening"
KINDS = ("folder", "server", "bucket", "branch")


@pytest.fixture(params=KINDS)
def place(request, tmp_path):
    """A target's address, the project's root, and a way to read what readers are served."""
    root = tmp_path / "project"
    root.mkdir()
    match request.param:
        case "folder":
            return (
                str(tmp_path / "www"),
                root,
                lambda path: (tmp_path / "www/current" / path).read_bytes(),
            )
        case "server":
            there = tmp_path / "server"
            return f"rsync:{there}", root, lambda path: (there / "current" / path).read_bytes()
        case "bucket":
            home = f"memory://hub-{tmp_path.name}-{request.node.name}"
            files, base = fsspec.core.url_to_fs(home)

            def served(path):
                import json

                folder = json.loads(files.cat_file(f"{base}/current.json"))["folder"]
                return files.cat_file(f"{base}/{folder}{path}")

            return home, root, served
    for words in (
        ["init", "-q", "-b", "main"],
        ["config", "user.name", "Hub"],
        ["config", "user.email", "hub@hub.example"],
    ):
        subprocess.run(["git", *words], cwd=root, check=True)

    def shown(path):
        done = subprocess.run(
            ["git", "show", f"gh-pages:{path}"], cwd=root, capture_output=True, check=True
        )
        return done.stdout

    return "branch:gh-pages", root, shown


def publish(address, root, site, of, edition=None, target=None):
    target = target or target_at(address, root)
    contents = Contents()
    current = scan(site, contents)
    import datetime as dt

    with target.held():
        before = target.current()
        editions = before.editions if before else ()
        if edition:
            editions = (*editions, keep(edition, dt.date(2026, 11, 28), current, contents, of))
        made = compose(
            current, editions, contents, target.read, of, before.name if before else None
        )
        return made, target.publish(made, contents)


def test_readers_are_served_the_site_and_later_the_next(place, tmp_path):
    address, root, served = place
    publish(address, root, write(tmp_path / "1", OLD, **{LESSON: "<p>One</p>"}), hub(OLD), "2026.1")
    assert b"One" in served("train/modules/listening/index.html")
    publish(address, root, write(tmp_path / "2", NEW, **{LESSON: "<p>Two</p>"}), hub(NEW))
    assert b"Two" in served("train/modules/listening/index.html")
    old = served("2026.1/train/modules/listening/index.html").decode()
    assert "One" in old
    assert NEW in old
    assert OLD not in old


def test_nothing_new_writes_nothing(place, tmp_path):
    address, root, _ = place
    site = write(tmp_path / "1")
    publish(address, root, site, hub(), "2026.1")
    _, written = publish(address, root, site, hub())
    assert (written.files, written.size, written.is_new) == (0, 0, False)


def test_only_what_is_new_is_written(place, tmp_path):
    address, root, _ = place
    site = write(tmp_path / "1", **{LESSON: "<p>One</p>"})
    publish(address, root, site, hub())
    write(site, **{LESSON: "<p>Two</p>"})
    _, written = publish(address, root, site, hub())
    assert written.files == 1


def test_going_back_serves_the_one_before(place, tmp_path):
    address, root, served = place
    site = write(tmp_path / "1", **{LESSON: "<p>One</p>"})
    first, _ = publish(address, root, site, hub())
    publish(address, root, write(site, **{LESSON: "<p>Two</p>"}), hub())
    target = target_at(address, root)
    with target.held():
        earlier = target.earlier()
        assert [one.name for one in earlier] == [first.name]
        target.go_back(earlier[0])
    assert b"One" in served("train/modules/listening/index.html")
    _, written = publish(address, root, site, hub())
    assert written.is_new
    assert b"Two" in served("train/modules/listening/index.html")


def test_another_publication_meanwhile_is_noticed(place, tmp_path):
    address, root, served = place
    if address.startswith(("/", "rsync:")):
        first, second = target_at(address, root), target_at(address, root)
        with (
            first.held(),
            pytest.raises(PublishStopped, match="Somebody else is publishing"),
            second.held(),
        ):
            raise AssertionError("two held it at once")
        return
    slow = target_at(address, root)
    site = write(tmp_path / "1", **{LESSON: "<p>Mine</p>"})
    other = write(tmp_path / "2", **{LESSON: "<p>Theirs</p>"})
    contents = Contents()
    current = scan(site, contents)
    with slow.held():
        made = compose(current, (), contents, slow.read, hub())
        publish(address, root, other, hub())
        with pytest.raises(PublishStopped, match=r"Somebody else published to .* Run again"):
            slow.publish(made, contents)
    assert b"Theirs" in served("train/modules/listening/index.html")


def test_an_address_that_names_nothing():
    with pytest.raises(PublishStopped, match="No target was named"):
        target_at(" ", None)
    with pytest.raises(PublishStopped, match="cannot be opened"):
        target_at("nonsense://x", None)
