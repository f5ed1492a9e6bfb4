"""Every step of a day has its time on one clock, and somebody who leads it."""

from __future__ import annotations

from itertools import pairwise

import pytest

from peerhub.catalogue import load
from peerhub.questions.moments import leads, moments
from peerhub.questions.timetable import minutes_of, timetable
from tests.projects import ROOT

HUB = load(ROOT)
EVERY_DAY = [
    (workshop, plan) for workshop in HUB.workshops for plan in timetable(workshop, HUB.module_by_id)
]


@pytest.mark.parametrize(("workshop", "plan"), EVERY_DAY)
def test_the_steps_of_a_day_follow_each_other_from_its_start_to_its_end(workshop, plan):
    steps = moments(plan, HUB.module_by_id)
    assert (steps[0].start, steps[-1].end) == (plan.start, plan.end)
    for one, then in pairwise(steps):
        assert one.end == then.start
    assert all(minutes_of(one.end) - minutes_of(one.start) == one.minutes for one in steps)
    taught = sum(len(HUB.module_by_id[row.module].steps) for row in plan.rows if row.module)
    others = [row for row in plan.rows if not row.module]
    assert len(steps) == taught + len(others)


def test_a_longer_step_moves_all_that_follows():
    workshop = HUB.workshop_by_id["supporter-foundations"]
    module = HUB.module_by_id["confidentiality"]
    first = module.steps[0].model_copy(update={"minutes": module.steps[0].minutes + 7})
    longer = module.model_copy(
        update={"steps": (first, *module.steps[1:]), "minutes": module.minutes + 7}
    )
    changed = {**HUB.module_by_id, module.id: longer}
    (before,) = (moments(day, HUB.module_by_id) for day in timetable(workshop, HUB.module_by_id))
    (after,) = (moments(day, changed) for day in timetable(workshop, changed))
    at = next(n for n, one in enumerate(before) if one.module is module)
    assert [one.start for one in after[: at + 1]] == [one.start for one in before[: at + 1]]
    late = [minutes_of(b.start) - minutes_of(a.start) for a, b in zip(before, after, strict=True)]
    assert set(late[at + 1 :]) == {7}


def test_trainers_take_turns_and_a_demonstration_takes_two():
    workshop = HUB.workshop_by_id["supporter-foundations"]
    (plan,) = timetable(workshop, HUB.module_by_id)
    steps = moments(plan, HUB.module_by_id)
    by_row = {one.row: leads(one, plan, 2) for one in steps if one.number == 0}
    assert list(by_row.values()) == [(1,), (2,), (), (1,), (), (2,), (), (1,)]
    shown = next(one for one in steps if one.title == "Two talks")
    assert leads(shown, plan, 2) == (1, 2)
    assert leads(shown, plan, 1) == (1,)
    assert {leads(one, plan, 3) for one in steps} >= {(1,), (2,), (3,)}
