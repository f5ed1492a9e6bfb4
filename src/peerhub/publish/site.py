"""The current site, as old pages need it: its live blocks, and what became of each page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property

import lxml.html
from lxml.html import HtmlElement

from peerhub.finish.digests import versioned
from peerhub.publish.kept import is_page

LIVE = "data-live"
"""Marks a block that is as current as the data: `urgent`, or `service:<id>`."""

MOVED = re.compile(rb"""<meta http-equiv="refresh" content="0; ?url=([^"]+)">""")


class CurrentSite:
    """A finished site: its paths, with a way to read them."""

    def __init__(self, address: str, paths: frozenset[str], read: Callable[[str], bytes]) -> None:
        self.address = address
        self.paths = paths
        self.read = read

    @cached_property
    def live(self) -> Mapping[str, tuple[str, HtmlElement]]:
        """Each live block by its key, with the page that it was found on."""
        found: dict[str, tuple[str, HtmlElement]] = {}
        first = sorted(self.paths, key=lambda path: (not path.startswith("support/"), path))
        for path in first:
            if not is_page(path):
                continue
            content = self.read(path)
            if LIVE.encode() in content:
                for block in parsed(content).iterfind(f".//*[@{LIVE}]"):
                    found.setdefault(str(block.get(LIVE)), (path, block))
        return found

    @cached_property
    def look(self) -> str:
        """The address of the stylesheet below the root, with its digest."""
        path = "assets/hub.css"
        return versioned(path, self.read(path)) if path in self.paths else path

    def successor(self, path: str) -> str:
        """Return the page that now stands for one: itself, where it moved to, or the one above."""
        seen = set()
        while path in self.paths and path not in seen:
            seen.add(path)
            moved = MOVED.search(self.read(path)[:4000])
            if not moved:
                return path
            path = resolved(path, moved[1].decode().split("#")[0]) or "index.html"
        above = path.removesuffix("index.html").rstrip("/").rpartition("/")[0]
        upper = f"{above}/index.html" if above else "index.html"
        return upper if upper == "index.html" else self.successor(upper)

    def canonical(self, path: str) -> str:
        """Return the whole address of a page that exists."""
        return self.address + path.removesuffix("index.html")


def parsed(content: bytes) -> HtmlElement:
    """Return the tree of a page."""
    return lxml.html.document_fromstring(
        content.decode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8")
    )


def resolved(page: str, href: str) -> str | None:
    """Return the path below the site's root that a page's link leads to, or none if it leaves it.

    A link to a folder leads to its `index.html`.
    """
    if re.match(r"[a-z][a-z0-9+.-]*:|//|#", href, re.IGNORECASE) or not href:
        return None
    href = re.split(r"[?#]", href)[0]
    parts = [] if href.startswith("/") else page.split("/")[:-1]
    for part in href.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    path = "/".join(parts)
    if href.endswith(("/", "..", ".")) or not path or href == "":
        path = f"{path}/index.html" if path else "index.html"
    return path
