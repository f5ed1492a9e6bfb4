"""Faults in the real hub, each planted alone: told once, at its place, by its code.

A few are planted by day and all of them by night, since each reads the whole hub.
"""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from peerhub.catalogue import Issues
from peerhub.catalogue.issue import Issue
from peerhub.hub import Hub
from peerhub.mending.run import mend
from tests.faults.hub_rows import FAULTS
from tests.projects import ROOT

SIGN = "«"
BY_DAY = [*FAULTS[::60], *(one for one in FAULTS if "«The tally sheets" in one[2])]
PARTS = ("data", "docs", "hooks", "materials", "overrides")


@pytest.fixture(scope="module")
def hub(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("hub") / "hub"
    for name in PARTS:
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "src").mkdir()
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, root / name)
    return root


def told(root: Path) -> list[Issue]:
    try:
        Hub.proven(root)
    except Issues as found:
        return list(found.issues)
    return []


def planted(root: Path, file: str, old: str | None, new: str) -> tuple[str | None, int, int]:
    """Plant a fault, and return what stood in the file, and the fault's line and column."""
    place = root / file
    before = None if old is None else place.read_text(encoding="utf-8")
    assert before is None or old in before
    marked = new if before is None else before.replace(str(old), new, 1)
    at = marked.index(SIGN)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(marked.replace(SIGN, "", 1), encoding="utf-8")
    return before, marked.count("\n", 0, at) + 1, at - marked.rfind("\n", 0, at)


def taken_back(root: Path, file: str, before: str | None) -> None:
    if before is None:
        (root / file).unlink()
    else:
        (root / file).write_text(before, encoding="utf-8")


def hold(root: Path, file: str, old: str | None, new: str, code: str) -> None:
    before, line, column = planted(root, file, old, new)
    try:
        found = told(root)
    finally:
        taken_back(root, file, before)
    places = [(one.file, one.line, one.column, one.code.value) for one in found]
    assert (file, line, column, code) in places, [one.as_line() for one in found]
    # A published event that changed has to say so, whatever changed in it.
    others = {one[3] for one in places} - {code, "PH035"}
    assert not others or (file, new) in WITH_OTHERS, [one.as_line() for one in found]
    assert all(one.hint for one in found)


WITH_OTHERS = {(file, new) for file, _, new, _ in FAULTS if "«T2" in new}
"""A code that an old poster loses is told of the page that it led to as well."""


@pytest.mark.parametrize(("file", "old", "new", "code"), BY_DAY)
def test_a_fault_in_the_hub_is_told_once_at_its_place(hub, file, old, new, code):
    hold(hub, file, old, new, code)


@pytest.mark.nightly
@pytest.mark.parametrize(("file", "old", "new", "code"), FAULTS)
def test_every_fault_in_the_hub_is_told_once_at_its_place(hub, file, old, new, code):
    hold(hub, file, old, new, code)


def remarks(text: str) -> list[str]:
    return re.findall(r"^ *#.*$|<!--.*?-->", text, re.MULTILINE)


def fixed(root: Path) -> list[str]:
    """Mend the hub once; return which files changed, having held that no remark was lost."""
    work = mend(root, dt.date(2026, 12, 1))
    for name, content in work.files.items():
        before = (root / name).read_text(encoding="utf-8", errors="replace")
        assert remarks(content.decode()) == remarks(before), name
        (root / name).write_bytes(content)
    return list(work.files)


def hold_fix(root: Path, file: str, old: str | None, new: str) -> None:
    before, _, _ = planted(root, file, old, new)
    changed: list[str] = []
    try:
        changed = fixed(root)
        assert not fixed(root)
    finally:
        taken_back(root, file, before)
        for name in {*changed} - {file}:
            shutil.copy(ROOT / name, root / name)


@pytest.mark.parametrize(("file", "old", "new", "code"), BY_DAY[1:3])
def test_fix_does_nothing_twice_and_loses_no_remark(hub, file, old, new, code):
    hold_fix(hub, file, old, new)


@pytest.mark.nightly
@pytest.mark.parametrize(("file", "old", "new", "code"), FAULTS)
def test_fix_does_nothing_twice_on_any_fault(hub, file, old, new, code):
    hold_fix(hub, file, old, new)
