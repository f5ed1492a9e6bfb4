"""The picture that stands for a page where its address is shared: its title, in the hub's look.

It is drawn without a browser and in eight colours, so that a card weighs a few kilobytes.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache

from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

from peerhub.models.licence import PICTURE
from peerhub.press.engine.our_type import HOME, TYPE

WIDTH, HEIGHT = 1200, 630
"""Pixels, as those who show cards ask for."""
MARGIN = 80
SIZES = (92, 80, 70, 60, 50)
"""Pixels of the title's letters, the largest first that fits."""
LINES_AT_MOST = 4
INK, WHITE, CORAL = (20, 38, 74), (255, 255, 255), (255, 148, 112)
SHADES = 7
"""Steps from ink to white; the colour after them is coral."""
BUBBLE = (MARGIN, 520, MARGIN + 76, 570)
TAIL = ((MARGIN + 12, 568), (MARGIN + 40, 568), (MARGIN + 8, 594))


@dataclass(frozen=True)
class Card:
    """What a card says: the title of its page, the section it is in, and the hub's name."""

    title: str
    section: str
    hub: str


def card_png(card: Card) -> bytes:
    """Return a card as a PNG; the same words give the same bytes."""
    light = Image.new("L", (WIDTH, HEIGHT), 0)
    draw = ImageDraw.Draw(light)
    draw.text((MARGIN, 72), card.section, font=_type(1, 40), fill=215)
    size, lines = _fitted(card.title)
    for number, line in enumerate(lines):
        draw.text((MARGIN, 150 + number * size * 1.12), line, font=_type(2, size), fill=255)
    draw.text((MARGIN + 100, 524), card.hub, font=_type(1, 40), fill=255)
    shaded = light.point([value * (SHADES - 1) // 255 for value in range(256)])
    paper = Image.frombytes("P", shaded.size, shaded.tobytes())
    paper.putpalette([part for shade in _shades() for part in shade])
    mark = ImageDraw.Draw(paper)
    mark.rounded_rectangle(BUBBLE, 12, fill=SHADES)
    mark.polygon(TAIL, fill=SHADES)
    told = PngInfo()
    told.add_itxt("XML:com.adobe.xmp", PICTURE)
    out = io.BytesIO()
    paper.save(out, "PNG", bits=4, compress_level=6, pnginfo=told)
    return out.getvalue()


def _shades() -> list[tuple[int, int, int]]:
    steps = [
        tuple(a + (b - a) * step // (SHADES - 1) for a, b in zip(INK, WHITE, strict=True))
        for step in range(SHADES)
    ]
    return [*steps, CORAL]  # type: ignore[list-item]


@cache
def _type(weight: int, size: int) -> ImageFont.FreeTypeFont:
    file = HOME / "fonts" / TYPE[weight]
    return ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)


def _fitted(title: str) -> tuple[int, list[str]]:
    """Return the largest size at which a title fits its card, and its lines."""
    for size in SIZES:
        lines = _wrapped(title, size)
        if len(lines) * size * 1.12 <= 360 and len(lines) <= LINES_AT_MOST:
            return size, lines
    lines = _wrapped(title, SIZES[-1])
    return SIZES[-1], [*lines[: LINES_AT_MOST - 1], f"{lines[LINES_AT_MOST - 1]} …"]


def _wrapped(title: str, size: int) -> list[str]:
    """Return a title in lines; a word that is wider than the card is cut where it ends."""
    type_, lines = _type(2, size), [""]
    for word in title.split():
        rest = word
        longer = f"{lines[-1]} {rest}".strip()
        if type_.getlength(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
            continue
        while type_.getlength(rest) > WIDTH - 2 * MARGIN:
            fits = max(at for at in range(1, len(rest)) if _is_narrow(type_, rest[:at]))
            lines.append(rest[:fits])
            rest = rest[fits:]
        lines.append(rest)
    return [line for line in lines if line]


def _is_narrow(type_: ImageFont.FreeTypeFont, text: str) -> bool:
    return type_.getlength(text) <= WIDTH - 2 * MARGIN
