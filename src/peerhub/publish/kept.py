"""What an edition keeps, and what exists once and is always current."""

from __future__ import annotations

import re
from collections.abc import Iterable

KEPT = (
    "train/",
    "leaders/",
    "guidance/",
    "trauma/",
    "materials/modules/",
    "materials/workshops/",
    "materials/reading/",
)
"""Curriculum and guidance, and the files that belong to them, by the start of their paths.

Support, helplines, forces, events, posters, feeds and codes are on no such path: they exist once.
"""

TOOLS = "materials/tools/"
"""Files of guidance pages: kept, but for cards of numbers, which are as current as the numbers."""

CARDS = frozenset({"help-card", "prompt-cards", "recall-notice"})

FURNITURE = re.compile(r"^assets/(?!maker/|search/).*\.(?:css|js|woff2|svg|png)$")
"""What kept pages look and work with."""


def is_kept(path: str) -> bool:
    """Say whether a file of the site is kept by edition."""
    if path.startswith(TOOLS):
        return path.removeprefix(TOOLS).rsplit(".", 1)[0] not in CARDS
    return path.startswith(KEPT) or bool(FURNITURE.match(path))


def kept_paths(paths: Iterable[str]) -> tuple[str, ...]:
    """Return those of a site's paths that an edition keeps, in order."""
    return tuple(sorted(path for path in paths if is_kept(path)))


def is_page(path: str) -> bool:
    """Say whether readers come to this file by an address that ends with a slash."""
    return path == "index.html" or path.endswith("/index.html")
