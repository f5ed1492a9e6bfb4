"""The few colours, letters and sizes that slides and office documents share with the hub."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerhub.packs.deck import Slide

INK = "14264A"
RUST = "B8451C"
CORAL = "FF9470"
LINE = "D3DBEA"
PAPER = "FFFFFF"
LANGUAGE = "en-GB"
TYPEFACE = "Arial"
"""A typeface every office program has: a file that is edited elsewhere cannot bring its own."""

STEPS = ((150, 40), (300, 32), (520, 28), (840, 24))
"""Up to how many letters a slide is set in how many points."""

SMALLEST = 20
"""Points. Below 20 nobody at the back can read it."""


def body_size(slide: Slide, *, opening: bool = False) -> int:
    """Return the points in which a slide's lines fit its place."""
    letters = sum(map(len, slide.lines)) + 50 * (len(slide.lines) - 1)
    if opening:
        return 32
    return next((points for room, points in STEPS if letters <= room), SMALLEST)
