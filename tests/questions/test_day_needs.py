"""What to bring has kinds, and says how many."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.questions.day_needs import day_needs, kind_of
from peerhub.questions.timetable import timetable
from tests.projects import ROOT

HUB = load(ROOT)


@pytest.mark.parametrize(
    ("need", "kind"),
    [
        ("A room with chairs that move, and a second, quiet room nearby", "room"),
        ("A clinician in the room or on call", "people"),
        ("Somebody from Occupational Health for ten minutes, if they can be spared", "people"),
        ("The trainer plan of any one module, on paper", "paper"),
        ("The name and dates of your force's supervision, and how to reach the lead", "agreed"),
        ("Figures from the coordinator on hours given and hours needed, with no names", "agreed"),
        ("A timer in each room", "things"),
        ("A flip chart or shared screen, and pens", "things"),
    ],
)
def test_a_need_has_a_kind(need, kind):
    assert kind_of(need) == kind


def test_a_day_says_how_many_and_leaves_out_what_is_printed_anyway():
    plan = timetable(HUB.workshop_by_id["leadership-programme"], HUB.module_by_id)[2]
    found = day_needs(plan, HUB.module_by_id, HUB.texts)
    assert [one.how_many(13) for one in found["things"] if one.what.startswith("A watch")] == ["5"]
    every = [one.what for things in found.values() for one in things]
    assert not any(what.startswith("A copy of the participant page") for what in every)
    assert len(every) == len(set(every))
