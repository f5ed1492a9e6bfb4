"""Sheets for watching and marking: which parts of a module's own text each is made of."""

from __future__ import annotations

from typing import Literal

from peerhub.models.base import Line, Part

SheetKind = Literal["observation", "marking", "teach-back"]


class MarkingSheet(Part):
    """What a module's front matter says of a sheet: the headings of the sections it is made of."""

    kind: SheetKind
    lines: Line
    """The section whose list or table holds what to look for."""
    fails: Line | None = None
    """The section that lists what stops or fails a turn, whatever the lines say."""
    results: Line | None = None
    """The section that lists the results that can be given, each with its standard."""

    @property
    def sections(self) -> tuple[str, ...]:
        """The headings of all its sections."""
        return tuple(one for one in (self.lines, self.fails, self.results) if one)
