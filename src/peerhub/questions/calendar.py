"""Which events stand in which calendar and month, and which dates are due in another year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from peerhub.models import Event, EventKind, Force
from peerhub.models.recurrence import Span, read_rule


@dataclass(frozen=True)
class AnnualDate:
    """A date that a rule gives in a year, with the last event of its series to copy from."""

    event: Event
    identity: str
    span: Span


def in_order(events: Iterable[Event]) -> list[Event]:
    """Return events by the moment they start; the id settles the rest."""
    return sorted(events, key=lambda event: (event.starts_at, event.id))


def by_month(events: Iterable[Event]) -> dict[tuple[int, int], list[Event]]:
    """Return events by the year and month in which they start, in order."""
    months: dict[tuple[int, int], list[Event]] = {}
    for event in in_order(events):
        months.setdefault((event.date.year, event.date.month), []).append(event)
    return months


def of_kind(events: Iterable[Event], kind: EventKind) -> list[Event]:
    """Return the events of one kind."""
    return [event for event in events if event.kind == kind]


def of_region(events: Iterable[Event], region: str, forces: Iterable[Force]) -> list[Event]:
    """Return the events that a region may come to: its own, its forces', and everyone's."""
    inside = {force.id for force in forces if force.region == region}
    return [event for event in events if region in regions_of(event, region, inside)]


def regions_of(event: Event, region: str, inside: set[str]) -> tuple[str, ...]:
    """Return the region when an event is for it; `inside` are the ids of the region's forces."""
    is_for_all = not event.regions and not event.forces
    its_own = region in event.regions or not inside.isdisjoint(event.forces)
    return (region,) if is_for_all or its_own else ()


def due(events: Sequence[Event], year: int) -> list[AnnualDate]:
    """Return the dates that the rules of observances give in a year, those that stand left out.

    The latest event of each series says what its rule is.
    """
    latest: dict[str, Event] = {}
    for event in in_order(event for event in events if event.rule):
        latest[event.series] = event
    there = {(event.series, event.date.year) for event in events}
    found = []
    for name, event in latest.items():
        rule = read_rule(event.rule or "")
        span = rule.in_year(year) if rule else None
        if span and (name, year) not in there:
            found.append(AnnualDate(event, f"{name}-{year}", span))
    return sorted(found, key=lambda one: (one.span, one.identity))
