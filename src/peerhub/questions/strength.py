"""How strong the evidence is: published studies by how they came to what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from peerhub.models import Reference
from peerhub.models.reference import Design

DESIGNS: dict[Design, tuple[str, str]] = {
    "trial": (
        "Trials that put people into groups by chance",
        "Whether it works, and how much",
    ),
    "review": ("Reviews of many studies", "What is known so far, and what is missing"),
    "comparison": (
        "Studies that compare groups, or the same people over time",
        "That two things go together, and not which causes which",
    ),
    "interviews": ("Interviews", "What a few people lived through and think"),
    "consensus": ("Agreement among experts", "What experienced people advise"),
    "guideline": ("Guidelines and national guidance", "What bodies ask for, for many reasons"),
    "account": ("Books, courses and reports of work done", "What others do, in their own words"),
}
"""Each design: what it is called, and what it can tell at best. The strongest stands first."""


@dataclass(frozen=True)
class Strength:
    """One design, with the sources that have it: on peer support itself, and on related things."""

    design: Design
    name: str
    tells: str
    itself: tuple[Reference, ...]
    related: tuple[Reference, ...]


def strength(references: Sequence[Reference]) -> list[Strength]:
    """Return every design from the strongest down, those without any source too.

    A study that several sources report is counted once, under the source they lead to.
    """
    shown = [one for one in references if one.is_published and one.same_study is None]

    def found(design: Design, about: str) -> tuple[Reference, ...]:
        return tuple(one for one in shown if (one.design, one.about) == (design, about))

    return [
        Strength(design, *DESIGNS[design], found(design, "peer-support"), found(design, "related"))
        for design in get_args(Design)
    ]
