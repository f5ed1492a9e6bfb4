"""Rules for what a force has confirmed: not from the future, not invented, one code each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from peerhub.models import Force, Site
from peerhub.models.contact import is_invented

if TYPE_CHECKING:
    from peerhub.catalogue.shelf import Shelf

INVENTED = ("mailbox", "intranet")
"""The fields of a `peer_support` block that name a host."""


def check_forces(shelves: Mapping[str, Shelf]) -> None:
    """Report each force whose `peer_support` block or code breaks a rule, at its place."""
    forces = shelves["forces"]
    site: Site | None = next(iter(shelves["site"].records.values()), None)
    codes: dict[str, str] = {}
    for number, force in forces.records.items():
        _code_is_its_own(forces, number, force, codes)
        if site is not None and force.peer_support is not None:
            _is_not_from_the_future(forces, number, force, site)
            if not site.demonstration:
                _is_not_invented(forces, number, force)


def _code_is_its_own(forces: Shelf, number: int, force: Force, codes: dict[str, str]) -> None:
    if force.code is None:
        return
    holder = codes.setdefault(force.code, force.id)
    if holder != force.id:
        forces.document.report(
            forces.document.mark(("forces", number, "code")),
            f"'{force.id}' has the same code as '{holder}' ({force.code})",
            "Give each force its own letters.",
        )


def _is_not_from_the_future(forces: Shelf, number: int, force: Force, site: Site) -> None:
    assert force.peer_support is not None
    day = force.peer_support.confirmed_on
    if day > site.dated:
        forces.document.report(
            forces.document.mark(("forces", number, "peer_support", "confirmed_on")),
            f"force '{force.id}': confirmed_on ({day}) is later than the hub's own day "
            f"({site.dated})",
            "Correct it, or bring 'dated' in data/site.yml up to today.",
        )


def _is_not_invented(forces: Shelf, number: int, force: Force) -> None:
    for field in INVENTED:
        value: Any = getattr(force.peer_support, field)
        if value is not None and is_invented(value):
            forces.document.report(
                forces.document.mark(("forces", number, "peer_support", field)),
                f"force '{force.id}': {value!r} is on an invented host",
                "Hosts in .example are for the demonstration in examples/. "
                "Write what the force has confirmed.",
            )
