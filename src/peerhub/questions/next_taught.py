"""Which published events teach a workshop or a module, and which of them are still to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from peerhub.models import Event, Workshop
from peerhub.questions.calendar import in_order

Kept = Mapping[str, Mapping[str, Any]]
"""What earlier editions published of their workshops: by edition, then by the workshop's id."""


def modules_taught(
    event: Event, edition: str, workshops: Mapping[str, Workshop], kept: Kept
) -> tuple[str, ...]:
    """Return the ids of the modules that an event teaches; none when it delivers no workshop.

    An event that is pinned to an earlier edition teaches what that edition's workshop held.
    """
    if event.workshop is None:
        return ()
    if event.workshop_edition == edition:
        return workshops[event.workshop].module_ids
    published = kept.get(event.workshop_edition or "", {}).get(event.workshop, {})
    return tuple(published.get("modules", ()))


def teaching_workshop(events: Iterable[Event], workshop: str) -> list[Event]:
    """Return every event that delivers a workshop, of whichever edition, in order."""
    return in_order(event for event in events if event.workshop == workshop)


def teaching_modules(
    events: Iterable[Event], edition: str, workshops: Mapping[str, Workshop], kept: Kept
) -> dict[str, list[Event]]:
    """Return the events that teach each module, in order, by its id; modules without are absent."""
    found: dict[str, list[Event]] = {}
    for event in in_order(event for event in events if event.workshop):
        for module in dict.fromkeys(modules_taught(event, edition, workshops, kept)):
            found.setdefault(module, []).append(event)
    return found


def to_come(events: Iterable[Event], today: dt.date) -> list[Event]:
    """Return the events that begin today or later and have not been cancelled, in order.

    Who reads of one wants to be taught from its start, so one that has begun is not among them.
    """
    return in_order(
        event for event in events if event.date >= today and event.status != "cancelled"
    )
