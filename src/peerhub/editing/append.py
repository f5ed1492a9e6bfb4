"""A record put at the end of a list, or lines at the end of a record; other bytes stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from peerhub.catalogue.document import Document, read_document
from peerhub.editing.errors import EditError
from peerhub.editing.yaml_text import mapping_lines, record_lines


def appended(content: bytes, file: str, key: str, fields: Mapping[str, Any]) -> bytes:
    """Return a data file with one more record at the end of its list `key`. Raises EditError."""
    before = _sound(content, file)
    held = before.data.get(key)
    lines = content.decode("utf-8").split("\n")
    if not isinstance(held, tuple) or not held:
        mark = before.mark((key,)) if key in before.data else None
        line = lines[mark.line - 1].rstrip("\r") if mark else ""
        if mark is None or line.partition("#")[0].replace(" ", "").rstrip() != f"{key}:[]":
            raise EditError(f"{file}: write '{key}: []' on one line, then try again.")
        lines[mark.line - 1] = lines[mark.line - 1].replace("[]", "", 1).replace(": ", ":", 1)
        at, indent = mark.line, ""
    else:
        mark = before.mark((key, len(held) - 1))
        indent = lines[mark.line - 1][: mark.column - 1]
        if indent.strip() != "-":
            raise EditError(
                f"{file}:{mark.line}: the list is not written with '- ' lines. "
                "Write it so, or add the record by hand."
            )
        indent = " " * (len(indent) - len(indent.lstrip(" ")))
        at = _end(before, lines, (key,))
    block = ["", *(f"{indent}{line}" for line in record_lines(fields))]
    made = _joined(content, lines, at, block)
    after = read_document(made, file)
    whole = {**before.data, key: (*(held or ()), plain_data(fields))}
    if after.issues or after.data != whole:
        raise EditError(f"The record cannot be written into {file}. Add it by hand.")
    return made


def extended(
    content: bytes, file: str, path: tuple[str, int], field: str, value: Mapping[str, Any]
) -> bytes:
    """Return a data file whose record at `path` has one more field at its end. Raises EditError."""
    before = _sound(content, file)
    key, number = path
    if field in before.data[key][number]:
        mark = before.key_mark((key, number, field))
        raise EditError(f"{file}:{mark.line}: '{field}' is there already. Change it there.")
    mark = before.mark(path)
    lines = content.decode("utf-8").split("\n")
    if lines[mark.line - 1][: mark.column - 1].strip() != "-":
        raise EditError(f"{file}:{mark.line}: the record is not written line by line.")
    at = _end_of_record(before, lines, path)
    block = [" " * (mark.column - 1) + line for line in mapping_lines({field: value})]
    made = _joined(content, lines, at, block)
    after = read_document(made, file)
    held = list(before.data[key])
    held[number] = {**held[number], field: plain_data(value)}
    if after.issues or after.data != {**before.data, key: tuple(held)}:
        raise EditError(f"'{field}' cannot be written into {file}. Add it by hand.")
    return made


def _sound(content: bytes, file: str) -> Document:
    before = read_document(content, file)
    if before.issues or not isinstance(before.data, Mapping):
        raise EditError(f"{file} needs mending first. Run: peerhub check.")
    return before


def _end(before: Document, lines: Sequence[str], path: tuple[str]) -> int:
    """Return the number of lines up to the end of a list, without what is blank below it."""
    start = before.key_mark(path).line
    later = [
        mark.line - 1 for one, mark in before.keys.items() if len(one) == 1 and mark.line > start
    ]
    return _without_blank(lines, min(later, default=len(lines)))


def _end_of_record(before: Document, lines: Sequence[str], path: tuple[str, int]) -> int:
    key, number = path
    if number + 1 < len(before.data[key]):
        return _without_blank(lines, before.mark((key, number + 1)).line - 1)
    return _end(before, lines, (key,))


def _without_blank(lines: Sequence[str], at: int) -> int:
    """Step back over blank lines and the comments that belong to what follows."""
    while at and (not lines[at - 1].strip() or lines[at - 1].startswith("#")):
        at -= 1
    return at


def _joined(content: bytes, lines: list[str], at: int, block: list[str]) -> bytes:
    end = "\r\n" if b"\r\n" in content else "\n"
    if at == len(lines):
        return ("\n".join(lines) + end + end.join(block) + end).encode()
    tail = "\r" if end == "\r\n" else ""
    return "\n".join([*lines[:at], *(f"{line}{tail}" for line in block), *lines[at:]]).encode()


def plain_data(value: Any) -> Any:
    """Return a value as a reader of YAML would give it: lists as tuples."""
    if isinstance(value, Mapping):
        return {key: plain_data(one) for key, one in value.items()}
    return tuple(plain_data(one) for one in value) if isinstance(value, list | tuple) else value
