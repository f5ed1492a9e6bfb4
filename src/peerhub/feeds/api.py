"""The catalogue as JSON, one file a kind, at `/api/v1/<kind>.json`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic_core import to_json

from peerhub.catalogue import Catalogue
from peerhub.feeds.event_data import event_items
from peerhub.feeds.forces import standing_facts
from peerhub.models import Module, Record, Stamp
from peerhub.questions.national_picture import national_picture
from peerhub.questions.needs import needed
from peerhub.questions.timetable import timetable

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
    """Return the text of each file by its path below the site."""
    kinds: dict[str, list[dict[str, Any]]] = {
        "forces": [
            {**_public(one.force), **standing_facts(one)}
            for one in national_picture(catalogue.forces, catalogue.today).standings
        ],
        "events": event_items(catalogue),
        "modules": [_module(catalogue, one) for one in catalogue.modules],
        "workshops": [
            {**_public(workshop), "timetable": _days(catalogue, workshop)}
            for workshop in catalogue.workshops
        ],
        "services": _all([one for one in catalogue.services if one.is_published]),
    }
    return {f"api/v1/{kind}.json": _file(kind, items, stamp) for kind, items in kinds.items()}


def _all(records: Sequence[Record]) -> list[dict[str, Any]]:
    return [_public(record) for record in records]


def _module(catalogue: Catalogue, module: Module) -> dict[str, Any]:
    """Return a module with what it needs in words, whoever makes it."""
    needs = [one.said for one in needed(module, catalogue.texts[module.id])]
    return {**_public(module), "needs": needs, "room_sheets": [one.sheet for one in module.sheets]}


def _public(record: Record) -> dict[str, Any]:
    hidden = KEPT_BACK | set(getattr(record, "unconfirmed", ()))
    return record.model_dump(mode="json", by_alias=True, exclude=hidden, exclude_none=True)


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


def _file(kind: str, items: list[dict[str, Any]], stamp: Stamp) -> str:
    whole = {"edition": stamp.edition, "dated": stamp.date.isoformat(), kind: items}
    return to_json(whole, indent=1).decode() + "\n"
