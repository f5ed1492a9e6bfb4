"""The ledger of services: each number as somebody last looked it up.

One digit typed wrongly sends a person in need to nobody. So when a number changes, or when it
begins to be shown, somebody has to have looked it up since: `last_checked` has to be newer.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from peerhub.catalogue.cut import MANY, end_lost
from peerhub.catalogue.document import Document
from peerhub.catalogue.issue import Issue
from peerhub.catalogue.ledger_lines import read_lines, write_lines
from peerhub.catalogue.record_list import RecordList
from peerhub.faults import Code
from peerhub.models import Service

PLACE = Path("data") / "ledger" / "services.txt"
HEAD = """\
# Every service as it was last looked up: its id, whether it is shown, its numbers, and the day.
# Written by `peerhub check --write-ledger`. Do not change it by hand.
"""
NONE = "-"
MEANT = f" If they are meant to go, take their lines out of {PLACE.as_posix()}."
GONE = "gone"
"""What the ledger says, in place of whether it is shown, of a service that the data had once."""


@dataclass(frozen=True)
class Looked:
    """What was known of a service when somebody last looked: shown or not, its numbers, the day."""

    publish: str
    numbers: str
    on: dt.date


def numbers_of(service: Service) -> str:
    """Return the digits of a service's numbers, with commas between them."""
    said = (service.phone, service.text)
    return ",".join(re.sub(r"\D", "", one) for one in said if one) or NONE


def looked(service: Service) -> Looked:
    """Return a service's line in the ledger."""
    return Looked(service.publish, numbers_of(service), service.last_checked)


def read_service_ledger(root: Path) -> tuple[dict[str, Looked], Document]:
    """Return the entries by id, and the document whose issues say which lines are broken."""
    found: dict[str, Looked] = {}

    def take(line: str, _: int) -> None:
        identity, publish, numbers, day = line.split()
        found[identity] = Looked(publish, numbers, dt.date.fromisoformat(day))

    document = read_lines(root, PLACE, take)
    return found, document


def write_service_ledger(root: Path, services: Iterable[Service]) -> None:
    """Bring the ledger up to date with the services of the data."""
    before, _ = read_service_ledger(root)
    gone = {key: replace(one, publish=GONE) for key, one in before.items()}
    now = {**gone, **{one.id: looked(one) for one in services}}
    lines = [f"{key} {one.publish} {one.numbers} {one.on}" for key, one in sorted(now.items())]
    write_lines(root, PLACE, HEAD, lines)


def unlooked(ledger: Mapping[str, Looked], services: Iterable[Service]) -> list[str]:
    """Return the ids of services that the ledger does not hold as they now stand."""
    return [one.id for one in services if ledger.get(one.id) != looked(one)]


def check_service_ledger(root: Path, services: RecordList, today: dt.date) -> list[Issue]:
    """Report each service that has changed without being looked up; return the ledger's faults.

    `today` lets a service change twice on the day on which somebody looks.
    """
    ledger, document = read_service_ledger(root)
    for number, service in services.records.items():
        known = ledger.get(service.id)
        why = _changed(known, looked(service)) if known else None
        if known is None or why is None or known.on == today == service.last_checked:
            continue
        services.document.report(
            services.document.mark(("services", number, "last_checked")),
            Code.NOT_LOOKED_UP,
            f"service '{service.id}': {why}, but last_checked is {service.last_checked}, and it "
            f"was {known.on} before",
            "Open the service's own page, compare the number, and set last_checked to today.",
        )
    lost = [key for key, one in ledger.items() if one.publish != GONE and not services.knows(key)]
    if services.is_whole and len(lost) >= MANY:
        document.issues.append(end_lost(services, lost, "the ledger names", MEANT))
    return document.issues


def _changed(known: Looked, now: Looked) -> str | None:
    """Say what has changed of a service that nobody has looked up since."""
    if now.on > known.on:
        return None
    if now.numbers != known.numbers:
        return "its number has changed"
    if now.publish == "yes" != known.publish:
        return "it is to be shown, and nobody has checked it"
    return None
