"""The looks that an inspection takes at a built site: each names what has a fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from tests.axe import barriers
from tests.inspection import ace
from tests.office import faults
from tests.pdf.verapdf import failed_rules

HTML = (".html",)
Thing = TypeVar("Thing")
BOOKS = (".epub",)
OFFICE = (".docx", ".odt", ".pptx", ".odp", ".ods", ".xlsx")
AXE = {
    "axe-light": (1280, {"color_scheme": "light"}),
    "axe-dark": (360, {"color_scheme": "dark"}),
    "axe-forced": (360, {"forced_colors": "active"}),
    "axe-open": (1280, {"color_scheme": "light"}),
}
"""The width and the colours of each look that axe takes; in `axe-open` all that folds is open."""
OPENED = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
TALL = 4000
"""Pixels in height, so that what is looked at lies within the window."""

LEADS_ON = re.compile(rb'http-equiv="?refresh', re.IGNORECASE)
LARGE = "document.documentElement.style.fontSize = '200%'"
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def pages(site: Path) -> list[str]:
    """Return the address of every page of a site, but for those that only lead on to another."""
    found = sorted(site.rglob("index.html"))
    read = [one for one in found if not LEADS_ON.search(one.read_bytes())]
    return [f"/{one.parent.relative_to(site).as_posix()}/".replace("/./", "/") for one in read]


def some_of(things: list[Thing], few: int | None) -> list[Thing]:
    """Return so many of some things, from all over their list; all of them where none are given."""
    if few is None or few >= len(things):
        return things
    return [things[at * len(things) // few] for at in range(few)]


def files(site: Path, endings: tuple[str, ...]) -> list[Path]:
    """Return the files of a site with some endings, in order."""
    return sorted(one for one in site.rglob("*") if one.suffix in endings)


def with_barriers(browser, address: str, look: str, asked: list[str]) -> Iterator[tuple[str, bool]]:
    """Yield each page, and whether axe finds a barrier on it."""
    width, colours = AXE[look]
    context = browser.new_context(viewport={"width": width, "height": TALL}, **colours)
    for page in asked:
        opened = context.new_page()
        opened.goto(address + page)
        if look == "axe-open":
            opened.evaluate(OPENED)
        yield page, bool(barriers(opened))
        opened.close()
    context.close()


def too_wide(
    browser, address: str, asked: list[str], *, is_large: bool
) -> Iterator[tuple[str, bool]]:
    """Yield each page, and whether it scrolls sideways: at 320 pixels, or with large letters."""
    width = 1280 if is_large else 320
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    opened = context.new_page()
    for page in asked:
        opened.goto(address + page)
        if is_large:
            opened.evaluate(LARGE)
        yield page, opened.evaluate(WIDE) > 0
    context.close()


def breaking_rules(site: Path, flavour: str, asked: list[Path]) -> Iterator[tuple[str, bool]]:
    """Yield each PDF, and whether it breaks a rule of a flavour."""
    for one in asked:
        yield f"/{one.relative_to(site).as_posix()}", bool(failed_rules(one.read_bytes(), flavour))


def faulty(site: Path, asked: list[Path]) -> Iterator[tuple[str, bool]]:
    """Yield each office file, and whether it breaks the rules of its format."""
    for one in asked:
        yield f"/{one.relative_to(site).as_posix()}", bool(faults(one))


def hard_to_read(site: Path, asked: list[Path]) -> Iterator[tuple[str, bool]]:
    """Yield each EPUB, and whether Ace finds a fault in it."""
    for one in asked:
        yield f"/{one.relative_to(site).as_posix()}", bool(ace.faults(ace.report(one)))
