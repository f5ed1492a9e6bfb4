"""When the pages of the hub last changed, as far as the data and the ledgers know it.

A page whose day nobody wrote down has none: no day is better than a wrong one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from peerhub.catalogue import Catalogue
from peerhub.models.page import address_of
from peerhub.questions.force_languages import languages_of

SUPPORT = "/support/"
"""The page of the numbers for help; its twins in other languages show the same numbers."""


def last_changed(catalogue: Catalogue) -> dict[str, dt.date]:
    """Return the day of the last change of each page of which it is known, by its address."""
    found: dict[str, dt.date] = {}
    for address, day in _days(catalogue):
        found[address] = max(day, found.get(address, day))
    return found


def _days(catalogue: Catalogue) -> Iterator[tuple[str, dt.date]]:
    yield from _by_ledger(catalogue)
    for event in catalogue.events:
        yield f"/events/{event.id}/", event.updated
        yield "/events/", event.updated
    for force in catalogue.forces:
        if force.peer_support:
            spoken = languages_of(force, catalogue.languages)
            for start in ("", *(f"/{one.id}" for one in spoken)):
                yield f"{start}/forces/{force.id}/", force.peer_support.confirmed_on
    twins = [address_of(path) for path, one in catalogue.pages.items() if one.twin == SUPPORT]
    for service in catalogue.services:
        if service.is_published:
            for address in (SUPPORT, *twins):
                yield address, service.last_checked
    for recall in catalogue.recalls:
        yield "/posters/recalled/", recall.on


def _by_ledger(catalogue: Catalogue) -> Iterator[tuple[str, dt.date]]:
    for name, revision in catalogue.revisions.items():
        kind, _, rest = name.partition("/")
        address = f"/train/{kind}s/{rest.split('/')[0]}/"
        if kind in ("module", "workshop"):
            yield address, revision.on
        if kind == "module":
            yield f"{address}trainer/", revision.on
        if kind in ("page", "text"):
            yield address_of(f"{rest}.md"), revision.on


def unlisted(catalogue: Catalogue) -> frozenset[str]:
    """Return the addresses of pages that only lead on or say that they are withdrawn."""
    moved = {old for meta in catalogue.pages.values() for old in meta.moved_from}
    gone = {address_of(path) for path, meta in catalogue.pages.items() if meta.withdrawn}
    return frozenset(moved | gone)
