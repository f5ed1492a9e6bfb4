"""One field of a record given another value, or taken out; each other byte of the file stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from peerhub.catalogue.document import Document, read_document
from peerhub.editing.yaml_text import mapping_lines

Path = tuple[str | int, ...]


def with_field(text: str, document: Document, path: Path, value: Any, after: str = "") -> str:
    """Return a file's text with a value at a path, whose last step is a key.

    A key that is not there yet is put below the key `after` of the same record. `document` is the
    text as it was read. None takes the field out.
    """
    *record, key = path
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(end)
    is_there = path in document.values
    anchor = path if is_there else (*record, after)
    mark = document.key_mark(tuple(anchor))
    first = mark.line - 1
    below = _end(lines, first, mark.column - 1)
    fresh = [] if value is None else mapping_lines({str(key): value})
    block = [" " * (mark.column - 1) + line for line in fresh]
    if is_there:
        head = lines[first][: mark.column - 1]
        if head.strip():  # the first key of a record stands behind its dash
            block = [head + fresh[0], *block[1:]]
        lines[first:below] = block
    else:
        lines[below:below] = block
    return end.join(lines)


def _end(lines: Sequence[str], first: int, indent: int) -> int:
    """Return the number of the first line after the value of a key at an indent."""
    at = first + 1
    while at < len(lines) and _belongs(lines[at], indent):
        at += 1
    while at > first + 1 and not lines[at - 1].strip():
        at -= 1
    return at


def _belongs(line: str, indent: int) -> bool:
    bare = line.lstrip(" ")
    depth = len(line) - len(bare)
    return not bare.strip() or depth > indent or (depth == indent and bare.startswith("- "))


def read_text(text: str, name: str) -> Document:
    """Return a text as it is read, with places."""
    return read_document(text.encode(), name)
