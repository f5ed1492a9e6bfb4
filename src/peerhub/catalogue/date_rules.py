"""Rules for days in the data: nothing has been checked on a day that is still to come.

The day that counts is the hub's own, `dated` in `data/site.yml`, and never the clock's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from peerhub.catalogue.document import Path
from peerhub.catalogue.kinds import within
from peerhub.catalogue.record_list import RecordList
from peerhub.faults import Code


def hub_day(shelves: Mapping[str, RecordList]) -> dt.date | None:
    """Return the hub's own day, also when the site has other faults; None when it is not sound."""
    day = shelves["site"].raw.get(0, {}).get("dated")
    return day if isinstance(day, dt.date) else None


def check_dates(shelves: Mapping[str, RecordList]) -> None:
    """Report each day on which something is said to have been checked and which is to come."""
    today = hub_day(shelves)
    if today is None:
        return
    for shelf in shelves.values():
        for number, item in shelf.raw.items():
            for field in shelf.kind.checked:
                for step, day in within(item, field):
                    if isinstance(day, dt.date) and day > today:
                        _report(shelf, number, step, day, today)


def check_years(shelves: Mapping[str, RecordList], today: dt.date) -> None:
    """Report each source that is said to have come out in a year that is still to come."""
    evidence = shelves["evidence"]
    for number, item in evidence.raw.items():
        year = item.get("year")
        if isinstance(year, int) and year > today.year:
            evidence.document.withdraw(evidence.document.mark(("evidence", number, "year")))
            evidence.document.report(
                evidence.document.mark(("evidence", number, "year")),
                Code.FUTURE_CHECK,
                f"source '{item.get('id')}': its year ({year}) is still to come",
                "Correct the year in which it came out.",
            )


def _report(shelf: RecordList, number: int, field: Path, day: dt.date, today: dt.date) -> None:
    place: Path = (shelf.key, number, *field)
    called = f"{shelf.kind.called} '{shelf.raw[number].get('id')}'"
    if place not in shelf.document.values:
        place, called = ("defaults", *field), "the defaults"
    shelf.document.report(
        shelf.document.mark(place),
        Code.FUTURE_CHECK,
        f"{called}: {field[-1]} ({day}) is later than the hub's own day ({today})",
        "Correct it, or bring 'dated' in data/site.yml up to today.",
    )
