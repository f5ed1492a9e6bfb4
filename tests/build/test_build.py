"""A build changes over in one step, keeps what was there when anything fails, and tells why."""

from __future__ import annotations

import errno
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from peerhub import workroom as rooms
from peerhub.build import BuildFailed, build
from tests.build.scratch import engine, version_of


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A built site, in a folder that holds nothing else but its engine."""
    site = tmp_path / "site"
    build(tmp_path, site, os.environ, engine=engine(tmp_path, "old"))
    return site


def beside(site: Path) -> list[str]:
    return sorted(one.name for one in site.parent.iterdir())


def test_a_first_and_a_second_build_leave_the_site_and_nothing_else(site):
    assert version_of(site) == "old"
    build(site.parent, site, os.environ, engine=engine(site.parent, "new"))
    assert version_of(site) == "new"
    assert beside(site) == ["engine.py", "site"]


def test_a_build_that_fails_keeps_the_old_site(site):
    failing = engine(site.parent, "new", "sys.exit(1)")
    with pytest.raises(BuildFailed, match=r"^The site was not built. site/ is as it was.$"):
        build(site.parent, site, os.environ, engine=failing)
    assert version_of(site) == "old"
    assert beside(site) == ["engine.py", "site"]


def test_an_engine_that_was_killed_is_told(site):
    killed = engine(site.parent, "new", "os.kill(os.getpid(), signal.SIGKILL)")
    with pytest.raises(BuildFailed, match=r"SIGKILL ended the engine. site/ is as it was.$"):
        build(site.parent, site, os.environ, engine=killed)


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_change_over_that_fails_keeps_the_old_site(site, monkeypatch, can_exchange):
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if (self.parent.name, self.name) == (".site.next", "site"):
            raise OSError(errno.EIO, "Input/output error")
        return real(self, target)

    def exchange(one: Path, other: Path) -> bool:
        if can_exchange:
            raise OSError(errno.EIO, "Input/output error")
        return False

    monkeypatch.setattr(Path, "rename", rename)
    monkeypatch.setattr(rooms, "exchange", exchange)
    with pytest.raises(BuildFailed, match=r"not built: Input/output error .*site/ is as it was"):
        build(site.parent, site, os.environ, engine=engine(site.parent, "new"))
    assert version_of(site) == "old"
    assert beside(site) == ["engine.py", "site"]


def test_a_system_that_cannot_exchange_names_changes_over_all_the_same(site, monkeypatch):
    monkeypatch.setattr(rooms, "exchange", lambda *_: False)
    build(site.parent, site, os.environ, engine=engine(site.parent, "new"))
    assert version_of(site) == "new"
    assert beside(site) == ["engine.py", "site"]


def test_a_site_that_was_set_aside_by_a_killed_build_is_put_back_first(site):
    room = site.parent / ".site.next"
    room.mkdir()
    site.rename(room / "before")
    failing = engine(site.parent, "new", "sys.exit(1)")
    with pytest.raises(BuildFailed):
        build(site.parent, site, os.environ, engine=failing)
    assert version_of(site) == "old"


def test_leftovers_of_every_kind_are_swept_and_other_folders_are_not(site):
    for name in (".site.next/site/posters", ".site-k3_x9abc/site", ".site-demo.next/site"):
        (site.parent / name).mkdir(parents=True)
    (site.parent / ".site.next" / "a file").write_text("left")
    build(site.parent, site, os.environ, engine=engine(site.parent, "new"))
    assert beside(site) == [".site-demo.next", "engine.py", "site"]


@pytest.mark.parametrize("mask", [0o077, 0o000])
def test_everybody_can_read_what_is_built_whatever_the_mask(tmp_path, mask):
    before = os.umask(mask)
    try:
        then = "os.chmod(site / 'index.html', 0o600)"
        build(tmp_path, tmp_path / "site", os.environ, engine=engine(tmp_path, "new", then))
    finally:
        os.umask(before)
    paths = [tmp_path / "site", *(tmp_path / "site").rglob("*")]
    modes = {(path.is_dir(), oct(path.stat().st_mode & 0o7777)) for path in paths}
    assert modes == {(True, "0o755"), (False, "0o644")}


def test_a_link_to_a_folder_stays_a_link(tmp_path):
    (tmp_path / "served").mkdir()
    (tmp_path / "site").symlink_to("served")
    build(tmp_path, tmp_path / "site", os.environ, engine=engine(tmp_path, "new"))
    assert (tmp_path / "site").is_symlink()
    assert version_of(tmp_path / "served") == "new"


def test_a_file_where_the_site_should_be(tmp_path):
    (tmp_path / "site").write_text("mine")
    with pytest.raises(BuildFailed, match=r"site is a file, so no site can be built there"):
        build(tmp_path, tmp_path / "site", os.environ, engine=engine(tmp_path, "new"))
    assert (tmp_path / "site").read_text() == "mine"


def test_a_folder_that_may_not_be_written_to(tmp_path):
    """Linux lets nobody, not even root, make a folder there."""
    with pytest.raises(BuildFailed, match=r"^The site was not built: ") as told:
        build(tmp_path, Path("/proc/self/site"), os.environ, engine=engine(tmp_path, "new"))
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.ENOSPC, "is on is full. Make room and build again. site/ is as it was."),
        (errno.EROFS, "may not be written to. Build elsewhere with --site-dir, or have its rights"),
    ],
)
def test_a_refusal_of_the_disk_is_told_with_its_remedy(site, monkeypatch, number, remedy):
    def refuse(self: Path, *_, **__) -> None:
        raise OSError(number, os.strerror(number), str(self))

    program = engine(site.parent, "new")
    monkeypatch.setattr(rooms, "make_readable", refuse)
    with pytest.raises(BuildFailed) as told:
        build(site.parent, site, os.environ, engine=program)
    assert remedy in str(told.value)
    assert version_of(site) == "old"
    assert beside(site) == ["engine.py", "site"]


def test_an_engine_that_meets_a_full_disk_says_so_in_one_line(tmp_path):
    """The engine itself, with a disk that is always full in place of its folder."""
    (tmp_path / "mkdocs").mkdir()
    (tmp_path / "mkdocs/__init__.py").write_text("")
    (tmp_path / "mkdocs/__main__.py").write_text(
        "def cli(prog_name):\n"
        "    with open('/dev/full', 'w') as disk:\n"
        "        disk.write('a page')\n"
    )
    told = subprocess.run(
        [sys.executable, "-P", Path(__file__).parents[2] / "hooks/engine.py"],
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (
        1,
        "The engine could not go on: No space left on device.\n",
    )


def test_a_worker_that_reads_the_engine_again_builds_nothing():
    """Workers that start clean load the main program under this name."""
    runpy.run_path(str(Path(__file__).parents[2] / "hooks/engine.py"), run_name="__mp_main__")


def test_two_builds_at_once_both_succeed_one_after_the_other(site):
    slow = engine(site.parent, "slow", "import time; time.sleep(0.5)")
    first = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import os, pathlib, sys; from peerhub.build import build\n"
            f"build(pathlib.Path({str(site.parent)!r}), pathlib.Path({str(site)!r}), os.environ, "
            f"engine={slow!r})",
        ],
        env={**os.environ, "PYTHONPATH": str(Path(rooms.__file__).parents[1])},
    )
    while not (site.parent / ".site.next" / "site" / "index.html").exists():
        assert first.poll() is None
    told: list[str] = []
    program = engine(site.parent, "second")
    build(site.parent, site, os.environ, engine=program, say=told.append)
    assert first.wait() == 0
    assert told == ["Another build of site/ is at work. Waiting for it to end."]
    assert version_of(site) == "second"
    assert beside(site) == ["engine.py", "site"]
