"""The calendar: events by month, with filters that a script makes work, and ways to subscribe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from peerhub.components.events import EVENT_KINDS, entry, ways
from peerhub.components.render import render
from peerhub.models import Event
from peerhub.questions.sittings import wheres
from peerhub.questions.strands import MANY

ONLINE = (("yes", "Online"), ("no", "In person"))


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


def month_index(
    months: Sequence[Month],
    regions: Mapping[str, Sequence[str]],
    region_names: Mapping[str, str],
    level: int = 3,
) -> Markup:
    """Return months as links to the pages that hold their events, each with how many.

    A filter leaves the months that hold something of each choice, and their pages show what.
    """
    events = [event for month in months for event in month.events]
    return render(
        "month_index",
        months=[(month, _marks(month.events, regions)) for month in months],
        filters=_filters(events, regions, region_names),
        level=level,
    )


def _marks(events: Sequence[Event], regions: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """Return what filters look for in a month: all that any of its events suits."""
    places = [tuple(regions.get(event.id, event.regions)) for event in events]
    roles = [event.roles for event in events]
    return {
        "end": max(event.ends_at for event in events).isoformat(),
        "kinds": _every([(event.kind,) for event in events]),
        "regions": _every(places) if all(places) else "",
        "roles": _every(roles) if all(roles) else "",
        "online": _every([ways(event) for event in events]),
    }


def _every(values: Sequence[Sequence[str]]) -> str:
    return " ".join(sorted({one for value in values for one in value}))


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
    online = {way for event in events if wheres(event) for way in ways(event)}
    offered: list[tuple[str, str, str, Sequence[tuple[str, str]]]] = [
        ("kind", "What", "Everything", [one for one in EVENT_KINDS.items() if one[0] in kinds]),
        ("region", "Region", "Anywhere", [one for one in names.items() if one[0] in places]),
        ("role", "Role", "Everyone", [one for one in MANY.items() if one[0] in roles]),
        ("online", "Where", "Anywhere", ONLINE if len(online) > 1 else ()),
    ]
    return [
        (name, label, anything, list(choices))
        for name, label, anything, choices in offered
        if choices and (name != "kind" or len(choices) > 1)
    ]
