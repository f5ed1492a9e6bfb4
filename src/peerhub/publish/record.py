"""How a target writes a publication down: one short record, and lists in parts, each by its digest.

A part that stands already is not written again, so a record costs what changed since the last one.
The files of each edition are listed below its folder: editions share the parts that are alike.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peerhub.publish.publication import KeptEdition, PrunedEdition, Publication
from peerhub.seal.list_parts import MissingPart, ReadParts, digest_of, in_parts, joined, sound

FORMAT = 3
"""Raised when an older program could no longer read what a newer one writes. The first two held
every file in the record itself, and are read still; the first knew of no pruned editions."""

PUT_BACK = "Put it back from a copy, or name another target."
"""The remedy for what somebody else has damaged or changed."""


class UnreadablePublication(ValueError):
    """A record of a publication that is damaged, or that a newer program wrote."""


@dataclass(frozen=True)
class PublicationRecord:
    """What a target keeps of a publication beside what it serves."""

    text: str
    parts: Mapping[str, bytes]
    """The lists, and the parts of these, by their SHA-256."""

    @property
    def size(self) -> int:
        """Bytes of the record alone, without its parts."""
        return len(self.text.encode())


def record_of(publication: Publication) -> PublicationRecord:
    """Return the record of a publication: the same publication has the same bytes."""
    parts: dict[str, bytes] = {}

    def put(text: str) -> str:
        digest = digest_of(text)
        parts[digest] = text.encode()
        return digest

    def listed(rows: Iterable[tuple[str, str]]) -> str:
        return put(_json([put(part) for part in in_parts(rows)]))

    def kept(one: KeptEdition | PrunedEdition, held: str, rows: Iterable[tuple[str, str]]) -> Any:
        return {
            "name": one.name,
            "day": one.day.isoformat(),
            "served": listed(sorted(served[one.name].items())),
            held: listed(rows),
            "numbers": put(_json({key: list(of) for key, of in sorted(one.numbers.items())})),
        }

    served = _by_folder(publication)
    whole = {
        "format": FORMAT,
        "name": publication.name,
        "previous": publication.previous,
        "tree": listed(sorted(served[""].items())),
        "editions": [kept(one, "files", sorted(one.files.items())) for one in publication.editions],
        "pruned": [
            kept(one, "paths", ((path, "") for path in one.paths)) for one in publication.pruned
        ],
    }
    return PublicationRecord(_json(whole), parts)


def _by_folder(publication: Publication) -> dict[str, dict[str, str]]:
    """Return what is served below the folder of each edition, and elsewhere under no name."""
    names = [one.name for one in publication.editions]
    names += [one.name for one in publication.pruned]
    found: dict[str, dict[str, str]] = {name: {} for name in ("", *names)}
    for path, digest in publication.tree.items():
        first, _, rest = path.partition("/")
        if rest and first in found:
            found[first][rest] = digest
        else:
            found[""][path] = digest
    return found


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def publication_of(text: str | bytes, read: ReadParts) -> Publication:
    """Return the publication of a record, whose parts `read` gives. Raises UnreadablePublication.

    A record of an older shape has no parts.
    """
    try:
        held = json.loads(text)
        if held["format"] > FORMAT:
            raise UnreadablePublication(
                "a newer version of the hub published last. Publish with that version."
            )
        found = _whole(held) if held["format"] < FORMAT else _from_parts(held, read)
    except MissingPart as error:
        raise UnreadablePublication(
            f"a part of the record is missing or damaged ({error.digest[:12]}…). {PUT_BACK}"
        ) from None
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        if isinstance(error, UnreadablePublication):
            raise
        said = " ".join(str(error).split())
        raise UnreadablePublication(f"the record cannot be read ({said}). {PUT_BACK}") from None
    if found.name != held["name"]:
        raise UnreadablePublication(f"the record was changed by somebody else. {PUT_BACK}")
    return found


def _from_parts(held: Mapping[str, Any], read: ReadParts) -> Publication:
    """Return the publication of a record: all lists are asked for at once, then all their parts."""
    both: Sequence[Mapping[str, Any]] = [*held["editions"], *held["pruned"]]
    keys = ("served", "files", "paths")
    lists = [held["tree"], *(one[key] for one in both for key in keys if key in one)]
    told = sound([*lists, *(one["numbers"] for one in both)], read)
    parts = sound([part for one in lists for part in told[one]], read)

    def rows(digest: str) -> dict[str, Any]:
        return joined(told[digest], parts)

    def numbers(one: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
        return _numbers(told[one["numbers"]])

    tree = rows(held["tree"])
    for one in both:
        tree |= {f"{one['name']}/{path}": digest for path, digest in rows(one["served"]).items()}
    editions = tuple(
        KeptEdition(one["name"], _day(one), rows(one["files"]), numbers(one))
        for one in held["editions"]
    )
    pruned = tuple(
        PrunedEdition(one["name"], _day(one), tuple(rows(one["paths"])), numbers(one))
        for one in held["pruned"]
    )
    return Publication(tree, editions, held["previous"], pruned)


def _whole(held: Mapping[str, Any]) -> Publication:
    """Return the publication of a record of the first two shapes."""
    editions = tuple(
        KeptEdition(one["name"], _day(one), dict(one["files"]), _numbers(one["numbers"]))
        for one in held["editions"]
    )
    pruned = tuple(
        PrunedEdition(one["name"], _day(one), tuple(one["paths"]), _numbers(one["numbers"]))
        for one in held.get("pruned", ())
    )
    return Publication(dict(held["tree"]), editions, held["previous"], pruned)


def _day(held: Mapping[str, Any]) -> dt.date:
    return dt.date.fromisoformat(held["day"])


def _numbers(held: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(values) for key, values in held.items()}
