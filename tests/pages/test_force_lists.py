"""Thousands of forces: no page names more than a few hundred."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from peerhub.catalogue import load
from peerhub.pages import force_lists, force_macros, generated, made_page, paths
from peerhub.pages.force_lists import are_many, parts, regions
from peerhub.pages.force_macros import ForceMacros
from tests.projects import FORCES, small_project

LINK = re.compile(r"/forces/([a-z0-9-]+)/[\"')#]")


def many(count: int) -> str:
    """Return a file of forces: all but one in ten in the region north, some of which offer aid."""
    text = FORCES.replace("  name: North\n", "  name: North\n- id: south\n  name: South\n")
    for number in range(count):
        text += (
            f"- id: f{number}\n  name: Force {number}\n  short_name: Force {number}\n"
            f"  nation: England\n  type: territorial\n"
            f"  region: {'north' if number % 10 else 'south'}\n"
            f"  website: https://f{number}.example/\n"
            f"  tile: {{row: {2 + number // 100}, col: {number % 100}}}\n"
        )
        if number < 60:
            text += (
                "  peer_support:\n    confirmed_on: 2026-11-01\n    source: A letter\n"
                "    selection_criteria_adopted_on: 2026-03-01\n"
                "    training_delivered_on: 2026-03-01\n    offers_mutual_aid: true\n"
            )
    return text


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    root = small_project(tmp_path_factory.mktemp("many"))
    (root / "data/forces.yml").write_text(many(120), encoding="utf-8")
    return load(root)


@pytest.fixture
def catalogue(held, monkeypatch):
    """A catalogue of 122 forces, where a page may name 50."""
    monkeypatch.setattr(force_lists, "MANY", 50)
    return held


def test_every_force_is_on_one_list_and_every_list_is_led_to(catalogue):
    listed = [force.id for part in parts(catalogue) for force in part.forces]
    assert sorted(listed) == sorted(force.id for force in catalogue.forces)
    assert [part.path for part in parts(catalogue)] == [
        "forces/in/north.md",
        "forces/in/north-2.md",
        "forces/in/north-3.md",
        "forces/in/south.md",
    ]
    said = regions(catalogue)
    assert "[North](/forces/in/north/): 110 forces" in said
    assert "[South](/forces/in/south/): 12 forces" in said
    pages = [made_page(catalogue, part.path) for part in parts(catalogue)]
    assert "[Part 2 of 3](/forces/in/north-2/)" in pages[0]
    assert {one.path for one in parts(catalogue)} <= paths(catalogue)


def test_no_page_names_more_forces_than_it_may(catalogue):
    pages = generated(catalogue, {}, {})
    macros = ForceMacros(catalogue).by_name()
    shown = {name: str(macros[name]()) for name in ("force_picture", "force_map", "mutual_aid")}
    for path, text in {**pages, **shown}.items():
        assert len(set(LINK.findall(text))) <= 50, path


def test_a_page_of_a_force_says_how_many_more_could_be_asked(catalogue):
    page = made_page(catalogue, "forces/f100.md")
    assert "35 more forces could be asked after these." in page


def test_a_few_forces_stand_on_one_page_as_ever(tmp_path):
    catalogue = load(small_project(tmp_path))
    assert not are_many(catalogue)
    assert list(parts(catalogue)) == []
    assert "force-picture" in ForceMacros(catalogue).by_name()["force_picture"]()


def test_of_too_many_changes_of_stage_the_newest_are_named_and_the_rest_counted(held, monkeypatch):
    def said(edition: str, stage: str) -> dict:
        forces = [{"id": one.id, "stage": stage} for one in held.forces]
        return {"edition": edition, "dated": "2026-01-01", "forces": forces}

    earlier = (said("2026.1", "not recorded"), said("2026.2", "working towards"))
    changed = replace(held, earlier=earlier)
    whole = ForceMacros(changed).by_name()["force_changes"]()
    assert "not listed here" not in whole
    monkeypatch.setattr(force_macros, "MOST_CHANGES", 50)
    told = ForceMacros(changed).by_name()["force_changes"]()
    assert len(LINK.findall(told)) == 50 < len(LINK.findall(whole))
    assert f"<p>{len(LINK.findall(whole)) - 50} earlier changes not listed here.</p>" in told
