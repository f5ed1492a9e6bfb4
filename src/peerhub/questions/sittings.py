"""The sittings of an event: each stretch of time for which people come together."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from peerhub.models import Event, Where
from peerhub.models.event import moment

LONGEST_RUN = 31
"""Days up to which hours given for several days are taken as the hours of each."""


@dataclass(frozen=True)
class Sitting:
    """One stretch of time. `starts` and `ends` are moments in London, `ends` not included."""

    starts: dt.datetime
    ends: dt.datetime
    all_day: bool = False
    title: str | None = None
    where: Where | None = None


def sittings(event: Event) -> tuple[Sitting, ...]:
    """Return the sittings of an event, in order; there is always at least one.

    Hours given for several days are the hours of each day ("9 to 11 March, 09:30 to 16:30"),
    unless they end earlier on the clock than they start: then the event runs through the night.
    """
    if event.sessions:
        return tuple(
            Sitting(one.starts_at, one.ends_at, title=one.title, where=one.where or event.where)
            for one in event.sessions
        )
    days = (event.last_day - event.date).days + 1
    if event.start and event.end and event.start < event.end and 1 < days <= LONGEST_RUN:
        every = (event.date + dt.timedelta(days=number) for number in range(days))
        return tuple(
            Sitting(moment(day, event.start), moment(day, event.end), where=event.where)
            for day in every
        )
    whole = Sitting(event.starts_at, event.ends_at, all_day=event.is_all_day, where=event.where)
    return (whole,)
