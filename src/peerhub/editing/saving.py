"""A record of a data file given other contents, with every comment and every other byte kept."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from peerhub.catalogue.document import Document, read_document
from peerhub.catalogue.kinds import Kind
from peerhub.editing.errors import EditError
from peerhub.editing.rewriting import rewritten
from peerhub.editing.yaml_places import remarks_of


@dataclass(frozen=True)
class StoredRecord:
    """A record as it stands in its file: its content, and its own lines."""

    kind: Kind
    id: str
    data: Mapping[str, Any]
    """What it says, without the file's defaults: mappings, tuples, text, numbers and days."""
    start: int
    """Where its text begins in the text of the file, in characters; `end` is where it ends."""
    end: int
    text: str
    file: str = ""
    """The file that it stands in, by its path in the project."""

    @property
    def state(self) -> str:
        """A digest of its text, by which another state of it is known."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]


class Gone(EditError):
    """The record is not there any more."""


def read_records(content: bytes, kind: Kind, file: str = "") -> dict[str, StoredRecord]:
    """Return the records of a kind by their ids, as they stand in the bytes of one of its files.

    `file` is that file's path in the project: of none, the one that the kind is called after. A
    kind of which there is one alone has its key as id. Raises EditError where the file has a
    problem.
    """
    return _records(_read(content, file or kind.path), content, kind)


def _read(content: bytes, file: str) -> Document:
    document = read_document(content, file)
    if document.issues or not isinstance(document.data, dict):
        raise EditError(f"{file} needs mending first. Run: peerhub check.")
    return document


def _records(document: Document, content: bytes, kind: Kind) -> dict[str, StoredRecord]:
    text, file = content.decode("utf-8"), document.file
    held = document.data.get(kind.key)
    if kind.is_single:
        only = StoredRecord(kind, kind.key, held or {}, 0, len(text), text, file)
        return {kind.key: only}
    found: dict[str, StoredRecord] = {}
    spans = _spans(text, document, kind, len(held or ()))
    for one, (start, end) in zip(held or (), spans, strict=True):
        if isinstance(one, Mapping) and isinstance(one.get("id"), str):
            record = StoredRecord(kind, one["id"], one, start, end, text[start:end], file)
            found.setdefault(one["id"], record)
    return found


def _spans(text: str, document: Document, kind: Kind, number: int) -> list[tuple[int, int]]:
    """Return where the lines of each item of a list are, without what stands between items."""
    lines = re.findall(r"[^\n]*\n|[^\n]+", text)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    firsts = [document.mark((kind.key, item)).line - 1 for item in range(number)]
    begin = document.key_mark((kind.key,)).line - 1 if number else 0
    later = [mark.line - 1 for path, mark in document.keys.items() if len(path) == 1]
    stops = [*firsts[1:], min((one for one in later if one > begin), default=len(lines))]
    found = []
    for first, stop in zip(firsts, stops, strict=False):
        while stop > first + 1 and _is_between(lines[stop - 1]):
            stop -= 1
        found.append((starts[first], starts[stop]))
    return found


def _is_between(line: str) -> bool:
    """Say whether a line is blank, or a comment that belongs to no record."""
    return not line.strip() or line.startswith("#")


def saved(
    content: bytes, kind: Kind, identity: str, data: Mapping[str, Any], file: str = ""
) -> bytes:
    """Return the bytes of a file in which one record says something else; `file` is its path.

    Raises Gone where there is no such record, and EditError where it is written in a way that
    cannot be changed line by line. What comes back was read again: it says what was asked for, all
    else is as it was, and every comment is there.
    """
    before = _read(content, file or kind.path)
    record = _records(before, content, kind).get(identity)
    if record is None:
        raise Gone(f"There is no {kind.called} '{identity}' in {before.file} any more.")
    text = content.decode("utf-8")
    place = (kind.key,) if kind.is_single else (0,)
    made = rewritten(record.text, place, record.data, data)
    whole = (text[: record.start] + made + text[record.end :]).encode()
    lost = Counter(remarks_of(record.text)) - Counter(remarks_of(made))
    if lost or not _is_true(before.data, whole, record, data):
        raise EditError(
            f"The {kind.called} '{identity}' is written in a way that the form cannot change "
            f"without touching more than it should. Change it by hand in {before.file}."
        )
    return whole


def _is_true(before: Any, after: bytes, record: StoredRecord, data: Mapping[str, Any]) -> bool:
    """Say whether a new file says what the old one said, but for that record."""
    kind = record.kind
    new = read_document(after, record.file)
    expected: Any = data
    if not kind.is_single:
        expected = tuple(data if one is record.data else one for one in before[kind.key])
    return not new.issues and _sorted(new.data) == _sorted({**before, kind.key: expected})


def _sorted(value: Any) -> str:
    """Return a value as written, the keys of its mappings in one order: true is not 1 here."""
    if isinstance(value, Mapping):
        pairs = (f"{name!r}: {_sorted(value[name])}" for name in sorted(value))
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, tuple):
        return f"({', '.join(map(_sorted, value))})"
    return repr(value)
