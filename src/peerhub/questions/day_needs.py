"""What to bring to one day of a workshop, by kind, and how many for a group."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from peerhub.models import Module, ModuleText
from peerhub.models.copies import EACH
from peerhub.questions.needs import needed
from peerhub.questions.timetable import DayPlan

KINDS = {
    "agreed": "To ask for, agree or find out beforehand",
    "room": "The room",
    "people": "People to have there, or within reach",
    "paper": "On paper",
    "things": "Things to bring",
}
"""Every kind by its heading, in the order in which they take time."""

WORDS = {
    "agreed": r"^(?:The names? (?:and dates )?of|Names|The (?:force's )?agreed|The force's|"
    r"Your force's|Advice|Your professional|The legal|The local|The national|What|Current local|"
    r"Figures|A list of|A note to|Last year|The date|A name and a date)\b",
    "people": r"^(?:(?:A|The|Your) (?:Occupational Health |second |third trained |peer )?"
    r"(?:clinician|coordinator|trainer(?! plan)|facilitator|person|supporter)|Somebody|"
    r"Two people)\b",
    "paper": r"\b(?:form|copy|handouts|questions|posters?|trainer plans?)\b",
    "things": r"^(?:A timer|A clock|A table)\b",
    "room": r"\b(?:rooms?|[Ss]pace|[Ss]eats|stations|afternoon|planned afterwards|quiet word)\b",
}
"""Words that tell the kind of a need: the first kind that has one counts; things are the rest."""

SHARED = re.compile(
    rf"\bfor (?:each|every) (?P<each>{'|'.join(sorted(EACH, key=len, reverse=True))})\b"
)
OWN = re.compile(r"^Each person's\b")
PRINTED = re.compile(r"^(?:A copy of the participant page|The workshop's)\b")
"""What a print list has anyway: pages that stand in the workbook, and forms."""

WHOLE = ("agreed", "room", "people")
"""Kinds of which nobody brings several."""


@dataclass(frozen=True)
class Brought:
    """One thing to bring, and how many people share one: 0 for all of them; None is not counted."""

    what: str
    people: int | None

    def how_many(self, group: int) -> str:
        """Return how many a group needs, or nothing where that is not counted."""
        if self.people is None:
            return ""
        return str(-(-group // self.people) if self.people else 1)


def kind_of(need: str) -> str:
    """Return the kind of a thing to bring, from its words."""
    return next((kind for kind, words in WORDS.items() if re.search(words, need)), "things")


def day_needs(
    day: DayPlan, modules: Mapping[str, Module], texts: Mapping[str, ModuleText]
) -> dict[str, tuple[Brought, ...]]:
    """Return what a day's modules need beside their sheets: each thing once, by its kind."""
    found: dict[str, dict[str, Brought]] = {kind: {} for kind in KINDS}
    for row in day.rows:
        if row.module is None:
            continue
        for need in needed(modules[row.module], texts[row.module]):
            if need.made is None and not PRINTED.match(need.what):
                kind = kind_of(need.what)
                found[kind].setdefault(need.what, _brought(need.what, kind))
    return {kind: tuple(things.values()) for kind, things in found.items() if things}


def _brought(what: str, kind: str) -> Brought:
    if kind in WHOLE:
        return Brought(what, None)
    if OWN.match(what):
        return Brought(what, 1)
    each = SHARED.search(what)
    return Brought(what, EACH[each["each"]] if each else 0)
