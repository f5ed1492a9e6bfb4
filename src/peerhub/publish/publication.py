"""What a target serves: a tree of digests, and the editions in it. Pure: text in, values out."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

FORMAT = 1
"""Raised when an older program could no longer read what a newer one writes."""

SHORT = 16
"""Characters of a digest that name a publication."""


class UnreadablePublication(ValueError):
    """A record of a publication that is damaged, or that a newer program wrote."""


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
class Publication:
    """One state of a target."""

    tree: Mapping[str, str]
    """The SHA-256 of every file that is served, by its path."""
    editions: tuple[KeptEdition, ...] = ()
    """The editions that are kept, oldest first."""
    previous: str | None = None
    """The publication that this one took the place of, for going back."""

    @property
    def name(self) -> str:
        """A digest of all that is served and kept: the same content has the same name."""
        whole = json.dumps([sorted(self.tree.items()), *map(_edition, self.editions)])
        return hashlib.sha256(whole.encode()).hexdigest()[:SHORT]

    @property
    def digests(self) -> frozenset[str]:
        """Every content that the publication needs, served or kept."""
        kept = (digest for edition in self.editions for digest in edition.files.values())
        return frozenset((*self.tree.values(), *kept))

    def to_json(self) -> str:
        """Return the record that a target keeps beside what it serves."""
        whole = {
            "format": FORMAT,
            "name": self.name,
            "previous": self.previous,
            "tree": dict(sorted(self.tree.items())),
            "editions": [_edition(one) for one in self.editions],
        }
        return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Publication:
        """Return the publication of such a record. Raises UnreadablePublication."""
        try:
            held = json.loads(text)
            if held["format"] > FORMAT:
                raise UnreadablePublication(
                    "a newer version of the hub published last. Publish with that version."
                )
            editions = tuple(_read_edition(one) for one in held["editions"])
            found = cls(dict(held["tree"]), editions, held["previous"])
        except (KeyError, TypeError, ValueError) as error:
            if isinstance(error, UnreadablePublication):
                raise
            raise UnreadablePublication(f"the record cannot be read ({error})") from None
        if found.name != held["name"]:
            raise UnreadablePublication("the record was changed by somebody else")
        return found


def _edition(edition: KeptEdition) -> dict[str, Any]:
    return {
        "name": edition.name,
        "day": edition.day.isoformat(),
        "files": dict(sorted(edition.files.items())),
        "numbers": {key: list(held) for key, held in sorted(edition.numbers.items())},
    }


def _read_edition(held: Mapping[str, Any]) -> KeptEdition:
    numbers = {key: tuple(values) for key, values in held["numbers"].items()}
    return KeptEdition(
        held["name"], dt.date.fromisoformat(held["day"]), dict(held["files"]), numbers
    )
