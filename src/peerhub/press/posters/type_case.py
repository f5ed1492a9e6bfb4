"""The type case: our type with every letter that posters are set in, cut once for all of them.

Each layer of a poster would bring a subset of each face with its own letters: seven in a poster of
three layers, and a third of the time that a force's own words take. So the layers name the faces
alone, and a poster has each face once, with the letters of the case: it is a ninth larger for
that. A layer with a letter that the case has not brings a subset of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from io import BytesIO
from string import ascii_letters, digits

from pikepdf import Object, Pdf

from peerhub.press.engine.our_type import FAMILY, WEIGHTS

ACCENTS = "âêîôûŵŷ ÂÊÎÔÛŴŶ áàäëïö éèíìóòúù"
POINTS = "’‘“”…–—-/·.,:;!?()&@#+%'\"_=£"
LETTERS = f"{ascii_letters} {digits} {POINTS} {ACCENTS} fi fl ff ffi ffl"
"""What the case holds: English and Welsh, names, numbers, addresses, letters that are joined."""

STYLE = f'p {{ font: 10pt "{FAMILY}"; margin: 0 }}'
PAGE = "".join(
    f'<p style="font-weight: {weight}">{escape(LETTERS, quote=False)}</p>' for weight in WEIGHTS
)
SOURCE = f'<html lang="en-GB"><head><title>Type</title></head><body>{PAGE}</body></html>'
"""A page with every letter in every face, and the style that it is drawn in."""

_GLYPH = re.compile(rb"<([0-9a-f]{4})> <[0-9a-f]+>")


class TypeCase:
    """The faces in which `SOURCE` was drawn, by the names that pages have for them."""

    def __init__(self, drawn: bytes) -> None:
        self._pdf = Pdf.open(BytesIO(drawn))
        named = self._pdf.pages[0].Resources.Font
        self.faces: Mapping[str, Object] = {name[1:]: font for name, font in named.items()}
        self.glyphs: Mapping[str, frozenset[int]] = {
            name: _glyphs(font) for name, font in self.faces.items()
        }
        """The numbers of the letters that each face has."""

    def fill(self, pdf: Pdf, fonts: Object) -> None:
        """Put the faces of the case into a page's fonts, where they are but named."""
        for name in [name for name, font in fonts.items() if is_named(font)]:
            fonts[name] = pdf.copy_foreign(self.faces[name[1:]])

    def put(self, pdf: Pdf, fonts: Object, name: str) -> None:
        """Put one face into a page's fonts, unless it is there already."""
        if name not in fonts:
            fonts[name] = pdf.copy_foreign(self.faces[name[1:]])


def is_named(font: Object) -> bool:
    """Say whether a font is but named, and is to be had from the case."""
    return "/BaseFont" not in font


def _glyphs(font: Object) -> frozenset[int]:
    told = font.ToUnicode.read_bytes().partition(b"endcodespacerange")[2]
    return frozenset(int(number, 16) for number in _GLYPH.findall(told))
