"""Slides that a coordinator shows to a board or a team, apart from any workshop."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from peerhub.models.base import Id, Minutes, Part, Record
from peerhub.models.public import PrintedText, PublicLine, PublicTitle
from peerhub.models.training import POINTS, Point


class BriefingSlide(Part):
    """One slide: what the room sees, and what whoever shows it says."""

    title: PublicTitle
    lines: Annotated[tuple[Point, ...], Field(min_length=1, max_length=POINTS)]
    notes: PrintedText
    evidence: tuple[Id, ...] = ()
    """The sources of what is claimed, by their ids. The last slide lists them with their limits."""
    drawing: Id | None = None
    """The drawing that follows it, by its id."""


class Briefing(Record):
    """A short deck to adapt. An opening, the urgent numbers and the sources come by themselves."""

    title: PublicTitle
    audience: PublicLine
    """For whom it is, after "For"."""
    minutes: Minutes
    slides: Annotated[tuple[BriefingSlide, ...], Field(min_length=1, max_length=14)]
