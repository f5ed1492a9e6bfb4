"""Pages of a kept edition: their words as they were, with help as it is now.

An edition keeps the *source* of each page: what is live is cut out of it, and so is what names the
edition. So a page that has not changed is one file in every edition. At each publication the
blanks are filled from the current site.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

import lxml.html
from jinja2 import Template
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml.html import HtmlElement

from peerhub.finish.digests import LENGTH
from peerhub.publish.site import LIVE, CurrentSite, parsed, resolved

STAMP = "data-stamp"
"""Marks what names the edition: it differs in every edition, whatever the page says."""

LINKS = (("a", "href"), ("form", "action"), ("link", "href"), ("img", "src"), ("script", "src"))

VERSION = re.compile(r"\?v=[0-9a-f]+$")
"""The digest in an asset's address: a page that has not changed is the same without it."""

TEMPLATES = Path(__file__).with_name("templates")


def source_of(content: bytes) -> bytes:
    """Return what an edition keeps of a page: all but what is live and what names the edition."""
    page = parsed(content)
    page.attrib.pop("data-edition", None)
    for block in page.xpath(f"//*[@{LIVE}]"):
        heading = next((one.tag for one in block.iter("h2", "h3", "h4", "h5", "h6")), None)
        blank = block.makeelement(block.tag, {LIVE: block.get(LIVE)})
        if heading:
            blank.set("data-heading", heading)
        blank.tail = block.tail
        block.getparent().replace(block, blank)
    for named in page.xpath(f"//*[@{STAMP}]"):
        named.drop_tree()
    for gone in page.xpath(
        '//link[@rel="canonical"]|//meta[@name="robots"]|//meta[starts-with(@property, "og:")]'
        '|//link[@rel="alternate"]|//script[@type="application/ld+json"]'
    ):
        gone.drop_tree()
    for tag, attribute in LINKS:
        for one in page.iter(tag):
            if one.get(attribute):
                one.set(attribute, VERSION.sub("", one.get(attribute)))
    return serialised(page)


def old_page(
    source: bytes,
    path: str,
    kept: Mapping[str, str],
    site: CurrentSite,
    elsewhere: Mapping[str, str] = MappingProxyType({}),
) -> bytes:
    """Return a kept page as it is served: with a banner, a canonical address, and help of today.

    `kept` holds the digests of the files that its edition keeps, by their paths, and `elsewhere`
    where those stand below the root that do not stand in the edition's folder; links to all else
    lead to the current site, which stands one folder above.
    """
    page = parsed(source)
    for blank in page.xpath(f"//*[@{LIVE}]"):
        _fill(blank, path, site)
    _lead_on(page, path, kept, site, elsewhere)
    successor = site.successor(path)
    up = "../" * (path.count("/") + 1)
    head = page.find("head")
    for tag, attributes in (
        ("meta", {"name": "robots", "content": "noindex"}),
        ("link", {"rel": "canonical", "href": site.canonical(successor)}),
    ):
        head.append(head.makeelement(tag, attributes))
    banner = fill(
        "banner",
        up=up,
        href=up + successor.removesuffix("index.html"),
        is_same=successor == path,
        text_of=title_of(page),
    )
    body = page.find("body")
    main = page.find(".//main")
    (body if main is None else main).insert(0, lxml.html.fragment_fromstring(banner))
    return serialised(page)


def told_apart(
    source: bytes, path: str, kept: Mapping[str, str], elsewhere: Mapping[str, str]
) -> tuple[object, ...]:
    """Return all that `old_page` asks of an edition for a page: where this is the same, so is that.

    Most pages are the same in many editions, and asking is much quicker than making.
    """
    return tuple(
        (kept.get(one, "")[:LENGTH], elsewhere.get(one))
        if one.startswith("assets/")
        else (one in kept, elsewhere.get(one))
        for one in _targets(source, path)
    )


@lru_cache(maxsize=4096)
def _targets(source: bytes, path: str) -> tuple[str, ...]:
    page = parsed(source)
    links = (one.get(key) or "" for tag, key in LINKS for one in page.iter(tag))
    return tuple(sorted({one for one in (resolved(path, link) for link in links) if one}))


def title_of(page: HtmlElement) -> str:
    """Return what a page calls itself."""
    heading = page.find(".//h1")
    return " ".join(heading.text_content().split()) if heading is not None else ""


def _fill(blank: HtmlElement, path: str, site: CurrentSite) -> None:
    """Put the current block in the place of a blank, or take the blank away where none is left."""
    found = site.live.get(str(blank.get(LIVE)))
    if found is None:
        _take_away(blank)
        return
    origin, block = found
    fresh = deepcopy(block)
    fresh.tail = blank.tail
    fresh.attrib.pop("id", None)
    heading = blank.get("data-heading")
    for one in fresh.iter("h2", "h3", "h4", "h5", "h6"):
        one.tag = heading or one.tag
    for link in fresh.iter("a"):
        target = resolved(origin, link.get("href") or "")
        if target:
            link.set("href", "../" * path.count("/") + target.removesuffix("index.html"))
    blank.getparent().replace(blank, fresh)


def _take_away(blank: HtmlElement) -> None:
    """Remove a block that exists no more; a list that is left empty says where help is."""
    parent = blank.getparent()
    blank.drop_tree()
    if parent.tag in ("ul", "ol") and not len(parent):
        item = parent.makeelement("li", {})
        link = item.makeelement("a", {"href": "/support/"})
        link.text = "See who to call now"
        item.append(link)
        parent.append(item)


def _lead_on(
    page: HtmlElement,
    path: str,
    kept: Mapping[str, str],
    site: CurrentSite,
    elsewhere: Mapping[str, str],
) -> None:
    """Let links that leave the edition lead to the current site; say which asset is meant."""
    for tag, attribute in LINKS:
        for one in page.iter(tag):
            href = one.get(attribute) or ""
            target = resolved(path, href)
            if target is None:
                continue
            if target in kept and not href.startswith("/"):
                if target.startswith("assets/"):
                    one.set(attribute, f"{href}?v={kept[target][:LENGTH]}")
                elif target in elsewhere:
                    one.set(attribute, "../" * (path.count("/") + 1) + elsewhere[target])
                continue
            up = "../" * (path.count("/") + 1)
            rest = re.search(r"[?#].*$", href)
            if target not in site.paths and target.endswith("index.html"):
                target, rest = site.successor(target), None
            one.set(attribute, up + target.removesuffix("index.html") + (rest[0] if rest else ""))


def serialised(page: HtmlElement) -> bytes:
    """Return the bytes of a page."""
    text: str = lxml.html.tostring(page, doctype="<!doctype html>", encoding="unicode")
    return text.encode() + b"\n"


@cache
def _template(name: str) -> Template:
    environment = ImmutableSandboxedEnvironment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string((TEMPLATES / f"{name}.html").read_text(encoding="utf-8"))


def fill(template: str, /, **values: object) -> str:
    """Return one of the templates beside this module, filled; every value is escaped."""
    return _template(template).render(values).strip()
