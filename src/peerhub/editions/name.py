"""What an edition is called. Pure: text in, values out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import total_ordering

from peerhub.models.site import EDITION_PATTERN


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


def next_after(editions: Iterable[Edition], year: int) -> Edition:
    """Return the edition that comes after all of these: the first of a new year, or the next."""
    last = max(editions, default=None)
    if last is None or last.year < year:
        return Edition(year, 1)
    return Edition(last.year, last.number + 1)
