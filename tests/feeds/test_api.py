"""The JSON twin of the curriculum says what the pages and the papers say."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import icalendar
import pytest

from peerhub.catalogue import load
from peerhub.feeds.api import api
from peerhub.feeds.timetables import timetables
from peerhub.models import Stamp
from peerhub.pages.workshops import workshop_page
from peerhub.questions.timetable import session_plan, timetable
from peerhub.training.words import Words
from tests.projects import ROOT

STAMP = Stamp("2026.1", dt.date(2026, 11, 23))
WORKSHOP = "coordinator-day"


def items(catalogue, kind):
    whole = json.loads(api(catalogue, STAMP)[f"api/v1/{kind}.json"])
    return {item["id"]: item for item in whole[kind]}


@pytest.fixture(scope="module")
def before():
    return load(ROOT)


@pytest.fixture(scope="module")
def module(before):
    """The first module of the workshop's day."""
    return before.module_by_id[before.workshop_by_id[WORKSHOP].module_ids[0]]


@pytest.fixture(scope="module")
def after(before, module):
    """The same catalogue, with five more minutes for the first step of that module."""
    first = module.steps[0].model_copy(update={"minutes": module.steps[0].minutes + 5})
    longer = module.model_copy(
        update={"steps": (first, *module.steps[1:]), "minutes": module.minutes + 5}
    )
    return replace(
        before, modules=tuple(longer if one is module else one for one in before.modules)
    )


def rows(catalogue):
    days = items(catalogue, "workshops")[WORKSHOP]["timetable"]
    return [row for day in days for row in day["rows"]]


def test_every_module_and_every_workshop_has_its_twin(before):
    assert list(items(before, "modules")) == [one.id for one in before.modules]
    assert list(items(before, "workshops")) == [one.id for one in before.workshops]


def test_changing_one_steps_minutes_changes_that_module_and_no_other(before, module, after):
    was, now = items(before, "modules"), items(after, "modules")
    assert [one for one in was if was[one] != now[one]] == [module.id]
    assert now[module.id]["minutes"] == was[module.id]["minutes"] + 5
    assert sum(step["minutes"] for step in now[module.id]["steps"]) == module.minutes + 5
    assert session_plan(after.module_by_id[module.id])[-1].ends == module.minutes + 5


def test_changing_one_steps_minutes_moves_all_that_follows_it_in_the_timetable(before, after):
    was, now = rows(before), rows(after)
    moved = [
        (one["title"], minutes(two["start"]) - minutes(one["start"]))
        for one, two in zip(was, now, strict=True)
    ]
    first = next(place for place, row in enumerate(was) if row["kind"] == "module")
    assert [by for _, by in moved[: first + 1]] == [0] * (first + 1)
    assert {by for _, by in moved[first + 1 :]} == {5}


def test_changing_one_steps_minutes_changes_page_guide_calendar_and_json_alike(after):
    workshop = after.workshop_by_id[WORKSHOP]
    told = [(row["start"], row["end"], row["title"]) for row in rows(after)]
    asked = [row for day in timetable(workshop, after.module_by_id) for row in day.rows]
    assert told == [(row.start, row.end, row.title) for row in asked]

    guide = Words(after).workshop(workshop, "trainer-guide")["days"]
    assert told == [
        (row["start"], row["end"], row["title"]) for day in guide for row in day["rows"]
    ]

    page = workshop_page(after, workshop)
    assert all(f"<time>{start}</time>" in page for start, _, _ in told)

    file = timetables(after)[f"train/workshops/{WORKSHOP}/timetable.ics"]
    (event,) = icalendar.Calendar.from_ical(file).walk("VEVENT")
    assert f"{event.decoded('DTSTART'):%H:%M}" == told[0][0]
    assert f"{event.decoded('DTEND'):%H:%M}" == told[-1][1]


def minutes(clock: str) -> int:
    hours, rest = clock.split(":")
    return int(hours) * 60 + int(rest)


def test_one_file_says_of_which_edition_all_are_and_no_other_does(before):
    files = api(before, STAMP)
    about = json.loads(files["api/v1/hub.json"])
    assert (about["edition"], about["dated"]) == ("2026.1", "2026-11-23")
    others = {f"/{path}" for path in files if path != "api/v1/hub.json"}
    assert set(about["files"]) == others | {"/api/v1/materials.json"}
    later = api(before, Stamp("2027.1", dt.date(2027, 5, 3)))
    assert [path for path in files if files[path] != later[path]] == ["api/v1/hub.json"]


def test_the_drafts_of_a_timetable_stand_where_they_stood_until_it_changes(before):
    later = replace(before, as_of=dt.date(2027, 5, 3), making="2027.1")
    assert timetables(later) == timetables(before)
    unknown = replace(later, revisions={})
    assert timetables(unknown) != timetables(before)
