"""Whether the words of a poster fit the places its layout gives them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peerhub.press.engine.errors import PressError
from peerhub.press.engine.weasyprint_cache import LineBox, TextBox

PLACE = "place"
"""The class of an element with a fixed place and size on the sheet."""

SLACK = 0.5
"""CSS pixels by which rounding may carry a line over its place's edge."""

Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom, in CSS pixels from the sheet's top left corner."""


def check_fit(pages: list[Any], what: str, count: int = 1) -> None:
    """Raise `PressError` when the words of a poster of so many pages do not fit their places."""
    place = overfull(pages, count)
    if place is not None:
        raise PressError(
            f"The words of the {what} do not fit their place ({place}).",
            "Use fewer or shorter words there.",
        )


def overfull(pages: list[Any], count: int = 1) -> str | None:
    """Return the name of the first place whose words run out of it, or None when all fit.

    A place is named by the class it has beside `place`. A page too many is named "sheet".
    """
    if len(pages) != count:
        return "sheet"
    for page in pages:
        for name, box in places(page._page_box):
            left, top = box.content_box_x(), box.content_box_y()
            bounds = (left, top, left + box.width, top + box.height)
            if not all(_inside(line, bounds) for line in _lines(box)):
                return name
    return None


def places(page_box: Any) -> Iterator[tuple[str, Any]]:
    """Yield the name and the box of every place on a page."""
    seen = set()
    for box in _boxes(page_box):
        name = _place(box)
        # The lines of a place belong to its element too: its own box comes first.
        if name is not None and box.element not in seen:
            seen.add(box.element)
            yield name, box


def _place(box: Any) -> str | None:
    """Return the name of the place a box belongs to as such, or None."""
    if box.element is None or "::" in box.element_tag:
        return None
    classes = (box.element.get("class") or "").split()
    if PLACE not in classes:
        return None
    return next((name for name in classes if name != PLACE), PLACE)


def _boxes(box: Any, place: Any = None) -> Iterator[Any]:
    """Yield a box and all it holds; of a place, given its element, what no other place holds."""
    yield box
    for child in getattr(box, "children", ()):
        # A box placed absolutely has a stand-in where it would have been.
        child = getattr(child, "_box", child)
        if place is None or child.element is place or _place(child) is None:
            yield from _boxes(child, place)


def _lines(box: Any) -> Iterator[Rectangle]:
    """Yield the bounds of each line of words: as high as the line, as wide as its words."""
    for line in _boxes(box, box.element):
        if isinstance(line, LineBox):
            runs = [run for run in _boxes(line) if isinstance(run, TextBox) and run.text.strip()]
            if runs:
                left = min(run.position_x for run in runs)
                right = max(run.position_x + run.width for run in runs)
                yield left, line.position_y, right, line.position_y + line.height


def _inside(inner: Rectangle, outer: Rectangle) -> bool:
    return (
        inner[0] >= outer[0] - SLACK
        and inner[1] >= outer[1] - SLACK
        and inner[2] <= outer[2] + SLACK
        and inner[3] <= outer[3] + SLACK
    )
