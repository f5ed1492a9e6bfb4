"""Rules for days in the data: nothing has been checked on a day that is still to come.

The day that counts is today; who builds an old commit again does so later than its days.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from peerhub.catalogue.document import Path
from peerhub.catalogue.kinds import within
from peerhub.catalogue.record_list import RecordList
from peerhub.faults import Code


def check_dates(shelves: Mapping[str, RecordList], today: dt.date) -> None:
    """Report each day on which something is said to have been checked and which is to come."""
    for shelf in shelves.values():
        for number, item in shelf.raw.items():
            for field in shelf.kind.checked:
                for step, day in within(item, field):
                    if isinstance(day, dt.date) and day > today:
                        _report(shelf, number, step, day)


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


def _report(shelf: RecordList, number: int, field: Path, day: dt.date) -> None:
    called = f"{shelf.kind.called} '{shelf.raw[number].get('id')}'"
    shelf.document.report(
        shelf.document.mark((shelf.key, number, *field)),
        Code.FUTURE_CHECK,
        f"{called}: {field[-1]} ({day}) is still to come",
        "Write the day on which somebody looked.",
    )
