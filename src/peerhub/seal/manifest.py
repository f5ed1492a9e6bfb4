"""The manifest: the SHA-256 of every file, and what all was made of. Pure: text in, values out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

PATH = "manifest.json"
SIGNATURE = f"{PATH}.sig"

FORMAT = 1
"""Raised when an older program could no longer read what a newer one writes."""

HANDED_OUT = frozenset("docx epub ics ods odp odt pdf png pptx txt webp zip".split())
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

    def after(self, before: Manifest | None) -> Manifest:
        """Return this manifest with all that an earlier one knew, and this one holds no more."""
        if before is None:
            return self
        served = {
            digest: Earlier(path, before.dated)
            for path, digest in sorted(before.files.items(), reverse=True)
            if is_handed_out(path)
        }
        now = set(self.files.values())
        old = {**before.earlier, **served}
        return replace(self, earlier={one: said for one, said in old.items() if one not in now})

    def paths(self, digest: str) -> tuple[str, ...]:
        """Return where a content stands, the current hub first, editions after it."""
        found = [path for path, one in self.files.items() if one == digest]
        return tuple(sorted(found, key=lambda path: (is_kept(path), path)))

    def to_json(self) -> str:
        """Return the manifest's text: the same manifest has the same bytes."""
        whole = {
            "format": FORMAT,
            "hub": self.hub,
            "address": self.address,
            "edition": self.edition,
            "dated": self.dated,
            "recipe": dict(sorted(self.recipe.items())),
            "files": dict(sorted(self.files.items())),
            "editions": dict(sorted(self.editions.items())),
            "earlier": {
                digest: [one.path, one.until] for digest, one in sorted(self.earlier.items())
            },
        }
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> Manifest:
        """Return the manifest of such a text. Raises UnreadableManifest."""
        try:
            held = json.loads(text)
            if held["format"] > FORMAT:
                raise UnreadableManifest("a newer version of the hub wrote it. Use that version")
            return cls(
                **{name: str(held[name]) for name in ("hub", "address", "edition", "dated")},
                recipe=dict(held["recipe"]),
                files=dict(held["files"]),
                editions=dict(held.get("editions", {})),
                earlier={digest: Earlier(*one) for digest, one in held["earlier"].items()},
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            if isinstance(error, UnreadableManifest):
                raise
            raise UnreadableManifest("it is damaged, or no manifest of a hub") from None


def list_of(edition: str, files: Mapping[str, str]) -> str:
    """Return the text of the list of one kept edition's files, from those of a whole publication.

    It stands beside them, so that an edition in which nothing changes is not written anew.
    """
    own = {path.partition("/")[2]: one for path, one in files.items() if path.startswith(edition)}
    whole = {"format": FORMAT, "files": dict(sorted(own.items()))}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def listed(edition: str, text: bytes) -> dict[str, str]:
    """Return the files of such a list by their paths below the hub. Raises UnreadableManifest."""
    try:
        files = json.loads(text)["files"].items()
        return {f"{edition}/{path}": str(one) for path, one in files}
    except (KeyError, TypeError, ValueError, AttributeError):
        raise UnreadableManifest("it is damaged, or no list of an edition") from None


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
