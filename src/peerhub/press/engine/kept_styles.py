"""The styles of elements that are kept from one document to the next, and what tells them apart."""

from __future__ import annotations

from typing import Any

SHEETS = 16
"""For so many sets of print styles, those last used, the styles of elements are kept."""

ATTRIBUTES = ("lang", "anchor")
"""What WeasyPrint makes a rule of, for each element, from an attribute."""


def kept_styles(document: Any) -> dict[tuple[Any, ...], Any] | None:
    """Return what is kept for the sheets of a document, beside the type that they are for.

    For a document with a sheet of its own nothing is kept.
    """
    if "_kept" not in vars(document):
        document._kept = _kept(document)
    found: dict[tuple[Any, ...], Any] | None = document._kept
    return found


def _kept(document: Any) -> dict[tuple[Any, ...], Any] | None:
    if any(origin == "author" for _, origin, _ in document._sheets):
        return None
    memory = vars(document.font_config).setdefault("kept_styles", {})
    sheets = tuple(sheet for sheet, *_ in document._sheets)
    # The sheets stand beside their styles, so that no other comes to have their identity.
    held: tuple[Any, dict[tuple[Any, ...], Any]]
    held = memory.pop(tuple(map(id, sheets)), (sheets, {}))
    memory[tuple(map(id, sheets))] = held
    if len(memory) > SHEETS:
        del memory[next(iter(memory))]
    return held[1]


def can_be_kept(style: Any, above: Any) -> bool:
    """Say whether nothing will write into a style: WeasyPrint does into a few, as of tables."""
    if above is not None and not hasattr(above, "_is_kept"):
        return False
    is_root = above is None or above.is_root_element
    return (
        not any("table" in word for word in style["display"])
        and (not is_root or style["overflow"] == "visible")
        and style["float"] != "footnote"
        and isinstance(style["position"], str)
    )
