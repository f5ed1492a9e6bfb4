"""Editions: which there are, and what has changed between them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from markupsafe import Markup

from peerhub.components.render import render
from peerhub.questions.edition_changes import EditionChange
from peerhub.words import day

KINDS = {"module": "module", "workshop": "workshop", "service": "number for help"}
PLACES = {
    "module": "/train/modules/{}/",
    "workshop": "/train/workshops/{}/",
    "service": "/support/",
}


def edition_list(snapshots: Sequence[Mapping[str, Any]], making: str) -> Markup:
    """Return the editions that have been made, newest first, as a table."""
    rows = [
        {
            "name": one["edition"],
            "day": day(dt.date.fromisoformat(str(one["dated"]))),
            "modules": len(one.get("modules", ())),
            "workshops": len(one.get("workshops", ())),
        }
        for one in reversed(snapshots)
    ]
    return render("edition_list", editions=rows, making=making)


def edition_changes(spans: Sequence[tuple[str, Sequence[EditionChange]]]) -> Markup:
    """Return what has changed since each of some editions, in the order given."""
    rows = [{"since": since, "changes": [_row(one) for one in found]} for since, found in spans]
    return render("edition_changes", spans=rows)


def _row(change: EditionChange) -> dict[str, Any]:
    href = None if change.is_gone else PLACES[change.kind].format(change.id)
    return {**asdict(change), "kind": KINDS[change.kind], "href": href}
