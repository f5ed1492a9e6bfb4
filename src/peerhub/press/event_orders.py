"""The papers of events: joining instructions, door signs, and a wall planner for each year."""

from __future__ import annotations

import calendar
import datetime as dt
import textwrap
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.models import Event, Stamp
from peerhub.press.paper import Paper, print_papers
from peerhub.press.run import Report
from peerhub.questions.calendar import in_order
from peerhub.questions.event_papers import paper_paths, planner_path, planner_years
from peerhub.questions.signposting import signpost
from peerhub.questions.sittings import sittings
from peerhub.questions.timetable import timetable
from peerhub.words import counted, day, listed, weekday

STORE = ".cache/events"
SHOWN = 2
"""Events that a day of the planner names; more are counted."""

LETTERS = 66
"""Letters that a day of the planner has room for, on three lines."""

URGENT = ("999", "samaritans")
MONTHS = range(1, 13)


def event_papers(catalogue: Catalogue, stamp: Stamp) -> list[Paper]:
    """Return every paper of every event, and the planner of every year that has a date."""
    found = []
    for event in catalogue.events:
        paths = paper_paths(event)
        if paths is None:
            continue
        words = {**_words(catalogue, event), **_colophon(catalogue, stamp)}
        joining, door = paths
        found.append(
            Paper(
                joining,
                "events/joining.html",
                f"Joining instructions: {event.title}",
                "How to take part in an event",
                words,
            )
        )
        found.append(
            Paper(
                door,
                "events/door-sign.html",
                f"Door sign: {event.title}",
                "A sign for the door of an event",
                words,
            )
        )
    return found + [_planner(catalogue, stamp, year) for year in planner_years(catalogue.events)]


def print_event_papers(root: Path, catalogue: Catalogue, stamp: Stamp, out: Path) -> Report:
    """Print the papers of events below `out`. Raises PressError."""
    return print_papers(event_papers(catalogue, stamp), out, root / STORE, stamp)


def event_paper_paths(catalogue: Catalogue) -> frozenset[str]:
    """Return the path of every paper of events below the site."""
    papers = [paper_paths(event) or () for event in catalogue.events]
    planners = [planner_path(year) for year in planner_years(catalogue.events)]
    return frozenset([path for pair in papers for path in pair] + planners)


def _words(catalogue: Catalogue, event: Event) -> dict[str, Any]:
    where = event.where
    booking = event.booking
    return {
        "name": event.title,
        "summary": " ".join(event.summary.split()),
        "sittings": [
            {
                "title": one.title,
                "day": weekday(one.starts.date()),
                "hours": None if one.all_day else f"{one.starts:%H:%M} to {one.ends:%H:%M}",
            }
            for one in sittings(event)
        ],
        "place": where.place if where else None,
        "address": where.address if where else None,
        "is_online": bool(where and where.online),
        "audience": event.audience,
        "access": _paragraphs(event.access),
        "joining": _paragraphs(event.joining),
        "mailbox": (booking.mailbox if booking else None) or catalogue.site.contact,
        "page": f"{catalogue.site.address}events/{event.id}/",
        "updated": day(event.updated),
        "days": _days(catalogue, event),
    }


def _paragraphs(text: str | None) -> list[str]:
    return [" ".join(part.split()) for part in (text or "").split("\n\n") if part.strip()]


def _days(catalogue: Catalogue, event: Event) -> list[dict[str, Any]]:
    """Return the timetable of the workshop an event delivers, if that is of this edition."""
    if event.workshop is None or event.workshop_edition not in (None, catalogue.site.edition):
        return []
    workshop = catalogue.workshop_by_id[event.workshop]
    return [
        {
            "title": one.title,
            "rows": [{"start": row.start, "end": row.end, "title": row.title} for row in one.rows],
        }
        for one in timetable(workshop, catalogue.module_by_id)
    ]


def _colophon(catalogue: Catalogue, stamp: Stamp) -> dict[str, Any]:
    services = {one.id: one for one in signpost(catalogue.services)}
    urgent = [f"{services[one].name} {services[one].phone}" for one in URGENT if one in services]
    return {
        "hub": catalogue.site.name,
        "edition": f"Edition {stamp.edition}, {day(stamp.date)}",
        "urgent": listed(urgent, "or"),
    }


def _planner(catalogue: Catalogue, stamp: Stamp, year: int) -> Paper:
    marks = _marks(catalogue, year)
    rows = [
        {"day": number, "cells": [_cell(year, month, number, marks) for month in MONTHS]}
        for number in range(1, 32)
    ]
    words = {
        "year": year,
        "months": [calendar.month_name[month] for month in MONTHS],
        "rows": rows,
        "page": f"{catalogue.site.address}events/",
        **_colophon(catalogue, stamp),
    }
    title = f"Year planner {year}"
    return Paper(
        planner_path(year), "events/planner.html", title, "Every date of the hub's calendar", words
    )


def _marks(catalogue: Catalogue, year: int) -> dict[dt.date, list[tuple[str, str]]]:
    """Return what stands on each day of a year: a name and whether it is ours or an observance."""
    marks: dict[dt.date, list[tuple[str, str]]] = {}
    for event in in_order(catalogue.events):
        if event.status == "cancelled":
            continue
        kind = "observance" if event.kind == "observance" else "ours"
        spans = {(one.starts.date(), _last(one.starts, one.ends)) for one in sittings(event)}
        for first, last in sorted(spans):
            for number in range((last - first).days + 1):
                on = first + dt.timedelta(days=number)
                name = event.title if number == 0 else f"{event.title}, day {number + 1}"
                if on.year == year:
                    marks.setdefault(on, []).append((name, kind))
    return marks


def _last(starts: dt.datetime, ends: dt.datetime) -> dt.date:
    """Return the last day of a sitting; one that ends at midnight ends on the day before."""
    return max(starts.date(), (ends.replace(tzinfo=None) - dt.timedelta(minutes=1)).date())


def _cell(
    year: int, month: int, number: int, marks: dict[dt.date, list[tuple[str, str]]]
) -> dict[str, Any]:
    if number > calendar.monthrange(year, month)[1]:
        return {"kind": "none", "weekday": "", "names": []}
    on = dt.date(year, month, number)
    there = marks.get(on, [])
    room = LETTERS // max(1, min(SHOWN, len(there)))
    names = [textwrap.shorten(name, room, placeholder=" …") for name, _ in there[:SHOWN]]
    if len(there) > SHOWN:
        names.append(f"and {counted(len(there) - SHOWN, 'other')}")
    is_ours = any(kind == "ours" for _, kind in there)
    kind = "ours" if is_ours else "observance" if there else ""
    weekend = " weekend" if on.weekday() > 4 else ""
    return {"kind": f"{kind}{weekend}".strip(), "weekday": f"{on:%a}"[:2], "names": names}
