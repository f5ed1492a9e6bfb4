"""What holds a number, an address or words: each place of the sources, each file that is served."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from peerhub.bundle import LIST
from peerhub.catalogue.recalled import line_and_column, text_files
from peerhub.models.recall import Recall
from peerhub.models.sought import holds, places
from peerhub.publish.kept import is_page
from peerhub.publish.texts import text_of

NOW = "current"
"""What the site at the root is called in a list, where an edition has its name."""
PICTURES = (".png", ".webp")
SLIDES = {".pptx", ".odp"}
FEEDS = {".ics": "calendar", ".xml": "feed", ".json": "data file", ".js": "script"}


@dataclass(frozen=True, order=True)
class Holding:
    """One file that is served and holds what is looked for."""

    edition: str
    """The edition's name, or "current"."""
    kind: str
    """What a person calls it: page, poster, card, slides, handout, pack …"""
    path: str
    """Below the root of what is served."""


def in_sources(root: Path, recall: Recall) -> Iterator[str]:
    """Yield each place where it is typed in data, pages and templates, as file:line:column."""
    for file in text_files(root):
        text = file.read_bytes().decode("utf-8-sig", "replace")
        for words in recall.words:
            for at in places(text, words):
                line, column = line_and_column(text, at)
                yield f"{file.relative_to(root).as_posix()}:{line}:{column}"


def in_served(
    tree: Mapping[str, str], editions: frozenset[str], read: Callable[[str], bytes], recall: Recall
) -> list[Holding]:
    """Return every file of a tree of digests that holds it, each content read once.

    A picture's words cannot be read; it is named when the PDF of the same name holds them.
    """
    known: dict[str, bool] = {}
    found, pictures = set(), []
    for path, digest in tree.items():
        _, below = _apart(path, editions)
        if recall.takes(below):
            found.add(path)
        elif path.endswith(PICTURES):
            pictures.append(path)
        else:
            if digest not in known:
                text = text_of(path, read(digest))
                known[digest] = any(holds(text, one) for one in recall.words)
            if known[digest]:
                found.add(path)
    found |= {path for path in pictures if f"{path.rpartition('.')[0]}.pdf" in found}
    return sorted(_holding(path, editions) for path in found)


def _holding(path: str, editions: frozenset[str]) -> Holding:
    edition, below = _apart(path, editions)
    return Holding(edition, kind_of(below), path)


def _apart(path: str, editions: frozenset[str]) -> tuple[str, str]:
    """Return the edition that a path belongs to, and the path below it."""
    first, _, rest = path.partition("/")
    return (first, rest) if first in editions else (NOW, path)


def kind_of(path: str) -> str:
    """Return what a person calls the file at a path."""
    suffix = PurePosixPath(path).suffix
    if is_page(path):
        return "page"
    if "card" in PurePosixPath(path).name or "wallet" in path:
        return "card"
    if path.startswith("posters/"):
        return "poster"
    if suffix in SLIDES or "slides" in path:
        return "slides"
    if "handout" in path:
        return "handout"
    if suffix == ".zip" or path.endswith(LIST):
        return "pack"
    return FEEDS.get(suffix, "file")
