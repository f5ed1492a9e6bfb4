"""Which papers an event has, what they are called, and where they stand below the site."""

from __future__ import annotations

from collections.abc import Iterable

from peerhub.models import Event
from peerhub.questions.sittings import is_in_person


def joining_path(event: Event) -> str | None:
    """Return the path of the joining instructions.

    Nobody joins a day that other bodies set, nor an event that is cancelled.
    """
    if event.kind == "observance" or event.status == "cancelled":
        return None
    return f"events/{event.id}/joining-instructions.pdf"


def door_path(event: Event) -> str | None:
    """Return the path of the sign for the door; an event that is only online has none."""
    if joining_path(event) is None or not is_in_person(event):
        return None
    return f"events/{event.id}/door-sign.pdf"


def before_title(event: Event) -> str:
    """Return the heading above what people should know before an event."""
    return "Before you come" if is_in_person(event) else "Before you join"


def planner_years(events: Iterable[Event]) -> list[int]:
    """Return the years in which something stands in the calendar, in order."""
    days = [event for event in events if event.status != "cancelled"]
    return sorted({day.year for event in days for day in (event.date, event.last_day)})


def planner_path(year: int) -> str:
    """Return the path of the wall planner of a year."""
    return f"events/planner-{year}.pdf"
