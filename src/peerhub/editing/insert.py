"""A record put into a list of a YAML file, with every other byte of the file left as it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from peerhub.catalogue.document import Document, read_document
from peerhub.editing.errors import EditError
from peerhub.editing.yaml_text import record_lines


def inserted(content: bytes, file: str, fields: Mapping[str, Any], comment: str = "") -> bytes:
    """Return the file of events with one more, in its place by date; at the end if out of order.

    Comments, order, quotes and line ends of all else stay. Raises EditError when the file has a
    problem, or when its list is not written with "- " lines.
    """
    before = read_document(content, file)
    events = before.data.get("events") if isinstance(before.data, dict) else None
    if before.issues or not isinstance(events, tuple):
        raise EditError(f"{file} needs mending first. Run: peerhub check.")
    text = content.decode("utf-8")
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split("\n")
    new = [f"# {comment}"] if comment else []
    new += record_lines(fields)
    if events:
        at = _after(before, lines, events, fields["date"])
        indent = " " * (before.mark(("events", 0)).column - 3)
        block = ["", *(f"{indent}{line}" for line in new)]
    else:
        at = _empty_list(before, lines, file)
        block = ["", *new]
    if end == "\r\n":
        block = [f"{line}\r" for line in block]
        if at == len(lines):
            block[-1] = block[-1].removesuffix("\r")
    if at == len(lines):
        lines[-1] += "\r" if end == "\r\n" else ""
    made = "\n".join([*lines[:at], *block, *lines[at:]])
    if at == len(lines) and not made.endswith("\n"):
        made += end
    result = made.encode()
    _check(before, result, file, fields)
    return result


def _after(before: Document, lines: list[str], events: Any, date: dt.date) -> int:
    """Return the number of lines that come before the new event."""
    dates = [event.get("date") if isinstance(event, dict) else None for event in events]
    known = [day for day in dates if isinstance(day, dt.date)]
    place = len(events)
    if len(known) == len(dates) and known == sorted(known):
        place = sum(day <= date for day in known)
    for number in range(len(events)):
        mark = before.mark(("events", number))
        if lines[mark.line - 1][: mark.column - 1].strip() != "-":
            raise EditError(
                f"{before.file}:{mark.line}: the list is not written with '- ' lines. "
                "Write it so, or add the event by hand."
            )
    if place < len(events):
        at = before.mark(("events", place)).line - 1
    else:
        at = _end_of_list(before, lines)
    while at and _is_empty(lines[at - 1]):
        at -= 1
    return at


def _end_of_list(before: Document, lines: list[str]) -> int:
    """Return the line where the list is over: the next key of the file, or its end."""
    start = before.key_mark(("events",)).line
    later = [
        mark.line - 1 for path, mark in before.keys.items() if len(path) == 1 and mark.line > start
    ]
    return min(later, default=len(lines))


def _is_empty(line: str) -> bool:
    """Say whether a line is blank or a comment of its own."""
    return not line.strip() or line.startswith("#")


def _empty_list(before: Document, lines: list[str], file: str) -> int:
    mark = before.mark(("events",))
    line = lines[mark.line - 1]
    rest = line[mark.column - 1 :].rstrip("\r")
    if rest.split("#")[0].strip().replace(" ", "") != "[]":
        raise EditError(f"{file}:{mark.line}: write 'events: []' on one line, then try again.")
    kept = rest[rest.index("]") + 1 :].strip()
    head = line[: mark.column - 1].rstrip() + (f" {kept}" if kept else "")
    lines[mark.line - 1] = head + ("\r" if line.endswith("\r") else "")
    return mark.line


def _check(before: Document, made: bytes, file: str, fields: Mapping[str, Any]) -> None:
    """Make sure that the new file says what the old one said, and the new event besides."""
    after = read_document(made, file)
    events = list(after.data["events"]) if isinstance(after.data, dict) else []
    expected = _plain(fields)
    if after.issues or expected not in events:
        raise EditError(f"The event cannot be written into {file}. Add it by hand.")
    events.remove(expected)
    rest = {**after.data, "events": tuple(events)}
    if rest != before.data:
        raise EditError(f"Writing into {file} would change other events. Add it by hand.")


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    return tuple(_plain(one) for one in value) if isinstance(value, list) else value
