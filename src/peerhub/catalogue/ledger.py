"""The ledger of events: what readers may have in their own calendars already.

A calendar program that once took an event keeps it. So an event that is in the ledger may not go
from the data, and when its time, place or status changes its revision has to rise (RFC 5545
section 3.8.7.4), or the programs would not notice.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from peerhub.catalogue.document import Document, Mark
from peerhub.models import Event

PLACE = Path("data") / "ledger" / "events.txt"
HEAD = """\
# Every published event: its id, its revision, and a sum of its time, place and status.
# Written by `peerhub check --write-ledger` and `peerhub new`. Do not change it by hand.
"""
DIGITS = 12


@dataclass(frozen=True)
class Entry:
    """What is known of a published event: its revision, and a sum of what programs act on."""

    revision: int
    sum: str


def entry(event: Event) -> Entry:
    """Return an event's line in the ledger."""
    acted_on = event.model_dump(
        mode="json", include={"date", "end_date", "start", "end", "sessions", "where"}
    )
    acted_on["cancelled"] = event.status == "cancelled"
    text = json.dumps(acted_on, sort_keys=True, ensure_ascii=False)
    return Entry(event.revision, hashlib.sha256(text.encode()).hexdigest()[:DIGITS])


def read_ledger(root: Path) -> tuple[dict[str, Entry], Document]:
    """Return the entries by event id, and the document whose issues say which lines are broken.

    A project without a ledger has published nothing yet.
    """
    document = Document(PLACE.as_posix())
    entries: dict[str, Entry] = {}
    try:
        lines = (root / PLACE).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return entries, document
    except (OSError, UnicodeDecodeError):
        lines = ["?"]
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = line.split()
        if len(parts) != 3 or not parts[1].isdecimal() or parts[0] in entries:
            document.report(
                Mark(number, 1),
                "this line of the ledger cannot be read",
                f"Bring the file back: git checkout -- {PLACE.as_posix()}.",
            )
            continue
        entries[parts[0]] = Entry(int(parts[1]), parts[2])
    return entries, document


def write_ledger(root: Path, events: Iterable[Event]) -> int:
    """Bring the ledger up to date with the events of the data; return how many lines changed."""
    before, _ = read_ledger(root)
    now = {**before, **{event.id: entry(event) for event in events}}
    lines = [f"{identity} {one.revision} {one.sum}\n" for identity, one in sorted(now.items())]
    file = root / PLACE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(HEAD + "".join(lines), encoding="utf-8")
    return sum(now[identity] != before.get(identity) for identity in now)


def check_ledger(
    ledger: Mapping[str, Entry],
    document: Document,
    records: Mapping[int, Event],
    ids: Mapping[str, int],
) -> None:
    """Report in the document of events each that is gone, or has changed without a sign.

    `records` are the sound events by their number in the file; `ids` are those of all.
    """
    for identity in ledger:
        if identity not in ids:
            document.report(
                document.key_mark(("events",)),
                f"the event '{identity}' is gone, but people may have it in their calendars",
                "Put it back and set status: cancelled, with a revision one higher.",
            )
    for number, event in records.items():
        known = ledger.get(event.id)
        if known is None:
            continue
        place = ("events", number, "revision")
        if event.revision < known.revision:
            document.report(
                document.mark(place),
                f"event '{event.id}': its revision was {known.revision} and is now "
                f"{event.revision}",
                f"Write revision: {known.revision + 1}.",
            )
        elif event.revision == known.revision and entry(event) != known:
            document.report(
                document.mark(place),
                f"event '{event.id}': its time, place or status has changed, but its revision "
                f"is still {event.revision}",
                f"Write revision: {known.revision + 1}, and set updated to today.",
            )


def unwritten(ledger: Mapping[str, Entry], events: Iterable[Event]) -> list[str]:
    """Return the ids of events that the ledger does not hold as they now stand."""
    return [event.id for event in events if ledger.get(event.id) != entry(event)]
