"""The days of a new workshop: its modules in order, with breaks, lunch, a welcome and a close."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from peerhub.editing.errors import EditError
from peerhub.models.clock import EXAMPLE, meant

WELCOME, CLOSE, BREAK, LUNCH = 15, 15, 15, 50
"""Minutes."""

NOON = 12 * 60
LATEST = 17 * 60
"""Minutes after midnight by which a day of a new workshop ends, if its modules can be cut so."""


def days_of(start: str, modules: Sequence[tuple[str, int]]) -> list[dict[str, Any]]:
    """Return the days, each as it is written. `modules` are ids with minutes.

    Raises EditError where the start is no time of day.
    """
    clock = meant(start)
    if clock is None:
        raise EditError(f"{start!r} is not a time of day. {EXAMPLE}")
    hours, minutes = map(int, clock.split(":"))
    begin = hours * 60 + minutes
    days: list[list[dict[str, Any]]] = []
    now = LATEST
    for module, length in modules:
        pause = LUNCH if now >= NOON and not _has_lunch(days) else BREAK
        if not days or now + pause + length + CLOSE > LATEST:
            days.append([{"session": "Welcome and how the day works", "minutes": WELCOME}])
            now = begin + WELCOME
        else:
            days[-1].append({"lunch" if pause == LUNCH else "break": pause})
            now += pause
        days[-1].append({"module": module})
        now += length
    return [
        {
            "title": f"Day {number}",
            "start": clock,
            "items": [*items, {"session": "What comes next, and close", "minutes": CLOSE}],
        }
        for number, items in enumerate(days, 1)
    ]


def _has_lunch(days: Sequence[Sequence[dict[str, Any]]]) -> bool:
    return bool(days) and any("lunch" in item for item in days[-1])
