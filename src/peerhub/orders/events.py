"""The papers of events: joining instructions, door signs, and a wall planner for each year."""

from __future__ import annotations

import calendar
import datetime as dt
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.models import Event, Where
from peerhub.orders.drafts import Draft, ManyPapers
from peerhub.press.engine.report import Report
from peerhub.progress import SILENT, Progress
from peerhub.questions.calendar import in_order
from peerhub.questions.event_papers import (
    before_title,
    door_path,
    joining_path,
    planner_path,
    planner_years,
)
from peerhub.questions.event_timetable import delivered, event_days
from peerhub.questions.signposting import URGENT, signpost
from peerhub.questions.sittings import Sitting, has_several_places, is_in_person, sittings, wheres
from peerhub.words import counted, day, days, listed, weekday

STORE = ".cache/events"
SHOWN = 2
"""Events that a day of the planner names; more are counted."""

LETTERS = (66, 34)
"""Letters that a day of the planner may hold: in a year with room to grow, and in a busy one. In
a year that is too full for both, all is set smaller."""

AGAIN = 18
"""Letters of an event's name on its second day and after."""

LINE = 18
"""Letters on a line of a day."""

SPARE = 11
"""Lines that the sheet has to spare, beyond the two of each day of a month."""

MONTHS = range(1, 13)
Marks = dict[dt.date, list[tuple[str, str]]]
"""What stands on each day: a name, and whether it is ours or an observance."""


def event_papers(catalogue: Catalogue) -> Iterator[Draft]:
    """Yield every paper of every event, and the planner of every year that has a date.

    Their revision does not stand in them yet.
    """
    foot = _colophon(catalogue)
    for event in catalogue.events:
        joining, door = joining_path(event), door_path(event)
        if joining is None:
            continue
        words = {**_words(catalogue, event), **foot}
        title, subject = f"Joining instructions: {event.title}", "How to take part in an event"
        yield Draft(_name(joining), joining, "events/joining.html", title, subject, words)
        if door:
            title, subject = f"Door sign: {event.title}", "A sign for the door of an event"
            yield Draft(_name(door), door, "events/door-sign.html", title, subject, words)
    for year in planner_years(catalogue.events):
        yield _planner(catalogue, year)


def print_event_papers(
    root: Path,
    catalogue: Catalogue,
    out: Path,
    progress: Progress = SILENT,
    at_most: int | None = None,
) -> Report:
    """Print the papers of events below `out`, drawing no more than `at_most`. Raises PressError."""
    from peerhub.press.engine.setter import print_papers  # what draws is loaded only to draw

    ready = ManyPapers(catalogue, event_papers)
    return print_papers(ready, out, root / STORE, progress=progress, at_most=at_most)


def _name(path: str) -> str:
    """Return what the ledger of materials calls the paper at a path."""
    return path.removesuffix(".pdf")


def event_paper_paths(catalogue: Catalogue) -> frozenset[str]:
    """Return the path of every paper of events below the site."""
    found = [path(event) for event in catalogue.events for path in (joining_path, door_path)]
    planners = [planner_path(year) for year in planner_years(catalogue.events)]
    return frozenset([path for path in found if path] + planners)


def _words(catalogue: Catalogue, event: Event) -> dict[str, Any]:
    booking, has_several = event.booking, has_several_places(event)
    return {
        "name": event.title,
        "summary": " ".join(event.summary.split()),
        "sittings": [_sitting(one, has_several) for one in sittings(event)],
        "places": [] if has_several else [_place(where) for where in wheres(event)],
        "has_several_places": has_several,
        "is_in_person": is_in_person(event),
        "is_training": event.is_training,
        "before": before_title(event),
        "audience": event.audience,
        "access": _paragraphs(event.access),
        "joining": _paragraphs(event.joining),
        "mailbox": (booking.mailbox if booking else None) or catalogue.site.contact,
        "page": f"{catalogue.site.address}events/{event.id}/",
        "updated": day(event.updated),
        "days": _days(catalogue, event),
    }


def _sitting(one: Sitting, says_place: bool) -> dict[str, Any]:
    """Return a sitting in words; its own place only where an event has several."""
    return {
        "title": one.title,
        "day": days(one.starts.date(), _last(one.starts, one.ends)),
        "hours": None if one.all_day else f"{one.starts:%H:%M} to {one.ends:%H:%M}",
        "where": _place(one.where or Where()) if says_place else None,
        "is_cancelled": one.is_cancelled,
    }


