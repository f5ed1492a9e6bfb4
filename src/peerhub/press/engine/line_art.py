"""Line art as pictures of points, for programs that cannot show SVG in our type."""

from __future__ import annotations

import base64
import io
from functools import cache, lru_cache
from pathlib import Path

import pypdfium2
from PIL import Image
from weasyprint import CSS

from peerhub.press.engine.drawing import BARE, Drawer

COLOURS = 64
"""How many colours a picture has: those of line art, and what lies between them at their edges."""

DOTS = 270
"""To an inch, for programs that ask: a drawing is then 12 cm wide."""

SIZES = ("width", "height")


@lru_cache(maxsize=256)
def picture_of(svg: str, home: Path, wide: int, ground: str = "#fff") -> bytes:
    """Return SVG as PNG on a ground of one colour, `wide` pixels across.

    Raises `PressError` for a letter that our type cannot draw.
    """
    drawer, style = _look(home)
    held = base64.b64encode(svg.encode()).decode()
    source = f'<img src="data:image/svg+xml;base64,{held}">'
    across, down = _measures(svg)
    sheet = drawer.own_style(f"@page {{ size: {across:g}px {down:g}px; background: {ground} }}")
    content = drawer.draw(source, home, [style, sheet], "drawing", options=BARE).content
    with pypdfium2.PdfDocument(content) as pdf:
        page = pdf[0]
        drawn = page.render(scale=wide / page.get_width()).to_pil().convert("RGB")
    out = io.BytesIO()
    drawn.quantize(COLOURS, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True, dpi=(DOTS, DOTS)
    )
    return out.getvalue()


def _measures(svg: str) -> tuple[float, float]:
    """Return how wide and high SVG is, by its first element."""
    across, down = (float(svg.split(f'{name}="', 1)[1].split('"')[0]) for name in SIZES)
    return across, down


@cache
def _look(home: Path) -> tuple[Drawer, CSS]:
    """Return what draws, and the style of a page that holds one drawing at its own size."""
    drawer = Drawer(home, has_drawings=True)
    page = "@page { margin: 0 } body { margin: 0 } img { display: block }"
    return drawer, drawer.own_style(page)
