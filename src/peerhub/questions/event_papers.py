"""Which papers an event has, and where they stand below the site."""

from __future__ import annotations

from collections.abc import Iterable

from peerhub.models import Event


def paper_paths(event: Event) -> tuple[str, str] | None:
    """Return the paths of the joining instructions and the door sign.

    A day that other bodies set has no room and no door; nor has an event that is cancelled.
    """
    if event.kind == "observance" or event.status == "cancelled":
        return None
    return f"events/{event.id}/joining-instructions.pdf", f"events/{event.id}/door-sign.pdf"


def planner_years(events: Iterable[Event]) -> list[int]:
    """Return the years in which something stands in the calendar, in order."""
    days = [event for event in events if event.status != "cancelled"]
    return sorted({day.year for event in days for day in (event.date, event.last_day)})


def planner_path(year: int) -> str:
    """Return the path of the wall planner of a year."""
    return f"events/planner-{year}.pdf"
