"""A changed project checked, and each fault brought to the field of the record that it is about."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from peerhub.catalogue import Issues
from peerhub.catalogue.document import Document, read_document
from peerhub.catalogue.issue import Issue
from peerhub.catalogue.joined import files_of
from peerhub.catalogue.kinds import Kind
from peerhub.hub import Hub


@dataclass(frozen=True)
class FieldFault:
    """A fault in an editor's words: the record and the field that it is about, where it has one."""

    words: str
    kind: str = ""
    id: str = ""
    path: tuple[str | int, ...] = ()


def faults_of(
    room: Path, files: Mapping[str, bytes], changed: Sequence[tuple[Kind, str]]
) -> list[FieldFault]:
    """Return what the check says of the project in a folder with some files changed; or nothing.

    The folder stays as it is. `changed` are the records that were changed, whose fields are looked
    for; what is said of anything else has no field.
    """
    with tempfile.TemporaryDirectory(prefix="peerhub-check-") as folder:
        whole = Path(folder, "hub")
        shutil.copytree(room, whole)
        for path, content in files.items():
            (whole / path).write_bytes(content)
        try:
            Hub.proven(whole)
        except Issues as found:
            return [_at_its_field(room, one, files, changed) for one in found.issues]
    return []


def _at_its_field(
    room: Path, issue: Issue, files: Mapping[str, bytes], changed: Sequence[tuple[Kind, str]]
) -> FieldFault:
    words = f"{issue.message}. {issue.hint}".replace("?.", "?").strip()
    words = words[:1].upper() + words[1:]
    if issue.file in files:
        document = read_document(files[issue.file], issue.file)
        path = _path_at(document, issue.line, issue.column)
        for kind, identity in changed:
            if issue.file in files_of(room, kind.path) and path[:1] == (kind.key,):
                within = path[1:] if kind.is_single else path[2:]
                if kind.is_single or _is(document, path, identity):
                    return FieldFault(words, kind.key, identity, within)
    return FieldFault(f"{issue.file}, line {issue.line}: {words}")


def _path_at(document: Document, line: int, column: int) -> tuple[str | int, ...]:
    """Return the path of what stands at a place, or of the last thing that begins before it."""
    places = [
        ((mark.line, mark.column), len(path), path)
        for held in (document.values, document.keys)
        for path, mark in held.items()
        if (mark.line, mark.column) <= (line, column)
    ]
    return max(places, default=((0, 0), 0, ()))[2]


def _is(document: Document, path: tuple[str | int, ...], identity: str) -> bool:
    if len(path) < 2 or not isinstance(path[1], int):
        return False
    record = document.data[path[0]][path[1]]
    return isinstance(record, Mapping) and record.get("id") == identity
