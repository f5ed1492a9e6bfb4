"""Pictures of pages, kept at a quarter of their size and compared as an eye would at a glance.

Systems draw the edges of letters differently, so no pixel is compared with its twin. A picture is
blurred to cells of eight pixels; a cell is like its twin when its colour lies, with some room,
among the colours of the twin and its neighbours. So a letter may be thicker and a line may stand a
few pixels away, but a block that has moved or another colour leaves a trail of unlike cells.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageFilter

from tests.site.landmarks import KINDS, WIDTHS

KEPT = Path(__file__).with_name("pictures")
QUARTER = 4
HALF = 2
"""How often more a quarter is made smaller for comparing: to cells of eight pixels of the page."""
STEPS = 8
"""Colours are kept in steps of this many, of 256 for each part; it makes the files small."""
ROOM = 20
"""How far beyond its neighbours' colours a cell may lie, of 256 for each part."""
FEW = 14
"""Unlike cells that may stand in one picture: a corner, a letter that is drawn another way."""
SCHEMES = ("light", "dark")


def name_of(path: str, width: int, scheme: str) -> str:
    """Return the name of a page's picture: "train-modules-listening-390-dark.png"."""
    return f"{path.strip('/').replace('/', '-') or 'home'}-{width}-{scheme}.png"


def taken(browser: Any, address: str, day: str, style: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield the name of each picture and the first screen of its page, as it is on a day."""
    for width, height in WIDTHS.items():
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, bypass_csp=True
            )
            context.clock.set_fixed_time(day)
            page = context.new_page()
            for path in KINDS:
                page.goto(address + path)
                page.evaluate("document.fonts.ready.then(() => true)")
                if style:
                    page.add_style_tag(content=style)
                yield name_of(path, width, scheme), page.screenshot(animations="disabled")
            context.close()


def quarter(png: bytes) -> Image.Image:
    """Return a picture at a quarter of its size, in few colours."""
    whole = Image.open(io.BytesIO(png)).convert("RGB").reduce(QUARTER)
    return whole.point(lambda part: min(255, (part + STEPS // 2) // STEPS * STEPS))


def unlike(was: Image.Image, now: Image.Image) -> list[tuple[int, int]]:
    """Return where two quarters differ: the left and top of each unlike cell, in their pixels.

    Pictures of two sizes differ everywhere.
    """
    if was.size != now.size:
        return [(x, y) for x in range(0, now.width, HALF) for y in range(0, now.height, HALF)]
    before, after = was.reduce(HALF), now.reduce(HALF)
    apart = ImageChops.lighter(_beyond(before, after), _beyond(after, before))
    parts = apart.split()
    worst = ImageChops.lighter(ImageChops.lighter(parts[0], parts[1]), parts[2])
    return [
        (at % worst.width * HALF, at // worst.width * HALF)
        for at, part in enumerate(worst.tobytes())
        if part > ROOM
    ]


def _beyond(one: Image.Image, other: Image.Image) -> Image.Image:
    """Return how far each cell of one lies beyond the colours around its twin in the other."""
    lowest = other.filter(ImageFilter.MinFilter(3))
    highest = other.filter(ImageFilter.MaxFilter(3))
    return ImageChops.lighter(ImageChops.subtract(one, highest), ImageChops.subtract(lowest, one))
