"""Names for the parts of a workshop that stay the same when other parts change.

A shared link to a plan names what it drops. A place in a list would drop something else after an
edit; a name made of the module's id and the step's title drops that step, or nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from peerhub.models import Module
from peerhub.questions.timetable import DayPlan


def slug(title: str) -> str:
    """Return a title as lower-case letters, digits and hyphens: "What's next?" is whats-next."""
    plain = unicodedata.normalize("NFKD", re.sub("['’]", "", title.lower()))
    spelt = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", spelt).strip("-") or "part"


def step_keys(module: Module) -> tuple[str, ...]:
    """Return a name for each step, in order; the second of two equal titles ends in -2."""
    return _apart(slug(step.title) for step in module.steps)


def row_keys(days: Sequence[DayPlan]) -> tuple[tuple[str, ...], ...]:
    """Return a name for each row of each day: its module's id, or its title."""
    keys = iter(_apart(row.module or slug(row.title) for day in days for row in day.rows))
    return tuple(tuple(next(keys) for _ in day.rows) for day in days)


def _apart(names: Iterable[str]) -> tuple[str, ...]:
    """Tell equal names apart by their number. No name holds _ or ., which links part them with."""
    used: set[str] = set()
    keys = []
    for name in names:
        key, number = name, 1
        while key in used:
            number += 1
            key = f"{name}-{number}"
        used.add(key)
        keys.append(key)
    return tuple(keys)
