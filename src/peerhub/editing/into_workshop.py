"""A module put into a workshop: one line among the items of its last day; other bytes stay."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from peerhub.catalogue.document import read_document
from peerhub.catalogue.joined import holding
from peerhub.editing.errors import EditError

FILE = "data/workshops.yml"


def with_module(root: Path, workshop: str, module: str) -> Mapping[str, bytes]:
    """Return the new content of the file that holds a workshop, by its path.

    The module comes last, and before what closes the day: a last item that is no module. Raises
    EditError where the workshop is not written line by line.
    """
    try:
        file, number = holding(root, FILE, "workshops", workshop)
    except LookupError:
        raise EditError(f"There is no workshop '{workshop}' in {FILE}.") from None
    content = (root / file).read_bytes()
    before = read_document(content, file)
    days = before.data["workshops"][number]["days"]
    items = days[-1]["items"]
    place = ("workshops", number, "days", len(days) - 1, "items", len(items) - 1)
    mark = before.mark(place)
    text = content.decode("utf-8")
    lines = text.splitlines(keepends=True)
    lead = lines[mark.line - 1][: mark.column - 1]
    if lead.strip() != "-":
        raise EditError(
            f"{file}:{mark.line}: the items of the day are not written with '- ' lines. "
            f"Add '- module: {module}' by hand."
        )
    end = "\r\n" if "\r\n" in text else "\n"
    at = mark.line - 1 if "module" not in items[-1] else _after(lines, mark.line, mark.column - 1)
    if not lines[at - 1].endswith("\n"):
        lines[at - 1] += end
    made = "".join([*lines[:at], f"{lead}module: {module}{end}", *lines[at:]]).encode()
    held = [one.get("module") for one in items]
    after = read_document(made, file)
    found = () if after.issues else after.data["workshops"][number]["days"][-1]["items"]
    closes = len(items) - ("module" not in items[-1])
    if [one.get("module") for one in found] != [*held[:closes], module, *held[closes:]]:
        raise EditError(f"The module cannot be written into {file}. Add it by hand.")
    return {file: made}


def _after(lines: list[str], first: int, indent: int) -> int:
    """Return the number of lines up to the end of the item that begins on line `first`."""
    at = first
    while at < len(lines) and lines[at].strip() and lines[at][:indent].isspace():
        at += 1
    return at
