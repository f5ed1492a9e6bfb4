"""The slides of a day: every step has one, breaks count down, the numbers to ring come last."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.questions.day_slides import day_slides, slide_numbers
from peerhub.questions.moments import moments
from peerhub.questions.timetable import timetable
from tests.projects import ROOT

HUB = load(ROOT)
DAYS = [plan for one in HUB.workshops for plan in timetable(one, HUB.module_by_id)]


@pytest.mark.parametrize("plan", DAYS)
def test_every_step_of_a_day_has_a_slide_in_its_order(plan):
    slides = day_slides(plan, HUB.module_by_id, HUB.texts)
    numbers = slide_numbers(slides)
    steps = moments(plan, HUB.module_by_id)
    found = [numbers[one.row, one.number] for one in steps]
    assert found == sorted(set(found))
    for one, number in zip(steps, found, strict=True):
        assert slides[number - 1].moment.title == one.title
    assert (slides[0].kind, slides[-1].kind) == ("opening", "help")


def test_a_break_counts_down_to_nothing_and_then_waits():
    (plan,) = timetable(HUB.workshop_by_id["supporter-foundations"], HUB.module_by_id)
    slides = day_slides(plan, HUB.module_by_id, HUB.texts)
    tea = [one for one in slides if one.kind == "pause" and one.moment.minutes == 15][:5]
    assert [(one.left, one.lasts) for one in tea] == [(15, 5), (10, 5), (5, 3), (2, 1), (1, 1)]
    after = slides[slides.index(tea[-1]) + 1]
    assert (after.kind, after.lasts) == ("back", None)
    for moment in moments(plan, HUB.module_by_id):
        if moment.is_pause:
            mine = [one for one in slides if one.kind == "pause" and one.moment is not None]
            waits = [one.lasts for one in mine if one.moment.row == moment.row]
            assert sum(waits) == moment.minutes


def test_house_rules_are_told_on_the_first_day_only():
    plan = DAYS[1]
    kinds = [one.kind for one in day_slides(plan, HUB.module_by_id, HUB.texts)]
    later = [one.kind for one in day_slides(plan, HUB.module_by_id, HUB.texts, is_first=False)]
    assert kinds[:4] == ["opening", "session", "rules", "today"]
    assert later[:3] == ["opening", "session", "today"]
    assert "rules" not in later
