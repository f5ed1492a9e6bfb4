"""What an edition is called, and the shelf of editions that a publishing branch holds.

Pure: text in, values out. The shelf is read from the `versions.json` that stands at the root of
the branch, a list of `{"version", "title", "aliases", "properties"?}` with the newest first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import total_ordering

from peerhub.models.site import EDITION_PATTERN

LATEST = "latest"
"""The name under which the newest edition can always be reached."""


class NotAnEdition(ValueError):
    """A name that no edition can have."""


@total_ordering
@dataclass(frozen=True)
class Edition:
    """One of the editions of a year: 2026.1 is the first of 2026."""

    year: int
    number: int

    @classmethod
    def parse(cls, name: str) -> Edition:
        """Return the edition of that name; raise `NotAnEdition` for any other text."""
        if not re.fullmatch(EDITION_PATTERN.strip("^$"), name):
            raise NotAnEdition(name)
        year, number = name.split(".")
        return cls(int(year), int(number))

    def __str__(self) -> str:
        return f"{self.year}.{self.number}"

    def __lt__(self, other: Edition) -> bool:
        return (self.year, self.number) < (other.year, other.number)


@dataclass(frozen=True)
class EditionShelf:
    """The editions published on a branch, newest first, and the one that `latest` leads to."""

    editions: tuple[Edition, ...] = ()
    latest: Edition | None = None

    @classmethod
    def of(cls, editions: Iterable[Edition], latest: Edition | None = None) -> EditionShelf:
        """Return a shelf of these editions, put in order, none twice."""
        return cls(tuple(sorted(set(editions), reverse=True)), latest)

    @classmethod
    def from_json(cls, text: str) -> EditionShelf:
        """Return the shelf that a `versions.json` describes.

        Names that are no edition's (a trial somebody published by hand) are left out. Raises
        `ValueError` when the text is not such a list.
        """
        try:
            entries = [(entry["version"], entry["aliases"]) for entry in json.loads(text)]
        except (TypeError, KeyError) as error:
            raise ValueError("versions.json is not a list of editions") from error
        editions, latest = [], None
        for name, aliases in entries:
            try:
                edition = Edition.parse(name)
            except NotAnEdition:
                continue
            editions.append(edition)
            latest = edition if LATEST in aliases else latest
        return cls.of(editions, latest)

    def __contains__(self, edition: Edition) -> bool:
        return edition in self.editions

    def is_newest(self, edition: Edition) -> bool:
        """Say whether `latest` would lead to this edition once it is published."""
        return all(edition >= other for other in self.editions)

    def next_after(self, year: int) -> Edition:
        """Return the edition that comes after those already taken in a year."""
        taken = [edition.number for edition in self.editions if edition.year == year]
        return Edition(year, max(taken, default=0) + 1)
