"""Choosing two editions, to see what changed from one to the other."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from peerhub.components.planner import PLAIN
from peerhub.components.render import render
from peerhub.questions.edition_changes import BRIEF_AGAIN

KINDS = ("modules", "workshops", "services")
SHORT = 8
"""Characters of a digest that tell whether something is the same."""


def edition_compare(snapshots: Sequence[Mapping[str, Any]]) -> Markup:
    """Return two lists of editions to choose from, the oldest first; nothing for fewer than two.

    A script compares them. Without it the form is hidden.
    """
    if len(snapshots) < 2:
        return Markup("")
    names = [str(one["edition"]) for one in snapshots]
    held = {"again": BRIEF_AGAIN, **shared([compared(one) for one in snapshots])}
    whole = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    return render("edition_compare", names=names, held=quote(whole, safe=PLAIN))


def shared(editions: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return some editions with each record once, and the places of its records in each edition.

    Most records are the same from one edition to the next, so the page hardly grows with editions.
    """
    whole: dict[str, Any] = {"editions": []}
    places: dict[tuple[str, str], int] = {}
    for one in editions:
        held = {"edition": one["edition"]}
        for kind in KINDS:
            records = whole.setdefault(kind, [])
            held[kind] = []
            for record in _records(one, kind):
                key = (kind, json.dumps(record, sort_keys=True, ensure_ascii=False))
                if key not in places:
                    places[key] = len(records)
                    records.append(record)
                held[kind].append(places[key])
        whole["editions"].append(held)
    return whole


def _records(edition: Mapping[str, Any], kind: str) -> Sequence[Mapping[str, Any]]:
    held: Any = edition[kind]
    return [{"id": key, **one} for key, one in held.items()] if isinstance(held, Mapping) else held


def compared(snapshot: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is compared of an edition. Long things are digests; old numbers are never told.

    `edition_changes` says the same of two of these as of the two snapshots.
    """
    return {
        "edition": snapshot["edition"],
        "modules": [
            {**one, "steps": _digest(one.get("steps"))} for one in snapshot.get("modules", ())
        ],
        "workshops": [
            {**one, "timetable": _digest(one["timetable"])} for one in snapshot.get("workshops", ())
        ],
        "services": {
            key: {"title": one["title"], "ways": _digest(list(one["ways"]))}
            for key, one in snapshot.get("services", {}).items()
        },
    }


def _digest(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return sha256(text.encode()).hexdigest()[:SHORT]
