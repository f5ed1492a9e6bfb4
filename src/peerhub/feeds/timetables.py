"""A workshop's timetable as a calendar file: each day as one draft entry, to be moved."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator

from peerhub.catalogue import Catalogue
from peerhub.feeds.icalendar import LONDON, escaped, local, midnight, written
from peerhub.models import Workshop
from peerhub.models.licence import RIGHTS
from peerhub.questions.timetable import DayPlan, timetable

FAMILY = uuid.UUID("0b7c1c0e-8a3b-5b1e-9a0f-5b1f6a2d7e44")
"""Where the identifiers of timetables come from."""

NOTICE = dt.timedelta(weeks=4)
"""How long after the day of the timetable's revision the drafts stand at the earliest."""


def timetables(catalogue: Catalogue) -> dict[str, str]:
    """Return each workshop's calendar file by its path below the site.

    A workshop has no date of its own. Its days are put from the first Monday four weeks after
    the day of its timetable's revision, marked as drafts, and say that they are to be moved.
    """
    return {timetable_path(one.id): _file(catalogue, one) for one in catalogue.workshops}


def timetable_path(identity: str) -> str:
    """Return where the calendar file of a workshop stands."""
    return f"train/workshops/{identity}/timetable.ics"


def _file(catalogue: Catalogue, workshop: Workshop) -> str:
    return written(
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Peer Support Hub//Timetables//EN",
            "CALSCALE:GREGORIAN",
            f"X-LICENCE:{escaped(RIGHTS)}",
            *LONDON,
            *_days(catalogue, workshop),
            "END:VCALENDAR",
        ]
    )


def _days(catalogue: Catalogue, workshop: Workshop) -> Iterator[str]:
    known = catalogue.revisions.get(f"workshop/{workshop.id}/timetable")
    day_of = known.on if known else catalogue.today
    earliest = day_of + NOTICE
    monday = earliest + dt.timedelta(days=-earliest.weekday() % 7)
    plans = timetable(workshop, catalogue.module_by_id)
    page = f"{catalogue.site.address}train/workshops/{workshop.id}/"
    for number, (day, plan) in enumerate(zip(workshop.days, plans, strict=True)):
        on = monday + dt.timedelta(days=_days_after(number, day.week))
        name = uuid.uuid5(FAMILY, f"{workshop.id}/{number + 1}")
        yield from (
            "BEGIN:VEVENT",
            f"UID:{name}",
            f"DTSTAMP:{midnight(day_of)}",
            f"DTSTART;TZID=Europe/London:{local(_at(on, plan.start))}",
            f"DTEND;TZID=Europe/London:{local(_at(on, plan.end))}",
            f"SUMMARY:{escaped(f'Draft: {workshop.title}, {plan.title}')}",
            f"DESCRIPTION:{escaped(_told(plan))}",
            f"URL:{page}",
            "STATUS:TENTATIVE",
            "END:VEVENT",
        )


def _days_after(number: int, week: int | None) -> int:
    """Return how many days after the first Monday a day falls: in its week, or after the last.

    Days that follow each other leave weekends out.
    """
    return number + 2 * (number // 5) if week is None else 7 * (week - 1)


def _at(day: dt.date, clock: str) -> dt.datetime:
    return dt.datetime.combine(day, dt.time.fromisoformat(clock))


def _told(plan: DayPlan) -> str:
    rows = [f"{row.start} to {row.end} {row.title}" for row in plan.rows]
    return "\n".join(["Move this to your own date.", *rows])
