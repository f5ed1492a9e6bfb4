"""Which services to show, and in what order: danger first, then urgent, then the rest."""

from __future__ import annotations

from collections.abc import Iterable

from peerhub.models import Category, Force, Nation, Service, UkNation
from peerhub.models.force import NATIONS_OF
from peerhub.models.service import Urgency
from peerhub.words import listed

POLICING_LINE = "npws-crisis-line"
"""Confirmed for the territorial forces of England and Wales; for other forces it is not."""

URGENT = {"999": "In danger", "samaritans": "Samaritans"}
"""The services in the bar on every page and at the foot of papers, and what the bar calls them; the
rest are one tap away."""

_CATEGORIES: tuple[Category, ...] = (
    "policing",
    "bereavement",
    "domestic-abuse",
    "sexual-abuse",
    "veterans",
    "alcohol",
    "drugs",
    "gambling",
    "money",
    "victims",
    "lgbt",
    "work",
    "community",
)
CATEGORY_NAMES: dict[Category, str] = {
    "emergency": "In danger",
    "crisis": "Urgent help, day or night",
    "policing": "For policing",
    "bereavement": "Bereavement",
    "domestic-abuse": "Domestic abuse",
    "sexual-abuse": "Sexual abuse",
    "veterans": "Armed forces veterans",
    "alcohol": "Alcohol",
    "drugs": "Drugs",
    "gambling": "Gambling",
    "money": "Money and debt",
    "victims": "Victims of crime",
    "lgbt": "LGBTQ+",
    "work": "Rights at work",
    "community": "Talking groups and local services",
}


def signpost(
    services: Iterable[Service],
    *,
    level: Urgency | None = None,
    category: Category | None = None,
    nation: UkNation | None = None,
) -> tuple[Service, ...]:
    """Return the published services that match, in the order that readers see them."""
    wanted = [
        service
        for service in services
        if service.is_published
        and (level is None or service.urgency == level)
        and (category is None or service.category == category)
        and (nation is None or nation in service.nations)
    ]
    return tuple(sorted(wanted, key=_rank))


def in_danger(services: Iterable[Service]) -> str:
    """Return what to do in danger as a sentence, or nothing where no service is for that."""
    phones = danger_phones(services)
    return f"In danger, call {listed(phones, 'or')}." if phones else ""


def danger_phones(services: Iterable[Service]) -> tuple[str, ...]:
    """Return what to call in danger."""
    return tuple(one.phone for one in signpost(services, level="danger") if one.phone)


def _rank(service: Service) -> tuple[int, int]:
    """Rank by urgency, then by kind; the order of the file settles the rest."""
    level = ("danger", "urgent", "rest").index(service.urgency)
    kind = 0
    if level == 2:
        kind = _CATEGORIES.index(service.category) + 1 if service.category in _CATEGORIES else 0
    return level, kind


def nations_of(nation: Nation) -> tuple[UkNation, ...]:
    """Return the UK nations that a force works in; none for a Crown Dependency."""
    return NATIONS_OF[nation]


def numbers_for(force: Force, services: Iterable[Service]) -> tuple[Service, ...]:
    """Return the services for danger and for urgent need that serve a force's own nations.

    The policing crisis line is left out for special forces: that it covers them is not confirmed.
    """
    nations = nations_of(force.nation)
    return tuple(
        service
        for service in signpost(services)
        if service.urgency != "rest"
        and any(nation in service.nations for nation in nations)
        and (service.id != POLICING_LINE or force.type == "territorial")
    )
