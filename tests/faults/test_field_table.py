"""Faults that were met in the field, each by the line that a person reads of it.

One small project is sound; each row changes a file of it. What shows only in something that is made
(a site, a calendar) is tested there, and `ELSEWHERE` says where.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from peerhub.catalogue import Issues
from peerhub.hub import Hub
from tests.faults.field_rows import (
    ELSEWHERE,
    HELP,
    PAGE,
    RECORDS,
    ROWS,
    SEARCH,
    STYLE,
    SUPPORT,
    URGENT,
)
from tests.projects import EVENT, ROOT, small_project


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """A small sound project, with the furniture of the real one."""
    whole = (ROOT / "data/evidence.yml").read_text(encoding="utf-8")
    source = whole[: [one.start() for one in re.finditer(r"^- id:", whole, re.MULTILINE)][1]]
    root = small_project(tmp_path_factory.mktemp("field"), events=EVENT, evidence=source)
    (root / RECORDS).write_text(PAGE, encoding="utf-8")
    other = PAGE.replace("[who to call](/support/)", "[records](/records/)")
    (root / "docs/evidence.md").write_text(other, encoding="utf-8")
    (root / HELP).write_text(SUPPORT, encoding="utf-8")
    for name in (URGENT, SEARCH, STYLE):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, root / name)
    return root


def told(root: Path) -> list[str]:
    """Return the lines of `peerhub check`, but for what a project so small has to lack."""
    try:
        Hub.open(root)
    except Issues as found:
        lines = [one.as_line() for one in found.issues]
    else:
        lines = []
    lacking = ("PH065", "PH083", "PH084")
    return [
        line
        for line in lines
        if not line.endswith(tuple(f"[{code}]" for code in lacking)) or HELP in line
    ]


def test_the_project_is_sound_before_it_is_changed(project):
    assert told(project) == []


@pytest.mark.parametrize(
    ("file", "change", "said"), [row[1:] for row in ROWS], ids=[r[0] for r in ROWS]
)
def test_a_fault_is_told_at_its_place_with_a_remedy(project, file, change, said):
    place = project / file
    before = place.read_text(encoding="utf-8") if place.exists() else None
    after = change(before or "")
    if after is None:
        place.unlink()
    else:
        place.parent.mkdir(exist_ok=True)
        place.write_text(after, encoding="utf-8")
    try:
        lines = told(project)
    finally:
        if before is None:
            place.unlink()
        else:
            place.write_text(before, encoding="utf-8")
    assert any(line.startswith(f"{file}:") and said in line for line in lines), lines
    assert all(re.match(r"[\w./-]+:\d+:\d+: .+\. .+ \[PH\d{3}\]$", line) for line in lines), lines
    assert len(lines) <= 2, lines


@pytest.mark.parametrize(("file", "words"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_what_shows_only_in_what_is_made_is_tested_there(file, words):
    text = (ROOT / "tests" / file).read_text(encoding="utf-8")
    assert re.search(rf"^def test_\w*{words.removeprefix('test_')}", text, re.MULTILINE)
