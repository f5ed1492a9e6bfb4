"""Rules between records: every id leads somewhere, and what must agree agrees.

The rules walk what stands in the files, and not only the records that passed: a fault in one key
hides none in another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from peerhub.catalogue.document import Path
from peerhub.catalogue.kinds import within
from peerhub.catalogue.nearest import nearest
from peerhub.catalogue.record_list import RecordList
from peerhub.faults import Code
from peerhub.models.language_code import ENGLISH

Shelves = Mapping[str, RecordList]

_CITING = (("modules", "evidence"), ("briefings", "slides.evidence"), ("indicators", "evidence"))
"""The lists whose records rest on sources, and the field that names those."""


def cross_reference(shelves: Shelves) -> None:
    """Report each broken rule at its place in the documents of the shelves."""
    shelves["languages"].guesses.add(ENGLISH)
    for key, shelf in shelves.items():
        for number, item in shelf.raw.items():
            for field, target in shelf.kind.links.items():
                for step, identity in within(item, field):
                    if isinstance(identity, str):
                        _must_exist(shelves, key, (key, number, *step), target, identity)
            if shelf.kind.is_reviewed:
                _owner_exists(shelves, key, number, item.get("owner"))
    _neighbours_agree(shelves["forces"])
    _tiles_are_distinct(shelves["forces"])
    _codes_are_distinct(shelves["posters"])
    _evidence_is_checked(shelves)


def _ids(value: Any) -> Iterable[tuple[Path, str]]:
    """Return the ids in a field, each with its step below the field; what is no text is none."""
    if isinstance(value, tuple):
        return [((at,), one) for at, one in enumerate(value) if isinstance(one, str)]
    return [((), value)] if isinstance(value, str) else []


def _items(value: Any) -> Iterable[tuple[int, Mapping[str, Any]]]:
    """Return the items of a list that are sets of keys, each with its number."""
    if not isinstance(value, tuple):
        return []
    return [(at, one) for at, one in enumerate(value) if isinstance(one, Mapping)]


def _must_exist(shelves: Shelves, key: str, path: Path, target: str, identity: str) -> None:
    shelf = shelves[target]
    if shelf.knows(identity) or not shelf.ids:
        return
    document = shelves[key].document
    mark = document.mark(path)
    if document.has_issue_at(mark):
        if identity.casefold() not in shelf.by_name:
            return
        document.withdraw(mark)  # a name in place of an id: say which id, not how ids look
    shelf.miss(identity, document, mark)


def _owner_exists(shelves: Shelves, key: str, number: int, owner: Any) -> None:
    if not isinstance(owner, str) or shelves["owners"].knows(owner):
        return
    own = (key, number, "owner")
    path: Path = own if shelves[key].document.says(own) else ("defaults", "owner")
    _must_exist(shelves, key, path, "owners", owner)


def _neighbours_agree(forces: RecordList) -> None:
    """Neighbours are symmetric, listed once, and never the force itself."""
    sound = {
        force["id"]: force
        for number, force in forces.raw.items()
        if number not in forces.lost and force["id"] not in forces.twice
    }
    for number, force in forces.raw.items():
        if number in forces.lost or force["id"] not in sound:
            continue
        for field in ("neighbours", "fixed_crossings"):
            seen: set[str] = set()
            for step, identity in _ids(force.get(field)):
                told = _disagreement(
                    forces, force["id"], identity, field, seen, sound.get(identity)
                )
                seen.add(identity)
                if told:
                    mark = forces.document.mark(("forces", number, field, *step))
                    forces.document.report(mark, Code.NEIGHBOURS, *told)


def _disagreement(
    forces: RecordList,
    own: str,
    identity: str,
    field: str,
    seen: set[str],
    other: Mapping[str, Any] | None,
) -> tuple[str, str] | None:
    """Return what is wrong with a force's neighbour and what to do; None when both agree."""
    if identity == own:
        return f"'{identity}' is its own neighbour", "Take it out."
    if identity in seen:
        return f"'{identity}' is listed twice", "Take one of them out."
    theirs = [one for _, one in _ids(other.get(field))] if other is not None else [own]
    misspelt = [one for one in theirs if one in forces.missing and nearest(one, [own], "")]
    if own in theirs or misspelt or (other and not isinstance(other.get(field, ()), tuple)):
        return None
    return (
        f"'{own}' lists '{identity}' in {field}, but '{identity}' does not list '{own}'",
        f"Add '{own}' to the {field} of '{identity}', or take it out here.",
    )


def _tiles_are_distinct(forces: RecordList) -> None:
    taken: dict[tuple[Any, Any], Any] = {}
    for number, force in forces.raw.items():
        tile = force.get("tile")
        place = (tile.get("row"), tile.get("col")) if isinstance(tile, Mapping) else (None, None)
        if not all(type(one) is int for one in place):  # True is no row
            continue
        called = force.get("id")
        if place in taken:
            forces.document.report(
                forces.document.mark(("forces", number, "tile")),
                Code.TAKEN,
                f"'{called}' has the same tile as '{taken[place]}' "
                f"(row {place[0]}, col {place[1]})",
                "Give each force its own tile.",
            )
        taken.setdefault(place, called)


def _codes_are_distinct(posters: RecordList) -> None:
    taken: dict[str, Any] = {}
    for number, poster in posters.raw.items():
        codes: list[tuple[Any, Path]] = [(poster.get("code"), ("code",))]
        codes += [
            (one.get("code"), ("earlier", at, "code")) for at, one in _items(poster.get("earlier"))
        ]
        for code, place in codes:
            if not isinstance(code, str):
                continue
            if code in taken:
                posters.document.report(
                    posters.document.mark(("posters", number, *place)),
                    Code.TAKEN,
                    f"the code {code} of '{poster.get('id')}' belongs to '{taken[code]}' already",
                    "A code is never used twice: give this version the next number.",
                )
            taken.setdefault(code, poster.get("id"))


def _evidence_is_checked(shelves: Shelves) -> None:
    confidence = {
        source["id"]: source.get("confidence")
        for source in shelves["evidence"].raw.values()
        if isinstance(source.get("id"), str)
    }
    for shelf, place, identity in _cited(shelves):
        if confidence.get(identity) == "medium":
            shelf.document.report(
                shelf.document.mark(place),
                Code.UNCHECKED_SOURCE,
                f"the source '{identity}' has not been checked yet",
                "Cite another, or check it and set its confidence to high.",
            )


def _cited(shelves: Shelves) -> Iterator[tuple[RecordList, Path, str]]:
    """Yield each source that a module, a briefing or an indicator rests on: where, and its id."""
    for key, field in _CITING:
        for number, one in shelves[key].raw.items():
            for path, identity in within(one, field):
                if isinstance(identity, str):
                    yield shelves[key], (key, number, *path), identity
