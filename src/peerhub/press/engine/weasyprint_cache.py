"""Setting long papers briskly: what WeasyPrint works out again and again is worked out once.

Everything here leaves a PDF the same to the last byte. It leans on a few places inside the
versions of WeasyPrint and pydyf that requirements.lock names; a test sets a paper both ways.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import Any
from xml.etree import ElementTree

import cssselect2.tree
import lxml.etree
import lxml.html
import pydyf
from weasyprint import HTML, layout
from weasyprint.formatting_structure.boxes import LineBox, ReplacedBox, TextBox
from weasyprint.layout import absolute, block, inline, page, percent
from weasyprint.text import line_break
from weasyprint.text.ffi import harfbuzz, harfbuzz_subset, pango
from weasyprint.text.line_break import Layout
from weasyprint.text.line_break import _font_style_cache_key as font_of
from weasyprint.urls import URLFetcher

__all__ = [
    "PATCHES",
    "LineBox",
    "ReplacedBox",
    "Source",
    "TextBox",
    "brisk",
    "harfbuzz",
    "harfbuzz_subset",
    "pango",
]
"""All that the hub knows of WeasyPrint's inside; no other file looks in there."""

SPACING = ("letter_spacing", "word_spacing", "text_indent")
TYPE = (
    "font_family",
    "font_style",
    "font_stretch",
    "font_weight",
    "font_size",
    "font_variant_caps",
    "font_variation_settings",
)
"""What WeasyPrint reads in a style to describe its type to Pango."""

SIDES = ("top", "right", "bottom", "left")
BORDERS = tuple(f"border_{side}_width" for side in SIDES)
LENGTHS = (
    *(f"margin_{side}" for side in SIDES),
    *(f"padding_{side}" for side in SIDES),
    *(f"{limit}{axis}" for limit in ("", "min_", "max_") for axis in ("width", "height")),
)
CORNERS = ("left-corner", "left", "center", "right", "right-corner")
MARGINS = (
    *(f"@{side}-{place}" for side in ("top", "bottom") for place in CORNERS),
    *(f"@{side}-{place}" for side in ("left", "right") for place in ("top", "middle", "bottom")),
)
"""The places in a page's margins, as WeasyPrint calls them."""

NOTHING = ("normal", "inhibit", "none")
"""What the content of a box is when there is to be no box."""

LAYOUTS = (absolute, block, inline, page)
"""Where WeasyPrint lays out the boxes of which a paper has thousands."""


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


Patch = Callable[[ExitStack], None]
"""Puts something of ours in the place of something of WeasyPrint's, until the stack is closed."""


@contextmanager
def brisk(only: Collection[str] | None = None) -> Iterator[None]:
    """Let WeasyPrint remember what it knows, and keep the search for garbage away, in a block.

    `only` names the patches that are put on; by default all of them are.
    """
    with ExitStack() as after:
        for name, put_on in PATCHES.items():
            if only is None or name in only:
                put_on(after)
        yield


def _without_search(after: ExitStack) -> None:
    if gc.isenabled():
        gc.disable()
        after.callback(_search_again)


def _search_again() -> None:
    """Let the search for garbage begin again, but not with all that is in use just now."""
    gc.freeze()
    gc.enable()
    gc.unfreeze()


def _replace(after: ExitStack, owner: Any, name: str, other: Any) -> None:
    """Set something else in the place of an attribute, until `after` is closed."""
    after.callback(setattr, owner, name, getattr(owner, name))
    setattr(owner, name, other)


_read_selectors: Callable[[str], list[Any]] = cssselect2.tree.compile_selector_list


@cache
def _compile_selectors(selectors: str) -> list[Any]:
    """Return the selectors of a question WeasyPrint asks of every document, read once."""
    return _read_selectors(selectors)


_references: Callable[[Any], tuple[bytes, ...]] = pydyf.PDF.page_references.fget


