"""The language of each part of a document in two languages, told to readers of its tags.

A screen reader must know when the words turn from one to the other (WCAG 2.2 success criterion
3.1.2, ISO 14289-1 clause 7.2). WeasyPrint 70 states the document's own language only. Its tags
stand in the order of its boxes, each run of words with a tag of its own, so the languages that
the styles gave to the boxes can be put on the tags afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pikepdf import Dictionary, Object, Pdf, String

from peerhub.press.engine.errors import PressError
from peerhub.press.engine.weasyprint_cache import ReplacedBox, TextBox


def tell_languages(pdf: Pdf, pages: list[Any]) -> None:
    """Put a language on each run of words of a PDF that WeasyPrint drew from some pages.

    Raises `PressError` when the runs of its boxes are not those of its tags.
    """
    own = str(pdf.Root.Lang)
    tags = list(_runs(pdf.Root.StructTreeRoot))
    spoken = [box.style["lang"] for page in pages for box in _words(page._page_box)]
    if len(tags) != len(spoken):
        raise PressError(
            f"The document has {len(spoken)} runs of words, and tags for {len(tags)}.",
            "Check that the version of WeasyPrint is the one in requirements.lock.",
        )
    for tag, language in zip(tags, spoken, strict=True):
        if language and language != own:
            tag.Lang = String(language)


def _runs(element: Object) -> Iterator[Object]:
    """Yield, for each run of words or picture below an element, the tag that holds it."""
    kids: Any = element.K
    for kid in kids:
        if isinstance(kid, int):
            yield element
        elif isinstance(kid, Dictionary) and "/S" in kid:
            yield from _runs(kid)


def _words(box: Any) -> Iterator[Any]:
    """Yield the boxes of words and pictures, in the order in which they are tagged."""
    for child in getattr(box, "children", ()):
        # A box placed absolutely has a stand-in where it would have been.
        child = getattr(child, "_box", child)
        if isinstance(child, TextBox | ReplacedBox):
            yield child
        else:
            yield from _words(child)
