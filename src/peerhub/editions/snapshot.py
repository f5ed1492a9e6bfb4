"""What an edition said, in short: kept in `data/editions/`, so that every build knows it.

A snapshot holds what later editions are compared with (modules, workshops, the stage of each force,
ways to reach help), and the timetables that events of an earlier edition still follow. It stands in
the project and not on a server: a copy of the project without its history builds the same hub.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from peerhub.catalogue import Catalogue, Issue, Issues
from peerhub.editions.name import Edition, NotAnEdition
from peerhub.faults import Code
from peerhub.models import Module, Service
from peerhub.questions.national_picture import Standing, national_picture
from peerhub.questions.revised import KEPT
from peerhub.questions.timetable import timetable

FOLDER = Path("data", "editions")
SHORT = 12
"""Characters of a digest that tell whether words have changed."""

Snapshot = Mapping[str, Any]
"""`{"edition", "dated", "modules", "workshops", "materials", "forces", "services"}`."""


def snapshot(catalogue: Catalogue, edition: str, dated: str) -> str:
    """Return the snapshot of an edition as text: the same catalogue gives the same bytes."""
    picture = national_picture(catalogue.forces, catalogue.today)
    whole = {
        "edition": edition,
        "dated": dated,
        "modules": [_module(catalogue, one) for one in catalogue.modules],
        "workshops": [
            {
                "id": one.id,
                "title": one.title,
                "modules": list(one.module_ids),
                "timetable": _days(catalogue, one),
            }
            for one in catalogue.workshops
        ],
        "materials": {
            name: one.number
            for name, one in sorted(catalogue.revisions.items())
            if name.startswith(KEPT)
        },
        "forces": [_standing(one) for one in picture.standings],
        "services": {
            one.id: {"title": one.name, "ways": ways(one)}
            for one in catalogue.services
            if one.is_published
        },
    }
    return to_json(whole, indent=1).decode() + "\n"


def ways(service: Service) -> tuple[str, ...]:
    """Return everything that a service can be reached by, as it is printed."""
    return tuple(way for way in (service.phone, service.text) if way)


def snapshots(root: Path) -> tuple[Snapshot, ...]:
    """Return every snapshot of a project, the oldest edition first. Raises Issues."""
    found, faults = [], []
    for file in sorted((root / FOLDER).glob("*.json")):
        try:
            held = json.loads(file.read_text(encoding="utf-8"))
            found.append((_named(held, file), held))
        except (ValueError, TypeError, KeyError, OSError, RecursionError) as error:
            faults.append(
                Issue(
                    (FOLDER / file.name).as_posix(),
                    getattr(error, "lineno", 1),
                    getattr(error, "colno", 1),
                    Code.UNREADABLE,
                    "this record of a published edition cannot be read",
                    "It is written by `make edition` and never changed by hand. Put it back as "
                    "it was: git checkout -- " + (FOLDER / file.name).as_posix(),
                )
            )
    if faults:
        raise Issues(faults)
    return tuple(held for _, held in sorted(found, key=lambda one: one[0]))


def _named(held: Snapshot, file: Path) -> Edition:
    from peerhub.editions.snapshot_shape import out_of_shape  # loaded only where a record is

    wrong = out_of_shape(held)
    if wrong:
        raise ValueError(wrong)
    edition = Edition.parse(str(held["edition"]))
    if str(edition) != file.stem:
        raise NotAnEdition(file.stem)
    dt.date.fromisoformat(held["dated"])
    return edition


def before(held: Iterable[Snapshot], edition: str) -> tuple[Snapshot, ...]:
    """Return the snapshots of the editions that come before one, oldest first."""
    now = Edition.parse(edition)
    return tuple(one for one in held if Edition.parse(one["edition"]) < now)


def workshops_of(held: Iterable[Snapshot]) -> dict[str, dict[str, Any]]:
    """Return the workshops that editions held, by edition and id."""
    return {
        str(one["edition"]): {workshop["id"]: workshop for workshop in one.get("workshops", ())}
        for one in held
    }


def _standing(one: Standing) -> dict[str, Any]:
    if one.stage is None:
        return {"id": one.force.id}
    states = [{"state": criterion.state} for criterion in one.state.criteria]
    return {
        "id": one.force.id,
        "stage": one.stage,
        "record": one.state.record,
        "criteria": states,
    }


def _module(catalogue: Catalogue, module: Module) -> dict[str, Any]:
    text = catalogue.texts.get(module.id)
    words = f"{text.participant}\0{text.trainer}" if text else ""
    return {
        "id": module.id,
        "title": module.title,
        "minutes": module.minutes,
        "outcomes": list(module.outcomes),
        "steps": [{"title": step.title, "minutes": step.minutes} for step in module.steps],
        "text": sha256(words.encode()).hexdigest()[:SHORT],
    }


def _days(catalogue: Catalogue, workshop: Any) -> Sequence[Mapping[str, Any]]:
    return [
        {
            "title": day.title,
            "rows": [
                {"start": row.start, "end": row.end, "title": row.title, "kind": row.kind}
                for row in day.rows
            ],
        }
        for day in timetable(workshop, catalogue.module_by_id)
    ]
