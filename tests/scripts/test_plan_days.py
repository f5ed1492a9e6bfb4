"""The planner lays a workshop out as the timetable does, and says what to cut and what to keep."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote

import pytest
from icalendar import Calendar

from peerhub.catalogue import load
from peerhub.components import planner
from peerhub.questions.timetable import timetable
from peerhub.words import length
from tests.projects import ROOT
from tests.scripts.deno import asked

AS_SUGGESTED = {"break": "", "lunch": "", "late": "", "date": "", "at": "", "drop": []}
LAID = "(given, asked) => planDays.laid(given, planDays.itemsOf(given), asked)"
OPENS = "(given) => planDays.opensOf(planDays.itemsOf(given))"
CUTS = """(given, asked) => {
  const items = planDays.itemsOf(given);
  return planDays.cuts(planDays.laid(given, items, asked), items, asked);
}"""
QUERY = "(given, asked) => planDays.query(given, planDays.opensOf(planDays.itemsOf(given)), asked)"
CALENDAR = """(given, asked) => {
  const plan = planDays.laid(given, planDays.itemsOf(given), asked);
  return planDays.calendar(given.title, plan, asked.date, new Date("2027-01-02T03:04:05.678Z"));
}"""


def days(*calls):
    return asked(["plan-days.js"], calls)


@pytest.fixture(scope="module")
def hub():
    return load(ROOT)


@pytest.fixture(scope="module")
def plans(hub):
    """Each workshop's timetable, what the page gives its planner, and the days that it opens."""
    found = {}
    for workshop in hub.workshops:
        plan = timetable(workshop, hub.module_by_id)
        html = planner(workshop, plan, hub.module_by_id)
        given = json.loads(unquote(re.search(r'data-plan="([^"]*)"', html)[1]))
        found[workshop.id] = (plan, given)
    opens = days(*([OPENS, given] for _, given in found.values()))
    return {one: (*found[one], days) for one, days in zip(found, opens, strict=True)}


def wanted(given, opens, **changed):
    first = given["days"][0]
    as_given = {"start": first["start"], "end": first["due"] or "", "days": opens}
    return {**AS_SUGGESTED, **as_given, **changed}


def clock(words: str) -> int:
    hours, minutes = words.split(":")
    return int(hours) * 60 + int(minutes)


def test_an_untouched_plan_is_the_timetable_of_every_workshop(plans):
    laid = days(*([LAID, given, wanted(given, opens)] for _, given, opens in plans.values()))
    for (plan, *_), made in zip(plans.values(), laid, strict=True):
        assert [(one["title"], one["room"]) for one in made] == [
            (one.title, one.room) for one in plan
        ]
        assert [
            (row["title"], row["begins"], row["ends"]) for one in made for row in one["rows"]
        ] == [
            (row.title, clock(row.start), clock(row.end))
            for one in plan
            for row in one.rows
            if row.minutes
        ]


def test_an_untouched_plan_leaves_the_address_bare_and_a_changed_one_says_what_changed(plans):
    _, given, opens = plans["supporter-course"]
    changed = wanted(given, opens, start="10:00", drop=["a.b", "c.d"], late="5", at="a", days=["a"])
    bare, full = days([QUERY, given, wanted(given, opens)], [QUERY, given, changed])
    assert bare == ""
    assert full == "start=10%3A00&late=5&at=a&drop=a.b_c.d&days=a"


def test_time_that_is_lost_is_won_back_from_could_then_should_and_never_from_must(plans):
    _, given, opens = plans["supporter-course"]
    row = next(one for one in given["days"][0]["rows"] if one.get("steps"))
    steps = {step[0]: step for one in given["days"][0]["rows"] for step in one.get("steps", [])}
    late = [wanted(given, opens, late=str(minutes), at=row["key"]) for minutes in (5, 60, 900)]
    few, more, all_of_it = days(*([CUTS, given, one] for one in late))
    assert days([CUTS, given, wanted(given, opens)]) == [None]
    for found in (few, more, all_of_it):
        levels = [one["priority"] for one in found["out"]]
        assert levels == sorted(levels)
        assert set(levels) <= {"could", "should"}
        for level in set(levels):
            cut = [one["minutes"] for one in found["out"] if one["priority"] == level]
            assert cut == sorted(cut, reverse=True)
    assert sum(one["minutes"] for one in few["out"][:-1]) < 5
    assert few["verdict"].startswith("That wins ")
    assert "Keep every must." in all_of_it["verdict"]
    could = {step[0] for step in steps.values() if step[3] in ("could", "should")}
    assert {one["key"] for one in all_of_it["out"]} == could


def test_a_longer_break_moves_all_that_follows_and_a_late_day_is_told(plans):
    _, given, opens = plans["supporter-course"]
    plain, longer = days(
        [LAID, given, wanted(given, opens)],
        [LAID, given, wanted(given, opens, **{"break": "60"})],
    )
    pauses = [row for row in plain[0]["rows"] if row["kind"] == "break"]
    assert longer[0]["ends"] == plain[0]["ends"] + sum(60 - one["minutes"] for one in pauses)
    told, none = days(
        ["planDays.tooLong", longer, "09:30"], ["planDays.tooLong", plain, given["latest"]]
    )
    due = plain[0]["due"]
    assert told[0] == (
        f"{plain[0]['title']} runs {length(longer[0]['ends'] - clock(due))} past {due}."
    )
    assert none == []


def test_a_day_can_begin_anywhere_and_never_with_a_pause(plans):
    _, given, _ = plans["supporter-course"]
    keys = [row["key"] for row in given["days"][0]["rows"] if row["kind"] == "module"]
    (made,) = days([LAID, given, wanted(given, keys[1:2])])
    assert [one["title"] for one in made] == ["Day 1", "Day 2"]
    for one in made:
        assert one["rows"][0]["kind"] not in ("break", "lunch")
        assert one["rows"][-1]["kind"] not in ("break", "lunch")
    assert made[1]["rows"][0]["key"] == keys[1]


def test_the_calendar_has_each_day_on_a_working_day_at_its_times(plans):
    _, given, opens = plans["supporter-course"]
    (text,) = days([CALENDAR, given, wanted(given, opens, date="2027-03-05")])
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    events = Calendar.from_ical(text).walk("VEVENT")
    assert len(events) == len(given["days"])
    on = [one["DTSTART"].dt for one in events]
    assert f"{on[0]:%Y-%m-%d %H:%M}" == f"2027-03-05 {given['days'][0]['start']}"
    assert all(one.weekday() < 5 for one in on)
    assert on == sorted(set(on))


@pytest.mark.parametrize(
    ("call", "given", "gives"),
    [
        ("planDays.clockOr", ["24:00", "09:00"], "09:00"),
        ("planDays.clockOr", ["23:59", "09:00"], "23:59"),
        ("planDays.whole", ["-4", 60], ""),
        ("planDays.whole", ["61", 60], ""),
        ("planDays.whole", ["60", 60], "60"),
        ("planDays.whole", [None, 60], ""),
        ("planDays.names", ["a__b_"], ["a", "b"]),
        ("planDays.dateOr", ["2027-3-5"], ""),
        ("planDays.missing", [["a", "b"], ["b"]], ["a"]),
        ("planDays.clockOf", [24 * 60 + 5], "00:05"),
        ("planDays.spell", [0], "0 minutes"),
        ("planDays.spell", [61], "1 hour 1 minute"),
    ],
)
def test_nonsense_in_a_link_says_nothing(call, given, gives):
    assert days([call, *given]) == [gives]
