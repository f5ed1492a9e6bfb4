"""Who has to be in the room: the trainers, and the trained people whom single days need as well."""

from __future__ import annotations

from peerhub.models import Workshop
from peerhub.words import listed

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")


def more_on_days(workshop: Workshop) -> str | None:
    """Return "a third on day 3": whom single days need beside the trainers; None for nobody."""
    told = [
        f"{_more(workshop.trainers, day.helpers)} on day {number}"
        for number, day in enumerate(workshop.days, 1)
        if day.helpers
    ]
    return listed(told) or None


def staffing(workshop: Workshop) -> str:
    """Return how many trainers a workshop needs: "2", or "2, and a third on day 3"."""
    more = more_on_days(workshop)
    return f"{workshop.trainers}, and {more}" if more else str(workshop.trainers)


def _more(trainers: int, helpers: int) -> str:
    if helpers == 1 and trainers < len(ORDINALS):
        return f"a {ORDINALS[trainers]}"
    return f"{helpers} more"
