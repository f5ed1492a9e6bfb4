"""Calendars as another program reads them: the same times, through every change of the clocks."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerhub.catalogue import load
from peerhub.feeds.calendar import calendars, uid
from peerhub.models import Force
from tests.feeds.rfc5545 import lint
from tests.invented import KEPT, catalogue, day, evenings, meeting
from tests.projects import ROOT

LONDON = ZoneInfo("Europe/London")


def parsed(*events, path="events/calendar.ics", **fields):
    made = calendars(catalogue(*events, **fields))[path].encode()
    assert lint(made) == []
    return icalendar.Calendar.from_ical(made).walk("VEVENT")


def only(event):
    (found,) = parsed(event)
    return found


def test_every_calendar_of_the_real_hub_keeps_to_the_standard_and_reads_in_a_second_parser():
    found = load(ROOT)
    made = calendars(found)
    assert "events/calendar.ics" in made
    for path, text in made.items():
        assert lint(text.encode()) == [], path
        assert icalendar.Calendar.from_ical(text)["VERSION"] == "2.0"
    every = icalendar.Calendar.from_ical(made["events/calendar.ics"]).walk("VEVENT")
    assert {str(one["SUMMARY"]) for one in every} == {event.title for event in found.events}
    assert {(one["DTSTART"].dt, one["DTEND"].dt) for one in every} == {
        (event.date, event.last_day + dt.timedelta(days=1)) for event in found.events
    }


@pytest.mark.parametrize(
    ("date", "start", "end", "utc_start", "utc_end"),
    [
        ("2027-03-27", "10:00", "11:00", "2027-03-27T10:00", "2027-03-27T11:00"),
        ("2027-03-28", "00:30", "02:30", "2027-03-28T00:30", "2027-03-28T01:30"),
        ("2027-03-28", "02:00", "03:00", "2027-03-28T01:00", "2027-03-28T02:00"),
        ("2027-03-29", "10:00", "11:00", "2027-03-29T09:00", "2027-03-29T10:00"),
        ("2027-10-30", "10:00", "11:00", "2027-10-30T09:00", "2027-10-30T10:00"),
        ("2027-10-31", "00:30", "01:30", "2027-10-30T23:30", "2027-10-31T00:30"),
        ("2027-10-31", "00:30", "02:30", "2027-10-30T23:30", "2027-10-31T02:30"),
        ("2027-11-01", "10:00", "11:00", "2027-11-01T10:00", "2027-11-01T11:00"),
        ("2028-02-29", "00:00", "23:59", "2028-02-29T00:00", "2028-02-29T23:59"),
        ("2027-12-31", "23:00", "23:59", "2027-12-31T23:00", "2027-12-31T23:59"),
    ],
)
def test_clock_times_are_the_same_moments_in_a_second_parser(date, start, end, utc_start, utc_end):
    event = meeting(date=day(date), start=start, end=end)
    found = only(event)
    for name, ours, expected in (
        ("DTSTART", event.starts_at, utc_start),
        ("DTEND", event.ends_at, utc_end),
    ):
        assert f"{found[name].dt.astimezone(dt.UTC):%Y-%m-%dT%H:%M}" == expected
        assert f"{ours.astimezone(dt.UTC):%Y-%m-%dT%H:%M}" == expected
        assert found[name].params["TZID"] == "Europe/London"


def test_an_event_over_new_years_night_ends_in_the_new_year():
    found = only(
        meeting(date=day("2027-12-31"), end_date=day("2028-01-01"), start="22:00", end="02:00")
    )
    assert (found["DTEND"].dt - found["DTSTART"].dt) == dt.timedelta(hours=4)


@pytest.mark.parametrize("year", range(1997, 2040))
def test_the_calendars_own_clock_agrees_with_the_worlds_at_both_changes_of_every_year(year):
    text = calendars(catalogue(meeting()))["events/calendar.ics"]
    zone = icalendar.Calendar.from_ical(text).walk("VTIMEZONE")[0]
    own = zone.to_tz(lookup_tzid=False)
    for month in (3, 10):
        last = max(
            date
            for number in range(25, 32)
            if (date := dt.date(year, month, number)).weekday() == 6
        )
        for hour in (0, 3, 12):
            naive = dt.datetime.combine(last, dt.time(hour))
            ours = naive.replace(tzinfo=own).utcoffset()
            assert ours == naive.replace(tzinfo=LONDON).utcoffset(), naive


def test_all_day_observances_have_dates_without_a_clock_and_end_on_the_next_day():
    week = meeting(
        kind="observance",
        source="https://sands.example/",
        date=day("2028-02-28"),
        end_date=day("2028-02-29"),
        start=None,
        end=None,
    )
    found = only(week)
    assert found["DTSTART"].params["VALUE"] == "DATE"
    assert (found["DTSTART"].dt, found["DTEND"].dt) == (day("2028-02-28"), day("2028-03-01"))
    assert found["TRANSP"] == "TRANSPARENT"


def test_moving_an_event_raises_its_sequence_and_keeps_its_identifier():
    before = only(meeting())
    after = only(
        meeting(
            date=day("2027-03-16"),
            moved_from=day("2027-03-09"),
            revision=1,
            updated=day("2027-01-04"),
        )
    )
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after["DTSTAMP"].dt > before["DTSTAMP"].dt
    assert after["DTSTART"].dt.date() == day("2027-03-16")


def test_a_calendar_holds_the_latest_of_too_many_events(monkeypatch):
    some = [meeting(date=dt.date(2027, 3, number), id=f"meeting-{number}") for number in (1, 2, 3)]
    monkeypatch.setattr("peerhub.feeds.calendar.MOST", 2)
    found = parsed(*some)
    assert [one["DTSTART"].dt.date() for one in found] == [one.date for one in some[1:]]
    assert "events/meeting-1/event.ics" in calendars(catalogue(*some))


def test_a_cancelled_event_stays_in_the_calendar_and_says_so():
    found = only(meeting(status="cancelled", revision=1))
    assert found["STATUS"] == "CANCELLED"


def test_a_planned_workshop_is_tentative_and_a_planned_observance_is_certain():
    assert only(meeting(status="planned"))["STATUS"] == "TENTATIVE"
    kind = {"kind": "observance", "source": "https://who.example/", "start": None, "end": None}
    assert only(meeting(status="planned", **kind))["STATUS"] == "CONFIRMED"


def test_the_identifiers_that_subscribers_hold_stay_for_ever():
    assert uid("spring-meeting") == "49d751ac-8f20-5abb-bf4a-f8c59bc69941"
    assert uid("spring-meeting", "2") != uid("spring-meeting")


def test_several_sessions_are_several_entries_each_with_its_own_place_and_identifier():
    found = parsed(
        meeting(
            start=None,
            end=None,
            end_date=day("2027-04-13"),
            where={"place": "Invented Hall"},
            sessions=(
                {"date": day("2027-03-09"), "start": "10:00", "end": "12:00", "title": "Listening"},
                {
                    "date": day("2027-04-13"),
                    "start": "18:00",
                    "end": "19:30",
                    "where": {"online": True},
                },
            ),
        )
    )
    assert [str(one["SUMMARY"]) for one in found] == [
        "Spring meeting (1 of 2: Listening)",
        "Spring meeting (2 of 2)",
    ]
    assert [str(one["LOCATION"]) for one in found] == ["Invented Hall", "Online"]
    assert found[0]["UID"] == uid("spring-meeting")
    assert len({str(one["UID"]) for one in found}) == 2


def test_a_session_that_moves_or_is_called_off_keeps_its_identifier_and_so_do_the_others():
    event = evenings()
    first, second = event.sessions
    moved = second.model_copy(update={"date": day("2027-06-29"), "moved_from": day("2027-06-22")})
    off = first.model_copy(update={"status": "cancelled"})
    after = event.model_copy(
        update={"sessions": (off, moved), "end_date": day("2027-06-29"), "revision": 1}
    )
    before, now = parsed(event), parsed(after)
    assert [str(one["UID"]) for one in before] == [str(one["UID"]) for one in now]
    assert [str(one["STATUS"]) for one in now] == ["CANCELLED", "CONFIRMED"]
    assert now[1]["DTSTART"].dt.date() == day("2027-06-29")


def test_a_region_gets_its_own_events_those_of_its_forces_and_everyones():
    force = Force(
        **KEPT,
        id="northshire",
        name="Northshire Police",
        short_name="Northshire",
        nation="England",
        type="territorial",
        region="north",
        website="https://www.northshire.example/",
        tile={"row": 0, "col": 0},
    )
    events = (
        meeting(id="for-all"),
        meeting(id="for-north", regions=("north",)),
        meeting(id="for-south", regions=("south",)),
        meeting(id="for-northshire", forces=("northshire",)),
    )
    found = parsed(*events, path="events/regions/north.ics", forces=(force,))
    assert {str(one["UID"]) for one in found} == {
        uid("for-all"),
        uid("for-north"),
        uid("for-northshire"),
    }


def test_there_is_a_calendar_for_each_kind_and_each_event():
    made = calendars(catalogue(meeting()))
    assert "spring-meeting" in made["events/kinds/networking.ics"]
    assert "BEGIN:VEVENT" not in made["events/kinds/workshop.ics"]
    assert made["events/spring-meeting/event.ics"].count("BEGIN:VEVENT") == 1


words = st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=90)


@settings(max_examples=120, deadline=None)
@given(
    title=words,
    summary=words,
    place=words,
    date=st.dates(dt.date(2020, 1, 1), dt.date(2039, 12, 30)),
    hours=st.lists(st.integers(2 * 60, 24 * 60 - 1), min_size=2, max_size=2, unique=True),
    nights=st.integers(0, 5),
)
def test_any_event_that_passes_its_check_makes_a_calendar_that_passes_its_own(
    title, summary, place, date, hours, nights
):
    start, end = (f"{minutes // 60:02d}:{minutes % 60:02d}" for minutes in sorted(hours))
    try:
        event = meeting(
            title=title,
            summary=summary,
            where={"place": place},
            date=date,
            end_date=date + dt.timedelta(days=nights),
            start=start,
            end=end,
        )
    except ValueError:
        return
    found = parsed(event)
    assert len(found) == nights + 1
    assert found[0]["DTSTART"].dt == event.starts_at
    assert found[-1]["DTEND"].dt == event.ends_at


def test_only_a_calendar_to_subscribe_to_has_a_name():
    """Outlook begins a new calendar for each file that has one."""
    made = calendars(catalogue(meeting()))
    named = {path for path, text in made.items() if "X-WR-CALNAME" in text}
    assert set(made) - named == {"events/spring-meeting/event.ics"}
    assert "NAME:" not in made["events/spring-meeting/event.ics"].replace("TZNAME:", "")
