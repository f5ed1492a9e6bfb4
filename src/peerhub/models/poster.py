"""Poster designs: their words, what they ask of a force, and the sizes they come in."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from peerhub.models.base import Day, Id, Line, Part, Record, Text, fault

Size = Literal["a4", "a3", "a3-shop"]
Requirement = Literal["nothing", "selection-criteria", "trained-supporters"]
"""What a force must have before a poster goes up: the poster promises that it is there."""

Readers = Literal["everyone", "managers", "leaders", "volunteers"]
Lines = Annotated[tuple[Line, ...], Field(min_length=1)]

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]\d{1,3}$")]
"""A letter for the design and a number for its version: T1. On every copy, and kept for ever."""

_PRIVACY = re.compile(r"\b(?:private|privacy|confidential\w*|between us)\b", re.IGNORECASE)


class EarlierPoster(Part):
    """A version of a design that is no longer current: its code, its last day, and why it ended."""

    code: Code
    until: Day
    why: Line


class Poster(Record):
    """One poster design: one thought and one action.

    `headline`, `invitation` and `danger` are given line by line: where they break is part of the
    design. `layout` names the folder of `materials/posters/` whose template sets the words.
    """

    title: Line
    summary: Text
    audience: Line
    code: Code
    """Raised by one whenever the words or the numbers change so much that old copies must go."""
    earlier: tuple[EarlierPoster, ...] = ()
    readers: Readers
    """The group by which the gallery finds it."""
    requires: Requirement
    layout: Id
    sizes: Annotated[tuple[Size, ...], Field(min_length=1)]
    headline: Lines
    invitation: tuple[Line, ...] = ()
    who: Line
    does: tuple[Line, ...] = ()
    is_not: Line | Literal[""] = ""
    limits: Line | Literal[""] = ""
    """The limits of privacy: what makes a supporter pass on what they were told."""
    contact: Line
    write_in: Lines
    scan: Line
    danger: Lines
    hours: Line

    @model_validator(mode="after")
    def _privacy_has_its_limits(self) -> Poster:
        said = [*self.headline, *self.invitation, self.who, *self.does, self.is_not, self.contact]
        if not self.limits and any(_PRIVACY.search(words) for words in said):
            raise fault(
                f"the poster {self.id} speaks of privacy and does not say its limits",
                "Add them: limits: What you say stays private unless someone is at risk or the "
                "law says we must act.",
            )
        return self
