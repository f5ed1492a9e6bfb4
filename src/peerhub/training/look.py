"""The few colours, letters and sizes that slides and office documents share with the hub."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peerhub.models.training import Method
from peerhub.training.slides import Deck, DeckSlide

INK = "14264A"
RUST = "B8451C"
CORAL = "FF9470"
LINE = "D3DBEA"
PAPER = "FFFFFF"
LANGUAGE = "en-GB"
TYPEFACE = "Arial"
"""A typeface every office program has: a file that is edited elsewhere cannot bring its own."""

TITLE, OPENING, UNDER, SMALL = 36, 44, 32, 18
"""Points of a slide's title, of a dark slide's, of what stands below that, and of small lines. At
36 a title has room for two lines."""

SIZES = (26, 24, 22, 20)
"""Points that the lines of a deck may be set in, all of them in one. Below 20 nobody at the back
can read them."""

BODY_WIDE, BODY_TOP, BODY_HIGH = 29.867, 5.8, 11.8
"""Centimetres: the place of a slide's words, between its title and the bar at its foot."""

NARROW = 20.2
"""Centimetres: how wide words are that have a picture at their side."""

SIDE, SIDE_LEFT, SIDE_TOP = 7.6, 23.8, 7.2
"""Centimetres: the size of that picture, and its place."""

OPENING_ART, OPENING_LEFT, OPENING_TOP = 9.6, 22.2, 4.8
"""Centimetres: the picture on a first slide."""

METHOD_ART: Mapping[Method, str] = {
    "talk": "talk",
    "discussion": "group",
    "pairs": "pair",
    "threes": "three",
    "groups": "team",
    "individual": "pencil",
    "demonstration": "eye",
    "practice": "echo",
    "quiz": "question",
    "reflection": "cup",
}
"""The picture of each method, for the eye alone: a file of `materials/drawings/`."""

KIND_ART: Mapping[str, str] = {
    "note": "shield",
    "outcomes": "steps",
    "questions": "question",
    "help": "call",
    "sources": "search",
    "session": "group",
    "rules": "shield",
    "plan": "calendar",
    "pause": "cup",
    "next": "route",
}
"""The picture of each kind of slide that is no step."""

_CM = 72 / 2.54


@dataclass(frozen=True)
class Setting:
    """How words are set in the place of a slide. All but the last two are parts of their size."""

    letter: float
    """How wide a letter is on average."""
    leading: float
    gap: float
    """Between two points."""
    before_now: float
    """Above what the room does now, beside the gap."""
    indent: float
    """Points of type: from the edge of the place to the words of a point."""
    high: float
    """Points of type: how high the place is inside."""


BOLD = 1.1
"""How much wider bold letters are."""

OFFICE = Setting(0.54, 1.2, 0.25, 0.5, indent=45, high=BODY_HIGH * _CM - 8)
"""Arial's letters are 0.5 wide. What takes its place where an office program has none is wider."""

PAPER_SLIDE = Setting(0.45, 1.25, 0.3, 0.5, indent=40, high=12.4 * _CM)
"""The hub's own type, as `materials/training/training.css` sets it on a slide."""

DOT = 0.0117
"""The least part of the bar that is drawn: as wide as the bar is thick."""


def deck_size(deck: Deck) -> int:
    """Return the one size of letters, in points, that all lines of a deck are set in."""
    return size_of([one for one in deck.slides if one.kind != "opening"])


def size_of(slides: Sequence[DeckSlide], how: Setting = OFFICE) -> int:
    """Return the points in which each of some slides fits its place: the largest that do.

    When a slide is too full for any, it is the smallest.
    """
    return next((size for size in SIZES if all(fits(one, size, how) for one in slides)), SIZES[-1])


def fits(slide: DeckSlide, size: int, how: Setting = OFFICE, wide: float = BODY_WIDE) -> bool:
    """Say whether a slide's words fit a place so wide, in centimetres, in letters of a size."""
    return height(slide, size, how, wide) <= how.high


def side_art(slide: DeckSlide, size: int) -> str:
    """Return the picture that stands beside a slide's words; nothing where there is no room.

    So a slide of few words is not half empty, and one of many has its whole width.
    """
    if slide.kind in ("opening", "drawing") or not fits(slide, size, OFFICE, NARROW):
        return ""
    return METHOD_ART[slide.method] if slide.method else KIND_ART.get(slide.kind, "")


def body_wide(slide: DeckSlide, size: int) -> float:
    """Return how wide the place of a slide's words is, in centimetres."""
    return NARROW if side_art(slide, size) else BODY_WIDE


def within(across: float, down: float) -> tuple[float, float, float, float]:
    """Return the place of a drawing of these measures on a slide: left, top, width, height.

    All are centimetres, whatever the drawing's own measures are.
    """
    scale = min(BODY_WIDE / across, BODY_HIGH / down)
    wide, high = across * scale, down * scale
    return 2 + (BODY_WIDE - wide) / 2, BODY_TOP + (BODY_HIGH - high) / 2, wide, high


def gap(size: int) -> float:
    """Return the points between two lines of an office slide that is set in `size` points."""
    return size * OFFICE.gap


def before_now(size: int) -> float:
    """Return the points above the last line of an office slide, which says what to do now."""
    return size * OFFICE.before_now


def height(slide: DeckSlide, size: int, how: Setting, wide: float = BODY_WIDE) -> float:
    """Return how high a slide's words stand in a size and a width, in points."""
    letters = (wide * _CM - how.indent) / (size * how.letter)
    lines = sum(len(textwrap.wrap(one, int(letters))) for one in slide.lines)
    gaps = (len(slide.lines) - 1) * how.gap
    if slide.now:
        lines += len(textwrap.wrap(slide.now, int(letters / BOLD)))
        gaps += how.gap + how.before_now
    return size * (lines * how.leading + gaps)


@dataclass(frozen=True)
class TimeGone:
    """The bar that says how far into its session a step stands: its part of the whole, in words."""

    part: float
    said: str


def time_gone(deck: Deck, slide: DeckSlide) -> TimeGone | None:
    """Return the bar of a slide, or None if it is not a step's. At the start a dot is left."""
    if slide.gone is None:
        return None
    whole = slide.whole or deck.minutes
    said = f"{slide.gone} of {whole} minutes have passed when this step starts"
    return TimeGone(max(slide.gone / whole, DOT), said)
