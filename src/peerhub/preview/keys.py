"""What each page of a preview is made of, so that only pages that would differ are set again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from peerhub.catalogue.calls import BadCall, carried_out
from peerhub.catalogue.pages import split_front_matter
from peerhub.hub import Hub
from peerhub.models.page import address_of

LOOK = ("overrides", "hooks", "mkdocs.yml")
"""What every page is made with."""


def written_pages(docs: Path) -> dict[str, str]:
    """Return every page that somebody wrote: its path below docs and its text."""
    return {
        path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8-sig")
        for path in sorted(docs.rglob("*.md"))
    }


def page_keys(hub: Hub, made: Mapping[str, str]) -> dict[str, str]:
    """Return a digest of all that decides about each page, by its path below docs.

    `made` are the pages that the data make. Everything counts that a page shows: its text with its
    calls carried out, what stands around it, the templates, and which other pages there are.
    """
    written = written_pages(hub.root / "docs")
    everywhere = _digest(
        _look(hub.root), *sorted({*written, *made}), repr(hub.furniture.everywhere)
    )
    keys = {}
    for path, text in {**written, **made}.items():
        said = text if path in made else _carried_out(text, hub)
        own = hub.furniture.around(address_of(path), _front_matter(text))
        shown = {name: value for name, value in own.items() if name not in hub.furniture.everywhere}
        keys[path] = _digest(everywhere, said, repr(shown))
    return keys


def _carried_out(text: str, hub: Hub) -> str:
    try:
        return carried_out(text, hub.macros)
    except BadCall:
        return text  # the engine tells of it, in its own words


@lru_cache(maxsize=5_000)
def _front_matter(text: str) -> Mapping[str, Any]:
    front, _, _ = split_front_matter(text)
    found = yaml.load(front or "", yaml.CSafeLoader)
    return found if isinstance(found, dict) else {}


def _look(root: Path) -> str:
    """Return a digest of the templates and settings that every page is made with."""
    return _digest(*(part for name in LOOK for part in _read(root / name)))


def _read(path: Path) -> Iterator[str]:
    files = sorted(path.rglob("*.html")) if path.is_dir() else [path]
    for file in files:
        yield file.name
        yield file.read_text(encoding="utf-8")


def _digest(*parts: str) -> str:
    whole = sha256()
    for part in parts:
        content = part.encode()
        whole.update(b"%d:" % len(content) + content)
    return whole.hexdigest()
