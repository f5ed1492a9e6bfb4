"""Two states of the hub, and what differs between them for its readers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from peerhub.catalogue import Catalogue
from peerhub.catalogue.calls import BadCall, carried_out
from peerhub.catalogue.pages import split_front_matter
from peerhub.difference.records import RecordChange, changed_records
from peerhub.feeds.downloads import downloads
from peerhub.hub import Hub
from peerhub.models.page import address_of
from peerhub.pages import paths

POSTER = "poster/"
"""How the names of posters begin in the ledger of materials."""


@dataclass(frozen=True)
class Side:
    """One state of the hub: its catalogue, and what is made of it."""

    catalogue: Catalogue
    sums: Mapping[str, str]
    """A sum of the words of each thing that is printed, by its name."""
    texts: Mapping[str, str]
    """What each page says, in Markdown, by its path below `docs/`."""
    downloads: Mapping[str, str]
    """The title of each file that readers can download, by its path."""


@dataclass(frozen=True)
class PageChanges:
    """Pages by their addresses: those that are new, have gone, or read differently."""

    added: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """What differs from one state to another."""

    records: tuple[RecordChange, ...]
    pages: PageChanges
    posters: tuple[str, ...]
    """The posters that are made again or for the first time, as "design/force"."""
    materials: tuple[str, ...]
    """All else that is printed and made again, by its name in the ledger."""
    new_files: tuple[str, ...]
    lost_files: tuple[str, ...]

    def __bool__(self) -> bool:
        """Say whether readers notice anything."""
        return self != NOTHING


NOTHING = Difference((), PageChanges((), (), ()), (), (), (), ())


def side_of(root: Path, day: dt.date | None = None) -> Side:
    """Read the project at `root`. Raises Issues where it is not sound."""
    hub = Hub.open(root, day)
    found = hub.catalogue
    texts = {path: _carried_out(body, hub) for path, body in found.bodies.items()}
    made = dict(hub.pages()) if paths(found) else {}
    texts |= {path: split_front_matter(text)[1] for path, text in made.items()}
    files = {one.path: one.title for one in downloads(found)}
    return Side(found, dict(hub.material_sums()), texts, files)


def _carried_out(body: str, hub: Hub) -> str:
    try:
        return carried_out(body, hub.macros)
    except BadCall:
        return body


def difference(before: Side, after: Side) -> Difference:
    """Return what differs for readers between two states."""
    again = sorted(name for name, one in after.sums.items() if before.sums.get(name) != one)
    posters = [name.removeprefix(POSTER) for name in again if name.startswith(POSTER)]
    return Difference(
        changed_records(before.catalogue, after.catalogue),
        _pages(before.texts, after.texts),
        tuple(posters),
        tuple(name for name in again if not name.startswith(POSTER)),
        tuple(sorted(after.downloads.keys() - before.downloads.keys())),
        tuple(sorted(before.downloads.keys() - after.downloads.keys())),
    )


def _pages(before: Mapping[str, str], after: Mapping[str, str]) -> PageChanges:
    both = before.keys() & after.keys()
    return PageChanges(
        tuple(sorted(address_of(path) for path in after.keys() - before.keys())),
        tuple(sorted(address_of(path) for path in before.keys() - after.keys())),
        tuple(sorted(address_of(path) for path in both if before[path] != after[path])),
    )
