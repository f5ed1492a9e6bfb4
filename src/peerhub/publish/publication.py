"""What a target serves: a tree of digests, and the editions in it. Pure: text in, values out."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

FORMAT = 2
"""Raised when an older program could no longer read what a newer one writes: the first one knew of
no pruned editions, and still reads a record that has none."""

PUT_BACK = "Put it back from a copy, or name another target."
"""The remedy for what somebody else has damaged or changed."""

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

    def to_json(self) -> str:
        """Return the record that a target keeps beside what it serves."""
        whole: dict[str, Any] = {
            "format": FORMAT if self.pruned else 1,
            "name": self.name,
            "previous": self.previous,
            "tree": dict(sorted(self.tree.items())),
            "editions": [_edition(one) for one in self.editions],
        }
        if self.pruned:
            whole["pruned"] = [_pruned(one) for one in self.pruned]
        return json.dumps(whole, indent=1, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> Publication:
        """Return the publication of such a record. Raises UnreadablePublication."""
        try:
            held = json.loads(text)
            if held["format"] > FORMAT:
                raise UnreadablePublication(
                    "a newer version of the hub published last. Publish with that version."
                )
            editions = tuple(_read_edition(one) for one in held["editions"])
            pruned = tuple(_read_pruned(one) for one in held.get("pruned", ()))
            found = cls(dict(held["tree"]), editions, held["previous"], pruned)
        except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
            if isinstance(error, UnreadablePublication):
                raise
            said = " ".join(str(error).split())
            raise UnreadablePublication(f"the record cannot be read ({said}). {PUT_BACK}") from None
        if found.name != held["name"]:
            raise UnreadablePublication(f"the record was changed by somebody else. {PUT_BACK}")
        return found


def _edition(edition: KeptEdition) -> dict[str, Any]:
    return {
        "name": edition.name,
        "day": edition.day.isoformat(),
        "files": dict(sorted(edition.files.items())),
        "numbers": {key: list(held) for key, held in sorted(edition.numbers.items())},
    }


def _read_edition(held: Mapping[str, Any]) -> KeptEdition:
    day = dt.date.fromisoformat(held["day"])
    return KeptEdition(held["name"], day, dict(held["files"]), _numbers(held))


def _pruned(edition: PrunedEdition) -> dict[str, Any]:
    return {
        "name": edition.name,
        "day": edition.day.isoformat(),
        "paths": list(edition.paths),
        "numbers": {key: list(held) for key, held in sorted(edition.numbers.items())},
    }


def _read_pruned(held: Mapping[str, Any]) -> PrunedEdition:
    day = dt.date.fromisoformat(held["day"])
    return PrunedEdition(held["name"], day, tuple(held["paths"]), _numbers(held))


def _numbers(held: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(values) for key, values in held["numbers"].items()}
