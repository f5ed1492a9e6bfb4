"""The manifest: the SHA-256 of every file, and what all was made of. Pure: text in, values out.

`manifest.json` says what is listed and names the parts of the list, each by its digest; a part is
the file of that name below `manifest/`. Whoever signs the one file has signed every digest.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from peerhub.seal.list_parts import MissingPart, ReadParts, digest_of, in_parts, joined, sound

PATH = "manifest.json"
SIGNATURE = f"{PATH}.sig"
PARTS = "manifest/"
"""The folder of the parts, beside the manifest."""

FORMAT = 2
"""Raised when an older program could no longer read what a newer one writes: the first one knew of
no parts, and its manifests hold every file themselves. They are read still."""

HANDED_OUT = frozenset("docx epub ics ods odp odt pdf png pptx txt webp xlsx zip".split())
"""Endings of files that people keep, so that copies of them turn up years later."""

_NOTHING: Mapping[str, Any] = MappingProxyType({})
_EDITION = re.compile(r"^20\d\d\.\d+/")


class UnreadableManifest(ValueError):
    """A manifest that is damaged, or that a newer program wrote."""


@dataclass(frozen=True)
class Earlier:
    """A file that was served, and is no more."""

    path: str
    until: str
    """The day of the last publication that held it (2026-11-23)."""


@dataclass(frozen=True)
class Manifest:
    """What one build or one publication holds."""

    hub: str
    address: str
    edition: str
    dated: str
    """The day of the edition (2026-11-23)."""
    recipe: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """A digest of each thing that it was made of, and versions, by name."""
    files: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """The SHA-256 of every file by its path, but for the manifest's own."""
    earlier: Mapping[str, Earlier] = field(default_factory=lambda: _NOTHING)
    """What was handed out before, by its SHA-256."""
    editions: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """The SHA-256 of the list of each kept edition's files, by the edition's name."""
    put_together: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """The page that offers each pack which browsers put together, by the pack's SHA-256."""

    def after(self, before: Manifest | None) -> Manifest:
        """Return this manifest with all that an earlier one knew, and this one holds no more."""
        if before is None:
            return self
        served = {
            digest: Earlier(path, before.dated)
            for path, digest in sorted(before.files.items(), reverse=True)
            if is_handed_out(path)
        }
        served |= {one: Earlier(page, before.dated) for one, page in before.put_together.items()}
        now = {*self.files.values(), *self.put_together}
        old = {**before.earlier, **served}
        return replace(self, earlier={one: said for one, said in old.items() if one not in now})

    def paths(self, digest: str) -> tuple[str, ...]:
        """Return where a content stands, the current hub first, editions after it."""
        found = [path for path, one in self.files.items() if one == digest]
        return tuple(sorted(found, key=lambda path: (is_kept(path), path)))

    def texts(self) -> dict[str, str]:
        """Return the manifest's text and those of its parts, by path: the same has the same bytes.

        What was handed out before is listed by the day of its going, so that a day is done once.
        """
        files = _listed_in(sorted(self.files.items()))
        gone = sorted(self.earlier.items(), key=lambda one: (one[1].until, one[0]))
        earlier = _listed_in((digest, [one.path, one.until]) for digest, one in gone)
        whole = {
            "format": FORMAT,
            "hub": self.hub,
            "address": self.address,
            "edition": self.edition,
            "dated": self.dated,
            "recipe": dict(sorted(self.recipe.items())),
            "files": list(files),
            "editions": dict(sorted(self.editions.items())),
            **({"put_together": dict(self.put_together)} if self.put_together else {}),
            "earlier": list(earlier),
        }
        return {PATH: _json(whole), **_placed(files), **_placed(earlier)}

    @classmethod
    def from_texts(cls, text: str | bytes, read: ReadParts) -> Manifest:
        """Return the manifest of such a text, whose parts `read` gives. Raises UnreadableManifest.

        A manifest of the first shape has no parts.
        """
        try:
            held = _opened(text)
            earlier = _rows(held, "earlier", read)
            return cls(
                **{name: str(held[name]) for name in ("hub", "address", "edition", "dated")},
                recipe=dict(held["recipe"]),
                files=_rows(held, "files", read),
                editions=dict(held.get("editions", {})),
                put_together=dict(held.get("put_together", {})),
                earlier={digest: Earlier(*one) for digest, one in earlier.items()},
            )
        except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
            if isinstance(error, UnreadableManifest):
                raise
            raise UnreadableManifest("it is damaged, or no manifest of a hub") from None


def list_of(edition: str, files: Mapping[str, str]) -> dict[str, str]:
    """Return the list of one kept edition's files, and its parts, by path, from those of all.

    It stands beside them, so that an edition in which nothing changes is not written anew. Editions
    share the parts in which they do not differ.
    """
    start = f"{edition}/"
    own = sorted(
        (path.removeprefix(start), files[path]) for path in files if path.startswith(start)
    )
    parts = _listed_in(own)
    return {f"{start}{PATH}": _json({"format": FORMAT, "files": list(parts)}), **_placed(parts)}


def listed(edition: str, text: bytes, read: ReadParts) -> dict[str, str]:
    """Return the files of such a list by their paths below the hub. Raises UnreadableManifest."""
    try:
        files = _rows(_opened(text), "files", read).items()
        return {f"{edition}/{path}": str(one) for path, one in files}
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        if isinstance(error, UnreadableManifest):
            raise
        raise UnreadableManifest("it is damaged, or no list of an edition") from None


def part_path(digest: str) -> str:
    """Return where a part stands, below the folder of the manifest."""
    return f"{PARTS}{digest}.json"


def _listed_in(rows: Iterable[tuple[str, Any]]) -> dict[str, str]:
    return {digest_of(text): text for text in in_parts(rows)}


def _placed(parts: Mapping[str, str]) -> dict[str, str]:
    return {part_path(digest): text for digest, text in parts.items()}


def _json(whole: Mapping[str, Any]) -> str:
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _opened(text: str | bytes) -> Mapping[str, Any]:
    held: Mapping[str, Any] = json.loads(text)
    if held.get("format", 1) > FORMAT:
        raise UnreadableManifest("a newer version of the hub wrote it. Use that version")
    return held


def _rows(held: Mapping[str, Any], name: str, read: ReadParts) -> dict[str, Any]:
    """Return what is listed under a name, put together from its parts where it has some."""
    rows = held[name]
    if isinstance(rows, dict):
        return rows
    try:
        return joined(rows, sound(rows, read))
    except MissingPart as error:
        raise UnreadableManifest(
            f"its part {part_path(error.digest)} is not beside it, or is damaged"
        ) from None


def is_handed_out(path: str) -> bool:
    """Say whether a file is one that people keep."""
    return path.rpartition(".")[2] in HANDED_OUT


def is_kept(path: str) -> bool:
    """Say whether a path is below the folder of a kept edition."""
    return bool(_EDITION.match(path))


def handed_out(files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the path and the digest of each file that people keep, editions last."""
    for path in sorted(files, key=lambda path: (is_kept(path), path)):
        if is_handed_out(path):
            yield path, files[path]
