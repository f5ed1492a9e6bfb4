"""What slides are: the words of each, what is drawn on it, and the deck that they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from peerhub.models import Drawing
from peerhub.models.training import Method

SlideKind = Literal[
    "opening",
    "note",
    "outcomes",
    "step",
    "drawing",
    "questions",
    "help",
    "sources",
    "session",
    "rules",
    "plan",
    "pause",
    "next",
]


@dataclass(frozen=True)
class DeckSlide:
    """One slide: its title, its lines, and the notes that only the trainer sees.

    `now` is its last line, which tells the room what to do; a slide that is no step has none.
    `gone` is how many minutes of the session have passed when it is shown, for a step, and `method`
    is how that step is taught. A `drawing` stands in the place of lines.
    """

    title: str
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    now: str = ""
    kicker: str = ""
    gone: int | None = None
    bulleted: bool = False
    kind: SlideKind = "step"
    method: Method | None = None
    drawing: Drawing | None = None
    whole: int | None = None
    """The minutes of the session or break it belongs to, in a deck that has several."""
    lasts: int = 0
    """After how many seconds the next slide shows by itself; 0 waits for the trainer."""


@dataclass(frozen=True)
class Deck:
    """The slides of one module or day, and its length in minutes.

    `art` names the picture of its dark slides, for the eye alone.
    """

    title: str
    named: str
    """Its revision, and the day of that."""
    minutes: int
    slides: tuple[DeckSlide, ...]
    imprint: str = ""
    """What stands at the foot of the first slide: whose it is, its revision and its licence."""
    art: str = ""
