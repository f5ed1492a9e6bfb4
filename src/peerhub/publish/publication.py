"""What a target serves: a tree of digests, and the editions in it. Pure: values, no files.

`record.py` writes it down.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

SHORT = 16
"""Characters of a digest that name a publication."""


@dataclass(frozen=True)
class KeptEdition:
    """An edition as it was published: its sources, before anything live is put into them."""

    name: str
    day: dt.date
    files: Mapping[str, str]
    """The SHA-256 of each file by its path below the edition's folder."""
    numbers: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """What each service could be reached by, by its id."""


@dataclass(frozen=True)
class PrunedEdition:
    """An edition whose contents are kept no more; its addresses lead to what is current."""

    name: str
    day: dt.date
    paths: tuple[str, ...]
    """What stood below the edition's folder."""
    numbers: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """What each service could be reached by, by its id: what has gone since stays gone."""


@dataclass(frozen=True)
class Publication:
    """One state of a target."""

    tree: Mapping[str, str]
    """The SHA-256 of every file that is served, by its path."""
    editions: tuple[KeptEdition, ...] = ()
    """The editions that are kept, oldest first."""
    previous: str | None = None
    """The publication that this one took the place of, for going back."""
    pruned: tuple[PrunedEdition, ...] = ()
    """The editions that were kept once, oldest first."""

    @property
    def name(self) -> str:
        """A digest of all that is served and kept: the same content has the same name."""
        gone = map(_pruned, self.pruned)
        whole = json.dumps([sorted(self.tree.items()), *map(_edition, self.editions), *gone])
        return hashlib.sha256(whole.encode()).hexdigest()[:SHORT]

    @property
    def digests(self) -> frozenset[str]:
        """Every content that the publication needs, served or kept."""
        kept = (digest for edition in self.editions for digest in edition.files.values())
        return frozenset((*self.tree.values(), *kept))


def _edition(edition: KeptEdition) -> dict[str, Any]:
    return {
        "name": edition.name,
        "day": edition.day.isoformat(),
        "files": dict(sorted(edition.files.items())),
        "numbers": {key: list(held) for key, held in sorted(edition.numbers.items())},
    }


def _pruned(edition: PrunedEdition) -> dict[str, Any]:
    return {
        "name": edition.name,
        "day": edition.day.isoformat(),
        "paths": list(edition.paths),
        "numbers": {key: list(held) for key, held in sorted(edition.numbers.items())},
    }
