"""How many of a sheet to print: read from the words that say so, for a group of any size."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Unit = Literal["set", "copy", "card"]

NUMBERS = {"one": 1, "two": 2, "three": 3, "two or three": 3, "four": 4}
EACH = {
    "person": 1,
    "clinician": 1,
    "round": 1,
    "turn": 1,
    "teach-back": 1,
    "pair": 2,
    "three or four people": 3,
    "group of three or four": 3,
    "group of three": 3,
    "three": 3,
    "group of four": 4,
    "group": 4,
    "team": 4,
    "room": 6,
}
"""How many people share one. Of two sizes the smaller counts, so that nobody goes without; each
person watches one round; a group or a team counts as four, and a room for marked talks as six."""

TRAINER = "trainer"
PLACES = "|".join(sorted((*EACH, TRAINER), key=len, reverse=True))
SAID = re.compile(
    rf"(?P<count>{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
    rf"(?: (?P<unit>set|cop(?:y|ies)|card|slip)s?)?(?: (?:for|to) )?"
    rf"(?:(?:each|every) (?P<each>{PLACES})\b)?",
    re.IGNORECASE,
)
UNKNOWN = re.compile(r"^[\w ]*?\bfor (?:each|every) ", re.IGNORECASE)
SPARE = re.compile(r"\band a spare\b", re.IGNORECASE)
UNITS: dict[str, Unit] = {"set": "set", "card": "card", "slip": "card"}


@dataclass(frozen=True)
class Copies:
    """So many of a thing for each so many people; for all of them where `people` is 0."""

    count: int
    unit: Unit
    people: int = 0
    is_for_trainers: bool = False

    def wanted(self, group: int, trainers: int) -> int:
        """Return how many to have for a group with some trainers."""
        if self.is_for_trainers:
            return self.count * trainers
        return self.count * (-(-group // self.people) if self.people else 1)

    def said(self, group: int, trainers: int) -> str:
        """Return that number with its unit: "3 sets", "1 copy", "12 cards"."""
        number = self.wanted(group, trainers)
        many = "copies" if self.unit == "copy" else f"{self.unit}s"
        return f"{number} {self.unit if number == 1 else many}"


def read_copies(note: str) -> Copies | None:
    """Return what the first words of a note ask for, or None where nobody could count it.

    "One set for each group of three." is a set for every three people; "One to show." is one.
    """
    found = SAID.match(note)
    if not found or (not found["each"] and UNKNOWN.match(note)):
        return None
    count = NUMBERS[found["count"].lower()] + bool(SPARE.search(note.split(".")[0]))
    unit = UNITS.get((found["unit"] or "").lower(), "copy")
    each = (found["each"] or "").lower()
    return Copies(count, unit, EACH.get(each, 0), each == TRAINER)
