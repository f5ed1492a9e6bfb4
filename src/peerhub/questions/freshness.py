"""How fresh the hub is: what each owner has to look through again, by when, and what is late.

Late is what is late on the day that the hub is shown, which whoever publishes it gives. The answer
changes only when something becomes late or is looked through: so a hub that is published every
night is the same bytes from one night to the next, unless there is something to say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.catalogue.reminders import critical, is_about_hard_things
from peerhub.models.page import address_of
from peerhub.words import counted

PLACES: Mapping[str, str] = {
    "forces": "/forces/{id}/",
    "events": "/events/{id}/",
    "modules": "/train/modules/{id}/",
    "workshops": "/train/workshops/{id}/",
}
"""Where readers find a record of a kind that has a page for each."""

FEED = "api/v1/freshness.json"
CALENDAR = "about/freshness/due.ics"
"""Where all of it stands for other programs, below the site."""

PAGE = "page"
CALLED: Mapping[str, str] = {"synonyms": "entry of the search", "crisis": "list of crisis words"}
"""What a kind is called here, where an editor's word for it says nothing to a reader."""
PLURALS: Mapping[str, str] = {
    "entry of the search": "entries of the search",
    "list of crisis words": "lists of crisis words",
}


@dataclass(frozen=True)
class Freshness:
    """One record or page: what it is, who looks it through, by when, and whether that is late."""

    kind: str
    """What one of its kind is called: "service", "page"."""
    title: str
    address: str | None
    """Where it is read, from the hub's root; None where it has no page of its own."""
    owner: str
    by: dt.date
    is_late: bool
    is_critical: bool
    """Whether people in need rely on it, so that no edition is made while it is late."""
    is_shown: bool
    """Whether readers may see it: what waits for a check is counted and never named."""


def freshness(catalogue: Catalogue) -> tuple[Freshness, ...]:
    """Return every record and page that has a day of review, by owner, day, kind and title."""
    found = [*_records(catalogue), *_pages(catalogue)]
    return tuple(sorted(found, key=lambda one: (one.owner, one.by, one.kind, one.title)))


def _records(catalogue: Catalogue) -> Iterator[Freshness]:
    relied_on = frozenset(critical(catalogue, dt.date.max))
    for kind in catalogue.kinds:
        if not kind.is_reviewed:
            continue
        for one in catalogue.records(kind):
            yield Freshness(
                kind=CALLED.get(kind.key, kind.called),
                title=_title(one),
                address=PLACES[kind.key].format(id=one.id) if kind.key in PLACES else None,
                owner=one.owner,
                by=one.review_by,
                is_late=one.review_by < catalogue.shown_on,
                is_critical=kind.key in ("services", "modules") and one.id in relied_on,
                is_shown=getattr(one, "is_published", True),
            )


def _title(record: Any) -> str:
    for field in ("short", "title", "name"):  # a source is known by its writers and year
        if hasattr(record, field):
            return str(getattr(record, field))
    return str(record.id).replace("-", " ")


def _pages(catalogue: Catalogue) -> Iterator[Freshness]:
    relied_on = frozenset(critical(catalogue, dt.date.max))
    for path, page in catalogue.pages.items():
        yield Freshness(
            kind=PAGE,
            title=page.title,
            address=address_of(path),
            owner=page.owner,
            by=page.review_by,
            is_late=page.review_by < catalogue.shown_on,
            is_critical=f"docs/{path}" in relied_on,
            is_shown=True,
        )


def by_owner_and_day(
    some: Sequence[Freshness],
) -> Iterator[tuple[str, dt.date, tuple[Freshness, ...]]]:
    """Yield what is to be looked through together: the same owner, and the same day."""
    for (owner, day), held in groupby(some, key=lambda one: (one.owner, one.by)):
        yield owner, day, tuple(held)


def totals(some: Sequence[Freshness]) -> list[tuple[str, str, tuple[Freshness, ...]]]:
    """Return how many there are of each kind in words ("54 services"), the kind, and those."""
    found = []
    for kind, held in groupby(sorted(some, key=lambda one: one.kind), key=lambda one: one.kind):
        all_of_it = tuple(held)
        found.append((counted(len(all_of_it), kind, PLURALS.get(kind)), kind, all_of_it))
    return found


def late_note(catalogue: Catalogue, address: str, meta: Mapping[str, Any]) -> dt.date | None:
    """Return the day by which a page that people rely on was to be looked through, if it is late.

    `meta` is its front matter. Of all other pages, and of one in time, None.
    """
    by = meta.get("review_by")
    if not by or meta.get("leads_to") or meta.get("withdrawn"):
        return None
    day = dt.date.fromisoformat(str(by))
    words = f"{address.replace('-', ' ')} {meta.get('title', '')}"
    is_relied_on = meta.get("kind") == "urgent" or is_about_hard_things(words)
    return day if is_relied_on and day < catalogue.shown_on else None
