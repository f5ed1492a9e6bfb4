"""What to bring to a module, in words, and which of it the hub has made already."""

from __future__ import annotations

import re
from dataclasses import dataclass

from peerhub.models import Module, ModuleText


@dataclass(frozen=True)
class Needed:
    """One thing to bring: what it is, how many where that is said, and whether it is a sheet."""

    what: str
    how_many: str = ""
    made: bool = False
    """Whether it is one of the module's room sheets."""

    @property
    def said(self) -> str:
        """The whole of it in one line, for places that have no links."""
        many = self.how_many[:1].lower() + self.how_many[1:].rstrip(".")
        return f"{self.what}: {many}" if many else self.what


def needed(module: Module, text: ModuleText) -> tuple[Needed, ...]:
    """Return what a module needs, in the order of its data."""
    notes = {sheet.title: sheet.note for sheet in text.sheets}
    return tuple(
        Needed(need)
        if isinstance(need, str)
        else Needed(need.sheet, _first_sentence(notes.get(need.sheet, "")), made=True)
        for need in module.needs
    )


def _first_sentence(note: str) -> str:
    return re.split(r"(?<=[.!?])\s", note, maxsplit=1)[0]
