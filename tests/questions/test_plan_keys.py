"""A shared plan names what it drops by words, not by places in a list."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.questions.plan_keys import row_keys, slug, step_keys
from peerhub.questions.timetable import timetable
from tests.projects import ROOT


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("What's next?", "whats-next"),
        ("What’s next?", "whats-next"),
        ("Siarad â rhywun", "siarad-a-rhywun"),
        ("…", "part"),
    ],
)
def test_a_title_becomes_a_name(title, name):
    assert slug(title) == name


def test_a_step_keeps_its_name_when_another_goes_before_it():
    module = load(ROOT).module_by_id["listening"]
    keys = step_keys(module)
    shorter = module.model_copy(update={"steps": module.steps[1:]})
    assert step_keys(shorter) == keys[1:]


def test_equal_titles_are_told_apart():
    module = load(ROOT).module_by_id["listening"]
    twice = module.model_copy(update={"steps": (module.steps[0],) * 3})
    first, second, third = step_keys(twice)
    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_every_row_of_every_workshop_has_a_name_of_its_own():
    found = load(ROOT)
    for workshop in found.workshops:
        keys = [key for day in row_keys(timetable(workshop, found.module_by_id)) for key in day]
        assert len(set(keys)) == len(keys)
        assert not any("_" in key or "." in key for key in keys)
