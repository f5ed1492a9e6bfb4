"""Where a record stands in its file, for faults that show only when something is made of it."""

from __future__ import annotations

from pathlib import Path

from peerhub.catalogue.joined import whole_document


def place_of(root: Path, file: str, key: str, identity: str, field: str = "id") -> str:
    """Return "file:line:column" of a field of a record; of the record when it lacks the field.

    `file` stands below `root`. Reads it again: a sound file notes no places while it is loaded.
    """
    document = whole_document(root, file)
    for number, item in enumerate(document.data[key]):
        if item.get("id") == identity:
            mark = document.mark((key, number, field))
            return f"{document.named(mark)}:{mark.line}:{mark.column}"
    return f"{file}:1:1"
