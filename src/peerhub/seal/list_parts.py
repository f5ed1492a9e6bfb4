"""A long list in parts, each named by its digest: a change writes its own part anew, and no other.

Where a part ends is told by the names in the list, and not by how many stand before them. So a
file that changes, comes or goes leaves every other part as it was, and two lists that are alike
share their parts (as the trees of git do, or the chunks of rsync).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

USUAL = 32
"""Rows that a part has as a rule: a change writes so many, and what names the parts a digest for
each. The cost of both together is least near the root of the rows that are listed."""

ReadParts = Callable[[Sequence[str]], Mapping[str, bytes]]
"""Gives the texts of some digests; what cannot be found is left out."""


class MissingPart(ValueError):
    """A part that is not there, or is not what its digest says."""

    def __init__(self, digest: object) -> None:
        super().__init__(digest)
        self.digest = str(digest)


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def in_parts(rows: Iterable[tuple[str, Any]]) -> Iterator[str]:
    """Yield the texts of the parts of a list; its rows are given in order, each under a name."""
    part: dict[str, Any] = {}
    for name, value in rows:
        part[name] = value
        if hashlib.sha256(name.encode()).digest()[0] % USUAL == 0:
            yield _text(part)
            part = {}
    if part:
        yield _text(part)


def _text(part: Mapping[str, Any]) -> str:
    return json.dumps(part, ensure_ascii=False, indent=0) + "\n"


def sound(digests: Iterable[str], read: ReadParts) -> dict[str, Any]:
    """Return what stands in some parts, by their digests. Raises MissingPart."""
    wanted = list(dict.fromkeys(digests))
    held = read(wanted)
    for digest in wanted:
        if digest not in held or hashlib.sha256(held[digest]).hexdigest() != digest:
            raise MissingPart(digest)
    return {digest: json.loads(held[digest]) for digest in wanted}


def joined(digests: Iterable[str], held: Mapping[str, Any]) -> dict[str, Any]:
    """Return a list that was put in parts, from what `sound` found in them."""
    return {name: value for digest in digests for name, value in held[digest].items()}
