"""What is brought to a workshop: one line for the needs of several modules."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from peerhub.models.base import Id, Line, Part
from peerhub.models.public import PublicLine

ThingKind = Literal["rooms", "people", "kit", "paper", "force", "time"]


class Thing(Part):
    """One line of what to bring to a workshop, and the needs of its modules that it stands for."""

    id: Id
    """What it is called in messages."""
    kind: ThingKind
    """Below which head it is listed."""
    words: PublicLine
    """What is brought, in one line. A need in these very words is meant too."""
    one_for: Annotated[int, Field(ge=1, le=30)] | None = None
    """For how many people one is enough; without it no number is told."""
    means: tuple[Line, ...] = ()
    """The needs that it stands for, word for word as they stand in `data/modules.yml`."""
