"""Clock times are computed from the modules, never typed."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerhub.catalogue import load
from peerhub.models import Module, Workshop
from peerhub.questions.timetable import session_plan, timetable
from tests.projects import ROOT

REVIEW = {"owner": "hub-editors", "review_by": dt.date(2027, 1, 1)}


def module(identity: str, *minutes: int) -> Module:
    step = {"title": "A", "method": "talk", "trainer": "Talk.", "people": "Listen."}
    step["slide"] = ("Now: listen.",)
    return Module.model_validate(
        {
            "id": identity,
            "title": identity.title(),
            "strand": "supporter",
            "summary": "One.",
            "minutes": sum(minutes),
            "outcomes": ("Show it",),
            "steps": tuple({**step, "minutes": m, "priority": "must"} for m in minutes),
            **REVIEW,
        }
    )


def workshop(start: str, *items: dict) -> Workshop:
    return Workshop.model_validate(
        {
            "id": "w",
            "title": "W",
            "summary": "S.",
            "audience": "All",
            "group": {"min": 6, "max": 12},
            "trainers": 2,
            "days": ({"title": "Day 1", "start": start, "items": items},),
            **REVIEW,
        }
    )


def test_a_day_runs_from_its_start_through_modules_and_breaks():
    plan = timetable(
        workshop(
            "09:30",
            {"session": "Welcome", "minutes": 20},
            {"module": "a"},
            {"break": 15},
            {"lunch": 45},
        ),
        {"a": module("a", 40, 20)},
    )
    assert [(row.start, row.end, row.title, row.kind) for row in plan[0].rows] == [
        ("09:30", "09:50", "Welcome", "session"),
        ("09:50", "10:50", "A", "module"),
        ("10:50", "11:05", "Break", "break"),
        ("11:05", "11:50", "Lunch", "lunch"),
    ]
    assert (plan[0].start, plan[0].end, plan[0].minutes_taught) == ("09:30", "11:50", 80)


def test_a_day_past_midnight_is_refused():
    with pytest.raises(ValueError, match="the day 'Day 1' runs past midnight"):
        timetable(workshop("23:30", {"break": 30}), {})


@given(st.lists(st.integers(1, 60), min_size=1, max_size=12))
def test_no_minute_is_lost_between_two_rows(lengths):
    plan = timetable(workshop("08:00", *({"break": n} for n in lengths)), {})
    rows = plan[0].rows
    assert all(before.end == after.start for before, after in pairwise(rows))
    started, ended = (dt.datetime.strptime(t, "%H:%M") for t in (plan[0].start, plan[0].end))  # noqa: DTZ007
    assert (ended - started).total_seconds() / 60 == sum(lengths)


@given(st.lists(st.integers(1, 90), min_size=1, max_size=9))
def test_the_steps_of_a_plan_fill_the_module_without_gaps(lengths):
    planned = session_plan(module("a", *lengths))
    assert planned[0].starts == 0
    assert planned[-1].ends == sum(lengths)
    assert all(a.ends == b.starts for a, b in pairwise(planned))


def test_every_real_day_has_a_planned_end_and_keeps_it():
    found = load(ROOT)
    for workshop in found.workshops:
        for day in timetable(workshop, found.module_by_id):
            assert day.due is not None, workshop.id
            assert day.overrun is None, (workshop.id, day.title)
