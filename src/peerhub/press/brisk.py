"""Setting long papers briskly: what WeasyPrint works out again and again is worked out once.

Everything here leaves a PDF the same to the last byte. It leans on four places inside the
versions of WeasyPrint and pydyf that requirements.lock names; a test sets a paper both ways.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from xml.etree import ElementTree

import cssselect2
import lxml.etree
import lxml.html
import pydyf
from weasyprint import HTML
from weasyprint.layout import absolute
from weasyprint.text.line_break import _font_style_cache_key as font_of
from weasyprint.urls import URLFetcher

SPACING = ("letter_spacing", "word_spacing", "text_indent")


class Source(HTML):  # type: ignore[misc]
    """HTML of our own templates, read by lxml, which is in C, and not by the parser for any page.

    `string` is a whole document without `<base>`, its tables name their `<tbody>`, and no drawing
    in it needs a capital in the name of an attribute.
    """

    def __init__(self, string: str, base_url: str, url_fetcher: URLFetcher) -> None:
        read = lxml.html.document_fromstring(string)
        root = ElementTree.fromstring(lxml.etree.tostring(read, encoding="unicode"))
        self.base_url = base_url
        self.url_fetcher = url_fetcher
        self.media_type = "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root)
        self.etree_element = self.wrapper_element.etree_element


@contextmanager
def brisk() -> Iterator[None]:
    """Let WeasyPrint remember what it knows, and keep the search for garbage away, in a block.

    For a guide of 90 pages the searches take a fifth of the time, the list of pages made for
    each tag a twentieth, and measuring the same bullet for each line of a list as much.
    """
    with ExitStack() as after:
        if gc.isenabled():
            gc.disable()
            after.callback(gc.enable)
        _replace(after, pydyf.PDF, "page_references", property(_page_references))
        _replace(after, absolute, "shrink_to_fit", _remembering(absolute.shrink_to_fit))
        yield


def _replace(after: ExitStack, owner: Any, name: str, other: Any) -> None:
    """Set something else in the place of an attribute, until `after` is closed."""
    after.callback(setattr, owner, name, getattr(owner, name))
    setattr(owner, name, other)


_references: Callable[[Any], tuple[bytes, ...]] = pydyf.PDF.page_references.fget


def _page_references(pdf: Any) -> tuple[bytes, ...]:
    """Return the references to the pages of a PDF, as its own property does for every tag."""
    count, held = vars(pdf).get("_held_references", (-1, ()))
    if count != pdf.pages["Count"]:
        count, held = pdf._held_references = (pdf.pages["Count"], _references(pdf))
    return tuple(held)


def _remembering(shrink_to_fit: Callable[[Any, Any, float], float]) -> Callable[..., float]:
    """Return the same function, but for one that knows the widths of markers it has measured."""
    widths: dict[tuple[Any, ...], float] = {}

    def shrunk(context: Any, box: Any, available: float) -> float:
        text = _only_text(box) if box.is_outside_marker else None
        if text is None:
            return shrink_to_fit(context, box, available)
        spacing = (text.style[name] for name in SPACING)
        key = (text.text, available, font_of(text.style, include_size=True), *spacing)
        if key not in widths:
            widths[key] = shrink_to_fit(context, box, available)
        return widths[key]

    return shrunk


def _only_text(box: Any) -> Any:
    """Return the one piece of text that a box of one line holds, or None if it holds other."""
    while box.children:
        if len(box.children) > 1:
            return None
        (box,) = box.children
        if hasattr(box, "text"):
            return box
        if not hasattr(box, "children"):
            return None
    return None
