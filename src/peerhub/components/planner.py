"""The planner of a workshop: what its script needs to work a day out again, as one attribute."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from peerhub.components.plans import timetable
from peerhub.components.render import render
from peerhub.models import Module, Workshop
from peerhub.questions.plan_keys import row_keys, step_keys
from peerhub.questions.timetable import LATEST_END, DayPlan, Row

PLAIN = " ,:[]'"
"""Letters that stand as they are. Braces must not: on a page they would be read as macros."""


def planner(workshop: Workshop, days: Sequence[DayPlan], modules: Mapping[str, Module]) -> Markup:
    """Return the default timetable, with a form that a script shows and works from.

    Without a script the form stays hidden and the default timetable stands.
    """
    plan = {
        "title": workshop.title,
        "latest": LATEST_END,
        "days": [
            {
                "title": day.title,
                "start": day.start,
                "due": day.due,
                "room": day.room,
                "week": day.week,
                "rows": [_row(key, row, modules) for key, row in zip(keys, day.rows, strict=True)],
            }
            for day, keys in zip(days, row_keys(days), strict=True)
        ],
    }
    return render(
        "planner",
        plan=quote(json.dumps(plan, ensure_ascii=False, separators=(",", ":")), safe=PLAIN),
        days=[(day, timetable(day)) for day in days],
    )


def _row(key: str, row: Row, modules: Mapping[str, Module]) -> dict[str, Any]:
    told: dict[str, Any] = {
        "key": key,
        "title": row.title,
        "kind": row.kind,
        "minutes": row.minutes,
    }
    if row.note:
        told["note"] = " ".join(row.note.split())
    if row.module:
        module = modules[row.module]
        told["module"] = row.module
        told["steps"] = [
            [f"{key}.{name}", step.title, step.minutes, step.priority]
            for name, step in zip(step_keys(module), module.steps, strict=True)
        ]
    return told
