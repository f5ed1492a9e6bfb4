"""Which forms a workshop is printed with, how many of each, and on which of its days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peerhub.catalogue import Catalogue
from peerhub.models import Workshop
from peerhub.models.copies import Copies
from peerhub.questions.marking_sheets import SheetText, marking_sheet
from peerhub.questions.materials import KIND_NAMES, SHEETS, Kind

TEACH_BACK = 4
"""Sheets for each turn of a teach-back: three colleagues and a trainer watch."""

EVERY, FIRST, LAST = "every", "first", "last"


@dataclass(frozen=True)
class PrintedForm:
    """One form: how many are wanted, and when.

    `when` is "every" day, the "first" or the "last", or the id of the module in which it is used.
    """

    kind: Kind
    copies: Copies
    when: str

    @property
    def name(self) -> str:
        """What it is called."""
        return KIND_NAMES[self.kind]

    def is_on(self, number: int, days: int) -> bool:
        """Say whether it is printed for a day by its number, from 1, of so many days."""
        return self.when == EVERY or number == {FIRST: 1, LAST: days}.get(self.when)


def printed_forms(catalogue: Catalogue, workshop: Workshop) -> tuple[PrintedForm, ...]:
    """Return what a workshop is printed with beside its room sheets, in the order of a day.

    A sheet to watch by is left out where its module hands the same lines out as a room sheet.
    """
    return tuple(_forms(catalogue, workshop))


def _forms(catalogue: Catalogue, workshop: Workshop) -> Iterator[PrintedForm]:
    yield PrintedForm("run-sheet", Copies(1, "copy", is_for_trainers=True), EVERY)
    if "attendance" in workshop.forms:
        yield PrintedForm("attendance", Copies(1, "copy"), FIRST)
    for kind in workshop.forms:
        if kind in SHEETS:
            each = TEACH_BACK if kind == "teach-back" else 1
            sheet = marking_sheet(catalogue, workshop, kind)
            if not _is_room_sheet(catalogue, sheet):
                yield PrintedForm(kind, Copies(each, "copy", 1), sheet.module.id)
    for kind in ("evaluation", "certificate"):
        if kind in workshop.forms:
            yield PrintedForm(kind, Copies(1, "copy", 1), LAST)


def _is_room_sheet(catalogue: Catalogue, sheet: SheetText) -> bool:
    """Say whether a checklist among its module's room sheets has the same lines already."""
    return any(
        one.form == "checklist" and all(line in one.words for line in sheet.lines.items)
        for one in catalogue.texts[sheet.module.id].sheets
    )
