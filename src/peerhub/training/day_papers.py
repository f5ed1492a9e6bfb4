"""The words of what is printed for a day: the run sheet, and the file that prints in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.components.plans import METHODS, PRIORITIES
from peerhub.models import RoomSheet, Workshop
from peerhub.questions.bringing import bringing
from peerhub.questions.day_sheets import DaySheet, day_sheets, sheets_of
from peerhub.questions.day_slides import day_slides, slide_numbers
from peerhub.questions.marking_sheets import SheetText, marking_sheet
from peerhub.questions.materials import KIND_NAMES, Kind
from peerhub.questions.moments import DayMoment, leads, moments
from peerhub.questions.printed_forms import LAST, PrintedForm, printed_forms
from peerhub.questions.timetable import DayPlan, timetable
from peerhub.words import counted

PAPERS: Mapping[Kind, str] = {
    "attendance": "A4, one side",
    "certificate": "A4 card, one side",
    "run-sheet": "A4, both sides",
    "trainer-guide": "A4, both sides, bound",
    "workbook": "A4, both sides, bound",
}
BOTH_SIDES = "A4, both sides"
PRINTED = re.compile(r"(?:A copy of (?:the|each) participant page|The workshop's)\b")
"""What a print list has anyway: pages that stand in the workbook, and forms."""


@dataclass(frozen=True)
class SetOut:
    """How a room sheet of a module, and a sheet to mark, are set out for a template."""

    room: Callable[[RoomSheet, str], Mapping[str, Any]]
    form: Callable[[SheetText], Mapping[str, Any]]


@dataclass(frozen=True)
class Day:
    """One day of a workshop with all that is asked of it: its plan, its sheets, its slides."""

    catalogue: Catalogue
    workshop: Workshop
    number: int
    plan: DayPlan

    @property
    def short(self) -> str:
        """What the day is called in a few words."""
        return self.plan.title.split(":")[0]

    @property
    def steps(self) -> tuple[DayMoment, ...]:
        """Every step of the day, by the clock."""
        return moments(self.plan, self.catalogue.module_by_id)

    @property
    def sheets(self) -> tuple[DaySheet, ...]:
        """Its room sheets, in the order in which they are used."""
        return day_sheets(self.plan, self.catalogue.module_by_id, self.catalogue.texts)


def days_of(catalogue: Catalogue, workshop: Workshop) -> tuple[Day, ...]:
    """Return the days of a workshop."""
    plans = timetable(workshop, catalogue.module_by_id)
    return tuple(Day(catalogue, workshop, number, plan) for number, plan in enumerate(plans, 1))


def run_of(day: Day) -> dict[str, Any]:
    """Return the run sheet of a day: every step with its time, who leads, slide and sheets."""
    modules = day.catalogue.module_by_id
    slides = slide_numbers(
        day_slides(day.plan, modules, day.catalogue.texts, is_first=day.number == 1)
    )
    sheets = day.sheets
    lines: list[dict[str, Any]] = []
    for moment in day.steps:
        if moment.opens_module and moment.module:
            lines.append({"head": moment.module.title, "note": bool(moment.module.content_note)})
        lines.append(
            _line(moment)
            | {
                "leads": " and ".join(map(str, leads(moment, day.plan, day.workshop.trainers))),
                "slide": slides[moment.row, moment.number],
                "sheets": ", ".join(f"S{number}" for number in sheets_of(moment, sheets)),
            }
        )
    return {
        "title": day.plan.title,
        "start": day.plan.start,
        "end": day.plan.end,
        "room": day.plan.room,
        "late": day.plan.overrun,
        "lines": lines,
    }


def _line(moment: DayMoment) -> dict[str, Any]:
    step = moment.step
    return {
        "head": "",
        "start": moment.start,
        "end": moment.end,
        "minutes": moment.minutes,
        "title": moment.title,
        "method": METHODS[step.method] if step else "" if moment.is_pause else "All together",
        "keep": PRIORITIES[step.priority] if step else "",
        "pause": moment.is_pause,
    }


def of_day(
    catalogue: Catalogue, workshop: Workshop, kind: Kind, number: int | None, set_out: SetOut
) -> dict[str, Any]:
    """Return what a run sheet or a print file says beside the words of every workshop paper.

    For any other kind that is nothing. Raises PressError when a sheet has no printed form.
    """
    days = days_of(catalogue, workshop)
    if kind == "run-sheet":
        return {"runs": [run_of(day) for day in days]}
    if kind != "day-print" or number is None:
        return {}
    day = days[number - 1]
    return {"run": run_of(day), "list": print_of(day, set_out)}


def print_of(day: Day, set_out: SetOut) -> dict[str, Any]:
    """Return a day's print list and what it lists, in the order of the day.

    Each item says how many a full group needs.
    """
    items = list(_items(day, set_out))
    for number, item in enumerate(items, 1):
        item["anchor"] = f"item-{number}"
    return {
        "day": day.short,
        "group_of": day.workshop.group.max,
        "items": items,
        "own_files": _own_files(day),
        "bring": _brought(day),
    }


def _brought(day: Day) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what else to bring, by kind: each thing, and how many where that is counted."""
    one_day = day.workshop.model_copy(update={"days": (day.workshop.days[day.number - 1],)})
    hub = day.catalogue
    found = bringing(one_day, hub.module_by_id, hub.texts, hub.things).by_kind
    told = (
        (kind, [(one.words, one.how_many) for one in lines if not PRINTED.match(one.words)])
        for kind, lines in found.items()
    )
    return [(kind, lines) for kind, lines in told if lines]


