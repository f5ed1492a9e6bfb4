"""What every day says that no module does: the welcome, the house rules, the breaks, the close."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Literal, get_args

from pydantic import Field

from peerhub.models.base import Part, fault, rule_on
from peerhub.models.public import PrintedText, PublicLine, PublicTitle
from peerhub.models.training import Point

DayPart = Literal["welcome", "house-rules", "today", "break", "back", "next-day", "end"]
DAY_PARTS: tuple[DayPart, ...] = get_args(DayPart)

ASKED: Mapping[str, tuple[str, ...]] = {
    "welcome": ("script",),
    "house-rules": ("lines", "now", "script"),
    "today": ("script", "notes"),
    "break": ("lines", "notes"),
    "back": ("title", "notes"),
    "next-day": ("lines", "notes"),
    "end": ("lines", "notes"),
}
"""What each part of a day has to say."""

FACTS = ("breaks", "end")
"""What stands in braces in a script, and is put in from the day's own clock."""

_BRACES = re.compile(r"\{([^{}]*)\}?|\}")


class SpokenLine(Part):
    """One part of the welcome: its share of the time, and what to do and say."""

    minutes: Annotated[int, Field(ge=1, le=60)]
    said: PrintedText

    @rule_on("said")
    def _knows_its_facts(self) -> None:
        for found in _BRACES.finditer(self.said):
            if found[0] not in (f"{{{one}}}" for one in FACTS):
                raise fault(
                    f"nothing is put in for '{found[0]}'",
                    "Only {breaks} and {end} are known here. Take out the other braces.",
                    at="said",
                )


class DayWords(Part):
    """The words of one part of every day: on its slide, and for the trainer alone."""

    id: DayPart
    """Which part of a day it is for."""
    title: PublicTitle = ""
    """What stands at the top of its slide, where the day does not say it."""
    lines: tuple[Point, ...] = ()
    """What the room sees."""
    now: PublicLine | None = None
    """What the room is told to do."""
    script: tuple[SpokenLine, ...] = ()
    """What the trainer says and does, line by line, in shares of the minutes of the welcome."""
    notes: tuple[PrintedText, ...] = ()
    """What only the trainer sees."""

    @rule_on("id", "title", "lines", "now", "script", "notes")
    def _says_what_is_asked(self) -> None:
        for name in ASKED[self.id]:
            if not getattr(self, name):
                raise fault(
                    f"'{self.id}' has no '{name}'",
                    f"It says: {', '.join(ASKED[self.id])}. Bring '{name}' back.",
                    at="id",
                )
