"""Pages to take away and read elsewhere: as a book for a reading program, and as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from peerhub.catalogue import Catalogue
from peerhub.questions.materials import TWIN_FORMATS, Format

SECTIONS = ("guidance", "leaders", "network", "trauma")
"""The folders of `docs/` whose pages are read from end to end."""

KIND = "reading"
FORMATS: Sequence[Format] = TWIN_FORMATS
FORMAT_NAMES = {"EPUB": "an e-book (EPUB)", "TXT": "plain text"}


@dataclass(frozen=True)
class ReadingText:
    """A page to take away: its source below `docs/`, its title, and its words as HTML."""

    path: str
    title: str
    html: str


def reading_paths(catalogue: Catalogue) -> list[str]:
    """Return the sources below `docs/` of the pages that can be taken away, in order.

    A page that works by a script is of no use elsewhere; of one that was withdrawn only the reason
    is left.
    """
    return sorted(
        path
        for path, meta in catalogue.pages.items()
        if path.split("/")[0] in SECTIONS and not meta.scripts and not meta.withdrawn
    )


def reading_file(path: str, form: Format) -> str:
    """Return where the twin of a page stands below the site."""
    stem = path.removesuffix(".md").removesuffix("/index").replace("/", "-")
    return f"materials/reading/{stem}.{form.lower()}"


def reading_name(path: str) -> str:
    """Return what the ledger of materials calls the twins of a page."""
    return f"page/{path.removesuffix('.md')}"


def text_name(path: str) -> str:
    """Return what that ledger calls the words of a page that has none."""
    return f"text/{path.removesuffix('.md')}"
