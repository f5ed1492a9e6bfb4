"""The catalogue as JSON, one list a kind, from `/api/v1/<kind>.json` on, and what they are of.

Only `/api/v1/hub.json` names the edition: the others are the same until what they say changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel

from peerhub.catalogue import Catalogue
from peerhub.catalogue.kinds import Kind
from peerhub.feeds.event_data import event_items
from peerhub.feeds.forces import standing_facts
from peerhub.feeds.in_parts import as_json, in_parts
from peerhub.feeds.materials import PATH as MATERIALS
from peerhub.models import Module, Service, Stamp
from peerhub.models.licence import RIGHTS
from peerhub.questions.national_picture import national_picture
from peerhub.questions.needs import needed
from peerhub.questions.timetable import timetable

ABOUT = "api/v1/hub.json"
"""Of which edition and day the files are, and which there are."""

KEPT_BACK = {
    "owner",
    "review_by",
    "publish",
    "note",
    "peer_support",
    "rocu",
    "unconfirmed",
}
"""Fields that are for editors, not confirmed, or that have a public form of their own."""


def api(catalogue: Catalogue, stamp: Stamp) -> Mapping[str, str]:
    """Return the text of each file by its path below the site: one for each published kind.

    A kind of many records has more, each of which names the next. Another file says of which
    edition and day they are, and where each kind begins.
    """
    kinds = [kind for kind in catalogue.kinds if kind.is_published]
    paths = {kind.key: f"api/v1/{kind.key}.json" for kind in kinds}
    about = {
        "edition": stamp.edition,
        "dated": stamp.date.isoformat(),
        "files": [f"/{path}" for path in (*paths.values(), MATERIALS)],
    }
    files = {
        path: as_json(said)
        for kind in kinds
        for path, said in in_parts(paths[kind.key], kind.key, _items(catalogue, kind))
    }
    return {ABOUT: as_json({"licence": RIGHTS, **about}), **files}


def _items(catalogue: Catalogue, kind: Kind) -> list[dict[str, Any]]:
    """Return what is public of each record of a kind: as it stands, where it has no own form."""
    if kind.key in OWN_FORM:
        return OWN_FORM[kind.key](catalogue)
    records = catalogue.records(kind)
    return [_public(one) for one in records if getattr(one, "is_published", True)]


def _forces(catalogue: Catalogue) -> list[dict[str, Any]]:
    standings = national_picture(catalogue.forces, catalogue.today).standings
    return [{**_public(one.force), **standing_facts(one)} for one in standings]


def _modules(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [_module(catalogue, one) for one in catalogue.modules]


def _workshops(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [{**_public(one), "timetable": _days(catalogue, one)} for one in catalogue.workshops]


def _module(catalogue: Catalogue, module: Module) -> dict[str, Any]:
    """Return a module with what it needs in words, whoever makes it."""
    needs = [one.said for one in needed(module, catalogue.texts[module.id])]
    return {**_public(module), "needs": needs, "room_sheets": [one.sheet for one in module.sheets]}


def _public(record: BaseModel) -> dict[str, Any]:
    hidden = KEPT_BACK | set(getattr(record, "unconfirmed", ()))
    return record.model_dump(mode="json", by_alias=True, exclude=hidden, exclude_none=True)


def _services(catalogue: Catalogue) -> list[dict[str, Any]]:
    return [_service(one) for one in catalogue.services if one.is_published]


def _service(service: Service) -> dict[str, Any]:
    """Return a service with what it says in other languages beside its English.

    `name_cy` is its name in Welsh; `translation` is "draft" while any of that is one.
    """
    told = _public(service)
    words = told.pop("words")
    if words:
        told["translation"] = max(one.pop("translation") for one in words.values())
    for language, said in words.items():
        told |= {f"{field}_{language}": value for field, value in said.items()}
    return told


def _days(catalogue: Catalogue, workshop: Any) -> list[dict[str, Any]]:
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


OWN_FORM: Mapping[str, Callable[[Catalogue], list[dict[str, Any]]]] = {
    "forces": _forces,
    "services": _services,
    "events": event_items,
    "modules": _modules,
    "workshops": _workshops,
}
"""How the kinds are told that say more than stands in their files."""
