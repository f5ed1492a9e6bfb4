"""Judges the head of a sheet: which force it is of, and which days it is about."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from peerhub.evaluation.filled_book import SheetCell, SheetTab
from peerhub.evaluation.layout import FORCE_CELL, FROM_CELL, TO_CELL, SheetLayout
from peerhub.evaluation.sheet_fault import SheetFault

DAY_ZERO = dt.date(1899, 12, 30)
"""From which spreadsheets count days, from March 1900 on."""
DAYS_TO_1904 = 1462
FIRST_SURE, LAST_SURE = 61, 2_000_000
"""Day numbers that every program takes for the same day: before, Excel has a day that never was."""
EARLIEST = "1900-01-01"

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class SheetHead:
    """The force's id, and the first and last day as YYYY-MM-DD; "" for what is missing or wrong."""

    force: str = ""
    start: str = ""
    end: str = ""


def judge_head(
    layout: SheetLayout, figures: SheetTab, is_from_1904: bool
) -> tuple[list[SheetFault], SheetHead]:
    """Return what is wrong with the head of a sheet, and what it says."""
    found = []
    force = figures.at(FORCE_CELL)
    identity = force.text.strip() if force.kind == "text" else ""
    if force.is_empty:
        found.append(SheetFault("force-missing", FORCE_CELL))
    elif identity not in layout.forces:
        found.append(SheetFault("force-unknown", FORCE_CELL))
    days = []
    for place in (FROM_CELL, TO_CELL):
        cell = figures.at(place)
        days.append(_day(cell, is_from_1904))
        if cell.is_empty:
            found.append(SheetFault("day-missing", place))
        elif not days[-1]:
            found.append(SheetFault("day-wrong", place))
    start, end = days
    if start and end and end < start:
        found.append(SheetFault("days-backwards", TO_CELL))
    return found, SheetHead(identity, start, end)


def _day(cell: SheetCell, is_from_1904: bool) -> str:
    """Return a day as YYYY-MM-DD, be it a date, text or a number; "" for none."""
    said = _serial(cell.number, is_from_1904) if cell.kind == "number" else cell.text.strip()
    if not _DAY.fullmatch(said):
        return ""
    try:
        dt.date.fromisoformat(said)
    except ValueError:
        return ""
    return said if said >= EARLIEST else ""


def _serial(number: float, is_from_1904: bool) -> str:
    days = number + (DAYS_TO_1904 if is_from_1904 else 0)
    if not number.is_integer() or not FIRST_SURE <= days <= LAST_SURE:
        return ""
    return (DAY_ZERO + dt.timedelta(days=int(days))).isoformat()
