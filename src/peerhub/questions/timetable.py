"""The timetable of a workshop, computed from its modules and breaks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from peerhub.models import (
    BreakItem,
    LunchItem,
    Module,
    ModuleItem,
    SessionItem,
    Step,
    Workshop,
    WorkshopDay,
)
from peerhub.words import length

LATEST_END = "18:00"
"""After this no day of a workshop may end."""

RowKind = Literal["module", "break", "lunch", "session"]


@dataclass(frozen=True)
class Row:
    """One line of a day: clock times as "HH:MM", length in minutes."""

    start: str
    end: str
    minutes: int
    title: str
    kind: RowKind
    module: str | None = None
    note: str | None = None
    slide: tuple[str, ...] = ()
    """What the room sees of a session of its own."""


@dataclass(frozen=True)
class DayPlan:
    """One day of a workshop, worked out."""

    title: str
    room: str | None
    rows: tuple[Row, ...]
    due: str | None = None
    """When the day is meant to end, where its workshop says so."""
    week: int | None = None
    """The week it falls in, counted from 1, for a programme spread over weeks."""

    @property
    def start(self) -> str:
        """When the day starts."""
        return self.rows[0].start

    @property
    def end(self) -> str:
        """When the day ends."""
        return self.rows[-1].end

    @property
    def minutes(self) -> int:
        """Minutes from its start to its end."""
        return sum(row.minutes for row in self.rows)

    @property
    def minutes_over(self) -> int:
        """Minutes by which the day runs past the end it is meant to have."""
        if self.due is None:
            return 0
        return max(0, minutes_of(self.end) - minutes_of(self.due))

    @property
    def overrun(self) -> str | None:
        """What to tell readers when the day is too full; None when it is not."""
        if not self.minutes_over:
            return None
        return f"This runs {length(self.minutes_over)} past the planned end at {self.due}."

    @property
    def minutes_taught(self) -> int:
        """Minutes of the day without its breaks."""
        return sum(row.minutes for row in self.rows if row.kind in ("module", "session"))

    def starting(self, start: str) -> DayPlan:
        """Return the same day begun at another time; past midnight its clock starts again."""
        at, rows = minutes_of(start), []
        for row in self.rows:
            rows.append(replace(row, start=clock_of(at), end=clock_of(at + row.minutes)))
            at += row.minutes
        return replace(self, rows=tuple(rows), due=None)


@dataclass(frozen=True)
class PlannedStep:
    """One step of a session plan, with the minutes from the session's start to its two ends."""

    step: Step
    starts: int
    ends: int


def timetable(workshop: Workshop, modules: Mapping[str, Module]) -> tuple[DayPlan, ...]:
    """Return each day of a workshop with its clock times.

    Raises ValueError when a day runs past midnight, which no clock time can show.
    """
    return tuple(_day(day, modules) for day in workshop.days)


def _day(day: WorkshopDay, modules: Mapping[str, Module]) -> DayPlan:
    at = dt.datetime.combine(dt.date(2000, 1, 1), dt.time.fromisoformat(day.start))
    midnight = at.replace(hour=0, minute=0) + dt.timedelta(days=1)
    rows = []
    for item in day.items:
        title, minutes, kind, module, note = _told(item, modules)
        slide = item.slide if isinstance(item, SessionItem) else ()
        end = at + dt.timedelta(minutes=minutes)
        if end >= midnight:
            raise ValueError(f"the day {day.title!r} runs past midnight")
        clock = (f"{at:%H:%M}", f"{end:%H:%M}")
        rows.append(Row(*clock, minutes, title, kind, module, note, slide))
        at = end
    return DayPlan(day.title, day.room, tuple(rows), day.end, day.week)


def later(clock: str, minutes: int) -> str:
    """Return the clock time some minutes after another, both as "HH:MM", within one day."""
    return clock_of(minutes_of(clock) + minutes)


def clock_of(minutes: int) -> str:
    """Return minutes after midnight as a clock time."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def minutes_of(clock: str) -> int:
    """Return a clock time as minutes after midnight."""
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _told(
    item: ModuleItem | BreakItem | LunchItem | SessionItem, modules: Mapping[str, Module]
) -> tuple[str, int, RowKind, str | None, str | None]:
    match item:
        case ModuleItem():
            module = modules[item.module]
            return module.title, module.minutes, "module", module.id, None
        case BreakItem():
            return "Break", item.break_, "break", None, None
        case LunchItem():
            return "Lunch", item.lunch, "lunch", None, None
        case SessionItem():
            return item.session, item.minutes, "session", None, item.note


def session_plan(module: Module) -> tuple[PlannedStep, ...]:
    """Return the steps of a module with the minutes at which each starts and ends."""
    planned, at = [], 0
    for step in module.steps:
        planned.append(PlannedStep(step, at, at + step.minutes))
        at += step.minutes
    return tuple(planned)
