"""The plan of a workshop in words, for paper: its days, and each module's steps by their clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from peerhub.components.plans import METHODS, PRIORITIES, elapsed
from peerhub.models import Module
from peerhub.questions.moments import DayMoment, moments
from peerhub.questions.timetable import DayPlan
from peerhub.words import length


def taught_in(plan: Sequence[DayPlan], modules: Mapping[str, Module]) -> Iterator[dict[str, Any]]:
    """Yield when each module is taught, in order, and its steps by the clock of that day."""
    for one in plan:
        steps = moments(one, modules)
        for at, row in enumerate(one.rows):
            if row.module:
                yield {
                    "when": f"{one.title.split(':')[0]}, {row.start} to {row.end}",
                    "steps": [_step(moment) for moment in steps if moment.row == at],
                }


def _step(moment: DayMoment) -> dict[str, Any]:
    step = moment.step
    if step is None:
        raise LookupError(f"'{moment.title}' is no step of a module")
    return {
        "title": step.title,
        "clock": moment.start,
        "length": length(step.minutes),
        "starts": elapsed(moment.elapsed),
        "method": METHODS[step.method].lower(),
        "priority": PRIORITIES[step.priority].lower(),
        "trainer": tidy(step.trainer),
        "people": tidy(step.people),
        "resources": "; ".join(step.resources),
    }


def day_words(one: DayPlan) -> dict[str, Any]:
    """Return a day of a workshop as its timetable says it."""
    return {
        "title": one.title,
        "short": one.title.split(":")[0],
        "start": one.start,
        "end": one.end,
        "room": one.room,
        "late": one.overrun,
        "rows": _rows(one),
    }


def _rows(one: DayPlan) -> Sequence[dict[str, Any]]:
    return [
        {
            "start": row.start,
            "end": row.end,
            "title": row.title,
            "note": tidy(row.note) if row.note else None,
            "length": length(row.minutes),
            "pause": row.kind in ("break", "lunch"),
        }
        for row in one.rows
    ]


def tidy(text: str) -> str:
    """Return a text with one space between its words."""
    return " ".join(text.split())
