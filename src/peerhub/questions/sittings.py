"""The sittings of an event: each stretch of time for which people come together."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from peerhub.models import Event, Where
from peerhub.models.event_parts import FIRST, moment


@dataclass(frozen=True)
class Sitting:
    """One stretch of time. `starts` and `ends` are moments in London, `ends` not included.

    `key` tells it from the others of its event, and stays what it is when days are moved.
    """

    starts: dt.datetime
    ends: dt.datetime
    all_day: bool = False
    title: str | None = None
    where: Where | None = None
    key: str = FIRST
    moved_from: dt.date | None = None
    is_cancelled: bool = False


def sittings(event: Event) -> tuple[Sitting, ...]:
    """Return the sittings of an event, in order; there is always at least one.

    Hours given for several days are the hours of each day ("9 to 11 March, 09:30 to 16:30"),
    unless they end earlier on the clock than they start: then the event runs through the night.
    """
    keys, is_off = event.part_keys, event.status == "cancelled"
    if event.sessions:
        return tuple(
            Sitting(
                one.starts_at,
                one.ends_at,
                title=one.title,
                where=one.where or event.where,
                key=key,
                moved_from=one.moved_from,
                is_cancelled=is_off or one.status == "cancelled",
            )
            for one, key in zip(event.sessions, keys, strict=True)
        )
    if len(keys) > 1 and event.start and event.end:
        days = (event.date + dt.timedelta(days=number) for number in range(len(keys)))
        return tuple(
            Sitting(
                moment(day, event.start),
                moment(day, event.end),
                where=event.where,
                key=key,
                is_cancelled=is_off,
            )
            for day, key in zip(days, keys, strict=True)
        )
    whole = Sitting(
        event.starts_at,
        event.ends_at,
        all_day=event.is_all_day,
        where=event.where,
        is_cancelled=is_off,
    )
    return (whole,)


def wheres(event: Event) -> tuple[Where, ...]:
    """Return each place in which an event is held, in the order of its sittings, none twice.

    A sitting that is cancelled counts only when all are.
    """
    if not event.sessions:
        return (event.where,) if event.where else ()
    every = sittings(event)
    held = [one for one in every if not one.is_cancelled] or every
    return tuple(dict.fromkeys(one.where for one in held if one.where))


def has_several_places(event: Event) -> bool:
    """Say whether a reader must know of each sitting where it is."""
    return len({one.where for one in sittings(event) if not one.is_cancelled}) > 1


def is_online(event: Event) -> bool:
    """Say whether people can take part online in some of it."""
    return any(where.online for where in wheres(event))


def is_in_person(event: Event) -> bool:
    """Say whether people meet in a room for some of it; so they do where nothing is said."""
    return not is_online(event) or any(where.place for where in wheres(event))
