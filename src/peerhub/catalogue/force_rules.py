"""Rules for what a force has confirmed: not invented, and one code each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from peerhub.catalogue.nearest import nearest
from peerhub.catalogue.record_list import RecordList
from peerhub.faults import Code
from peerhub.models.contact import is_invented

NAMES = ("name", "short_name", "name_cy")
"""The fields that name a force, beside the list of its aliases."""

INVENTED = ("mailbox", "intranet")
"""The fields of a `peer_support` block that name a host."""


def names_of(forces: Iterable[Any]) -> frozenset[str]:
    """Return every word in the names of forces as they stand in the file, in small letters.

    A source may hold them: they are no person's.
    """
    named = [force for force in forces if isinstance(force, dict)]
    values = [force.get(key) for force in named for key in ("name", "short_name", "aliases")]
    words = " ".join(str(value) for value in values if value)
    return frozenset(re.findall(r"[^\W\d_]+", words.lower()))


def check_forces(shelves: Mapping[str, RecordList]) -> None:
    """Report each force whose `peer_support` block or code breaks a rule, at its place."""
    forces = shelves["forces"]
    site = shelves["site"].raw.get(0)
    codes: dict[str, object] = {}
    named: dict[str, int] = {}
    units = Counter(str(one["rocu"]) for one in forces.raw.values() if "rocu" in one)
    shared = [name for name, many in units.items() if many > 1]
    for number, force in forces.raw.items():
        code = force.get("code")
        if isinstance(code, str):
            _code_is_its_own(forces, number, code, codes)
        _names_are_its_own(forces, number, named)
        _unit_is_known(forces, number, units, shared)
        if site is not None and site.get("demonstration") is not True:
            _is_not_invented(forces, number)


def _code_is_its_own(forces: RecordList, number: int, code: str, codes: dict[str, object]) -> None:
    identity = forces.raw[number].get("id")
    if code in codes:
        forces.document.report(
            forces.document.mark(("forces", number, "code")),
            Code.TAKEN,
            f"'{identity}' has the same code as '{codes[code]}' ({code})",
            "Give each force its own letters.",
        )
    codes.setdefault(code, identity)


def _names_are_its_own(forces: RecordList, number: int, named: dict[str, int]) -> None:
    """Report each name of a force that another has: the search would lead to either.

    `named` holds the force of each name so far, in small letters.
    """
    force = forces.raw[number]
    aliases = force.get("aliases")
    listed = enumerate(aliases) if isinstance(aliases, tuple) else ()
    places = [(key,) for key in NAMES], [("aliases", at) for at, _ in listed]
    for place in (*places[0], *places[1]):
        said: Any = force
        for step in place:
            said = said.get(step) if isinstance(said, Mapping) else said[step]
        if not isinstance(said, str) or not said:
            continue
        other = named.setdefault(said.casefold(), number)
        if other != number:
            forces.document.report(
                forces.document.mark(("forces", number, *place)),
                Code.TAKEN,
                f"'{force.get('id')}' is called '{said}', and so is "
                f"'{forces.raw[other].get('id')}'",
                "Give each force its own names.",
            )


def _unit_is_known(
    forces: RecordList, number: int, units: Mapping[str, int], shared: Sequence[str]
) -> None:
    """Report a regional unit that no other force has, and that is nearly one that several have."""
    unit = forces.raw[number].get("rocu")
    if isinstance(unit, str) and units[unit] == 1:
        hint = nearest(unit, shared, "")
        if hint:
            forces.document.report(
                forces.document.mark(("forces", number, "rocu")),
                Code.NOT_A_CHOICE,
                f"no other force has the regional unit '{unit}'",
                hint,
            )


def _is_not_invented(forces: RecordList, number: int) -> None:
    force = forces.raw[number]
    confirmed = force.get("peer_support")
    if not isinstance(confirmed, Mapping):
        return
    for field in INVENTED:
        value = confirmed.get(field)
        if isinstance(value, str) and is_invented(value):
            forces.document.report(
                forces.document.mark(("forces", number, "peer_support", field)),
                Code.INVENTED_HOST,
                f"force '{force.get('id')}': {value!r} is on an invented host",
                "Hosts in .example are for the demonstration in examples/. "
                "Write what the force has confirmed.",
            )
