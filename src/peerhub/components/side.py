"""The second column of a page: what is taken along, the facts, the next step, the page's parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from peerhub.components.render import render


@dataclass(frozen=True)
class SidePart:
    """One part of the second column: the id and words of its heading, and its HTML.

    One with a key in `live` is of today: kept editions show the current site's part of that key.
    """

    id: str
    title: str
    body: Markup
    live: str = ""


@dataclass(frozen=True)
class PagePart:
    """A section of the page: its fragment and its heading."""

    id: str
    title: str


@dataclass(frozen=True)
class FileFormat:
    """One file of a row: its format ("PDF"), where it stands, and a detail ("12 pages, 48 kB")."""

    name: str
    href: str
    detail: str = ""
    is_list: bool = False
    """Whether the list of its parts stands there, of which the reader's browser makes it."""


@dataclass(frozen=True)
class FileRow:
    """One thing to download in all the formats that it comes in."""

    label: str
    formats: tuple[FileFormat, ...]


@dataclass(frozen=True)
class NextWay:
    """One way to use a page: its id, its name ("Teach"), and its HTML."""

    id: str
    title: str
    body: Markup


def side(parts: Sequence[SidePart], contents: Sequence[PagePart] = ()) -> Markup:
    """Return the second column. On a narrow screen it stands where it is written."""
    return render("side", parts=parts, contents=contents)


def file_rows(rows: Sequence[FileRow], first: FileFormat | None = None) -> Markup:
    """Return files, one row a thing with its formats beside it; `first` is a button above."""
    return render("file_rows", rows=rows, first=first)


def links(rows: Sequence[tuple[str, str]]) -> Markup:
    """Return a short list of links, each a title and where it leads; nothing for none."""
    if not rows:
        return Markup()
    return render("links", rows=rows)


def ways(found: Sequence[NextWay]) -> Markup:
    """Return the ways to use a page, side by side where there is room."""
    return render("ways", ways=found)


def fold(title: str, body: Markup) -> Markup:
    """Return something that is folded away below a title until it is asked for, and in print."""
    return render("fold", title=title, body=body)
