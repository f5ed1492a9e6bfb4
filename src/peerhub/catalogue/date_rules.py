"""Rules for days in the data: nothing has been checked on a day that is still to come.

The day that counts is the hub's own, `dated` in `data/site.yml`, and never the clock's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from peerhub.catalogue.document import Path
from peerhub.catalogue.shelf import CALLED, Shelf

CHECKED: Mapping[str, tuple[Path, ...]] = {
    "forces": (("peer_support", "confirmed_on"),),
    "services": (("last_checked",),),
    "posters": (("welsh", "checked_on"),),
}
"""For each list, the fields that say when somebody looked."""


def hub_day(shelves: Mapping[str, Shelf]) -> dt.date | None:
    """Return the hub's own day, also when the site has other faults; None when it is not sound."""
    day = shelves["site"].raw.get(0, {}).get("dated")
    return day if isinstance(day, dt.date) else None


def check_dates(shelves: Mapping[str, Shelf]) -> None:
    """Report each day on which something is said to have been checked and which is to come."""
    today = hub_day(shelves)
    if today is None:
        return
    for key, fields in CHECKED.items():
        for number in shelves[key].raw:
            for field in fields:
                _is_not_to_come(shelves[key], number, field, today)


def _is_not_to_come(shelf: Shelf, number: int, field: Path, today: dt.date) -> None:
    item = shelf.raw[number]
    day: object = item
    for step in field:
        day = day.get(step) if isinstance(day, Mapping) else None
    if not isinstance(day, dt.date) or day <= today:
        return
    place: Path = (shelf.key, number, *field)
    called = f"{CALLED[shelf.key]} '{item.get('id')}'"
    if place not in shelf.document.values:
        place, called = ("defaults", *field), "the defaults"
    shelf.document.report(
        shelf.document.mark(place),
        f"{called}: {field[-1]} ({day}) is later than the hub's own day ({today})",
        "Correct it, or bring 'dated' in data/site.yml up to today.",
    )
