"""Every step of a workshop's day by the clock: the one clock of run sheet, slides and guide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from peerhub.models import Module, Step
from peerhub.questions.timetable import DayPlan, Row, later, session_plan


@dataclass(frozen=True)
class DayMoment:
    """One step of a day: a step of a module, or a session, a break or a lunch of its own.

    `start` and `end` are clock times as "HH:MM", `elapsed` the minutes since its row began. `row`
    is the place of its row in the day, and `number` the place of its step in the module, from 0.
    """

    start: str
    end: str
    minutes: int
    title: str
    row: int
    whole: Row
    elapsed: int = 0
    module: Module | None = None
    step: Step | None = None
    number: int = 0

    @property
    def opens_module(self) -> bool:
        """Whether a module begins with it."""
        return self.module is not None and self.number == 0

    @property
    def is_pause(self) -> bool:
        """Whether nobody teaches then."""
        return self.whole.kind in ("break", "lunch")


def moments(day: DayPlan, modules: Mapping[str, Module]) -> tuple[DayMoment, ...]:
    """Return every step of a day in order, with its times on the clock."""
    found: list[DayMoment] = []
    for at, row in enumerate(day.rows):
        if row.module is None:
            found.append(DayMoment(row.start, row.end, row.minutes, row.title, at, row))
        else:
            found += _of_module(modules[row.module], row, at)
    return tuple(found)


def _of_module(module: Module, row: Row, at: int) -> list[DayMoment]:
    return [
        DayMoment(
            later(row.start, planned.starts),
            later(row.start, planned.ends),
            planned.step.minutes,
            planned.step.title,
            at,
            row,
            planned.starts,
            module,
            planned.step,
            number,
        )
        for number, planned in enumerate(session_plan(module))
    ]


def leads(moment: DayMoment, day: DayPlan, trainers: int) -> tuple[int, ...]:
    """Return the numbers of the trainers who lead a step, as we suggest: they take turns.

    Sessions pass round from one to the next; a demonstration takes two. Nobody leads a break.
    """
    if moment.is_pause:
        return ()
    taught = [at for at, row in enumerate(day.rows) if row.kind in ("module", "session")]
    first = taught.index(moment.row) % trainers
    if moment.step and moment.step.method == "demonstration" and trainers > 1:
        return tuple(sorted((first + 1, (first + 1) % trainers + 1)))
    return (first + 1,)
