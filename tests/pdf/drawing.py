"""A PDF as it is drawn: its pixels, its letters with their places, and the contrast of both."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2
from PIL import Image

POINTS = 72 / 25.4


@dataclass(frozen=True)
class Letter:
    """A letter of a page and the box of its ink, in points from the bottom left."""

    char: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def is_drawn(self) -> bool:
        return self.right > self.left and self.top > self.bottom


def letters(pdf: bytes) -> list[Letter]:
    """Return the letters of a PDF's only page, without spaces, in the order they are drawn."""
    page = only_page(pdf).get_textpage()
    found = []
    for number in range(page.count_chars()):
        char = page.get_text_range(number, 1)
        if char.strip():
            found.append(Letter(char, *page.get_charbox(number)))
    return found


def only_page(pdf: bytes) -> pypdfium2.PdfPage:
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    return document[0]


def picture(pdf: bytes, scale: float) -> Image.Image:
    """Return a PDF's only page as a picture of `scale` pixels a point."""
    return only_page(pdf).render(scale=scale).to_pil().convert("RGB")


def cut(page: Image.Image, letter: Letter, scale: float, margin: float = 0) -> Image.Image:
    """Return the part of a page's picture that a letter's box covers, and a margin (points)."""
    return page.crop(
        (
            round((letter.left - margin) * scale),
            round(page.height - (letter.top + margin) * scale),
            round((letter.right + margin) * scale),
            round(page.height - (letter.bottom - margin) * scale),
        )
    )


def close_up(pdf: bytes, letter: Letter, scale: float) -> Image.Image:
    """Return a picture of nothing but a letter's box, `scale` pixels a point."""
    page = only_page(pdf)
    width, height = page.get_size()
    crop = (letter.left, letter.bottom, width - letter.right, height - letter.top)
    return page.render(scale=scale, crop=crop).to_pil().convert("RGB")


def luminance(colour: tuple[int, int, int]) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [part / 255 for part in colour]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(part: Image.Image) -> float:
    """Return the contrast ratio of the darkest and the lightest common colour of a picture."""
    area = part.width * part.height
    common = [colour for count, colour in part.getcolors(area) if count >= area / 50]
    lights = sorted(luminance(colour) for colour in common)
    return (lights[-1] + 0.05) / (lights[0] + 0.05)
