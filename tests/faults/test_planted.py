"""Faults planted one by one, each told with its file, line, column and code."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerhub.catalogue import Issues, load
from tests.faults.field_rows import PAGE
from tests.faults.field_rows import ROWS as MET
from tests.faults.planted_rows import ROWS
from tests.projects import EVENT, problems, small_project

SIGN = "«"
HUNDRED = 100


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    root = small_project(tmp_path_factory.mktemp("planted"), events=EVENT)
    (root / "docs/records.md").write_text(PAGE, encoding="utf-8")
    return root


def test_the_project_is_sound_before_anything_is_planted(project):
    assert problems(project) == []


def test_there_are_a_hundred_faults_with_those_that_were_met_in_the_field():
    planted = {(file, new) for file, _, new, _ in ROWS}
    assert len(planted) == len(ROWS)
    assert len(planted) + len(MET) >= HUNDRED


@pytest.mark.parametrize(("file", "old", "new", "code"), ROWS)
def test_a_planted_fault_is_told_at_its_place_by_its_code(project, file, old, new, code):
    place = project / file
    before = place.read_text(encoding="utf-8")
    assert old in before
    marked = before.replace(old, new, 1)
    at = marked.index(SIGN)
    place.write_text(marked.replace(SIGN, ""), encoding="utf-8")
    try:
        with pytest.raises(Issues) as told:
            load(project)
    finally:
        place.write_text(before, encoding="utf-8")
    line, column = marked.count("\n", 0, at) + 1, at - marked.rfind("\n", 0, at)
    found = [(one.file, one.line, one.column, one.code.value) for one in told.value.issues]
    assert (file, line, column, code) in found
