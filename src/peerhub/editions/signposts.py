"""The root of a published site: where every address that was ever printed goes on working.

Editions stand in folders of their own (`/2026.1/forces/kent/`). Posters, calendars and links from
elsewhere use the lasting address (`/forces/kent/`). There a page is a signpost to the newest
edition that has it, and a file is the newest edition's file itself, since a calendar program
or a printer follows no signpost.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import PurePosixPath

FURNITURE = frozenset({"assets", "search"})
"""Folders whose files only the site's own pages use."""

LASTING_SUFFIXES = frozenset({".csv", ".ics", ".json", ".pdf", ".txt", ".xml", ".zip"})

NOT_FOUND = "404.html"
"""A host shows this page of the root for every address that does not exist."""


def signposts(
    pages: Mapping[str, Iterable[str]], latest: str, template: str
) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return what the root holds: its signposts, and the files to copy from `latest`.

    `pages` gives for each folder of the branch, newest first, the paths of the files in it;
    `latest` is the folder that the newest edition is also reached by. The template has one
    blank, `{{ href }}`. The page at the root itself belongs to the publishing tool.
    """
    newest: dict[str, str] = {}
    for folder, paths in pages.items():
        for path in paths:
            if is_page(path):
                newest.setdefault(path, folder)
    signs = {
        path: _signpost(path, folder, template).encode()
        for path, folder in sorted(newest.items())
        if path != "index.html"
    }
    copies = tuple(sorted(path for path in pages.get(latest, ()) if is_lasting_file(path)))
    return signs, copies


def is_page(path: str) -> bool:
    """Say whether a reader can be sent on from this path: it is a page with an address."""
    parts = PurePosixPath(path).parts
    return parts[-1] == "index.html" and parts[0] != "assets"


def is_lasting_file(path: str) -> bool:
    """Say whether others may hold the address of this file."""
    parts = PurePosixPath(path).parts
    return path == NOT_FOUND or (
        PurePosixPath(path).suffix in LASTING_SUFFIXES and parts[0] not in FURNITURE
    )


def _signpost(path: str, folder: str, template: str) -> str:
    here = PurePosixPath(path).parent
    up = "../" * len(here.parts)
    return template.replace("{{ href }}", escape(f"{up}{folder}/{here}/"))
