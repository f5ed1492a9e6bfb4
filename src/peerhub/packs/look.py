"""The few colours, letters and sizes that slides and office documents share with the hub."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerhub.packs.deck import Deck, Slide

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


DOT = 0.0117
"""The least part of the bar that is drawn: as wide as the bar is thick."""


def body_size(slide: Slide, *, opening: bool = False) -> int:
    """Return the points in which a slide's lines fit its place."""
    letters = sum(map(len, slide.lines)) + 50 * (len(slide.lines) - 1)
    if opening:
        return 32
    return next((points for room, points in STEPS if letters <= room), SMALLEST)


@dataclass(frozen=True)
class TimeGone:
    """The bar that says how far into its session a step stands: its part of the whole, in words."""

    part: float
    said: str


def time_gone(deck: Deck, slide: Slide) -> TimeGone | None:
    """Return the bar of a slide, or None if it is not a step's. At the start a dot is left."""
    if slide.gone is None:
        return None
    said = f"{slide.gone} of {deck.minutes} minutes have passed when this step starts"
    return TimeGone(max(slide.gone / deck.minutes, DOT), said)