def _page_references(pdf: Any) -> tuple[bytes, ...]:
    """Return the references to the pages of a PDF, as its own property does for every tag."""
    count, held = vars(pdf).get("_held_references", (-1, ()))
    if count != pdf.pages["Count"]:
        count, held = pdf._held_references = (pdf.pages["Count"], _references(pdf))
    return tuple(held)


_resolve: Callable[[Any, Any], None] = percent.resolve_percentages


def _resolve_percentages(box: Any, containing_block: Any) -> None:
    """Give a box its lengths, as WeasyPrint does, but once a style where none is a percentage."""
    held = vars(box.style).get("_held_lengths")
    if held is None:
        held = box.style._held_lengths = _fixed_lengths(box.style)
    if held and not isinstance(box, absolute.AbsolutePlaceholder):
        vars(box).update(held)
    else:
        _resolve(box, containing_block)


def _fixed_lengths(style: Any) -> dict[str, Any]:
    """Return the lengths of every box of a style, or nothing where they depend on the box."""
    if style["box_sizing"] != "content-box" or style["border_collapse"] == "collapse":
        return {}
    lengths = {name: style[name] for name in BORDERS}
    for name in LENGTHS:
        value = style[name]
        if value == "auto":
            lengths[name] = 0 if name.startswith("min_") else value
        elif getattr(value, "unit", None) == "px":
            lengths[name] = value.value
        else:
            return {}
    return lengths


_lay_out_margins: Callable[[Any, Any, Any], Iterator[Any]] = page.make_margin_boxes


def _make_margin_boxes(context: Any, sheet: Any, state: Any) -> Iterator[Any]:
    """Yield what stands in a page's margins: nothing, where no style puts anything there."""
    styles = (context.style_for(sheet.page_type, place) for place in MARGINS)
    # A style is a mapping that fills as it is asked, so one that nobody has asked yet is false.
    if any(style is not None and style["content"] not in NOTHING for style in styles):
        yield from _lay_out_margins(context, sheet, state)


def _describing() -> Callable[[Any], Any]:
    """Return what describes type to Pango, but keeps each description it has made."""
    describe = line_break.get_font_description
    made: dict[tuple[Any, ...], Any] = {}

    def described(style: Any) -> Any:
        # The words of a drawing have their families in a list.
        key = (tuple(style["font_family"]), *(style[name] for name in TYPE[1:]))
        if key not in made:
            made[key] = describe(style)
        return made[key]

    return described


_lay_out_again: Callable[[Any, Any], None] = Layout.reactivate


def _reactivate(layout: Any, style: Any) -> None:
    """Make a line of words ready to be drawn. It is, unless its words are spread out."""
    if layout.justification_spacing or layout.style is not style:
        _lay_out_again(layout, style)


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


def _put(owner: Any, name: str, other: Callable[[], Any]) -> Patch:
    """Return a patch that sets what `other` gives in the place of an attribute."""
    return lambda after: _replace(after, owner, name, other())


def _lengths(after: ExitStack) -> None:
    for module in LAYOUTS:
        _replace(after, module, "resolve_percentages", _resolve_percentages)


def _lines(after: ExitStack) -> None:
    _replace(after, Layout, "deactivate", lambda _: None)
    _replace(after, Layout, "reactivate", _reactivate)


PATCHES: Mapping[str, Patch] = {
    "the search for garbage": _without_search,
    "references to pages": _put(pydyf.PDF, "page_references", lambda: property(_page_references)),
    "widths of markers": _put(
        absolute, "shrink_to_fit", lambda: _remembering(absolute.shrink_to_fit)
    ),
    "lengths of boxes": _lengths,
    "selectors of questions": _put(
        cssselect2.tree, "compile_selector_list", lambda: _compile_selectors
    ),
    "margins of pages": _put(layout, "make_margin_boxes", lambda: _make_margin_boxes),
    "descriptions of type": _put(line_break, "get_font_description", _describing),
    "lines that are drawn": _lines,
}
"""What is put in WeasyPrint's place. `bench/patches.py` measures what each saves."""
