"""Kill a build at each of its steps, with a reader in a loop: the site is never gone or mixed."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest

from peerhub.build import build
from tests.build.scratch import PAGES, engine, start, version_of


class Reader(threading.Thread):
    """Reads the site without a pause, as a web server does, and notes what is missing or mixed."""

    def __init__(self, site: Path) -> None:
        super().__init__(daemon=True)
        self.site = site
        self.over = threading.Event()
        self.reads = 0
        self.faults: list[str] = []

    def run(self) -> None:
        while not self.over.is_set():
            try:
                self._read()
                self.reads += 1
            except OSError as error:
                self.faults.append(str(error))

    def _read(self) -> None:
        """Read one page by its address, and all of one folder that is served now."""
        (self.site / PAGES[0]).read_text()
        folder = os.open(self.site, os.O_RDONLY)
        try:
            found = [self._page(folder, page) for page in PAGES]
            is_served = os.path.samestat(os.fstat(folder), self.site.stat())
        finally:
            os.close(folder)
        if is_served and (None in found or len(set(found)) > 1):
            self.faults.append(f"mixed: {found}")

    def _page(self, folder: int, page: str) -> str | None:
        try:
            with os.fdopen(os.open(page, os.O_RDONLY, dir_fd=folder), encoding="utf-8") as file:
                return file.read()
        except FileNotFoundError:
            return None


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    build(tmp_path, site, os.environ, engine=engine(tmp_path, "0"))
    return site


def kill_at(site: Path, steps: range, *, exchange: bool = True) -> int:
    """Kill a build at each of these steps; return how many were killed, for a build has an end."""
    killed = 0
    for step in steps:
        done = start(site, str(step), step, exchange=exchange)
        told = done.communicate()[1]
        assert done.returncode in (0, -signal.SIGKILL), told
        killed += done.returncode != 0
        if exchange:
            version_of(site)
    return killed


def read_while_killing(site: Path, steps: range) -> int:
    reader = Reader(site)
    reader.start()
    try:
        killed = kill_at(site, steps)
    finally:
        reader.over.set()
        reader.join()
    assert reader.faults == []
    assert reader.reads > 100
    return killed


def next_run_succeeds(site: Path) -> None:
    done = start(site, "last")
    assert done.communicate()[1] == ""
    assert done.returncode == 0
    assert version_of(site) == "last"
    assert sorted(one.name for one in site.parent.iterdir()) == ["engine.py", "site"]


def test_kills_at_a_sample_of_steps_and_a_reader(site):
    assert read_while_killing(site, range(3, 32, 5)) > 3
    next_run_succeeds(site)


@pytest.mark.parametrize("page", range(len(PAGES)))
def test_a_build_that_is_killed_while_its_engine_is_at_work(site, page):
    done = start(site, "new", page=page)
    assert done.communicate()[1] == ""
    assert done.returncode == -signal.SIGKILL
    assert version_of(site) == "0"
    next_run_succeeds(site)


@pytest.mark.nightly
def test_kills_at_every_step_and_a_reader(site):
    """Over 80 kills; with the test below, over a hundred."""
    killed = 0
    for _ in range(3):
        killed += read_while_killing(site, range(1, 35))
        next_run_succeeds(site)
    assert killed > 80


@pytest.mark.nightly
def test_kills_at_every_step_where_names_cannot_be_exchanged(site):
    """There is a moment without a site then, which the next run puts right."""
    killed = 0
    for step in range(1, 30):
        killed += kill_at(site, range(step, step + 1), exchange=False)
        next_run_succeeds(site)
    assert killed > 20
