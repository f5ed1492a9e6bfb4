"""What is due: every record and page whose day of review has come or comes soon, by owner."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from peerhub.catalogue import Catalogue
from peerhub.catalogue.reminders import critical


@dataclass(frozen=True, order=True)
class Due:
    """One thing to look through: until when, what it is, where it stands, and its owner."""

    by: dt.date
    file: str
    name: str
    owner: str
    is_critical: bool = False
    """Whether an edition waits for it once it is overdue."""


def due(catalogue: Catalogue, until: dt.date) -> tuple[Due, ...]:
    """Return what is to be looked through by a day, that day included, in the order of days."""
    urgent = frozenset(critical(catalogue, until + dt.timedelta(days=1)))
    found = [
        Due(one.review_by, catalogue.file_of(kind, one.id), one.id, one.owner, one.id in urgent)
        for kind in catalogue.kinds
        if kind.is_reviewed
        for one in catalogue.records(kind)
    ]
    found += [
        Due(page.review_by, f"docs/{path}", page.title, page.owner, f"docs/{path}" in urgent)
        for path, page in catalogue.pages.items()
    ]
    return tuple(sorted(one for one in found if one.by <= until))


def last_of_month(month: str) -> dt.date:
    """Return the last day of a month written as 2027-02. Raises ValueError for another text."""
    first = dt.date.fromisoformat(f"{month}-01")
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def told(catalogue: Catalogue, found: Sequence[Due], today: dt.date, until: dt.date) -> str:
    """Return what is due as Markdown that reads well as plain text: by owner, overdue first."""
    if not found:
        return f"Nothing is due by {until}.\n"
    lines: list[str] = []
    for owner in sorted({one.owner for one in found}):
        known = catalogue.owner_by_id.get(owner)
        lines += [f"## {known.name if known else owner}", ""]
        own = [one for one in found if one.owner == owner]
        late = [one for one in own if one.by < today]
        lines += _part(f"Overdue on {today}", late)
        lines += _part(f"Due by {until}", [one for one in own if one.by >= today])
    return "\n".join(lines).rstrip("\n") + "\n"


def _part(title: str, some: Iterable[Due]) -> list[str]:
    rows = [
        f"- {one.by}: {one.name} ({one.file})"
        + (". An edition waits for it" if one.is_critical else "")
        for one in some
    ]
    return [f"### {title}", "", *rows, ""] if rows else []
