"""The ledger of events: what readers may have in their own calendars already.

A calendar program that once took an event keeps it. So an event that is in the ledger may not go
from the data, nor a part of one, and when its time, place or status changes its revision has to
rise (RFC 5545 section 3.8.7.4), or the programs would not notice. Any other change needs a new day
of `updated`, by which feeds tell their readers.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peerhub.catalogue.document import Document
from peerhub.catalogue.ledger_lines import read_lines, write_lines
from peerhub.faults import Code
from peerhub.models import Event

PLACE = Path("data") / "ledger" / "events.txt"
HEAD = """\
# Every published event: its id, its revision, a sum of its time, place and status, the day of its
# last change, a sum of its words, its parts, and its day.
# Written by `peerhub check --write-ledger` and `peerhub new`. Do not change it by hand.
"""
DIGITS = 12
TIME_AND_PLACE = frozenset({"date", "end_date", "start", "end", "sessions", "where"})
FOR_EDITORS = frozenset({"id", "owner", "review_by", "revision", "updated", "source"})


@dataclass(frozen=True)
class Entry:
    """What is known of a published event: its revision, and sums of what readers were told."""

    revision: int
    sum: str
    """Of what calendar programs act on: time, place and status."""
    updated: dt.date
    words: str
    """Of all else that readers see."""
    parts: tuple[str, ...]
    """What calendars know its parts by."""
    date: dt.date | None = None
    """The day for which it was published; None in a ledger of before that was noted."""


def entry(event: Event) -> Entry:
    """Return an event's line in the ledger."""
    every = event.model_dump(mode="json", exclude=set(FOR_EDITORS), exclude_none=True)
    acted_on = {key: value for key, value in every.items() if key in TIME_AND_PLACE}
    words = {key: value for key, value in every.items() if key not in TIME_AND_PLACE}
    acted_on["certainty"] = event.certainty
    return Entry(
        event.revision, _sum(acted_on), event.updated, _sum(words), event.part_keys, event.date
    )


def _sum(facts: Mapping[str, Any]) -> str:
    """Return a sum of facts; a field that says nothing counts for nothing, so one may be added."""
    said = {key: value for key, value in facts.items() if value not in ([], {})}
    text = json.dumps(said, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def read_ledger(root: Path) -> tuple[dict[str, Entry], Document]:
    """Return the entries by event id, and the document whose issues say which lines are broken.

    A project without a ledger has published nothing yet.
    """
    entries: dict[str, Entry] = {}

    def take(line: str, _: int) -> None:
        identity, *rest = line.split()
        if identity in entries:
            raise ValueError(identity)
        entries[identity] = _read_line(rest)

    document = read_lines(root, PLACE, take)
    return entries, document


def _read_line(words: list[str]) -> Entry:
    """Return what a line says after its id. Raises ValueError when it cannot be read."""
    revision, acted_on, updated, told, parts, *date = words
    return Entry(
        int(revision),
        acted_on,
        dt.date.fromisoformat(updated),
        told,
        tuple(parts.split(",")),
        *map(dt.date.fromisoformat, date[:1]),
    )


def _line(identity: str, one: Entry) -> str:
    parts = ",".join(one.parts)
    date = f" {one.date}" if one.date else ""
    return f"{identity} {one.revision} {one.sum} {one.updated} {one.words} {parts}{date}"


def write_ledger(root: Path, events: Iterable[Event]) -> int:
    """Bring the ledger up to date with the events of the data; return how many lines changed."""
    before, _ = read_ledger(root)
    now = {**before, **{event.id: entry(event) for event in events}}
    lines = [_line(identity, one) for identity, one in sorted(now.items())]
    write_lines(root, PLACE, HEAD, lines)
    return sum(now[identity] != before.get(identity) for identity in now)


def check_ledger(
    ledger: Mapping[str, Entry],
    document: Document,
    records: Mapping[int, Event],
    ids: Mapping[str, int],
    today: dt.date,
) -> None:
    """Report in the document of events each that is gone, or has changed without a sign.

    `records` are the sound events by their number in the file; `ids` are those of all. `today`
    lets an event change twice on one day.
    """
    for identity in ledger:
        if identity not in ids:
            document.report(
                document.key_mark(("events",)),
                Code.PUBLISHED_EVENT,
                f"the event '{identity}' is gone, but people may have it in their calendars",
                "Put it back and set status: cancelled, with a revision one higher.",
            )
    for number, event in records.items():
        known = ledger.get(event.id)
        fault = _fault(event, known, today) if known else None
        if fault:
            field, message, hint = fault
            mark = document.mark(("events", number, field))
            document.report(mark, Code.PUBLISHED_EVENT, f"event '{event.id}': {message}", hint)


def _fault(event: Event, known: Entry, today: dt.date) -> tuple[str, str, str] | None:
    """Return the field at fault, what is wrong and the remedy, for a published event."""
    now = entry(event)
    if gone := [key for key in known.parts if key not in now.parts]:
        return (
            "sessions" if event.sessions else "id",
            f"its part '{gone[0]}' is gone, but people may have it in their calendars",
            (
                f'List it in sessions with id: "{gone[0]}". If it does not take place, add status: '
                "cancelled to it."
            ),
        )
    if now.revision < known.revision:
        return (
            "revision",
            f"its revision was {known.revision} and is now {now.revision}",
            f"Write revision: {known.revision + 1}.",
        )
    if now.revision == known.revision and now.sum != known.sum:
        return (
            "revision",
            f"its time, place or status has changed, but its revision is still {now.revision}",
            f"Write revision: {known.revision + 1}, and set updated to today.",
        )
    if _moved_in_silence(event, known):
        return (
            "date",
            f"it was on {known.date} and is now on {event.date}, and does not say that it moved",
            f"Add moved_from: {known.date}, so that readers see which day it was.",
        )
    changed = (now.revision, now.words) != (known.revision, known.words)
    is_old = now.updated < known.updated or (changed and now.updated == known.updated != today)
    if is_old:
        what = "its revision has risen" if now.revision > known.revision else "it has changed"
        return (
            "updated",
            f"{what}, but updated is {now.updated}, and it was {known.updated} before",
            "Set updated to today.",
        )
    return None


def _moved_in_silence(event: Event, known: Entry) -> bool:
    """Say whether an event has another day than was published, and does not say which it was."""
    if known.date is None or event.sessions or event.status == "cancelled":
        return False
    return event.date != known.date and event.moved_from is None


def unwritten(ledger: Mapping[str, Entry], events: Iterable[Event]) -> list[str]:
    """Return the ids of events that the ledger does not hold as they now stand."""
    return [event.id for event in events if ledger.get(event.id) != entry(event)]
