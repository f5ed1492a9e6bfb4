"""What is printed for one day of a workshop: which sheets, how many, on what, in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from peerhub.models import Module, ModuleText, RoomSheet
from peerhub.models.copies import Copies, read_copies
from peerhub.questions.moments import DayMoment, moments
from peerhub.questions.timetable import DayPlan

PAPER = {
    "cards": "A4 card, one side",
    "pages": "A4, one side",
    "sheet": "A4, one side",
    "checklist": "A4, one side",
}
"""On what each kind of room sheet is printed."""


@dataclass(frozen=True)
class DaySheet:
    """One room sheet of a day: its number there, whose it is, and how many are wanted."""

    number: int
    module: Module
    sheet: RoomSheet
    copies: Copies
    row: int
    """The place in the day of the session that uses it first."""

    @property
    def is_cut(self) -> bool:
        """Whether it is cut up before the day."""
        return self.sheet.form == "cards"

    @property
    def paper(self) -> str:
        """What it is printed on."""
        return PAPER[self.sheet.form]


def day_sheets(
    day: DayPlan, modules: Mapping[str, Module], texts: Mapping[str, ModuleText]
) -> tuple[DaySheet, ...]:
    """Return the room sheets of a day in the order in which they are first used, from number 1."""
    found: dict[tuple[str, str], DaySheet] = {}
    for moment in moments(day, modules):
        if moment.module is None or moment.step is None:
            continue
        sheets = {one.title: one for one in texts[moment.module.id].sheets}
        for title in moment.step.sheets:
            copies = read_copies(sheets[title].note)
            if copies is not None and (moment.module.id, title) not in found:
                if sheets[title].form == "cards" and copies.unit == "copy":
                    copies = replace(copies, unit="card")
                found[moment.module.id, title] = DaySheet(
                    len(found) + 1, moment.module, sheets[title], copies, moment.row
                )
    return tuple(found.values())


def sheets_of(moment: DayMoment, sheets: tuple[DaySheet, ...]) -> tuple[int, ...]:
    """Return the numbers of the sheets that a step uses."""
    if moment.module is None or moment.step is None:
        return ()
    return tuple(
        one.number
        for one in sheets
        if one.module.id == moment.module.id and one.sheet.title in moment.step.sheets
    )
