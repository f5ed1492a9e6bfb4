"""Pages that moved or were withdrawn: what their front matter says leads somewhere, once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from peerhub.catalogue.issue import Issue
from peerhub.catalogue.nearest import nearest
from peerhub.faults import Code
from peerhub.models import PageMeta
from peerhub.models.language_code import ENGLISH
from peerhub.models.page import address_of


def moved(metas: Mapping[str, PageMeta]) -> dict[str, str]:
    """Return where each address leads that a page had before: old address to new."""
    return {old: address_of(path) for path, meta in metas.items() for old in meta.moved_from}


def unsound_signposts(
    root: Path, metas: Mapping[str, PageMeta], addresses: Collection[str]
) -> Iterator[Issue]:
    """Yield what is wrong with the signposts of pages; `addresses` are those of every page."""
    holders: dict[str, str] = {}
    others = {meta.lang for meta in metas.values()} - {ENGLISH}
    for path, meta in metas.items():
        file = f"docs/{path}"
        for old in meta.moved_from:
            line, column = _place(root / file, old)
            if old in addresses:
                yield Issue(
                    file,
                    line,
                    column,
                    Code.ADDRESS_CLASH,
                    f"moved_from names {old}, where there is a page",
                    "Take the line out, or take that page out first.",
                )
            elif old in holders:
                yield Issue(
                    file,
                    line,
                    column,
                    Code.ADDRESS_CLASH,
                    f"moved_from names {old}, and so does {holders[old]}",
                    "An address leads to one page: keep one of the two.",
                )
            holders.setdefault(old, file)
        yield from _twin(root / file, file, meta, addresses)
        folder = path.partition("/")[0]
        if meta.lang == ENGLISH and folder in others:
            yield Issue(
                file,
                1,
                1,
                Code.FILE_NAME,
                f"the page stands below docs/{folder}/ and does not say that it is in '{folder}'",
                f"Add lang: {folder}, twin: with the address of the same page in English, and "
                "translation: draft.",
            )
        gone = meta.withdrawn
        if (
            gone
            and gone.instead
            and (gone.instead not in addresses or gone.instead == address_of(path))
        ):
            yield Issue(
                file,
                *_place(root / file, gone.instead),
                Code.BROKEN_LINK,
                f"the page to read instead, {gone.instead}, is no other page",
                nearest(gone.instead, set(addresses), "Copy its address as the site shows it."),
            )


def _twin(place: Path, file: str, meta: PageMeta, addresses: Collection[str]) -> Iterator[Issue]:
    """Yield what is wrong with the twin of a page in another language."""
    if meta.lang == ENGLISH:
        return
    twin = str(meta.twin)
    if twin not in addresses or twin.startswith(f"/{meta.lang}/"):
        yield Issue(
            file,
            *_place(place, twin),
            Code.BROKEN_LINK,
            f"the twin {twin} is no page in English",
            nearest(twin, set(addresses), "Copy its address as the site shows it."),
        )


def _place(file: Path, address: str) -> tuple[int, int]:
    """Return the line and column of an address in the front matter of a page."""
    text = file.read_text(encoding="utf-8-sig") if file.is_file() else ""
    found = re.search(rf"(?<![\w/-]){re.escape(address)}(?![\w-])", text)
    at = found.start() if found else 0
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
