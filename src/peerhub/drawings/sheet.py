"""The sheet that drawings are made on: its width, its letters, its colours, and single strokes.

Measures are those of the drawing: a sheet is 640 wide. At the width of a phone its letters are 14
pixels high, on a slide 19 points or more.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from html import escape

INK, RUST, CORAL, WASH, PAPER = "#14264a", "#b8451c", "#ff9470", "#fff0e8", "#fff"
"""The only colours of drawings and of their art: the site's styles give each its dark twin."""

WIDE = 640
LETTERS, LINE = 26, 30
"""How high letters are, and how far apart lines."""

LETTER = 0.56
"""How wide a bold letter of our type is on average, as a part of its height."""

ART = 104
"""How wide and high a piece of art is drawn; in its file it is 100."""

STROKE = (
    f'fill="none" stroke="{INK}" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"'
)
_WORDS = 'font-family="Hub Print, Arial, sans-serif" font-weight="700" text-anchor="middle"'


def wide(words: str) -> float:
    """Return about how wide some words are in the letters of a label."""
    return len(words) * LETTERS * LETTER


def lines_of(label: str, width: float) -> list[str]:
    """Return a label as the lines that it takes in a width."""
    return textwrap.wrap(label, max(1, int(width / (LETTERS * LETTER))), break_long_words=False)


def words(lines: Sequence[str], x: float, top: float) -> str:
    """Return lines of a label, one below the other, in the middle of `x`."""
    return "".join(
        f'<text x="{x:g}" y="{top + 23 + number * LINE:g}" font-size="{LETTERS}" fill="{INK}" '
        f"{_WORDS}>{escape(line, quote=False)}</text>"
        for number, line in enumerate(lines)
    )


def picture(art: str, x: float, top: float, size: float = ART) -> str:
    """Return a piece of art whose middle is at `x`."""
    return f'<g transform="translate({x - size / 2:g} {top:g}) scale({size / 100:g})">{art}</g>'


def strokes(paths: Iterable[str]) -> str:
    """Return lines in ink."""
    return "".join(f'<path d="{path}" {STROKE}/>' for path in paths)


def disc(number: int, x: float, y: float) -> str:
    """Return a number on a disc of ink."""
    return (
        f'<circle cx="{x:g}" cy="{y:g}" r="17" fill="{INK}"/>'
        f'<text x="{x:g}" y="{y + 8:g}" font-size="24" fill="{PAPER}" {_WORDS}>{number}</text>'
    )


def arrow(x: float, y: float, across: float, down: float = 0) -> str:
    """Return the path of an arrow that ends at a point, having gone so far across and down."""
    length = (across**2 + down**2) ** 0.5
    ahead, aside = across / length * 11, down / length * 11
    return (
        f"M{x - across:g} {y - down:g}L{x:g} {y:g}"
        f"M{x - ahead + aside:g} {y - aside - ahead:g}L{x:g} {y:g}"
        f"L{x - ahead - aside:g} {y - aside + ahead:g}"
    )
