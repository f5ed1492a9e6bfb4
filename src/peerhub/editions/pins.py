"""Whether the workshops that events deliver exist in the editions they name, and fit the events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue, Issue
from peerhub.catalogue.document import Mark
from peerhub.catalogue.joined import whole_document
from peerhub.editions.name import Edition
from peerhub.editions.snapshot import Snapshot
from peerhub.faults import Code
from peerhub.models import Event
from peerhub.questions.event_timetable import Misfit, delivered, misfit

FILE = "data/events.yml"
SITE = "data/site.yml"


def unfit(root: Path, catalogue: Catalogue) -> list[Issue]:
    """Return a problem for each event whose workshop is not there, or does not fit its hours."""
    found = [(event, one) for event in catalogue.events for one in _faults(catalogue, event)]
    return _placed(root, found) if found else []


def behind(root: Path, edition: str, held: Sequence[Snapshot]) -> list[Issue]:
    """Return a problem where the hub says that it is an edition before one that was made."""
    last = max((Edition.parse(str(one["edition"])) for one in held), default=None)
    if last is None or Edition.parse(edition) >= last:
        return []
    mark = whole_document(root, SITE).mark(("site", "edition"))
    message = f"edition {last} has been made, and this says that the hub is {edition} still"
    return [
        Issue(SITE, mark.line, mark.column, Code.NO_EDITION, message, f"Write edition: '{last}'.")
    ]


def _faults(catalogue: Catalogue, event: Event) -> Iterator[Misfit]:
    pin = event.workshop_edition
    if event.workshop is None or pin is None:
        return
    kept = catalogue.kept
    if pin != catalogue.edition and pin not in kept:
        yield Misfit(
            "workshop_edition",
            f"event '{event.id}': edition {pin} was not published",
            f"Name one that has a record in data/editions/, or this one, {catalogue.edition}.",
        )
    elif pin != catalogue.edition and event.workshop not in kept[pin]:
        yield Misfit(
            "workshop_edition",
            f"event '{event.id}': edition {pin} has no workshop '{event.workshop}'",
            f"Name an edition that has it, or this one, {catalogue.edition}.",
        )
    else:
        days = delivered(
            event, catalogue.edition, catalogue.workshop_by_id, catalogue.module_by_id, kept
        )
        fault = misfit(event, days)
        if fault:
            yield fault


def _placed(root: Path, found: list[tuple[Event, Misfit]]) -> list[Issue]:
    """Return the faults as problems at their places in the file of events."""
    document = whole_document(root, FILE)
    data: Any = document.data if isinstance(document.data, Mapping) else {}
    numbers = {one["id"]: number for number, one in enumerate(data.get("events", ()))}
    issues = []
    for event, fault in found:
        number = numbers.get(event.id)
        mark = Mark(1, 1) if number is None else document.mark(("events", number, fault.field))
        file = document.named(mark)
        issues.append(
            Issue(file, mark.line, mark.column, Code.NO_EDITION, fault.message, fault.hint)
        )
    return issues
