"""Reads every page of a project, and what pages are made with, for all that can be found now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from peerhub.catalogue.address_ledger import gone, read_address_ledger
from peerhub.catalogue.calls import BadCall, carried_out
from peerhub.catalogue.issue import Issue
from peerhub.catalogue.pages import split_front_matter
from peerhub.models import PageMeta
from peerhub.models.page import address_of
from peerhub.proofread.addresses import (
    clashes,
    ill_named,
    missing_pages,
    of_no_kind,
)
from peerhub.proofread.blocks import broken_blocks
from peerhub.proofread.data_words import unsound_data_words, words_in
from peerhub.proofread.html import raw_html
from peerhub.proofread.inside import Places, broken_inside
from peerhub.proofread.leftovers import leftovers
from peerhub.proofread.links import unsound_links
from peerhub.proofread.parts_memory import newly_unsound_parts
from peerhub.proofread.pasted import pasted
from peerhub.proofread.people import named_people
from peerhub.proofread.picture_files import unsound_picture_files
from peerhub.proofread.pictures import unsound_pictures
from peerhub.proofread.settings import unsound_settings
from peerhub.proofread.signposts import moved, unsound_signposts
from peerhub.proofread.spelling import ask, misspelt_as_asked
from peerhub.proofread.text import Found, PageText

REMEMBERED = 2_000
"""The pages that a process remembers having read, so that a preview reads only what is new."""


def proofread(
    root: Path,
    made: Collection[str] | None,
    macros: Mapping[str, Callable[..., str]],
    words: Collection[str] | None = None,
    metas: Mapping[str, PageMeta] = MappingProxyType({}),
    make: Callable[[str], str | None] = lambda _: None,
) -> list[Issue]:
    """Return every problem of the pages in a project that their texts alone do not show.

    `made` are the paths of the pages that the data make; None while the data have faults, when no
    link within the hub can be judged. `macros` are what calls give, for the places they make;
    `words` what every page's template is given; `metas` the front matter of each page; `make`
    gives the text of a page that the data make, by its path, if that can be had without a build.
    """
    docs = root / "docs"
    asked = ask(root)
    texts = dict(_texts(docs))
    files = [one.relative_to(docs).as_posix() for one in sorted(docs.rglob("*")) if one.is_file()]
    issues = [*ill_named(list(texts)), *of_no_kind(files), *missing_pages(texts)]
    issues += unsound_picture_files(docs, files)
    issues += [*newly_unsound_parts(root, words), *unsound_settings(root)]
    issues += unsound_data_words(root)
    issues += clashes(list(texts), made or ())
    places = None if made is None else _places(docs, texts, made, macros)
    if places is not None:
        places.moved = moved(metas)
        by_address = {address_of(path): path for path in made or ()}
        places.make = lambda address: make(by_address[address]) if address in by_address else None
        issues += unsound_signposts(root, metas, places.addresses)
        ledger, broken = read_address_ledger(root)
        issues += broken
        if _pages(files) <= {*metas}:  # a page that cannot be read may lead where one was
            issues += gone(ledger, {*places.addresses, *places.moved})
    issues += misspelt_as_asked(root, asked)
    for inside, page in texts.items():
        found = [*_of_itself(page), *unsound_pictures(page, root)]
        if places is not None:
            found += broken_inside(page, inside, places)
        if page.body.strip():  # else the words of the page may stand in its front matter
            issues += words_in(page.file, page.front, 2)
        issues += [page.issue(one) for one in found]
    return issues


@lru_cache(maxsize=REMEMBERED)
def _of_itself(page: PageText) -> tuple[Found, ...]:
    """Return what is wrong with a page whatever else there is."""
    return (
        *raw_html(page),
        *unsound_links(page),
        *broken_blocks(page),
        *leftovers(page),
        *pasted(page),
        *named_people(page),
    )


@lru_cache(maxsize=REMEMBERED)
def _page_text(file: str, body: str, first: int, front: str) -> PageText:
    """Return a page's text: the same one for the same words, with what is known of it."""
    return PageText(file, body, first, front)


def _pages(files: Iterable[str]) -> set[str]:
    return {one for one in files if one.endswith(".md")}


def _texts(docs: Path) -> Iterator[tuple[str, PageText]]:
    """Yield each page by its path below docs; one that cannot be read is told by who reads it."""
    for path in sorted(docs.rglob("*.md")):
        try:
            text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
        except (UnicodeDecodeError, OSError):
            continue
        front, body, first = split_front_matter(text)
        inside = path.relative_to(docs).as_posix()
        yield inside, _page_text(f"docs/{inside}", body, first, front or "")


def _places(
    docs: Path,
    texts: Mapping[str, PageText],
    made: Collection[str],
    macros: Mapping[str, Callable[..., str]],
) -> Places:
    def carry_out(body: str) -> str | None:
        try:
            return carried_out(body, macros)
        except BadCall:
            return None  # said already, by who tries the calls

    unread = _pages(one.relative_to(docs).as_posix() for one in docs.rglob("*.md"))
    addresses = {address_of(path) for path in (*unread, *made)}
    own = [path for path in texts if path not in set(made) and texts[path].body.strip()]
    return Places(addresses, {address_of(one): texts[one].body for one in own}, carry_out, docs)
