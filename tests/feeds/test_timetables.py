"""A workshop's calendar file: drafts to be moved, with the computed times."""

from __future__ import annotations

import dataclasses
import datetime as dt

import icalendar

from peerhub.catalogue import load
from peerhub.feeds.timetables import timetables
from peerhub.questions.timetable import timetable
from tests.projects import ROOT

FOUND = load(ROOT)


def test_each_day_of_each_workshop_is_a_draft_with_its_computed_times():
    files = timetables(FOUND)
    assert len(files) == len(FOUND.workshops)
    for workshop in FOUND.workshops:
        read = icalendar.Calendar.from_ical(files[f"train/workshops/{workshop.id}/timetable.ics"])
        events = list(read.walk("VEVENT"))
        plans = timetable(workshop, FOUND.module_by_id)
        assert [f"{one.decoded('DTSTART'):%H:%M}" for one in events] == [p.start for p in plans]
        assert [f"{one.decoded('DTEND'):%H:%M}" for one in events] == [p.end for p in plans]
        for event in events:
            assert event["STATUS"] == "TENTATIVE"
            assert "Move this to your own date." in event["DESCRIPTION"]


def test_a_programme_over_weeks_keeps_its_weeks():
    file = timetables(FOUND)["train/workshops/leadership-programme/timetable.ics"]
    starts = [
        one.decoded("DTSTART").date() for one in icalendar.Calendar.from_ical(file).walk("VEVENT")
    ]
    assert (starts[-1] - starts[0]).days == 13 * 7
    assert starts[0].weekday() == 0


def test_days_that_follow_each_other_leave_weekends_out():
    course = FOUND.workshop_by_id["supporter-course"]
    long = course.model_copy(update={"days": course.days * 2})
    found = dataclasses.replace(FOUND, workshops=(long,))
    (file,) = timetables(found).values()
    days = [line[-15:-7] for line in file.splitlines() if line.startswith("DTSTART;")]
    weekdays = [dt.datetime.strptime(one, "%Y%m%d").weekday() for one in days]  # noqa: DTZ007
    assert weekdays == [0, 1, 2, 3, 4, 0, 1, 2]


def test_a_workshop_timetable_has_no_name_of_a_calendar():
    every = timetables(load(ROOT))
    assert every
    assert not any("X-WR-CALNAME" in text for text in every.values())
