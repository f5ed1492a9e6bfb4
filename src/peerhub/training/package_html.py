"""A text made ready for somebody else's learning system: nothing in it leads to the network."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html
from markupsafe import Markup

from peerhub.models import Site
from peerhub.press.engine.errors import PressError

OPENING = "What this is about"
"""What the words above the first heading are called, in the rare text that has some."""

SIDE = re.compile(r"text-align:\s*(left|right|center)")
FETCHED = ("src", "srcset", "poster", "data", "background")
"""The attributes whose address a browser asks for by itself (HTML, 4.8)."""


def apart(text: Markup, site: Site, place: str) -> list[tuple[str, Markup]]:
    """Return a text's second-level sections: the heading's words, and what stands below.

    Links become words with the address beside them. Raises PressError, naming the `place` of the
    text, when anything in it would be fetched.
    """
    whole = html.fragment_fromstring(str(text), create_parent="div")
    _settle(whole, site, place)
    return [(title, Markup("".join(map(_written, below)))) for title, below in _sections(whole)]


def _sections(whole: html.HtmlElement) -> Iterator[tuple[str, list[html.HtmlElement]]]:
    title, below = OPENING, []
    for part in list(whole):
        if part.tag != "h2":
            below.append(part)
            continue
        if below:
            yield title, below
        title, below = " ".join(part.text_content().split()), []
    if below:
        yield title, below


def _settle(whole: html.HtmlElement, site: Site, place: str) -> None:
    for comment in whole.xpath("//comment()"):
        comment.drop_tree()
    for link in list(whole.iter("a")):
        _spell_out(link, site)
    for head in whole.iter("th"):
        if not head.text_content().strip():
            head.tag = "td"  # the corner of a table heads nothing
    for part in whole.iter():
        if side := SIDE.search(part.attrib.pop("style", "")):
            part.set("class", side[1])
        for name in FETCHED:
            source = part.get(name)
            if source is not None and not source.startswith(("data:", "drawing:")):
                raise PressError(
                    f"{place}: its package would ask the network for '{source}'.",
                    'Use a drawing of the hub instead, as {{ drawing("five-moves") }} does.',
                )


def _spell_out(link: html.HtmlElement, site: Site) -> None:
    """Make a link words: those of another page of the hub are followed by what to look for."""
    address = link.get("href", "")
    own = address.removeprefix(site.address) if address.startswith(site.address) else None
    said = f"peer support hub, /{own.lstrip('/')}" if own is not None else address
    if said and not address.startswith("#") and said not in link.text_content():
        after = f" ({said})"
        if len(link):
            link[-1].tail = (link[-1].tail or "") + after
        else:
            link.text = (link.text or "") + after
    link.drop_tag()


def _written(part: html.HtmlElement) -> str:
    return str(etree.tostring(part, encoding="unicode", method="html"))
