"""Standing pages: a page that is set stays standing, and for other words only its places are set.

What differs from force to force on a poster is a page of a few places, each fixed on the sheet,
and nothing else: the next force's page has the same elements with other words in them. So the
styles of the elements and all that is round the places are kept from the first such page, and
WeasyPrint lays out the places alone. (Printers kept type standing for the same reason.)

WeasyPrint's own parts are given to what is here by `weasyprint_cache`; nothing is changed in them.
Whether a page may stand is tried when the second of its kind comes: set again with its own words,
it must be the same.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from typing import Any, NamedTuple

FREE = frozenset({"href", "alt"})
"""The attributes that may differ between pages of one kind: no style depends on what they say."""

MOST = 16
"""The most documents that stand, those last used: enough for every shape of a few designs."""

FEW = 60
"""The most elements of a document that stands: what has more is no page of a few places."""

Key = tuple[Any, ...]


class LayoutParts(NamedTuple):
    """What WeasyPrint has for the making of pages."""

    build: Callable[..., Any]
    """Makes boxes, not yet laid out, of elements."""
    lay_out: Callable[..., Any]
    """Lays out a box that has a place of its own."""
    placeholder: type[Any]
    """What stands where such a box was in the flow."""
    frame: type[Any]
    """The kind of box that holds others, one below the other."""
    backgrounds: Callable[..., None]
    """Lays out what is behind the boxes of a page."""


class Unlike(Exception):
    """A page is not of the kind that stands, or its words run on to another page."""


class StandingDocument:
    """A document that stands. Raises `Unlike` where it is none of places alone."""

    def __init__(
        self, parts: LayoutParts, html: Any, root: Any, context: Any, pages: list[Any]
    ) -> None:
        self._parts, self._context, self._pages = parts, context, pages
        order = {element: number for number, element in enumerate(html.etree_element.iter())}
        has_own_style = any(origin == "author" for _, origin, _ in context.style_for._sheets)
        if has_own_style or not all(_is_plain(page) for page in pages):
            raise Unlike
        styles = context.style_for.get_computed_styles()
        self._page_styles = {key: style for key, style in styles.items() if key[0] not in order}
        self._styles = [
            (order[element], pseudo, style)
            for (element, pseudo), style in styles.items()
            if element in order
        ]
        if any(style["anchor"] for _, _, style in self._styles):
            raise Unlike
        self._order = order
        frames, places = _parted(root, order, parts.frame)
        self._frames = frames
        self._starts = {key: (box.position_x, box.position_y) for key, box in places.items()}
        again = self.pages(self._built(html), html)
        if [_laid(page) for page in again] != [_laid(page) for page in pages]:
            raise Unlike

    def _built(self, html: Any) -> Any:
        context = self._context
        return self._parts.build(
            html.etree_element,
            context.style_for,
            context.get_image_from_uri,
            html.base_url,
            context.target_collector,
            context.counter_style,
            context.footnotes,
        )

    def context(self, html: Any) -> Any:
        """Return what boxes are made with: it knows the styles of a document like this one."""
        elements = list(html.etree_element.iter())
        known = {(elements[number], pseudo): style for number, pseudo, style in self._styles}
        self._context.style_for._computed_styles = known | self._page_styles
        return self._context

    def pages(self, root: Any, html: Any) -> list[Any]:
        """Return the pages of a document like this one, given its boxes that are not laid out."""
        order = {element: number for number, element in enumerate(html.etree_element.iter())}
        frames, places = _parted(root, order, self._parts.frame)
        if frames != self._frames or places.keys() != self._starts.keys():
            raise Unlike
        context, made = self._context, []
        for number, page in enumerate(self._pages, 1):
            context.current_page = number
            context.create_block_formatting_context()
            frame = self._again(page.children[0], page, places)
            context.finish_block_formatting_context()
            made.append(page.copy_with_children((frame, *page.children[1:])))
        if context.broken_out_of_flow:
            context.broken_out_of_flow.clear()
            raise Unlike
        for page in made:
            self._parts.backgrounds(page, context.get_image_from_uri)
        return made

    def _again(self, frame: Any, holder: Any, places: dict[int, Any]) -> Any:
        """Return a frame as it stands, with other boxes in its places."""
        children: list[Any] = []
        copy = frame.copy_with_children(children)
        holder = copy if frame.style["position"] == "relative" else holder
        for child in frame.children:
            if isinstance(child, self._parts.placeholder):
                key = self._order[child.element]
                box = places[key]
                box.position_x, box.position_y = self._starts[key]
                place = self._parts.placeholder(box)
                self._parts.lay_out(self._context, place, holder, [], 0, None)
                children.append(place)
            else:
                children.append(self._again(child, holder, places))
        return copy


class StandingPages:
    """The documents that stand, by what they are set from."""

    def __init__(self, parts: LayoutParts) -> None:
        self._parts = parts

    def context(self, build: Callable[..., Any], html: Any, fonts: Any, *rest: Any) -> Any:
        """Return what a document is set with: that of one which stands, if it is of its kind."""
        kept, key = _kept(fonts), _kind(html, rest[-1])
        if found := kept.pop(key, None):
            kept[key] = found
        if isinstance(found, StandingDocument):
            return found.context(html)
        context = build(html, fonts, *rest)
        context._kind = key
        return context

    def lay_out(self, lay_out: Callable[..., Any], html: Any, root: Any, context: Any) -> Any:
        """Return the pages of a document, its places alone laid out if one of its kind stands."""
        kept, key = _kept(context.font_config), context._kind
        found = kept.get(key, _Seen.NEVER)
        if isinstance(found, StandingDocument):
            with suppress(Unlike):
                return found.pages(root, html)
        pages = list(lay_out(html, root, context))
        if found is _Seen.NEVER and key:
            kept[key] = _Seen.ONCE
            if len(kept) > MOST:
                del kept[next(iter(kept))]
        elif found is _Seen.ONCE:
            kept[key] = _Seen.OFTEN
            with suppress(Unlike):
                kept[key] = StandingDocument(self._parts, html, root, context, pages)
        return pages


class _Seen(Enum):
    """How often a kind of document was set that does not stand: what comes once is not kept."""

    NEVER = 0
    ONCE = 1
    OFTEN = 2


def _kept(fonts: Any) -> dict[Key, StandingDocument | _Seen]:
    """Return what is known of kinds of documents, beside the type they are set in."""
    kept: dict[Key, StandingDocument | _Seen] = vars(fonts).setdefault("_standing", {})
    return kept


def _kind(html: Any, options: Any) -> Key:
    """Return what documents of one kind have alike: their elements, their styles and how.

    Of a document of many elements, which is of no kind that can stand, return nothing.
    """
    if len(list(html.etree_element.iter())) > FEW:
        return ()
    how = (id(options["cache"]), options["presentational_hints"], options["pdf_forms"])
    return html.base_url, *how, *(options["stylesheets"] or ()), *_shape(html.etree_element)


def _shape(element: Any) -> Key:
    """Return an element with all below it as a key, without its words."""
    fixed = (item for item in element.attrib.items() if item[0] not in FREE)
    return element.tag, *fixed, *(_shape(child) for child in element)


def _is_plain(page: Any) -> bool:
    """Say whether nothing on a page is told or counted elsewhere, or stands on other pages too."""
    return not page.fixed_boxes and not any(
        box.bookmark_label or box.missing_link or (box.string_set or "none") != "none"
        for box in page.descendants()
    )


def _parted(root: Any, order: dict[Any, int], kind: type[Any]) -> tuple[set[int], dict[int, Any]]:
    """Return what is round the places, and the boxes in them, by the number of their element.

    Raises `Unlike` where anything but a place has words, or a place goes with the flow.
    """
    frames, places, waiting = {order[root.element]}, {}, [root]
    while waiting:
        for box in waiting.pop().children:
            number, position = order.get(box.element, -1), box.style["position"]
            is_frame = type(box) is kind and position in {"static", "relative"}
            if number < 0 or number in frames or number in places or box.is_floated():
                raise Unlike
            if position == "absolute":
                places[number] = box
            elif is_frame:
                frames.add(number)
                waiting.append(box)
            else:
                raise Unlike
    return frames, places


def _laid(box: Any) -> Key:
    """Return where a box and all below it are, and what they say."""
    where = (box.position_x, box.position_y, box.width, box.height)
    children = getattr(box, "children", ())
    return type(box), where, getattr(box, "text", None), *map(_laid, children)
