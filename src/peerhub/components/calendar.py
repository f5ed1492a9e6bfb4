"""The calendar: events by month, with filters that a script makes work, and ways to subscribe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from peerhub.components.events import EVENT_KINDS, entry
from peerhub.components.render import render
from peerhub.models import Event, Role

ROLES: dict[Role, str] = {
    "supporter": "Peer supporters",
    "champion": "Peer champions",
    "coordinator": "Coordinators",
    "oh-clinician": "Occupational Health clinicians",
    "trainer": "Trainers",
    "senior-leader": "Senior leaders",
}
ONLINE = (("yes", "Online or both"), ("no", "In person"))


@dataclass(frozen=True)
class Month:
    """A month: its id ("2027-02"), its name, its events, or how many and the pages they are on."""

    id: str
    name: str
    events: tuple[Event, ...] = ()
    count: int = 0
    pages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Subscription:
    """A calendar to subscribe to: its name, its file, and an address that opens a program."""

    name: str
    href: str
    webcal: str | None = None


def calendar(
    months: Sequence[Month],
    regions: Mapping[str, Sequence[str]],
    region_names: Mapping[str, str],
    level: int = 3,
) -> Markup:
    """Return months with their events. All of them show; a script takes away what is not wanted.

    `regions` gives for each event the ids of the regions it is for (none: everyone), and
    `region_names` their names. `level` is that of the months' headings.
    """
    events = [event for month in months for event in month.events]
    return render(
        "calendar",
        months=[
            (month, [entry(event, regions) for event in month.events])
            for month in months
            if month.events
        ],
        filters=_filters(events, regions, region_names),
        level=level,
        count=len(events),
    )


def month_index(months: Sequence[Month], level: int = 3) -> Markup:
    """Return months as links to the pages that hold their events, each with how many."""
    return render("month_index", months=months, level=level)


def subscriptions(
    every: Subscription, kinds: Sequence[Subscription], regions: Sequence[Subscription], feed: str
) -> Markup:
    """Return the calendars that a reader's own program can keep up to date."""
    return render("subscriptions", every=every, kinds=kinds, regions=regions, feed=feed)


def _filters(
    events: Sequence[Event], regions: Mapping[str, Sequence[str]], names: Mapping[str, str]
) -> list[tuple[str, str, str, list[tuple[str, str]]]]:
    """Return each filter that can tell these events apart: name, label, "all" and choices."""
    kinds = {event.kind for event in events}
    roles = {role for event in events for role in event.roles}
    places = {region for event in events for region in regions.get(event.id, ())}
    online = {bool(event.where and event.where.online) for event in events if event.where}
    offered: list[tuple[str, str, str, Sequence[tuple[str, str]]]] = [
        ("kind", "What", "Everything", [one for one in EVENT_KINDS.items() if one[0] in kinds]),
        ("region", "Region", "Anywhere", [one for one in names.items() if one[0] in places]),
        ("role", "Role", "Everyone", [one for one in ROLES.items() if one[0] in roles]),
        ("online", "Where", "Anywhere", ONLINE if len(online) > 1 else ()),
    ]
    return [
        (name, label, anything, list(choices))
        for name, label, anything, choices in offered
        if choices and (name != "kind" or len(choices) > 1)
    ]
