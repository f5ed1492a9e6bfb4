"""What several kinds of test share: the real project, built once, and a real browser to read it."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

import peerhub.catalogue
from setup.browser import first_that_starts
from tests.real_hub import read_once

# Before any test has asked for it: more than a hundred tests read the real hub, and change nothing.
peerhub.catalogue.load = read_once

from tests.projects import ROOT  # noqa: E402
from tests.serving import served  # noqa: E402

CHROMIUM_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


LONG = (
    "editions/test_whole_edition.py",
    "site/test_pages.py",
    "site/test_build.py",
    "pdf/test_sheets.py",
    "site/test_poster_maker.py",
)
"""The files that take longest, the longest first."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Begin with the files that take longest, so that no processor waits for another's at the end.

    The Makefile asks xdist to keep this order, for by itself it begins where the most tests are.
    """
    for item in items:
        # A second whole site, of invented forces, takes five minutes of the fifteen.
        if "demo" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.nightly)
    order = {f"{Path(__file__).parent}/{name}": place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: order.get(str(item.path), len(LONG)))


@pytest.fixture(scope="session")
def built_site(tmp_path_factory) -> Path:
    """The real site, built as `make site` builds it, once for all workers; nobody changes it."""
    place = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        place = place.parent
    with (place / "built.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        site = place / "built" / "site"
        if not site.is_dir():
            _build(site)
    return site


def _build(site: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "peerhub", "build", "--site-dir", str(site)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def serve():
    """A function that serves a folder on this machine and returns its address."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(served(folder))


@pytest.fixture(scope="session")
def chromium():
    """A real Chromium, the machine's own."""
    from playwright.sync_api import sync_playwright

    path, refused = first_that_starts(os.environ)
    assert path, "; ".join(refused) or "Chromium is missing: run make test, which installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()
