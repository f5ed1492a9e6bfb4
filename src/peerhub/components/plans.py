"""Plans in time: a workshop's day, and the steps of a session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from peerhub.components.render import render
from peerhub.models.training import Method, Priority
from peerhub.questions.timetable import DayPlan, PlannedStep, Row
from peerhub.words import length

METHODS: dict[Method, str] = {
    "talk": "Talk",
    "discussion": "Discussion",
    "pairs": "In pairs",
    "threes": "In threes",
    "groups": "In groups",
    "individual": "On your own",
    "demonstration": "Demonstration",
    "practice": "Practice",
    "quiz": "Quiz",
    "reflection": "Reflection",
}
PRIORITIES: dict[Priority, str] = {
    "must": "Must",
    "should": "Should",
    "could": "Could",
}
"""Whether a step may be left out when time is short: could goes first, must never."""

_ICONS = {"break": "cup", "lunch": "lunch"}


@dataclass(frozen=True)
class _Slot:
    """One line of a day's timetable, in words."""

    kind: str
    start: str
    end: str
    title: str
    href: str | None
    note: str | None
    length: str
    icon: str | None


@dataclass(frozen=True)
class _Timed:
    """One step of a session plan, in words."""

    title: str
    starts: str
    ends: str
    length: str
    method: str
    priority: Priority
    priority_name: str
    trainer: str
    people: str
    slide: tuple[str, ...]
    resources: str
    minutes: int
    key: str = ""
    """What a trainer's own copy calls it."""


def timetable(day: DayPlan, title: str | None = None) -> Markup:
    """Return a day of a workshop as a table: clock times, what happens, how long it takes."""
    return render(
        "timetable",
        title=title or day.title,
        hours=f"{day.start} to {day.end}",
        room=day.room,
        late=day.overrun,
        slots=[_slot(row) for row in day.rows],
    )


def _slot(row: Row) -> _Slot:
    return _Slot(
        kind=row.kind,
        start=row.start,
        end=row.end,
        title=row.title,
        href=f"/train/modules/{row.module}/" if row.module else None,
        note=row.note,
        length=length(row.minutes),
        icon=_ICONS.get(row.kind),
    )


def session_plan(steps: Sequence[PlannedStep], keys: Sequence[str] = ()) -> Markup:
    """Return the trainer's plan: each step, its place on the clock, and what everyone does.

    With a key for each step, a trainer's own copy can speak of it.
    """
    names = keys or [""] * len(steps)
    timed = [_timed(planned, key) for planned, key in zip(steps, names, strict=True)]
    return render("session_plan", steps=timed)


def own_plan(module: str) -> Markup:
    """Return where a trainer makes an own copy of a module's plan; its script shows it."""
    return render("own_plan", module=module)


def outline(steps: Sequence[PlannedStep]) -> Markup:
    """Return the participant's short version of a plan: what happens, and for how long."""
    return render("outline", steps=[_timed(planned) for planned in steps])


def _timed(planned: PlannedStep, key: str = "") -> _Timed:
    step = planned.step
    return _Timed(
        title=step.title,
        starts=elapsed(planned.starts),
        ends=elapsed(planned.ends),
        length=length(step.minutes),
        method=METHODS[step.method],
        priority=step.priority,
        priority_name=PRIORITIES[step.priority],
        trainer=step.trainer,
        people=step.people,
        slide=step.slide,
        resources="; ".join(step.resources),
        minutes=step.minutes,
        key=key,
    )


def elapsed(minutes: int) -> str:
    """Return minutes since the session began as hours and minutes: "0:05", "1:30"."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}:{rest:02d}"
