"""What stands on the drawn pages of a PDF: lines of words with their size, from top to foot."""

from __future__ import annotations

import ctypes
from itertools import groupby
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

FOOT = 52
"""Points from the foot of a page below which its footer stands."""


class DrawnLine(NamedTuple):
    """One line of words, without spaces: how far above the page's foot, and its letters' size."""

    above: float
    size: float
    words: str


def drawn_pages(pdf: bytes) -> list[list[DrawnLine]]:
    """Return the lines of each page, without their footers."""
    return [
        [line for line in _lines(page) if line.above > FOOT] for page in pypdfium2.PdfDocument(pdf)
    ]


def footers(pdf: bytes) -> list[list[str]]:
    """Return the lines of each page's footer, the page's number among their words."""
    return [
        [line.words for line in _lines(page) if line.above <= FOOT]
        for page in pypdfium2.PdfDocument(pdf)
    ]


def _lines(page: pypdfium2.PdfPage) -> list[DrawnLine]:
    text = page.get_textpage()
    letters = []
    for at in range(text.count_chars()):
        letter = chr(pdfium.FPDFText_GetUnicode(text, at))
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        if letter.strip():
            letters.append((round(y.value), pdfium.FPDFText_GetFontSize(text, at), letter, x.value))
    letters.sort(key=lambda one: (-one[0], one[3]))
    found = []
    for above, some in groupby(letters, key=lambda one: one[0]):
        held = list(some)
        words = "".join(letter for _, _, letter, _ in held)
        found.append(DrawnLine(above, max(size for _, size, _, _ in held), words))
    return found
