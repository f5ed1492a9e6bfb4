"""The keys of each record in the order that its file has them in, with every comment kept.

A file's own order is that of most of its records: of two keys, the one comes first that is first in
more of them; where as many say either, the model's fields decide. Where that makes a circle the
file has no order, and nothing is moved. So few records, or a key that no other record has, stay as
they were written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from peerhub.catalogue.document import Document

FEWEST = 5
"""Records in which a file's order can be seen."""


def own_order(records: Sequence[Sequence[str]], fields: Sequence[str]) -> list[str] | None:
    """Return the order of keys that a file's records have, or None where they have none.

    `records` are the keys of each; `fields` those of the model, in its order.
    """
    first: Counter[tuple[str, str]] = Counter()
    for keys in records:
        first.update(combinations(keys, 2))
    held = {key for keys in records for key in keys}
    left = [*(one for one in fields if one in held), *sorted(held - {*fields})]
    found: list[str] = []
    while left:
        free = (
            one
            for one in left
            if all(first[one, other] >= first[other, one] for other in left if other != one)
        )
        following = next(free, None)
        if following is None:
            return None
        found.append(following)
        left.remove(following)
    return found


def in_order(
    lines: list[str], document: Document, key: str, fields: Sequence[str]
) -> Iterator[tuple[int, str]]:
    """Put the keys of each record below `key` in its file's order; yield where, and what was done.

    A record stays where its first key would move, or where it is not written a key a line.
    """
    held = document.data.get(key) if isinstance(document.data, Mapping) else None
    records: dict[int, Mapping[str, Any]] = {
        number: one
        for number, one in enumerate(held if isinstance(held, tuple) else ())
        if isinstance(one, Mapping) and one
    }
    order = own_order([list(one) for one in records.values()], fields)
    if order is None or len(records) < FEWEST:
        return
    for number, record in records.items():
        keys = list(record)
        wanted = [keys[0], *sorted(keys[1:], key=order.index)]
        if wanted == keys or min(keys, key=order.index) != keys[0]:
            continue
        blocks = _blocks(lines, document, (key, number), keys)
        if blocks is None:
            continue
        start = min(part.start for part in blocks.values())
        moved = [lines[at] for one in wanted[1:] for at in blocks[one]]
        lines[start : start + len(moved)] = moved
        said = f"put the keys of '{_called(record)}' in the order of the others"
        yield document.mark((key, number)).line, said


def _called(record: Mapping[str, Any]) -> str:
    return str(record.get("id", next(iter(record.values()))))


def _blocks(
    lines: Sequence[str], document: Document, record: tuple[Any, ...], keys: Collection[str]
) -> dict[str, range] | None:
    """Return the lines of each key of a record but the first, with the comments right above it.

    None where a key does not begin a line of its own.
    """
    column = document.mark(record).column - 1
    marks = {key: document.key_mark((*record, key)) for key in keys}
    starts: dict[str, int] = {}
    for key in [*keys][1:]:
        at = marks[key].line - 1
        if marks[key].column - 1 != column or lines[at][:column].strip():
            return None
        while _is_remark(lines[at - 1], column):
            at -= 1
        starts[key] = at
    end = _end(lines, marks[[*keys][-1]].line, column)
    ends = [*[*starts.values()][1:], end]
    return {
        key: range(start, stop) for (key, start), stop in zip(starts.items(), ends, strict=True)
    }


def _is_remark(line: str, column: int) -> bool:
    """Say whether a line is a comment that stands just as far in as the keys."""
    return line[:column].strip() == "" and line[column : column + 1] == "#"


def _end(lines: Sequence[str], start: int, column: int) -> int:
    """Return where the value ends whose key stands on the line before `start`."""
    end = start
    for at in range(start, len(lines)):
        line = lines[at]
        indent = len(line) - len(line.lstrip(" "))
        is_item = indent == column and line[column:].rstrip()[:2] in ("-", "- ")
        if line.strip() and indent <= column and not is_item:
            break
        if line.strip():
            end = at + 1
    return end
