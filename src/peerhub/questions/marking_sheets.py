"""The sheets for watching and marking that a workshop has, read from its modules' own texts."""

from __future__ import annotations

from dataclasses import dataclass

from peerhub.catalogue import Catalogue
from peerhub.catalogue.marking_sheets import Section, find_section
from peerhub.models import MarkingSheet, Module, Workshop
from peerhub.models.marking_sheet import SheetKind


@dataclass(frozen=True)
class SheetText:
    """One sheet, in Markdown: what to look for, what fails, and which results there are."""

    kind: SheetKind
    module: Module
    lines: Section
    fails_title: str | None
    fails: Section
    results: Section

    @property
    def is_marked(self) -> bool:
        """Whether each line is marked as seen, partly or not seen; otherwise sights are counted."""
        return self.kind != "observation"


def sheets_of(catalogue: Catalogue, module: Module) -> tuple[MarkingSheet, ...]:
    """Return what the front matter of a module's text says of its sheets."""
    meta = catalogue.pages.get(f"train/modules/{module.id}.md")
    return meta.sheets if meta else ()


def marking_sheet(catalogue: Catalogue, workshop: Workshop, kind: str) -> SheetText:
    """Return a workshop's sheet of one kind: that of its first module which has one.

    Raises LookupError when none has; the check of the data refuses such a workshop.
    """
    for identity in workshop.module_ids:
        module = catalogue.module_by_id[identity]
        for sheet in sheets_of(catalogue, module):
            if sheet.kind == kind:
                return _read(catalogue, module, sheet)
    raise LookupError(f"no module of '{workshop.id}' has a sheet of the kind '{kind}'")


def _read(catalogue: Catalogue, module: Module, sheet: MarkingSheet) -> SheetText:
    text = catalogue.texts[module.id]
    whole = f"{text.participant}\n\n{text.trainer}"
    lines, fails, results = (
        (find_section(whole, one) if one else None) or Section()
        for one in (sheet.lines, sheet.fails, sheet.results)
    )
    return SheetText(sheet.kind, module, lines, sheet.fails, fails, results)
