"""What earlier editions said of the forces, read from the publishing branch."""

from __future__ import annotations

import json

import pytest

from peerhub.editions.earlier import earlier_editions, sample_editions
from tests.editions.scratch import Scratch


def forces(edition: str) -> str:
    return json.dumps({"edition": edition, "dated": "2026-01-01", "forces": []})


@pytest.fixture
def scratch(tmp_path) -> Scratch:
    """A branch with three editions, of which the second has no list of forces."""
    made = Scratch.make(tmp_path / "project")
    made.git("checkout", "--quiet", "--orphan", "gh-pages")
    names = ["2027.1", "2026.2", "2026.1"]
    shelf = [{"version": name, "title": name, "aliases": []} for name in names]
    (made.root / "versions.json").write_text(json.dumps(shelf), encoding="utf-8")
    for name in ("2026.1", "2027.1"):
        place = made.root / name / "api" / "v1" / "forces.json"
        place.parent.mkdir(parents=True)
        place.write_text(forces(name), encoding="utf-8")
    made.commit("Editions")
    return made


def named(found) -> list[str]:
    return [one["edition"] for one in found]


def test_they_come_oldest_first_and_one_without_forces_is_left_out(scratch):
    assert named(earlier_editions(scratch.root, "2027.2")) == ["2026.1", "2027.1"]


def test_an_edition_made_again_does_not_count_itself_or_a_later_one(scratch):
    assert named(earlier_editions(scratch.root, "2027.1")) == ["2026.1"]
    assert named(earlier_editions(scratch.root, "2026.1")) == []


def test_another_branch_or_no_repository_has_none(scratch, tmp_path):
    assert earlier_editions(scratch.root, "2027.2", "elsewhere") == ()
    assert earlier_editions(tmp_path, "2027.2") == ()


def test_a_demonstration_has_samples_instead(tmp_path):
    (tmp_path / "editions").mkdir()
    for name in ("2026.1", "2025.1"):
        (tmp_path / "editions" / f"{name}.json").write_text(forces(name), encoding="utf-8")
    assert named(sample_editions(tmp_path)) == ["2025.1", "2026.1"]
