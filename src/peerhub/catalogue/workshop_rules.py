"""Rules for the days of workshops: a day has an end that people can get home from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, get_args

from pydantic import ValidationError

from peerhub.faults import Code
from peerhub.models import (
    BreakItem,
    LunchItem,
    Module,
    ModuleItem,
    PageMeta,
    SessionItem,
    WorkshopDay,
)
from peerhub.models.marking_sheet import SheetKind

if TYPE_CHECKING:
    from peerhub.catalogue.record_list import RecordList

SHEETS = frozenset(get_args(SheetKind))
LATEST = 18 * 60
"""Minutes after midnight by which a day of a workshop has to end."""


def check_workshops(shelves: Mapping[str, RecordList]) -> None:
    """Report each day of a workshop that runs past six in the evening, at its place."""
    workshops = shelves["workshops"]
    modules = {one.id: one for one in shelves["modules"].records.values()}
    for number, workshop in workshops.raw.items():
        _no_module_twice(workshops, number, workshop)
        for place, day in _sound_days(workshop.get("days")):
            ends = _ends(day, modules)
            if ends is not None and ends > LATEST:
                document = workshops.document
                identity = workshop.get("id")
                document.report(
                    document.mark(("workshops", number, "days", place, "start")),
                    Code.LONG_DAY,
                    f"the day '{day.title}' of '{identity}' ends at {_clock(ends)}, after 18:00",
                    f"Take out {ends - LATEST} minutes, start earlier, or add a day.",
                )


def check_forms(workshops: RecordList, pages: Mapping[str, PageMeta]) -> None:
    """Report each form of a workshop that has nothing to be made of, and each given twice."""
    for number, workshop in workshops.records.items():
        kinds = {
            sheet.kind
            for module in workshop.module_ids
            for sheet in getattr(pages.get(f"train/modules/{module}.md"), "sheets", ())
        }
        for place, form in enumerate(workshop.forms):
            mark = workshops.document.mark(("workshops", number, "forms", place))
            if form in workshop.forms[:place]:
                workshops.document.report(
                    mark, Code.TAKEN, f"the form '{form}' is given twice", "Keep one."
                )
            elif form in SHEETS and form not in kinds:
                workshops.document.report(
                    mark,
                    Code.SHEET,
                    f"no module of '{workshop.id}' has a sheet to make the form '{form}' of",
                    "Take it out, or add it to sheets in the front matter of a module's text.",
                )


def _no_module_twice(workshops: RecordList, number: int, workshop: Mapping[str, Any]) -> None:
    """Report each module that a workshop teaches a second time, at its second place."""
    first: dict[str, str] = {}
    days = workshop.get("days")
    for at, day in enumerate(days if isinstance(days, tuple) else ()):
        items = day.get("items") if isinstance(day, Mapping) else None
        for place, item in enumerate(items if isinstance(items, tuple) else ()):
            module = item.get("module") if isinstance(item, Mapping) else None
            if not isinstance(module, str):
                continue
            if module in first:
                workshops.document.report(
                    workshops.document.mark(
                        ("workshops", number, "days", at, "items", place, "module")
                    ),
                    Code.MODULE_TWICE,
                    f"workshop '{workshop.get('id')}' has the module '{module}' twice; "
                    f"the first is on {first[module]}",
                    "Take one of them out, or write a session for what is new.",
                )
            first.setdefault(module, f"day {at + 1}")


def _sound_days(days: Any) -> Iterator[tuple[int, WorkshopDay]]:
    """Return the days that are sound in themselves, each with its number."""
    for place, day in enumerate(days if isinstance(days, tuple) else ()):
        with suppress(ValidationError):
            yield place, WorkshopDay.model_validate(day)


def _ends(day: WorkshopDay, modules: Mapping[str, Module]) -> int | None:
    """Return when a day ends, in minutes after midnight; None when a module of it has a fault."""
    hours, minutes = map(int, day.start.split(":"))
    at = 60 * hours + minutes
    for item in day.items:
        match item:
            case ModuleItem():
                if item.module not in modules:
                    return None
                at += modules[item.module].minutes
            case BreakItem():
                at += item.break_
            case LunchItem():
                at += item.lunch
            case SessionItem():
                at += item.minutes
    return at


def _clock(minutes: int) -> str:
    if minutes >= 24 * 60:
        return "the next day"
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
