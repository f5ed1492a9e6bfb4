"""Setting long papers briskly: what WeasyPrint works out again and again is worked out once.

Everything here leaves a PDF the same to the last byte. It leans on a few places inside the
versions of WeasyPrint and pydyf that requirements.lock names; a test sets a paper both ways.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cache, partial
from typing import Any

import cssselect2.tree
from pydyf import Dictionary
from weasyprint import document, layout, pdf
from weasyprint.css import StyleFor
from weasyprint.formatting_structure.boxes import BlockBox, LineBox, ReplacedBox, TextBox
from weasyprint.layout import absolute, block, inline, page, percent
from weasyprint.text import line_break
from weasyprint.text.ffi import harfbuzz, harfbuzz_subset, pango
from weasyprint.text.line_break import Layout
from weasyprint.text.line_break import _font_style_cache_key as font_of

from peerhub.press.engine.kept_styles import ATTRIBUTES, can_be_kept, kept_styles
from peerhub.press.engine.patching import Patch, put, replace, without_search
from peerhub.press.engine.standing_pages import LayoutParts, StandingPages

__all__ = [
    "PATCHES",
    "LineBox",
    "ReplacedBox",
    "TextBox",
    "brisk",
    "harfbuzz",
    "harfbuzz_subset",
    "pango",
    "type_elsewhere",
]
"""All that the hub knows of WeasyPrint's inside; no other file looks in there."""

SPACING = ("letter_spacing", "word_spacing", "text_indent")
KINDS = ("family", "style", "stretch", "weight", "size", "variant_caps", "variation_settings")
TYPE = tuple(f"font_{kind}" for kind in KINDS)
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

STYLES = 500
"""The most styles of elements that are kept for one set."""


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


@contextmanager
def type_elsewhere(glyphs: Mapping[str, Collection[int]]) -> Iterator[None]:
    """Let WeasyPrint name the faces that are elsewhere in a block, and embed none of them.

    `glyphs` tells which letters a face has there, by its name. A face that lacks one is embedded.
    """
    embed = pdf.build_fonts_dictionary

    def build(file: Any, fonts: Mapping[Any, Any], *how: Any) -> Any:
        kept = {font.hash for font in fonts.values()}
        for font in fonts.values():
            if font.missing or not font.to_unicode.keys() <= set(glyphs.get(font.hash, ())):
                kept.discard(font.hash)
        others = {key: font for key, font in fonts.items() if font.hash not in kept}
        named = embed(file, others, *how)
        named.update({name: Dictionary({"Type": "/Font"}) for name in sorted(kept)})
        return named

    with ExitStack() as after:
        replace(after, pdf, "build_fonts_dictionary", build)
        yield


_read_selectors: Callable[[str], list[Any]] = cssselect2.tree.compile_selector_list


@cache
def _compile_selectors(selectors: str) -> list[Any]:
    """Return the selectors of a question WeasyPrint asks of every document, read once."""
    return _read_selectors(selectors)


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


@cache
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


_compute: Callable[..., None] = StyleFor.set_computed_styles


def _set_computed_styles(document: Any, element: Any, parent: Any, **how: Any) -> None:
    """Give an element its style: that of an element of an earlier document, where it is the same.

    It is where both documents have the same sheets, none of their own, and both elements the same
    rules below the same style. Then all that was worked out of those rules is known already. (What
    a rule measures by the page, as in vw, would be the first's: no print style of ours does.)
    """
    kept = kept_styles(document) if hasattr(element, "tag") else None
    if kept is None:  # into a page's style WeasyPrint writes
        _compute(document, element, parent, **how)
        return
    place = (element, how.get("pseudo_type"))
    above = document._computed_styles.get((parent, None))
    rules = document._cascaded_styles.get(place, {})
    # What tells a value from others is itself, if an attribute gives it; else its rule's.
    said = [
        (name, value if name in ATTRIBUTES else id(value), weight)
        for name, (value, weight) in rules.items()
    ]
    key = (id(above), place[1], how.get("base_url"), *said)
    if key not in kept:
        _compute(document, element, parent, **how)
        style = document._computed_styles[place]
        if len(kept) < STYLES and can_be_kept(style, above):
            style._is_kept, kept[key] = True, style
        return
    style = document._computed_styles[place] = kept[key]
    if how.get("target_collector") and style["anchor"]:
        how["target_collector"].collect_anchor(style["anchor"])


def _lengths(after: ExitStack) -> None:
    for module in LAYOUTS:
        replace(after, module, "resolve_percentages", _resolve_percentages)


def _lines(after: ExitStack) -> None:
    replace(after, Layout, "deactivate", lambda _: None)
    replace(after, Layout, "reactivate", _reactivate)


def _standing(after: ExitStack) -> None:
    parts = LayoutParts(
        document.build_formatting_structure,
        absolute.absolute_layout,
        absolute.AbsolutePlaceholder,
        BlockBox,
        layout.layout_backgrounds,
    )
    kept, build = StandingPages(parts), document.Document._build_layout_context
    lay_out = document.layout_document
    replace(after, document.Document, "_build_layout_context", partial(kept.context, build))
    replace(after, document, "layout_document", partial(kept.lay_out, lay_out))


PATCHES: Mapping[str, Patch] = {
    "the search for garbage": without_search,
    "widths of markers": put(
        absolute, "shrink_to_fit", lambda: _remembering(absolute.shrink_to_fit)
    ),
    "lengths of boxes": _lengths,
    "selectors of questions": put(
        cssselect2.tree, "compile_selector_list", lambda: _compile_selectors
    ),
    "margins of pages": put(layout, "make_margin_boxes", lambda: _make_margin_boxes),
    "descriptions of type": put(line_break, "get_font_description", _describing),
    "lines that are drawn": _lines,
    "pages of places": _standing,
    "styles of elements": put(StyleFor, "set_computed_styles", lambda: _set_computed_styles),
}
"""What is put in WeasyPrint's place. `bench/patches.py` measures what each saves."""
