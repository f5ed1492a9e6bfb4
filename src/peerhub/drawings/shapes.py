"""The shapes of drawings: where each part stands, and the lines between them.

Each takes the parts and the art, and returns what is drawn and how high the sheet is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from peerhub.drawings.sheet import (
    ART,
    CORAL,
    INK,
    LINE,
    PAPER,
    WASH,
    WIDE,
    arrow,
    disc,
    lines_of,
    picture,
    strokes,
    wide,
    words,
)
from peerhub.models import DrawnPart

Parts = Sequence[DrawnPart]
Art = Mapping[str, str]
Sketch = tuple[str, float]
GAP = 10
BRICK = 92


def row(parts: Parts, art: Art) -> Sketch:
    """Set parts side by side, in as many rows as they need."""
    drawn, top = "", 4.0
    for group, width in _rows(parts):
        for part, x in zip(group, _middles(group, width), strict=True):
            drawn += _cell(part, art, x, top, width)
        top += _high(group, width) + 2 * GAP
    return drawn, top - GAP


def path(parts: Parts, art: Art) -> Sketch:
    """Set parts one after another, with their numbers and arrows between them."""
    drawn, top, number = "", 20.0, 0
    for group, width in _rows(parts):
        middles = _middles(group, width)
        for part, x in zip(group, middles, strict=True):
            number += 1
            drawn += _cell(part, art, x, top, width) + disc(number, x - ART / 2, top)
        arrows = (
            arrow((a + b) / 2 + 14, top + ART / 2, min(28, b - a - ART))
            for a, b in pairwise(middles)
        )
        drawn += strokes(arrows)
        top += _high(group, width) + 3 * GAP
    return drawn, top - 2 * GAP


def ring(parts: Parts, art: Art) -> Sketch:
    """Set three or four parts in a circle, each with an arrow to the next."""
    x, y = WIDE / 2, 20 + ART
    middles = [(x, 0.0), (530.0, y), (x, 2 * y), (110.0, y)]
    if len(parts) == 3:
        middles = [(x, 0.0), (520.0, 1.5 * y), (120.0, 1.5 * y)]
    drawn = "".join(
        _cell(part, art, *middle, 200) for part, middle in zip(parts, middles, strict=True)
    )
    bends = []
    for (ax, ay), (bx, by) in pairwise([*middles, middles[0]]):
        across, down = bx - ax, by - ay
        ends = (ax + across * 0.66, ay + down * 0.6 + ART / 2)
        bends.append(arrow(*ends, across * 0.3, down * 0.3))
    last = max(top for _, top in middles) + max(_high([one], 200) for one in parts)
    return drawn + strokes(bends), last + GAP


def around(parts: Parts, art: Art) -> Sketch:
    """Set the first part in the middle, and the others on both sides of it."""
    middle, *others = parts
    half = -(-len(others) // 2)
    sides = [(others[:half], 106.0), (others[half:], WIDE - 106.0)]
    step = max(_high([one], 206) for one in others) + 2 * GAP
    high = step * (half - 1) + max(_high(group[-1:], 206) for group, _ in sides) + 4
    top = (high - _high([middle], 190)) / 2
    drawn, spokes = "", []
    for group, x in sides:
        start = step * (half - len(group)) / 2
        for number, part in enumerate(group):
            at = start + number * step + 4
            drawn += _cell(part, art, x, at, 206)
            inward = 1 if x < WIDE / 2 else -1
            y = at + ART / 2
            spokes.append(
                f"M{x + inward * 64:g} {y:g}L{WIDE / 2 - inward * 70:g} "
                f"{y + (top + ART / 2 - y) * 0.8:g}"
            )
    return strokes(spokes) + drawn + _cell(middle, art, WIDE / 2, top, 190), high


def stairs(parts: Parts, art: Art) -> Sketch:
    """Set each part a step higher than the one before."""
    width = WIDE / len(parts)
    rise = 46
    tallest = max(len(lines_of(one.label, width - 12)) for one in parts) * LINE + 2 * GAP
    floor = ART + rise * (len(parts) - 1) + tallest + 2 * GAP
    drawn = ""
    for number, part in enumerate(parts):
        top = ART + GAP + rise * (len(parts) - 1 - number)
        x = width * number
        drawn += (
            f'<path d="M{x + 2:g} {top:g}h{width - 4:g}V{floor:g}h-{width - 4:g}z" fill="{WASH}" '
            f'stroke="{INK}" stroke-width="4" stroke-linejoin="round"/>'
        )
        middle = x + width / 2
        drawn += picture(art.get(part.art or "", ""), middle, top - ART - 4)
        drawn += words(lines_of(part.label, width - 12), middle, top + GAP)
    return drawn, floor + 4


def circles(parts: Parts, art: Art) -> Sketch:
    """Set each part in a ring about those before it, the first in the middle."""
    band, inner = 62, 92
    count = len(parts)
    high = 2 * (inner + band * (count - 1)) + 8
    drawn = ""
    for number in reversed(range(count)):
        across = 150 + (WIDE / 2 - 154) * (number / max(1, count - 1))
        down = inner + band * number
        fill = (CORAL, PAPER, WASH)[0 if number == 0 else 1 + number % 2]
        drawn += (
            f'<ellipse cx="{WIDE / 2:g}" cy="{high / 2:g}" rx="{across:g}" ry="{down:g}" '
            f'fill="{PAPER if number == 0 else fill}" stroke="{INK}" stroke-width="4"/>'
        )
        if number:
            drawn += words([parts[number].label], WIDE / 2, high / 2 - down + 18)
    lines = lines_of(parts[0].label, 250)
    picture_top = high / 2 - (84 + len(lines) * LINE) / 2
    drawn += picture(art.get(parts[0].art or "", ""), WIDE / 2, picture_top, 80)
    return drawn + words(lines, WIDE / 2, picture_top + 84), high


def trays(parts: Parts, art: Art) -> Sketch:
    """Set each part above a tray with its label, for things to be sorted into."""
    width = WIDE / len(parts)
    deep = max(len(lines_of(one.label, width - 30)) for one in parts) * LINE + 2 * GAP
    top = ART + 2 * GAP
    drawn = ""
    for number, part in enumerate(parts):
        x = width * number + width / 2
        half = width / 2 - 8
        drawn += picture(art.get(part.art or "", ""), x, 4)
        drawn += (
            f'<path d="M{x - half:g} {top - 18:g}V{top + deep:g}H{x + half:g}V{top - 18:g}" '
            f'fill="{WASH}" stroke="{INK}" stroke-width="4" stroke-linecap="round" '
            'stroke-linejoin="round"/>'
        )
        drawn += words(lines_of(part.label, width - 30), x, top)
    return drawn, top + deep + 4


def wall(parts: Parts, art: Art) -> Sketch:  # noqa: ARG001  a wall has words on its bricks alone
    """Build parts up from the ground, three to a row: each stands on those before it."""
    rows = [parts[at : at + 3] for at in range(0, len(parts), 3)]
    width = WIDE / 3
    high = BRICK * len(rows) + 8
    drawn = ""
    for level, group in enumerate(rows):
        top = high - 4 - BRICK * (level + 1)
        for place, part in enumerate(group):
            x = width * place
            number = level * 3 + place + 1
            lines = lines_of(part.label, width - 58)
            drawn += (
                f'<rect x="{x + 4:g}" y="{top + 2:g}" width="{width - 8:g}" height="{BRICK - 8}" '
                f'rx="8" fill="{WASH}" stroke="{INK}" stroke-width="4"/>'
                + disc(number, x + 28, top + BRICK / 2)
                + words(lines, x + width / 2 + 20, top + (BRICK - 4 - len(lines) * LINE) / 2)
            )
    return drawn, high


def _rows(parts: Parts) -> list[tuple[Parts, float]]:
    """Return parts in rows, each with the width that one of its parts has."""
    count = len(parts)
    columns = 4 if count in (4, 7, 8) else min(3, count)
    if columns == 4 and any(wide(word) > WIDE / 4 - 4 for p in parts for word in p.label.split()):
        columns = 2 if count == 4 else 3
    groups = [parts[at : at + columns] for at in range(0, count, columns)]
    return [(group, WIDE / columns) for group in groups]


def _middles(group: Parts, width: float) -> list[float]:
    start = (WIDE - width * len(group)) / 2 + width / 2
    return [start + width * number for number in range(len(group))]


def _high(group: Parts, width: float) -> float:
    return ART + GAP + LINE * max(len(lines_of(one.label, width - 8)) for one in group)


def _cell(part: DrawnPart, art: Art, x: float, top: float, width: float) -> str:
    """Return a part: its art, and its label below."""
    label = words(lines_of(part.label, width - 8), x, top + ART + GAP - 4)
    return picture(art.get(part.art or "", ""), x, top) + label
