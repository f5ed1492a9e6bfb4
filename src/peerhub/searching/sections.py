"""Takes a built page apart into its sections, each with its heading and its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import lxml.html
from lxml.html import HtmlElement

_HEADINGS = ("h2", "h3")
_BESIDE = ("nav", "script", "style", "template", "noscript", "svg")
_NOT_OURS = frozenset({"page-care", "services", "crumbs", "contents", "help-line"})
"""Blocks that stand on many pages with the same words: services are entries of their own."""

BY_EDITION = "data-by-edition"
"""Marks a block that differs from edition to edition and answers no search: lists of editions, and
of what changed. So an edition in which nothing changed leaves the index as it was."""


@dataclass
class PageSection:
    """A part of a page: its anchor ("" for the page's head), its heading, and its text."""

    anchor: str
    heading: str
    text: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Page:
    """A page of the built site: its address ("/train/"), title, description and sections."""

    address: str
    title: str
    description: str
    sections: tuple[PageSection, ...]


def pages(site: Path) -> Iterator[Page]:
    """Return every page of a built site that can be looked for, in the order of its addresses."""
    found = {path: "/" + path.parent.relative_to(site).as_posix() for path in _files(site)}
    for path, folder in found.items():
        address = "/" if folder == "/." else f"{folder}/"
        page = _read(path, address)
        if page:
            yield page


def _files(site: Path) -> list[Path]:
    return sorted(site.rglob("index.html"))


def _read(path: Path, address: str) -> Page | None:
    root = lxml.html.document_fromstring(path.read_bytes(), parser=_parser())
    main = root.find(".//main")
    title = main.find(".//h1") if main is not None else None
    if main is None or title is None or root.find(".//meta[@name='unlisted']") is not None:
        return None
    name = _tidy(title.text_content())
    description = root.find(".//meta[@name='description']")
    told = description.get("content", "") if description is not None else ""
    return Page(address, name, told, tuple(_sections(main, name)))


def _parser() -> lxml.html.HTMLParser:
    return lxml.html.HTMLParser(encoding="utf-8")


def _sections(main: HtmlElement, title: str) -> list[PageSection]:
    sections = [PageSection("", title)]
    _gather(main, sections)
    return sections


def _gather(element: HtmlElement, sections: list[PageSection]) -> None:
    """Put an element's text into the section it stands in; a heading with an id opens one."""
    if not isinstance(element.tag, str) or element.tag in _BESIDE:
        return
    if _NOT_OURS & set(element.get("class", "").split()) or element.get(BY_EDITION) is not None:
        return
    if element.tag in _HEADINGS and element.get("id"):
        sections.append(PageSection(element.get("id", ""), _tidy(element.text_content())))
        return
    if element.tag == "h1":
        return
    sections[-1].text += filter(None, (element.text, element.get("alt")))
    for child in element:
        _gather(child, sections)
        if child.tail:
            sections[-1].text.append(child.tail)


def _tidy(text: str) -> str:
    return " ".join(text.split())
