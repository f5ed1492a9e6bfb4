"""What an editor should hear of in good time, though nothing is wrong yet."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from peerhub.catalogue.catalogue import Catalogue
from peerhub.catalogue.issue import Issue
from peerhub.catalogue.ledger import PLACE, read_ledger, unwritten

FILE = "data/events.yml"

RUNS_OUT = 90
"""Days before the last date of the calendar at which its editors should hear of it."""


def reminders(catalogue: Catalogue, root: Path, today: dt.date) -> list[Issue]:
    """Return the warnings of a sound project on a given day; they stop nothing."""
    found = []
    days = [event.last_day for event in catalogue.events]
    last = max(days, default=None)
    if last is not None and (last - today).days <= RUNS_OUT:
        when = f"in {(last - today).days} days" if last > today else "and that is past"
        found.append(
            _warning(
                FILE,
                f"the calendar ends on {last}, {when}",
                f"Add the next dates: peerhub new observances --year {next_year(days, today)}.",
            )
        )
    ledger, _ = read_ledger(root)
    new = unwritten(ledger, catalogue.events)
    if new:
        first = f"'{new[0]}'" + (f" and {len(new) - 1} more" if len(new) > 1 else "")
        found.append(
            _warning(
                PLACE.as_posix(),
                f"the ledger does not hold {first} as now in the data",
                "Before you publish, run: peerhub check --write-ledger.",
            )
        )
    return found


def next_year(days: Sequence[dt.date], today: dt.date) -> int:
    """Return the first year whose dates are still to be added."""
    return max([day.year for day in days] + [today.year - 1]) + 1


def _warning(file: str, message: str, hint: str) -> Issue:
    return Issue(file, 1, 1, message, hint, level="warning")
