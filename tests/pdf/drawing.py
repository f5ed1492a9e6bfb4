"""A PDF as it is drawn: its pixels, its letters with their places, and the contrast of both."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageFont

from peerhub.press.engine.our_type import HOME
from peerhub.press.posters.template_files import Materials

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
    return letters_of(only_page(pdf))


def letters_of(drawn: pypdfium2.PdfPage) -> list[Letter]:
    """Return the letters of a page, without spaces, in the order they are drawn."""
    page = drawn.get_textpage()
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
    return close_up_of(only_page(pdf), letter, scale)


def close_up_of(page: pypdfium2.PdfPage, letter: Letter, scale: float) -> Image.Image:
    """Return a picture of nothing but the box of a page's letter, `scale` pixels a point."""
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


def likeness(pdf: bytes, char: str, scale: float = 16) -> float:
    """Return how alike a letter is as drawn and as our font has it: 1 when they are the same."""
    meant = font_letter(char)
    alike = []
    for page in pypdfium2.PdfDocument(pdf):
        for letter in (one for one in letters_of(page) if one.char == char):
            drawn = two_tones(close_up_of(page, letter, scale))
            different = ImageChops.logical_xor(drawn, meant.resize(drawn.size))
            alike.append(1 - different.histogram()[255] / (drawn.width * drawn.height))
    return max(alike)


def font_letter(char: str) -> Image.Image:
    font = ImageFont.truetype(str(Materials(HOME).type_files()[1]), 400)
    canvas = Image.new("L", (800, 800), 255)
    ImageDraw.Draw(canvas).text((150, 150), char, font=font, fill=0)
    dark = two_tones(canvas)
    return dark.crop(dark.getbbox())


def two_tones(part: Image.Image) -> Image.Image:
    return part.convert("L").point(lambda light: 255 if light < 128 else 0).convert("1")
