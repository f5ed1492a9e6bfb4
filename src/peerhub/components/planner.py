"""The planner of a workshop: what its script needs to work a day out again, as one attribute."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from peerhub.components.plans import METHODS, timetable
from peerhub.components.render import render
from peerhub.models import Module, Step, Workshop
from peerhub.models.copies import Copies
from peerhub.questions.plan_keys import row_keys, step_keys
from peerhub.questions.planned_papers import PlannedPapers, StepPapers
from peerhub.questions.timetable import LATEST_END, DayPlan, Row

PLAIN = " ,:[]'"
"""Letters that stand as they are. Braces must not: on a page they would be read as macros."""


def planner(
    workshop: Workshop,
    days: Sequence[DayPlan],
    modules: Mapping[str, Module],
    papers: PlannedPapers | None = None,
) -> Markup:
    """Return the default timetable, with a form that a script shows and works from.

    Without a script the form stays hidden and the default timetable stands. With `papers` the
    script sets out run sheets and print lists too.
    """
    plan: dict[str, Any] = {
        "title": workshop.title,
        "latest": LATEST_END,
        "days": [
            {
                "title": day.title,
                "start": day.start,
                "due": day.due,
                "room": day.room,
                "week": day.week,
                "rows": [
                    _row(key, row, modules, _papers_of(papers, number, at))
                    for at, (key, row) in enumerate(zip(keys, day.rows, strict=True))
                ],
            }
            for number, (day, keys) in enumerate(zip(days, row_keys(days), strict=True))
        ],
        "group": workshop.group.max,
        "trainers": workshop.trainers,
    }
    if papers:
        plan["sheets"] = [
            {"what": one.sheet.title, "mark": f"S{one.number}", "cut": one.is_cut}
            | _copies(one.copies)
            for one in papers.sheets
        ]
        plan["forms"] = [
            {"what": one.name, "when": one.when} | _copies(one.copies) for one in papers.forms
        ]
    return render(
        "planner",
        plan=quote(json.dumps(plan, ensure_ascii=False, separators=(",", ":")), safe=PLAIN),
        days=[(day, timetable(day)) for day in days],
        group=workshop.group.max,
    )


Papers = Callable[[int], "StepPapers | None"]


def _papers_of(papers: PlannedPapers | None, day: int, row: int) -> Papers:
    """Return what finds the papers of a row's step by its place; nothing without papers."""
    return lambda number: papers.steps[day, row, number] if papers else None


def _copies(copies: Copies) -> dict[str, Any]:
    return {
        "count": copies.count,
        "people": copies.people,
        "trainers": copies.is_for_trainers,
        "unit": copies.unit,
    }


def _row(key: str, row: Row, modules: Mapping[str, Module], papers: Papers) -> dict[str, Any]:
    told: dict[str, Any] = {
        "key": key,
        "title": row.title,
        "kind": row.kind,
        "minutes": row.minutes,
    }
    if row.note:
        told["note"] = " ".join(row.note.split())
    if not row.module:
        found = papers(0)
        if found:
            told |= {"leads": found.leads, "slide": found.slide}
            told["method"] = "All together" if row.kind == "session" else ""
        return told
    module = modules[row.module]
    told["module"] = row.module
    told["steps"] = [
        [f"{key}.{name}", step.title, step.minutes, step.priority, *_told(step, papers(number))]
        for number, (name, step) in enumerate(zip(step_keys(module), module.steps, strict=True))
    ]
    return told


def _told(step: Step, papers: StepPapers | None) -> list[Any]:
    if papers is None:
        return []
    return [METHODS[step.method], papers.leads, papers.slide, list(papers.sheets)]
