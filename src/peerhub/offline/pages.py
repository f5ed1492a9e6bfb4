"""Pages of the site made to work from a disk: what a host does for them is done beforehand.

A host shows `index.html` for an address that ends with a slash, and browsers refuse type that lies
beside a page on a disk. So addresses name their files, and type comes inside the stylesheet.
"""

from __future__ import annotations

import base64
import posixpath
import re
from collections.abc import Set
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import unquote

_ADDRESS = re.compile(
    r"""(?P<before>\s(?:href|src|action)="|content="0; ?url=)(?P<to>[^"]*)(?=")"""
)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#")
_PRELOAD = re.compile(r'<link rel="preload"[^>]*>\n?')
_FONT = re.compile(rb'url\("(?P<path>[^":?]+\.woff2)(?:\?v=\w+)?"\)')
_MAIN = re.compile(r'<main id="main">')
_SCRIPTED = re.compile(r"<script src=")


@dataclass(frozen=True)
class Bag:
    """What a page in a bag has to know of the bag."""

    paths: Set[str]
    """The files in it, by their paths below the site."""
    address: str
    """Where the hub stands on the web; what is not in the bag is there."""
    notice: str
    """What every page says of itself, as HTML, with `{up}` for the way to the bag's own root."""
    script: str
    """The path of the script that follows links which other scripts make."""


def on_disk(html: str, path: str, bag: Bag) -> str:
    """Return the page at `path` below the site, ready for a disk."""
    up = "../" * path.count("/")
    text = _PRELOAD.sub("", html).replace("font-src 'self'", "font-src 'self' data:", 1)
    text = _ADDRESS.sub(lambda found: found["before"] + led(found["to"], path, bag), text)
    notice = bag.notice.replace("{up}", up)
    text = _MAIN.sub(lambda found: f"{found[0]}\n{notice}", text, count=1)
    if _SCRIPTED.search(text):
        src = escape(up + bag.script)
        text = text.replace("</body>", f'<script src="{src}" defer></script>\n</body>', 1)
    return text


def led(address: str, page: str, bag: Bag) -> str:
    """Return an address on a page so that it leads to a file of the bag, or to the web."""
    if _ELSEWHERE.match(address):
        return address
    way, rest = re.fullmatch(r"([^?#]*)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    if not way:
        return address
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(way)))
    folder = way.endswith(("/", "..", ".")) or target == "."
    if folder:
        target = posixpath.normpath(posixpath.join(target, "index.html"))
    if target not in bag.paths:
        there = target.removesuffix("index.html") if folder else target
        return f"{bag.address}{there}{rest}"
    if folder:
        return f"{way}{'' if way.endswith('/') else '/'}index.html{rest}"
    return address


def with_type(style: bytes, folder: Path) -> bytes:
    """Return a stylesheet with its type inside; `folder` is where the stylesheet stands."""

    def inside(found: re.Match[bytes]) -> bytes:
        font = base64.b64encode((folder / found["path"].decode()).read_bytes())
        return b'url("data:font/woff2;base64,' + font + b'")'

    return _FONT.sub(inside, style)