def _of_form(one: PrintedForm, day: Day, **more: Any) -> dict[str, Any]:
    return {
        "what": one.name,
        "kind": one.kind,
        "mark": "",
        "many": one.copies.said(day.workshop.group.max, day.workshop.trainers),
        "paper": PAPERS.get(one.kind, BOTH_SIDES),
        "cut": False,
        **more,
    }


def _items(day: Day, set_out: SetOut) -> Iterator[dict[str, Any]]:
    """Yield what is printed: forms to begin with, each session's sheets and forms, the last ones.

    What is marked or watched in a session comes after its sheets.
    """
    forms = printed_forms(day.catalogue, day.workshop)
    whole = [one for one in forms if one.is_on(day.number, len(day.workshop.days))]
    yield from (_of_form(one, day) for one in whole if one.when != LAST)
    sheets = day.sheets
    for row in day.plan.rows:
        yield from (_of_room(day, one, set_out) for one in sheets if one.module.id == row.module)
        for one in forms:
            if one.when == row.module:
                marked = marking_sheet(day.catalogue, day.workshop, one.kind)
                yield _of_form(one, day, form=set_out.form(marked))
    yield from (_of_form(one, day) for one in whole if one.when == LAST)


def _of_room(day: Day, one: DaySheet, set_out: SetOut) -> dict[str, Any]:
    sheet = set_out.room(one.sheet, one.module.title)
    return {
        "what": one.sheet.title,
        "kind": "room-sheets",
        "mark": f"S{one.number}",
        "many": _many(day, one, sheet),
        "paper": one.paper,
        "cut": one.is_cut,
        "sheet": sheet,
    }


def _many(day: Day, one: DaySheet, sheet: Mapping[str, Any]) -> str:
    """Return how many of a sheet a full group needs; of loose cards also how often to print."""
    group, trainers = day.workshop.group.max, day.workshop.trainers
    if one.copies.unit == "set" or not (one.is_cut and "cards" in sheet):
        return one.copies.said(group, trainers)
    number = one.copies.wanted(group, trainers)
    cards = len(sheet["cards"])
    on_paper = sheet["share"] if cards == 1 else cards
    return f"{counted(number, 'card')}: print {-(-number // on_paper)}"


def _own_files(day: Day) -> list[tuple[str, str, str]]:
    """Return what is printed from files of its own: its name, how many, on what."""
    trainers, group = day.workshop.trainers, day.workshop.group.max
    own: list[tuple[Kind, int]] = [("trainer-guide", trainers), ("workbook", group)]
    found = [
        (KIND_NAMES[kind], counted(number, "copy", "copies"), PAPERS[kind])
        for kind, number in own
        if day.number == 1
    ]
    taught = (day.catalogue.module_by_id[row.module] for row in day.plan.rows if row.module)
    if any(one.file for module in taught for one in module.sheets):
        found.append((KIND_NAMES["spreadsheet"], "one for each pair", "A file, not printed"))
    return found
