"""The furniture of help, looked for in the output: every page shows whom to call."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from pathlib import Path

HEADLESS = re.compile(r"<meta[^>]+http-equiv=[\"']?refresh", re.IGNORECASE)
"""A signpost that leads on by itself, and shows nothing of its own."""

_LINK = re.compile(r"<a\b[^>]*\bhref=[\"']?([^\"'\s>]+)", re.IGNORECASE)
MOST = 5
"""The most pages that are named; the rest are counted."""


def helpless(site: Path, numbers: Sequence[str]) -> list[str]:
    """Return a line for each kind of help that pages of a built site do not show.

    `numbers` are the addresses of the urgent services, such as `tel:999`. Each page has to link to
    every one of them, to the page for people who need to talk, and past its head to its content.
    """
    lacking: dict[str, list[str]] = {}
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        if HEADLESS.search(html):
            continue
        links = {unescape(one) for one in _LINK.findall(html)}
        wanted = {number: number in links for number in numbers}
        own = path.relative_to(site).as_posix() == "support/index.html"
        wanted["the way to /support/"] = own or any(one.endswith("support/") for one in links)
        wanted["the way past the head of the page"] = "#main" in links and 'id="main"' in html
        for what, is_there in wanted.items():
            if not is_there:
                lacking.setdefault(what, []).append(path.relative_to(site).as_posix())
    return [_line(what, pages) for what, pages in lacking.items()]


def _line(what: str, pages: list[str]) -> str:
    more = len(pages) - MOST
    named = ", ".join(pages[:MOST]) + (f" and {more} more" if more > 0 else "")
    return (
        f"overrides/partials/urgent.html:1:1: {what} is missing from {named}. "
        "Bring back the parts of every page: git checkout -- overrides. [PH085]"
    )
