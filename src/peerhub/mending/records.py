"""Records that readers have already, mended as their ledgers ask: revisions, days and codes.

What has to be written is known from the ledger; only where it stands has to be found. A value is
put in the place of the one before it, or on a line of its own below the record's first line. Each
other byte stays.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any

from peerhub.catalogue.document import Document
from peerhub.catalogue.ledger import Entry, entry
from peerhub.catalogue.poster_ledger import Printed, next_code, reasons_to_raise, urgent_numbers
from peerhub.models import Event, Poster, Service

Wanted = tuple[str, str]
"""A key of a record and the YAML of the value that it has to have."""


def wanted_of_event(event: Event, known: Entry | None, today: dt.date) -> list[Wanted]:
    """Return what a changed event has to say so that calendars and readers notice."""
    if known is None:
        return []
    now = entry(event)
    wanted: list[Wanted] = []
    is_moved = now.sum != known.sum
    if is_moved and now.revision <= known.revision:
        wanted.append(("revision", str(known.revision + 1)))
    if known.date and event.date != known.date and event.moved_from is None:
        wanted.append(("moved_from", known.date.isoformat()))
    if (is_moved or now.words != known.words) and event.updated < today:
        wanted.append(("updated", today.isoformat()))
    return wanted


def wanted_of_poster(
    poster: Poster, known: Printed | None, services: tuple[Service, ...], today: dt.date
) -> tuple[str, str] | None:
    """Return a poster's next code, and the line for the one before; None when it may stay."""
    if known is None or known.design != poster.id:
        return None
    reasons = reasons_to_raise(known, poster, urgent_numbers(services), for_readers=True)
    if not reasons:
        return None
    why = " and ".join(reasons)
    return (
        next_code(poster.code),
        f'{{code: {poster.code}, until: {today}, why: "{why[0].upper()}{why[1:]}."}}',
    )


def with_value(lines: list[str], document: Document, path: tuple[Any, ...], value: str) -> None:
    """Put a value at a path of a document, whose text the lines are."""
    *record, key = path
    if path in document.values:
        mark = document.mark(path)
        line = lines[mark.line - 1]
        start = mark.column - 1
        rest = line[start + len(_token(line[start:])) :]
        lines[mark.line - 1] = f"{line[:start]}{value}{rest}"
        return
    mark = document.mark(tuple(record))
    end = "\r" if lines[mark.line - 1].endswith("\r") else ""
    lines.insert(mark.line, f"{' ' * (mark.column - 1)}{key}: {value}{end}")


def with_earlier(lines: list[str], document: Document, number: int, line: str) -> None:
    """Add a line to the earlier codes of a poster."""
    path = ("posters", number, "earlier")
    first = document.values.get((*path, 0))
    ending = "\r" if lines[0].endswith("\r") else ""
    if first is not None:
        held = document.data["posters"][number]["earlier"]
        last = document.mark((*path, len(held) - 1))
        if lines[last.line - 1][: last.column - 1].strip() == "-":
            indent = lines[first.line - 1][: first.column - 1]
            at = last.line
            while at < len(lines) and _is_deeper(lines[at], len(indent)):
                at += 1
            lines.insert(at, f"{indent}{line}{ending}")
            return
    mark = document.mark(("posters", number))
    below = " " * (mark.column - 1)
    lines[mark.line : mark.line] = [f"{below}earlier:{ending}", f"{below}- {line}{ending}"]


def _is_deeper(line: str, indent: int) -> bool:
    return bool(line.strip()) and len(line) - len(line.lstrip(" ")) >= indent


def _token(rest: str) -> str:
    """Return the value at the beginning of the rest of a line, with its quotes."""
    if rest[:1] in "\"'":
        found = re.match(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'", rest)
        return found[0] if found else rest
    found = re.match(r"[^,}\]\r]*?(?=\s+#|\s*$|\s*[,}\]])", rest)
    return found[0] if found else rest


def ids_first(lines: list[str], document: Document, key: str) -> Iterator[tuple[int, str]]:
    """Put the id of each record at its beginning; yield the line where, and what was done."""
    held = document.data.get(key) if isinstance(document.data, Mapping) else None
    for number, record in enumerate(held if isinstance(held, tuple) else ()):
        if not isinstance(record, Mapping) or "id" not in record or next(iter(record)) == "id":
            continue
        first, mark = document.mark((key, number)), document.key_mark((key, number, "id"))
        head, line = lines[first.line - 1], lines[mark.line - 1]
        is_plain = head[: first.column - 1].strip() == "-" and not line[: mark.column - 1].strip()
        if not is_plain or mark.column != first.column or mark.line == first.line:
            continue
        indent = head[: first.column - 1]
        moved = [
            indent + line[mark.column - 1 :],
            " " * len(indent) + head[first.column - 1 :],
            *lines[first.line : mark.line - 1],
        ]
        lines[first.line - 1 : mark.line] = moved
        yield first.line, "put the id first"
