"""The timetable of a workshop on the days and at the hours of an event that delivers it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peerhub.models import Event, Module, Workshop
from peerhub.questions.sittings import sittings
from peerhub.questions.timetable import DayPlan, Row, clock_of, minutes_of, timetable
from peerhub.words import counted, length, listed

NIGHT = 24 * 60
"""Minutes of a day."""


@dataclass(frozen=True)
class EventDay:
    """One day of a workshop on the day of an event."""

    date: dt.date
    plan: DayPlan


@dataclass(frozen=True)
class Misfit:
    """Why an event cannot deliver its workshop: the field at fault, what is wrong, the remedy."""

    field: str
    message: str
    hint: str


def delivered(
    event: Event,
    edition: str,
    workshops: Mapping[str, Workshop],
    modules: Mapping[str, Module],
    kept: Mapping[str, Mapping[str, Any]],
) -> tuple[DayPlan, ...]:
    """Return the days of the workshop that an event delivers, at the workshop's own hours.

    They come from this edition, or from what an earlier one has published; there are none for
    an event without a workshop, or when the earlier edition is not known here.
    """
    if event.workshop is None:
        return ()
    if event.workshop_edition == edition:
        return timetable(workshops[event.workshop], modules)
    published = kept.get(event.workshop_edition or "", {}).get(event.workshop, {})
    return tuple(_published(day) for day in published.get("timetable", ()))


def _published(day: Mapping[str, Any]) -> DayPlan:
    """Return a day as the hub's JSON gives it."""
    rows = tuple(
        Row(
            row["start"],
            row["end"],
            minutes_of(row["end"]) - minutes_of(row["start"]),
            row["title"],
            row["kind"],
        )
        for row in day["rows"]
    )
    return DayPlan(day["title"], None, rows)


def event_days(event: Event, days: Sequence[DayPlan]) -> tuple[EventDay, ...]:
    """Return the days of a workshop with the dates of an event, begun when its sittings begin.

    An event without hours has those of the workshop.
    """
    dates = _dates(event)
    if event.is_all_day:
        return tuple(EventDay(date, day) for date, day in zip(dates, days, strict=False))
    starts = [f"{one.starts:%H:%M}" for one in sittings(event)]
    return tuple(
        EventDay(date, day.starting(start))
        for date, start, day in zip(dates, starts, days, strict=False)
    )


def _dates(event: Event) -> list[dt.date]:
    if event.is_all_day:
        count = (event.last_day - event.date).days + 1
        return [event.date + dt.timedelta(days=number) for number in range(count)]
    return [one.starts.date() for one in sittings(event)]


def misfit(event: Event, days: Sequence[DayPlan]) -> Misfit | None:
    """Return why an event has not the days or the hours of its workshop; None when it has.

    `days` are those of the workshop. A cancelled event delivers nothing.
    """
    if not days or event.status == "cancelled":
        return None
    dates = _dates(event)
    workshop = f"the workshop '{event.workshop}'"
    if len(dates) != len(days):
        return Misfit(
            "workshop",
            f"event '{event.id}' has {counted(len(dates), 'day')}, but {workshop} has {len(days)}",
            f"Give the event {counted(len(days), 'day')} or sessions, or name another workshop.",
        )
    if event.is_all_day:
        return None
    for date, one, day in zip(dates, sittings(event), days, strict=True):
        start, end = f"{one.starts:%H:%M}", f"{one.ends:%H:%M}"
        due = minutes_of(start) + day.minutes
        if clock_of(due) == end and (due >= NIGHT) == (one.ends.date() > date):
            continue
        return Misfit(
            "workshop",
            f"event '{event.id}' is from {start} to {end} on {date}, but that day of {workshop} "
            f"takes {length(day.minutes)}",
            _remedy(event, due, days),
        )
    return None


def _remedy(event: Event, due: int, days: Sequence[DayPlan]) -> str:
    if due >= NIGHT:
        return "Start earlier, or name another workshop."
    if len(event.part_keys) > 1 and not event.sessions:
        hours = [f"{one.plan.start} to {one.plan.end}" for one in event_days(event, days)]
        return (
            f"Give each day as a session with hours of its own: {listed(hours)}. Or leave out "
            "start and end, to have the workshop's."
        )
    return f'Write end: "{clock_of(due)}", or name another workshop.'
