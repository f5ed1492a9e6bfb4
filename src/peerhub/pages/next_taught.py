"""When a workshop or a module is taught next, as a part of the second column of its page."""

from __future__ import annotations

from collections.abc import Sequence

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.feeds.calendar import module_path, taught, workshop_path
from peerhub.models import Module, Workshop
from peerhub.pages.calendar import subscription
from peerhub.questions.next_taught import to_come

PART = "next-taught"
SCRIPTS = ("next-taught.js",)


def next_module(catalogue: Catalogue, module: Module) -> list[show.SidePart]:
    """Return when a module is taught next; nothing when no date is published."""
    return _part(catalogue, module_path(module.id), f"next-taught:module:{module.id}")


def next_workshop(catalogue: Catalogue, workshop: Workshop) -> list[show.SidePart]:
    """Return when a workshop is taught next; nothing when no date is published."""
    return _part(catalogue, workshop_path(workshop.id), f"next-taught:workshop:{workshop.id}")


def scripts(parts: Sequence[show.SidePart]) -> tuple[str, ...]:
    """Return the scripts that a page with these parts loads for its dates; none for no date."""
    return SCRIPTS if any(part.id == PART for part in parts) else ()


def _part(catalogue: Catalogue, path: str, key: str) -> list[show.SidePart]:
    """Return the dates of a calendar that are to come; `key` names the part for kept editions."""
    _, events = taught(catalogue).get(path, ("", []))
    coming = to_come(events, catalogue.today)
    if not coming:
        return []
    body = show.next_taught(coming, subscription(catalogue, "These dates", path))
    return [show.SidePart(PART, "Next taught", body, live=key)]
