"""Calendars to subscribe to (all, by region, by kind, by what is taught), and one of each event."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence

from peerhub.catalogue import Catalogue
from peerhub.feeds.icalendar import LONDON, day, escaped, local, midnight, written
from peerhub.models import Event, Where
from peerhub.models.event_parts import FIRST
from peerhub.models.licence import RIGHTS
from peerhub.questions.calendar import in_order, of_kind, of_region
from peerhub.questions.next_taught import teaching_modules, teaching_workshop
from peerhub.questions.sittings import Sitting, sittings
from peerhub.words import listed

FAMILY = uuid.UUID("6f1b6c1e-3f0e-5d0c-9a55-6d0d6f3c2b57")
"""Where the identifiers of events come from. Changing it would double every subscriber's dates."""

PRODUCT = "-//Peer Support Hub//Events//EN"

MOST = 5000
"""Events of one calendar, the latest: the oldest of more have a page and a file of their own."""

KIND_NAMES: Mapping[str, str] = {
    "workshop": "Train-the-trainer workshops",
    "supporter-course": "Supporter courses",
    "cpd": "Continuing professional development",
    "networking": "Networking",
    "national-workshop": "National workshops",
    "observance": "Observances",
}


def calendars(catalogue: Catalogue) -> dict[str, str]:
    """Return every calendar file: its text by its path below the site."""
    site = catalogue.site
    events = in_order(catalogue.events)
    entries = {event.id: _entries(event, site.address) for event in events}

    def one(path: str, name: str, some: Iterable[Event]) -> tuple[str, str]:
        body = "".join(entries[event.id] for event in list(some)[-MOST:])
        return path, f"{_feed(name, f'{site.address}{path}')}{body}END:VCALENDAR\r\n"

    def alone(event: Event) -> tuple[str, str]:
        return event_path(event.id), f"{_head([])}{entries[event.id]}END:VCALENDAR\r\n"

    made = [one("events/calendar.ics", f"{site.name}: events", events)]
    for region in catalogue.regions:
        some = of_region(events, region.id, catalogue.forces)
        made.append(one(region_path(region.id), f"{site.name}: {region.name}", some))
    for kind, name in KIND_NAMES.items():
        some = of_kind(events, kind)  # type: ignore[arg-type]
        made.append(one(kind_path(kind), f"{site.name}: {name}", some))
    for path, (title, some) in taught(catalogue).items():
        made.append(one(path, f"{site.name}: {title}", some))
    made += map(alone, events)
    return dict(made)


def taught(catalogue: Catalogue) -> dict[str, tuple[str, list[Event]]]:
    """Return each calendar of what is taught: its title and events by its path below the site.

    There is one for each workshop and each module that any event teaches or has taught. They stand
    with the events, which exist once, and not with the curriculum, which is kept by edition.
    """
    found: dict[str, tuple[str, list[Event]]] = {}
    for workshop in catalogue.workshops:
        events = teaching_workshop(catalogue.events, workshop.id)
        if events:
            found[workshop_path(workshop.id)] = (workshop.title, events)
    of_module = teaching_modules(
        catalogue.events, catalogue.edition, catalogue.workshop_by_id, catalogue.kept
    )
    for module in catalogue.modules:
        if module.id in of_module:
            found[module_path(module.id)] = (module.title, of_module[module.id])
    return found


def workshop_path(identity: str) -> str:
    """Return where the calendar of the events that deliver a workshop stands."""
    return f"events/workshops/{identity}.ics"


def module_path(identity: str) -> str:
    """Return where the calendar of the events that teach a module stands."""
    return f"events/modules/{identity}.ics"


def region_path(identity: str) -> str:
    """Return where the calendar of a region stands."""
    return f"events/regions/{identity}.ics"


def kind_path(kind: str) -> str:
    """Return where the calendar of a kind of event stands."""
    return f"events/kinds/{kind}.ics"


def event_path(identity: str) -> str:
    """Return where the calendar file of one event stands."""
    return f"events/{identity}/event.ics"


def uid(identity: str, key: str = FIRST) -> str:
    """Return the lasting identifier of an event's sitting, from the event's id and its own key."""
    name = identity if key == FIRST else f"{identity}/{key}"
    return str(uuid.uuid5(FAMILY, name))


def _feed(name: str, address: str) -> str:
    """Return the head of a calendar to subscribe to: it has a name, and is asked for again.

    A file with a name makes Outlook begin a new calendar, so one to take in once has none.
    """
    return _head(
        [
            f"NAME:{escaped(name)}",
            f"X-WR-CALNAME:{escaped(name)}",
            "X-WR-TIMEZONE:Europe/London",
            "REFRESH-INTERVAL;VALUE=DURATION:P1D",
            "X-PUBLISHED-TTL:P1D",
            f"SOURCE;VALUE=URI:{address}",
        ]
    )


def _head(own: Sequence[str]) -> str:
    first = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"]
    return written([*first, f"X-LICENCE:{escaped(RIGHTS)}", *own, *LONDON])


def _entries(event: Event, address: str) -> str:
    every = sittings(event)
    same = _same(event, address)
    return "".join(
        written(_entry(event, one, number, len(every), same)) for number, one in enumerate(every, 1)
    )


def _entry(
    event: Event, sitting: Sitting, number: int, count: int, same: tuple[str, ...]
) -> list[str]:
    title = event.title
    if count > 1:
        part = f"{number} of {count}" + (f": {sitting.title}" if sitting.title else "")
        title = f"{title} ({part})"
    if sitting.all_day:
        times = (
            f"DTSTART;VALUE=DATE:{day(sitting.starts)}",
            f"DTEND;VALUE=DATE:{day(sitting.ends)}",
        )
    else:
        times = (
            f"DTSTART;TZID=Europe/London:{local(sitting.starts)}",
            f"DTEND;TZID=Europe/London:{local(sitting.ends)}",
        )
    where = place(sitting.where)
    return [
        "BEGIN:VEVENT",
        f"UID:{uid(event.id, sitting.key)}",
        *times,
        f"SUMMARY:{escaped(title)}",
        *([f"LOCATION:{escaped(where)}"] if where else []),
        f"STATUS:{'CANCELLED' if sitting.is_cancelled else event.certainty}",
        *same,
    ]


def _same(event: Event, address: str) -> tuple[str, ...]:
    """Return the lines that are the same for every sitting of an event."""
    stamp = midnight(event.updated)
    page = f"{address}events/{event.id}/"
    said = [event.summary]
    if event.joining:
        said.append(event.joining)
    said.append(page)
    return (
        f"DTSTAMP:{stamp}",
        f"LAST-MODIFIED:{stamp}",
        f"SEQUENCE:{event.revision}",
        f"DESCRIPTION:{escaped(chr(10).join(said))}",
        f"CATEGORIES:{escaped(KIND_NAMES[event.kind])}",
        f"URL:{page}",
        "TRANSP:TRANSPARENT" if event.kind == "observance" else "TRANSP:OPAQUE",
        "END:VEVENT",
    )


def place(where: Where | None) -> str:
    """Return where an event is, in one line of words; nothing when that is not said."""
    if where is None:
        return ""
    there = ", ".join(part for part in (where.place, where.address) if part)
    return listed([part for part in (there, "Online" if where.online else "") if part])
