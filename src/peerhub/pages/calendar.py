"""The calendar of events on the page that lists them, and the pages of months when it is long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.components.calendar import Month, Subscription, calendar, month_index, subscriptions
from peerhub.feeds.calendar import KIND_NAMES, kind_path, region_path
from peerhub.feeds.changes import PATH as CHANGES
from peerhub.models import Event
from peerhub.models.event import TRAINING
from peerhub.pages.compose import page, still
from peerhub.questions.calendar import by_month, in_order
from peerhub.questions.event_papers import planner_path, planner_years
from peerhub.words import counted, month

MOST = 100
"""Events on one page. A longer calendar becomes an index of months, each on pages of its own."""

SCRIPTS = ("events.js",)


def events_block(catalogue: Catalogue) -> str:
    """Return all events by month, or the index of months when there are more than fit a page."""
    months = _months(catalogue)
    if not months:
        return show.callout("empty", "No date yet", "No event is published at the moment.")
    if len(catalogue.events) > MOST:
        return month_index(months, _regions(catalogue), _names(catalogue))
    return calendar(months, _regions(catalogue), _names(catalogue))


def workshops_block(catalogue: Catalogue) -> str:
    """Return the workshops and courses that are published, or say that there is none."""
    found = [event for event in in_order(catalogue.events) if event.kind in TRAINING]
    if not found:
        return show.callout(
            "empty",
            "No workshop is published",
            "No date has been announced on this hub. If your force would like to be invited, "
            "write to the mailbox below and say which force you are from.",
        )
    coming = [event for event in found if event.last_day >= catalogue.today]
    shown = coming[:MOST] if len(coming) > MOST else found[-MOST:]
    block = show.dated_list(
        shown, "Past workshops", "No workshop to come is published on this hub at the moment."
    )
    if len(shown) == len(found):
        return block
    left = counted(len(found) - len(shown), "more date stands", "more dates stand")
    return f'{block}\n<p>{left} in the <a href="#dates">months below</a>.</p>'


def month_paths(catalogue: Catalogue) -> list[str]:
    """Return the paths below `docs/` of the pages of months, without making any."""
    if len(catalogue.events) <= MOST:
        return []
    return [f"{address.strip('/')}.md" for one in _months(catalogue) for address in one.pages]


def month_pages(catalogue: Catalogue) -> dict[str, str]:
    """Return the pages of months of a long calendar; none for one that fits a page."""
    if len(catalogue.events) <= MOST:
        return {}
    regions, names = _regions(catalogue), _names(catalogue)
    pages = {}
    for one in _months(catalogue):
        for number, address in enumerate(one.pages):
            some = one.events[number * MOST : (number + 1) * MOST]
            part = f", page {number + 1} of {len(one.pages)}" if len(one.pages) > 1 else ""
            title = f"Events in {one.name}{part}"
            pages[f"{address.strip('/')}.md"] = page(
                some[0],
                title,
                f"{title}: what is on, for whom, and how to book a place.",
                f"{_in_order(some)}\n{{: .lead }}",
                still(calendar([Month(one.id, one.name, some)], regions, names, level=2)),
                "[All months](/events/)",
                scripts=SCRIPTS,
            )
    return pages


def _in_order(events: Sequence[Event]) -> str:
    off = len(events) - _taking_place(events)
    return f"{counted(len(events) - off, 'date')}{f', {off} cancelled' if off else ''}, in order."


def _taking_place(events: Sequence[Event]) -> int:
    return sum(event.status != "cancelled" for event in events)


def subscribe_block(catalogue: Catalogue) -> str:
    """Return the calendars that readers can subscribe to, those with a date of their own."""
    kinds = {event.kind for event in catalogue.events}
    planners = [
        show.DownloadLink(f"Wall planner {year}", f"/{planner_path(year)}", "PDF", "A3")
        for year in planner_years(catalogue.events)
    ]
    ways = subscriptions(
        subscription(catalogue, "All events", "events/calendar.ics"),
        [
            subscription(catalogue, name, kind_path(kind))
            for kind, name in KIND_NAMES.items()
            if kind in kinds
        ],
        [
            subscription(catalogue, region.name, region_path(region.id))
            for region in catalogue.regions
        ],
        f"/{CHANGES}",
    )
    return "\n".join([show.downloads(planners), ways] if planners else [ways])


def subscription(catalogue: Catalogue, name: str, path: str) -> Subscription:
    """Return a calendar; its webcal address needs a real one for the hub."""
    site = catalogue.site
    whole = f"{site.address.rstrip('/')}/{path}".replace("https://", "webcal://", 1)
    return Subscription(name, f"/{path}", whole if site.has_real_address else None)


def _months(catalogue: Catalogue) -> list[Month]:
    found = []
    for (year, number), events in by_month(catalogue.events).items():
        identity = f"{year}-{number:02d}"
        base = f"/events/months/{identity}/"
        pages = tuple(
            base if page == 0 else f"{base}{page + 1}/" for page in range(-(-len(events) // MOST))
        )
        name = month(events[0].date)
        found.append(Month(identity, name, tuple(events), _taking_place(events), pages))
    return found


def _regions(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Return the regions each event is for, by event id; none for an event that is for all."""
    of_force = {force.id: force.region for force in catalogue.forces}

    def those(event: Event) -> tuple[str, ...]:
        invited = (of_force[identity] for identity in event.forces if identity in of_force)
        return tuple(dict.fromkeys((*event.regions, *invited)))

    return {event.id: those(event) for event in catalogue.events}


def _names(catalogue: Catalogue) -> Mapping[str, str]:
    return {region.id: region.name for region in catalogue.regions}
