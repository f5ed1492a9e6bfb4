"""A workshop's timetable on the days and at the hours of the event that delivers it."""

from __future__ import annotations

import pytest

from peerhub.questions.event_timetable import event_days, misfit
from peerhub.questions.timetable import timetable
from tests.components.specimens import module, workshop
from tests.invented import day, meeting

DAY = {"start": "09:30", "items": ({"session": "Talk", "minutes": 150},)}
TWO = timetable(
    workshop(days=({"title": "One", **DAY}, {"title": "Two", **DAY})), {"first-steps": module()}
)


def taught(**changes):
    fields = {"workshop": "one-day", "workshop_edition": "2026.1", "end_date": day("2027-03-10")}
    return meeting(**{**fields, **changes})


def shown(event):
    return [(str(one.date), one.plan.title, one.plan.start, one.plan.end) for one in days_of(event)]


def days_of(event):
    return event_days(event, TWO)


def test_each_day_starts_when_the_event_does_and_has_its_date():
    assert shown(taught()) == [
        ("2027-03-09", "One", "10:00", "12:30"),
        ("2027-03-10", "Two", "10:00", "12:30"),
    ]


def test_sessions_give_each_day_its_own_start():
    sessions = (
        {"date": day("2027-03-09"), "start": "09:00", "end": "11:30"},
        {"date": day("2027-03-16"), "start": "13:15", "end": "15:45"},
    )
    event = taught(start=None, end=None, end_date=day("2027-03-16"), sessions=sessions)
    assert shown(event) == [
        ("2027-03-09", "One", "09:00", "11:30"),
        ("2027-03-16", "Two", "13:15", "15:45"),
    ]
    assert misfit(event, TWO) is None


def test_an_event_without_hours_has_those_of_the_workshop_on_its_own_dates():
    event = taught(start=None, end=None)
    assert shown(event)[1] == ("2027-03-10", "Two", "09:30", "12:00")
    assert misfit(event, TWO) is None


@pytest.mark.parametrize(
    ("changes", "message", "hint"),
    [
        (
            {"end_date": None},
            "event 'spring-meeting' has 1 day, but the workshop 'one-day' has 2",
            "Give the event 2 days or sessions, or name another workshop.",
        ),
        (
            {"start": None, "end": None, "end_date": day("2027-03-11")},
            "event 'spring-meeting' has 3 days, but the workshop 'one-day' has 2",
            "Give the event 2 days or sessions, or name another workshop.",
        ),
        (
            {"end": "13:00"},
            "event 'spring-meeting' is from 10:00 to 13:00 on 2027-03-09, but that day of the "
            "workshop 'one-day' takes 2 hours 30 minutes",
            "Give each day as a session with hours of its own: 10:00 to 12:30 and 10:00 to 12:30. "
            "Or leave out start and end, to have the workshop's.",
        ),
        (
            {"start": "22:00", "end": "23:00"},
            "event 'spring-meeting' is from 22:00 to 23:00 on 2027-03-09, but that day of the "
            "workshop 'one-day' takes 2 hours 30 minutes",
            "Start earlier, or name another workshop.",
        ),
    ],
)
def test_an_event_that_has_not_the_days_or_hours_of_its_workshop_is_told(changes, message, hint):
    found = misfit(taught(**changes), TWO)
    assert (found.message, found.hint) == (message, hint)


def test_the_remedy_for_one_day_is_its_right_end():
    event = taught(end_date=None, end="13:00")
    assert misfit(event, TWO[:1]).hint == 'Write end: "12:30", or name another workshop.'
    assert misfit(taught(end_date=None), TWO[:1]) is None


def test_a_cancelled_event_delivers_nothing_that_could_misfit():
    assert misfit(taught(end_date=None, status="cancelled", revision=1), TWO) is None
