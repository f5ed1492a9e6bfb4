"""Which events stand where, and which dates are due in another year."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from peerhub.catalogue import load
from peerhub.models.recurrence import read_rule
from peerhub.questions.calendar import by_month, due, in_order
from tests.invented import day, meeting
from tests.projects import ROOT


def observance(identity: str, rule: str, year: int = 2027):
    first, last = read_rule(rule).in_year(year)
    return meeting(
        id=identity,
        kind="observance",
        rule=rule,
        date=first,
        end_date=None if last == first else last,
        start=None,
        end=None,
        source="https://who.example/",
    )


def test_events_are_ordered_by_the_moment_they_start():
    late = meeting(id="a-late", start="18:00", end="19:00")
    early = meeting(id="b-early", start="08:00", end="09:00")
    before = meeting(id="c-before", date=day("2027-03-08"))
    assert [one.id for one in in_order([late, early, before])] == ["c-before", "b-early", "a-late"]


def test_months_hold_the_events_that_start_in_them():
    events = [meeting(id="a", date=day("2027-12-31")), meeting(id="b", date=day("2028-01-01"))]
    assert [(month, [one.id for one in some]) for month, some in by_month(events).items()] == [
        ((2027, 12), ["a"]),
        ((2028, 1), ["b"]),
    ]


def test_a_series_is_known_by_its_id_without_the_year():
    assert meeting(id="talk-day-2027").series == "talk-day"
    assert meeting(id="route-999").series == "route-999"


def test_every_rule_of_the_real_calendar_gives_next_years_date():
    events = load(ROOT).events
    ruled = [event for event in events if event.rule]
    found = due(events, 2028)
    assert len(found) == len(ruled) == len(events)
    assert {one.identity for one in found} == {f"{event.series}-2028" for event in ruled}
    assert all(one.span[0].year == 2028 for one in found)


def test_a_date_that_is_there_is_not_due_again_under_whatever_date_it_stands():
    there = observance("talk-day-2027", "First Thursday in February")
    moved = meeting(
        **{**there.model_dump(), "id": "talk-day-2028", "date": day("2028-02-10"), "revision": 1}
        | {"moved_from": day("2028-02-03")}
    )
    assert due([there, moved], 2028) == []


def test_a_leap_day_is_due_only_in_a_leap_year():
    leap = observance("leap-2028", "29 February every year", 2028)
    assert due([leap], 2029) == []
    assert [one.identity for one in due([leap], 2032)] == ["leap-2032"]


@given(
    st.lists(st.integers(2020, 2060), min_size=1, max_size=6, unique=True), st.integers(2020, 2060)
)
def test_what_is_due_is_what_is_missing(years, wanted):
    events = [observance(f"week-{year}", "9 to 15 October every year", year) for year in years]
    found = due(events, wanted)
    assert [one.identity for one in found] == ([] if wanted in years else [f"week-{wanted}"])
    assert all(one.span == (dt.date(wanted, 10, 9), dt.date(wanted, 10, 15)) for one in found)
