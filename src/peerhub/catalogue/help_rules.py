"""Help is never missing: somebody for danger, and somebody at every hour wherever a force works."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from peerhub.catalogue.record_list import RecordList
from peerhub.faults import Code
from peerhub.models import UK_NATIONS, Category
from peerhub.models.force import NATIONS_OF

NEEDED = {
    "regions": "Bring them back: git checkout -- data/forces.yml.",
    "forces": "Bring them back: git checkout -- data/forces.yml.",
}
"""The lists that may not be empty, and what to do when one is."""

ALL_HOURS = "24 hours"
"""How the hours of a service begin that answers day and night."""


def check_help(shelves: Mapping[str, RecordList]) -> None:
    """Report lists that may not be empty, and the help numbers that readers would look for in vain.

    A service that has faults of its own is taken to be what it was meant to be.
    """
    for key, hint in NEEDED.items():
        shelf = shelves[key]
        if shelf.listed == ():
            shelf.document.report(
                shelf.document.mark((key,)), Code.HELP_DATA, f"there are no {key}", hint
            )
    services = shelves["services"]
    if services.listed is None:
        return
    mark = services.document.key_mark(("services",))
    if not any(_helps(services, number, "emergency") for number in services.raw):
        services.document.report(
            mark,
            Code.HELP_DATA,
            "no service for danger is published",
            "Publish the one of category emergency, with its phone: '999'.",
        )
    for nation in _nations(shelves["forces"]):
        if not any(_helps(services, number, "crisis", nation) for number in services.raw):
            services.document.report(
                mark,
                Code.HELP_DATA,
                f"no urgent service that answers day and night is published for {nation}",
                "Publish one of category crisis with urgent: true, hours that begin with "
                f"'{ALL_HOURS}', and a phone or text.",
            )


def _nations(forces: RecordList) -> list[str]:
    """Return the nations of the UK that forces work in."""
    named = [force.get("nation") for force in forces.raw.values()]
    worked = {one for name in named if isinstance(name, str) for one in NATIONS_OF.get(name, ())}
    return [nation for nation in UK_NATIONS if nation in worked]


def _helps(services: RecordList, number: int, category: Category, nation: str = "") -> bool:
    """Say whether a service helps in danger or, given a nation, urgently and at all hours there."""
    item = services.raw[number]
    if number not in services.records:
        return _was_meant(item, category, nation)
    in_time = not nation or (
        item["urgent"] and item["hours"].startswith(ALL_HOURS) and nation in item["nations"]
    )
    reached = item.get("phone") or (nation and item.get("text"))
    return bool(item["category"] == category and item["publish"] == "yes" and reached and in_time)


def _was_meant(item: Mapping[str, Any], category: Category, nation: str) -> bool:
    kind, nations = item.get("category"), item.get("nations")
    if kind in get_args(Category) and kind != category:
        return False
    return not nation or not isinstance(nations, tuple) or nation in nations
