"""A file that lost its end is told of once, at the cut, and first."""

from __future__ import annotations

import pytest

from tests.projects import EVENT, FORCES, problems, real_project, small_project

SAID = (
    "the file stops in the middle of a line, so its end may be lost. "
    "Compare it with the last version. If nothing is missing, end the last line with Enter."
)


@pytest.mark.parametrize("share", [0.2, 0.35, 0.5, 0.8])
@pytest.mark.parametrize("name", ["forces", "evidence", "services", "events"])
def test_a_file_cut_off_is_one_message_at_the_cut(tmp_path, name, share):
    root = real_project(tmp_path)
    file = root / "data" / f"{name}.yml"
    whole = file.read_text(encoding="utf-8")
    at = int(len(whole) * share)
    while whole[at - 1] == "\n":
        at += 1
    file.write_text(whole[:at], encoding="utf-8")
    line = whole[:at].count("\n") + 1
    column = at - whole.rfind("\n", 0, at)
    assert problems(root) == [f"data/{name}.yml:{line}:{column}: {SAID}"]


def test_other_faults_before_the_cut_are_told_beside_it(tmp_path):
    broken = FORCES.rstrip("\n").replace("nation: England", "nation: Englund", 1)
    found = problems(small_project(tmp_path, forces=broken))
    assert len(found) == 2
    assert "'Englund', which is not one of its choices" in found[0]
    assert SAID in found[1]


def test_a_file_cut_between_two_records_is_told_once(tmp_path):
    root = real_project(tmp_path)
    file = root / "data" / "forces.yml"
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole[: whole.index("- id: gloucestershire")].rstrip() + "\n", encoding="utf-8")
    found = [one for one in problems(root) if "forces that others name" in one]
    assert len(found) == 1
    assert "Is its end lost? Compare it with the last version." in found[0]
    assert not [one for one in problems(root) if "there is no force" in one]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("regions: [north south]", "a comma is missing in 'north south'. Write: north, south."),
        ("roles: [supporter trainer]", "a comma is missing in 'supporter trainer'. Write: "),
    ],
)
def test_a_comma_that_is_missing_in_a_list_is_named(tmp_path, typed, said):
    found = problems(small_project(tmp_path, events=EVENT + f"  {typed}\n"))
    assert len(found) == 1
    assert said in found[0]
