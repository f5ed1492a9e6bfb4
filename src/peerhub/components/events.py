"""Events in a list: the day first, then what it is and for whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from peerhub.components.render import render
from peerhub.models import Event, EventKind, Where
from peerhub.questions.sittings import is_in_person, is_online
from peerhub.words import day, days, listed

EVENT_KINDS: dict[EventKind, str] = {
    "workshop": "Train-the-trainer workshop",
    "supporter-course": "Supporter course",
    "cpd": "Continuing professional development (CPD)",
    "networking": "Networking",
    "national-workshop": "National workshop",
    "observance": "Observance",
}
_STATUS_WORDS = {"full": "Full", "cancelled": "Cancelled"}
"""What a reader must know at a glance; planned and open events need no mark."""


@dataclass(frozen=True)
class EventEntry:
    """An event in the words that readers see, and in the marks that filters look for."""

    title: str
    href: str
    date: str
    end: str
    day: str
    month: str
    year: str
    when: str
    kind: str
    kind_id: str
    audience: str
    summary: str
    status: str | None
    status_name: str | None
    regions: str
    roles: str
    online: str
    """Which choices of the filter it suits: "yes" (online), "no" (in person), or both."""


def event_list(events: Sequence[Event], level: int = 3) -> Markup:
    """Return the events in the order given; `data-end` is the moment each is over."""
    return render("event_list", events=[entry(event) for event in events], level=level)


def dated_list(events: Sequence[Event], past: str, none_ahead: str, level: int = 3) -> Markup:
    """Return the events in order; a script puts those that are over below the words of `past`.

    `none_ahead` is what it says when all are over.
    """
    return render(
        "dated_list",
        events=[entry(event) for event in events],
        past=past,
        none_ahead=none_ahead,
        level=level,
    )


def event_when(event: Event) -> str:
    """Return the day or days of an event, with its London clock times if it has any."""
    said = days(event.date, event.last_day)
    if event.is_all_day:
        return said
    if event.sessions:
        first, last = event.sessions[0], event.sessions[-1]
        if len(event.sessions) > 1:
            return f"{said}, {len(event.sessions)} sessions"
        return f"{said}, {first.start} to {last.end}"
    return f"{said}, {event.start} to {event.end}"


def place_words(wheres: Sequence[Where]) -> str:
    """Return the places of an event in words: "Invented Hall and online"; nothing for none."""
    places = list(dict.fromkeys(where.place for where in wheres if where.place))
    return listed([*places, *(["online"] if any(where.online for where in wheres) else [])])


def ways(event: Event) -> tuple[str, ...]:
    """Return the choices of the filter that an event suits: online ("yes"), in person ("no")."""
    return (*(["yes"] if is_online(event) else []), *(["no"] if is_in_person(event) else []))


def entry(event: Event, regions: Mapping[str, Sequence[str]] | None = None) -> EventEntry:
    """Return an event for a list; `regions` gives the ids of those it is for, by event id."""
    status, name = _status(event)
    return EventEntry(
        title=event.title,
        href=f"/events/{event.id}/",
        date=event.date.isoformat(),
        end=event.ends_at.isoformat(),
        day=str(event.date.day),
        month=f"{event.date:%b}",
        year=str(event.date.year),
        when=event_when(event),
        kind=EVENT_KINDS[event.kind],
        kind_id=event.kind,
        audience=event.audience,
        summary=event.summary,
        status=status,
        status_name=name,
        regions=" ".join((regions or {}).get(event.id, event.regions)),
        roles=" ".join(event.roles),
        online=" ".join(ways(event)),
    )


def _status(event: Event) -> tuple[str | None, str | None]:
    """Return what has become of an event, as a mark and in words; nothing for most."""
    if event.status in _STATUS_WORDS:
        return event.status, _STATUS_WORDS[event.status]
    if event.moved_from:
        return "moved", f"New date (was {day(event.moved_from)})"
    return None, None
