"""Line art as pictures of points, for programs that cannot show SVG in our type."""

from __future__ import annotations

import base64
import io
from functools import cache, lru_cache
from pathlib import Path

import pypdfium2
from PIL import Image
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from peerhub.press.engine.our_type import check_letters, printed_faces

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
    style, type_ = _look(home)
    held = base64.b64encode(svg.encode()).decode()
    source = f'<img src="data:image/svg+xml;base64,{held}">'
    across, down = _measures(svg)
    sheet = CSS(string=f"@page {{ size: {across:g}px {down:g}px; background: {ground} }}")
    document = HTML(string=source).render(font_config=type_, stylesheets=[style, sheet])
    content = document.write_pdf()
    check_letters(document.fonts.values(), "drawing")
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
def _look(home: Path) -> tuple[CSS, FontConfiguration]:
    """Return the style of a page that holds one drawing at its own size, and our type."""
    type_ = FontConfiguration()
    page = "@page { margin: 0 } body { margin: 0 } img { display: block }"
    return CSS(string=f"{printed_faces(home)} {page}", font_config=type_), type_
