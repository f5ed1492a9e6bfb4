"""Rules by which a day comes round: "First Thursday in February", "9 to 15 October every year"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

DAYS = tuple(calendar.day_name)
MONTHS = tuple(calendar.month_name)[1:]
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}

_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
_WEEKDAY = rf"(?P<weekday>{'|'.join(DAYS)})"
_FIXED = re.compile(rf"(?P<day>\d\d?)(?: to (?P<last>\d\d?))? {_MONTH} every year", re.I)
_NTH = re.compile(
    rf"(?:the )?(?P<nth>{'|'.join(ORDINALS)}) {_WEEKDAY} (?:in|of) {_MONTH}(?: every year)?", re.I
)
_NEAREST = re.compile(
    rf"(?:the )?{_WEEKDAY} (?:closest|nearest) to (?P<day>\d\d?) {_MONTH}(?:,.*)?", re.I
)

EXAMPLES = (
    '"First Thursday in February", "10 October every year", "9 to 15 October every year" '
    'or "Sunday closest to 29 September"'
)
"""Every shape that a rule may have, for messages."""

Span = tuple[dt.date, dt.date]
"""The first and the last day."""


@dataclass(frozen=True)
class Recurrence:
    """A rule that has been read. `weekday` counts from Monday, 0; `nth` is -1 for the last."""

    month: int
    day: int | None = None
    last: int | None = None
    weekday: int | None = None
    nth: int | None = None

    def in_year(self, year: int) -> Span | None:
        """Return its days in a year; None in a year that has no such day (29 February)."""
        if self.nth is not None and self.weekday is not None:
            return _nth(year, self.month, self.weekday, self.nth)
        first = _day(year, self.month, self.day or 0)
        last = _day(year, self.month, self.last) if self.last else first
        if first is None or last is None:
            return None
        if self.weekday is None:
            return first, last
        # The nearest such weekday is at most three days away, so it is never in doubt.
        ahead = (self.weekday - first.weekday() + 3) % 7 - 3
        found = first + dt.timedelta(days=ahead)
        return found, found


def read_rule(words: str) -> Recurrence | None:
    """Return what a rule says, or None when it cannot be read or names a day no year has."""
    said = " ".join(words.split())
    if found := _FIXED.fullmatch(said):
        last = int(found["last"]) if found["last"] else None
        rule = Recurrence(_month(found), day=int(found["day"]), last=last)
        in_order = last is None or last > int(found["day"])
        return rule if in_order and rule.in_year(2000) else None
    if found := _NTH.fullmatch(said):
        nth = ORDINALS[found["nth"].lower()]
        return Recurrence(_month(found), weekday=_weekday(found), nth=nth)
    if found := _NEAREST.fullmatch(said):
        rule = Recurrence(_month(found), day=int(found["day"]), weekday=_weekday(found))
        return rule if rule.in_year(2000) else None
    return None


def _month(found: re.Match[str]) -> int:
    return MONTHS.index(found["month"].capitalize()) + 1


def _weekday(found: re.Match[str]) -> int:
    return DAYS.index(found["weekday"].capitalize())


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _nth(year: int, month: int, weekday: int, nth: int) -> Span | None:
    length = calendar.monthrange(year, month)[1]
    days = [day for day in range(1, length + 1) if dt.date(year, month, day).weekday() == weekday]
    if nth > len(days):
        return None
    found = dt.date(year, month, days[nth - 1 if nth > 0 else nth])
    return found, found