def _place(where: Where) -> dict[str, Any]:
    return {"place": where.place, "address": where.address, "is_online": where.online}


def _paragraphs(text: str | None) -> list[str]:
    return [" ".join(part.split()) for part in (text or "").split("\n\n") if part.strip()]


def _days(catalogue: Catalogue, event: Event) -> list[dict[str, Any]]:
    """Return the timetable of the workshop an event delivers, on its dates and at its hours."""
    plans = delivered(
        event,
        catalogue.edition,
        catalogue.workshop_by_id,
        catalogue.module_by_id,
        catalogue.kept,
    )
    return [
        {
            "title": f"{weekday(one.date)}: {one.plan.title}",
            "rows": [
                {"start": row.start, "end": row.end, "title": row.title} for row in one.plan.rows
            ],
        }
        for one in event_days(event, plans)
    ]


def _colophon(catalogue: Catalogue) -> dict[str, Any]:
    services = {one.id: one for one in signpost(catalogue.services)}
    urgent = [f"{services[one].name} {services[one].phone}" for one in URGENT if one in services]
    return {
        "urgent": listed(urgent, "or"),
    }


def _planner(catalogue: Catalogue, year: int) -> Draft:
    marks = _marks(catalogue, year)
    tries = (_rows(year, marks, letters) for letters in LETTERS)
    fitting = next((rows for rows in tries if _spare_lines(rows) <= SPARE), None)
    words = {
        "year": year,
        "months": [calendar.month_name[month] for month in MONTHS],
        "rows": fitting or _rows(year, marks, LETTERS[0]),
        "is_full": fitting is None,
        "page": f"{catalogue.site.address}events/",
        **_colophon(catalogue),
    }
    path, title = planner_path(year), f"Year planner {year}"
    subject = "Every date of the hub's calendar"
    return Draft(_name(path), path, "events/planner.html", title, subject, words)


def _rows(year: int, marks: Marks, letters: int) -> list[dict[str, Any]]:
    return [
        {"day": number, "cells": [_cell(year, month, number, marks, letters) for month in MONTHS]}
        for number in range(1, 32)
    ]


def _spare_lines(rows: list[dict[str, Any]]) -> int:
    """Return how many lines rows need beyond two each. A cell begins with its weekday."""
    told = [[f"Mo {'; '.join(cell['names'])}" for cell in row["cells"]] for row in rows]
    return sum(max(0, max(len(textwrap.wrap(one, LINE)) for one in row) - 2) for row in told)


def _marks(catalogue: Catalogue, year: int) -> Marks:
    """Return what stands on each day of a year: a name and whether it is ours or an observance."""
    marks: Marks = {}
    for event in in_order(catalogue.events):
        if event.status == "cancelled":
            continue
        kind = "observance" if event.kind == "observance" else "ours"
        spans = {(one.starts.date(), _last(one.starts, one.ends)) for one in sittings(event)}
        for first, last in sorted(spans):
            for number in range((last - first).days + 1):
                on = first + dt.timedelta(days=number)
                again = (
                    f"{textwrap.shorten(event.title, AGAIN, placeholder=' …')}, day {number + 1}"
                )
                name = again if number else event.title
                if on.year == year:
                    marks.setdefault(on, []).append((name, kind))
    return marks


def _last(starts: dt.datetime, ends: dt.datetime) -> dt.date:
    """Return the last day of a sitting; one that ends at midnight ends on the day before."""
    return max(starts.date(), (ends.replace(tzinfo=None) - dt.timedelta(minutes=1)).date())


def _cell(year: int, month: int, number: int, marks: Marks, letters: int) -> dict[str, Any]:
    if number > calendar.monthrange(year, month)[1]:
        return {"kind": "none", "weekday": "", "names": []}
    on = dt.date(year, month, number)
    there = marks.get(on, [])
    room = letters // max(1, min(SHOWN, len(there)))
    names = [textwrap.shorten(name, room, placeholder=" …") for name, _ in there[:SHOWN]]
    if len(there) > SHOWN:
        names.append(f"and {counted(len(there) - SHOWN, 'other')}")
    is_ours = any(kind == "ours" for _, kind in there)
    kind = "ours" if is_ours else "observance" if there else ""
    weekend = " weekend" if on.weekday() > 4 else ""
    return {"kind": f"{kind}{weekend}".strip(), "weekday": f"{on:%a}"[:2], "names": names}
