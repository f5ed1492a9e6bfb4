"""Links within the hub: each leads to a page that is there, and to a place on it."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from markdown.extensions.toc import slugify, unique

from peerhub.catalogue.nearest import nearest
from peerhub.faults import Code
from peerhub.models.page import address_of
from peerhub.proofread.links import Link, links_of, unsafe_address
from peerhub.proofread.text import Found, PageText

_ID = re.compile(r"""\bid="([^"]+)\"|\{:?[^}\n]*#([\w-]+)[^}\n]*\}""")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//|www\.", re.IGNORECASE)
_HEADING = re.compile(r"^#{1,6}\s+(?P<title>.+?)\s*#*$", re.MULTILINE)
_NAMED = re.compile(r"\s*\{:?[^}]*#(?P<name>[\w-]+)[^}]*\}\s*$")
_LINKED = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MADE = (
    "api/",
    "assets/",
    "events/",
    "evidence/",
    "forces/",
    "materials/",
    "posters/",
    "train/",
    "network/",
)
"""Where files stand that are made with the site; the finished site is followed for those."""


@dataclass
class Places:
    """Every page of the hub by its address, and the places within those written by hand."""

    addresses: Collection[str]
    bodies: Mapping[str, str]
    """The body of each written page by its address, its calls in place."""
    carry_out: Callable[[str], str | None]
    """Puts the calls of a body in place; None where one is faulty: what it makes is not known."""
    files: Path
    """The folder `docs`, for files that stand there as they are."""
    make: Callable[[str], str | None] = lambda _: None
    """Gives the body of a page that the data make, by its address; None where a build must say."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Where each address leads that a page had before."""
    _known: dict[str, frozenset[str] | None] = field(default_factory=dict)

    def anchors(self, address: str) -> frozenset[str] | None:
        """Return the places of a page that a link can name; None where only a build knows them."""
        if address not in self._known:
            written = self.bodies.get(address)
            body = self.make(address) if written is None else self.carry_out(written)
            self._known[address] = None if body is None else _anchors(body)
        return self._known[address]


def broken_inside(page: PageText, inside: str, places: Places) -> Iterator[Found]:
    """Find links of a page (`inside` is its path below docs) that lead to nothing on this hub."""
    for link in links_of(page):
        address = link.address
        if link.is_picture or not address or _OUTSIDE.match(address) or unsafe_address(address, ""):
            continue
        path, _, fragment = unquote(address).partition("#")
        target = _target(path.split("?")[0], inside)
        told = _page(link, target, places) if path else None
        if told:
            yield told
        elif fragment:
            yield from _fragment(link, target if path else address_of(inside), fragment, places)


def _target(path: str, inside: str) -> str:
    """Return the whole address that a link of a page means."""
    if path.startswith("/"):
        return path
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(inside), path))
    return address_of(joined) if joined.endswith(".md") else f"/{joined}"


def _page(link: Link, target: str, places: Places) -> Found | None:
    if target in places.addresses or _is_file(target, places):
        return None
    at, named = link.address_at, f"the link to {link.address} leads to no page"
    if target in places.moved:
        told = f"the link to {link.address} leads to where a page was before it moved"
        return at, Code.BROKEN_LINK, told, f"Write {places.moved[target]}"
    if target.removesuffix(".md") + "/" in places.addresses and not target.endswith("/"):
        return at, Code.BROKEN_LINK, named, f"Write {target.removesuffix('.md')}/."
    if not target.startswith("/") or "@" in target:
        return None
    return at, Code.BROKEN_LINK, named, _meant(target, places.addresses)


def _meant(target: str, addresses: Collection[str]) -> str:
    """Return which page an address may mean: one of its last name, or one much alike."""
    name = target.removesuffix(".md").strip("/").rsplit("/", 1)[-1]
    same = [one for one in addresses if name and one.strip("/").rsplit("/", 1)[-1] == name]
    if same:
        return f"Did you mean '{min(same, key=lambda one: (one.count('/'), one))}'?"
    return nearest(target, addresses, "Copy the address of the page as the site shows it.")


def _is_file(target: str, places: Places) -> bool:
    """Say whether an address is a file's: one that stands in docs, or one that will be made."""
    path = target.lstrip("/")
    has_ending = "." in path.rsplit("/", 1)[-1] and not path.endswith(".md")
    return has_ending and (path.startswith(_MADE) or (places.files / path).is_file())


def _fragment(link: Link, target: str, fragment: str, places: Places) -> Iterator[Found]:
    anchors = places.anchors(target)
    if anchors is None or fragment in anchors:
        return
    yield (
        link.address_at,
        Code.BROKEN_FRAGMENT,
        f"the link to {link.address} leads to a place that the page does not have",
        nearest(fragment, anchors, f"Choose a heading of {target}, or take out '#{fragment}'."),
    )


def _anchors(body: str) -> frozenset[str]:
    ids = {one or two for one, two in _ID.findall(body)}
    for found in _HEADING.finditer(PageText("", body).uncoded):
        named = _NAMED.search(found["title"])
        if not named:
            words = _LINKED.sub(r"\1", re.sub(r"\s*\{:?[^}]*\}\s*$", "", found["title"]))
            plain = unescape(re.sub(r"<[^>]+>|[*`]|\\(?=\W)", "", words))
            ids.add(unique(slugify(plain, "-"), ids))
    return frozenset(ids)
