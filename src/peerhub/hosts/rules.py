"""The rules that every host is given, as data. Writers put them into the words of each host."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from peerhub.hosts.policy import HOST

HEADERS = {
    "Content-Security-Policy": HOST,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
"""What goes out with every answer, an error among them."""

REVALIDATE = "no-cache"
"""A browser may keep it, and asks each time whether it is still what stands there."""

FOR_EVER = "public, max-age=31536000, immutable"
"""For files whose digest stands in the address: another content has another address."""

DIGESTED = r"/assets/[^?]*\?v=[0-9a-f]{12}$"
"""What the end of such an address looks like, as a regular expression."""

TYPES = {
    "ics": "text/calendar; charset=utf-8",
    "webmanifest": "application/manifest+json",
    "ris": "application/x-research-info-systems",
    "bib": "application/x-bibtex; charset=utf-8",
}
"""Kinds of file that hosts do not know by themselves."""

NOT_FOUND = "404.html"

_MOVED = re.compile(r"""<meta http-equiv="refresh" content="0; ?url=(?P<to>[^"]+)">""")
_HEAD = 4000


@dataclass(frozen=True)
class HostRules:
    """What one hub asks of its host."""

    base: str = "/"
    """The path of the hub's address: "/", or "/hub/"."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Old addresses and where they lead now, as paths of the host."""

    @property
    def not_found(self) -> str:
        """The page for unknown addresses."""
        return f"{self.base}{NOT_FOUND}"


def rules_of(site: Path, address: str) -> HostRules:
    """Return the rules of a finished site whose home page is at `address`.

    An old address is a page that does nothing but lead to another.
    """
    base = urlsplit(address).path or "/"
    moved = {}
    for page in sorted(site.rglob("index.html")):
        with page.open(encoding="utf-8", errors="replace") as opened:
            found = _MOVED.search(opened.read(_HEAD))
        if found:
            path = page.parent.relative_to(site).as_posix()
            here = f"{base}{path}/" if path != "." else base
            moved[here] = _joined(here, found["to"])
    return HostRules(base, moved)


def _joined(here: str, there: str) -> str:
    """Return the path to which an address written on the page `here` leads."""
    parts: list[str] = [] if there.startswith("/") else here.strip("/").split("/")
    path, mark, anchor = unquote(there).partition("#")
    for part in path.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part not in ("", "."):
            parts.append(part)
    end = "/" if path.endswith(("/", "..", ".")) and parts else ""
    return f"/{'/'.join(parts)}{end}{mark}{anchor}"
