"""Rules between records: every id leads somewhere, and what must agree agrees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from peerhub.catalogue.document import Path, nearest
from peerhub.models import ModuleItem, Record

if TYPE_CHECKING:
    from peerhub.catalogue.load import Shelf

Shelves = Mapping[str, "Shelf"]

LINKS: Mapping[str, Mapping[str, str]] = {
    "forces": {"region": "regions", "neighbours": "forces", "fixed_crossings": "forces"},
    "events": {"regions": "regions", "forces": "forces", "workshop": "workshops"},
    "modules": {"before": "modules", "evidence": "evidence"},
    "evidence": {"same_study": "evidence"},
}
"""For each list, the fields that hold ids, and the list those ids belong to."""

SINGULAR = {
    "regions": "region",
    "forces": "force",
    "workshops": "workshop",
    "modules": "module",
    "evidence": "source",
    "owners": "owner",
}


def cross_reference(shelves: Shelves) -> None:
    """Report each broken rule at its place in the documents of the shelves."""
    for key, fields in LINKS.items():
        for number, record in shelves[key].records.items():
            for field, target in fields.items():
                for step, identity in _ids(record, field):
                    _must_exist(shelves, key, (key, number, field, *step), target, identity)
    for key, shelf in shelves.items():
        for number, record in shelf.records.items():
            if isinstance(record, Record) and record.owner not in shelves["owners"].ids:
                own = (key, number, "owner")
                path: Path = own if own in shelf.document.values else ("defaults", "owner")
                _must_exist(shelves, key, path, "owners", record.owner)
    _workshop_modules(shelves)
    _neighbours_agree(shelves["forces"])
    _tiles_are_distinct(shelves["forces"])
    _codes_are_distinct(shelves["posters"])
    _evidence_is_checked(shelves)


def _ids(record: Any, field: str) -> Iterable[tuple[Path, str]]:
    value = getattr(record, field)
    if isinstance(value, tuple):
        return [((number,), identity) for number, identity in enumerate(value)]
    return [] if value is None else [((), value)]


def _must_exist(shelves: Shelves, key: str, path: Path, target: str, identity: str) -> None:
    known = shelves[target].ids
    if identity in known or not known:
        return
    document = shelves[key].document
    file = shelves[target].document.file
    document.report(
        document.mark(path),
        f"there is no {SINGULAR[target]} '{identity}'",
        nearest(identity, known, f"Add it to {file}, or take it out here."),
    )


def _workshop_modules(shelves: Shelves) -> None:
    for number, workshop in shelves["workshops"].records.items():
        for day_number, day in enumerate(workshop.days):
            for item_number, item in enumerate(day.items):
                if isinstance(item, ModuleItem):
                    path = ("workshops", number, "days", day_number, "items", item_number)
                    _must_exist(shelves, "workshops", (*path, "module"), "modules", item.module)


def _neighbours_agree(forces: Shelf) -> None:
    """Neighbours are symmetric, listed once, and never the force itself."""
    by_id = {force.id: force for force in forces.records.values()}
    for number, force in forces.records.items():
        for field in ("neighbours", "fixed_crossings"):
            listed = getattr(force, field)
            for step, identity in enumerate(listed):
                mark = forces.document.mark(("forces", number, field, step))
                other = by_id.get(identity)
                if identity == force.id:
                    message, hint = f"'{identity}' is its own neighbour", "Take it out."
                elif identity in listed[:step]:
                    message, hint = f"'{identity}' is listed twice", "Take one of them out."
                elif other is not None and force.id not in getattr(other, field):
                    message = (
                        f"'{force.id}' lists '{identity}' in {field}, "
                        f"but '{identity}' does not list '{force.id}'"
                    )
                    hint = f"Add '{force.id}' to the {field} of '{identity}', or take it out here."
                else:
                    continue
                forces.document.report(mark, message, hint)


def _tiles_are_distinct(forces: Shelf) -> None:
    taken: dict[tuple[int, int], str] = {}
    for number, force in forces.records.items():
        place = (force.tile.row, force.tile.col)
        holder = taken.setdefault(place, force.id)
        if holder != force.id:
            forces.document.report(
                forces.document.mark(("forces", number, "tile")),
                f"'{force.id}' has the same tile as '{holder}' (row {place[0]}, col {place[1]})",
                "Give each force its own tile.",
            )


def _codes_are_distinct(posters: Shelf) -> None:
    taken: dict[str, str] = {}
    for number, poster in posters.records.items():
        codes: list[tuple[str, Path]] = [(poster.code, ("code",))]
        codes += [(one.code, ("earlier", at, "code")) for at, one in enumerate(poster.earlier)]
        for code, place in codes:
            if code in taken:
                posters.document.report(
                    posters.document.mark(("posters", number, *place)),
                    f"the code {code} of '{poster.id}' belongs to '{taken[code]}' already",
                    "A code is never used twice: give this version the next number.",
                )
            taken.setdefault(code, poster.id)


def _evidence_is_checked(shelves: Shelves) -> None:
    sources = {source.id: source for source in shelves["evidence"].records.values()}
    modules = shelves["modules"]
    for number, module in modules.records.items():
        for step, identity in enumerate(module.evidence):
            source = sources.get(identity)
            if source is not None and not source.is_published:
                modules.document.report(
                    modules.document.mark(("modules", number, "evidence", step)),
                    f"the source '{identity}' has not been checked yet",
                    "Cite another, or check it and set its confidence to high.",
                )
