"""What to bring to a module, in words, and which of it the hub has made already."""

from __future__ import annotations

import re
from dataclasses import dataclass

from peerhub.models import Module, ModuleText
from peerhub.questions.materials import module_materials


@dataclass(frozen=True)
class Needed:
    """One thing to bring: what it is, and how many where that is said."""

    what: str
    how_many: str = ""
    made: str | None = None
    """Where the file stands that has it, below the site, if it is one of the room sheets."""

    @property
    def said(self) -> str:
        """The whole of it in one line, for places that have no links."""
        many = self.how_many[:1].lower() + self.how_many[1:].rstrip(".")
        return f"{self.what}: {many}" if many else self.what


def needed(module: Module, text: ModuleText) -> tuple[Needed, ...]:
    """Return what a module needs, in the order of its data."""
    notes = {sheet.title: sheet.note for sheet in text.sheets}
    files = {(one.kind, one.format): one.path for one in module_materials(module)}
    found = []
    for need in module.needs:
        if isinstance(need, str):
            found.append(Needed(need))
            continue
        made = files["spreadsheet", "ODS"] if need.file else files["room-sheets", "PDF"]
        found.append(Needed(need.sheet, _first_sentence(notes.get(need.sheet, "")), made))
    return tuple(found)


def _first_sentence(note: str) -> str:
    return re.split(r"(?<=[.!?])\s", note, maxsplit=1)[0]
