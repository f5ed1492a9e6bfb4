"""The desk: the records as they are now, and drafts of changes to several of them."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peerhub.admin.checking import FieldFault, faults_of
from peerhub.admin.form_fields import form_of
from peerhub.admin.store import RecordsDraft, RecordStore
from peerhub.admin.values import meant, shown
from peerhub.catalogue.document import Document, read_document
from peerhub.catalogue.joined import files_of, given_above
from peerhub.catalogue.kinds import KINDS, Kind
from peerhub.catalogue.record_list import NAMES
from peerhub.editing.errors import EditError
from peerhub.editing.saving import StoredRecord, read_records, saved
from peerhub.words import listed

TITLES = ("short_name", "title", "name", "short")
"""The fields that say what a record is called in a list, the first that is there."""


@dataclass(frozen=True)
class FormChange:
    """What an editor made of one record: `state` is the one that was opened, `value` is new."""

    kind: str
    id: str
    state: str
    value: Mapping[str, Any]


@dataclass(frozen=True)
class Conflict:
    """A record that is not as it was when it was opened; `now` is what it says, if it is there."""

    kind: str
    id: str
    words: str
    now: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Outcome:
    """What came of a draft: where it is kept, or all that has to be mended first."""

    draft: RecordsDraft | None = None
    conflicts: Sequence[Conflict] = ()
    faults: Sequence[FieldFault] = ()


class FormDesk:
    """Everything that the page asks for; one request is answered at a time."""

    def __init__(self, store: RecordStore, kinds: Sequence[Kind] = KINDS) -> None:
        self.store = store
        self.kinds = {kind.key: kind for kind in kinds}
        self._lock = threading.Lock()
        self._state = ""
        self._held: dict[str, dict[str, StoredRecord]] = {}
        self._room = Path(tempfile.mkdtemp(prefix="peerhub-desk-"))

    def close(self) -> None:
        """Take away what was laid out."""
        shutil.rmtree(self._room, ignore_errors=True)

    def lists(self) -> list[dict[str, Any]]:
        """Return every kind of record with the ids and titles of its records."""
        with self._lock:
            self._refresh()
            return [
                {
                    "key": kind.key,
                    "called": kind.called,
                    "records": [
                        {"id": one.id, "title": _title(one)} for one in self._records(kind).values()
                    ],
                }
                for kind in self.kinds.values()
            ]

    def record(self, key: str, identity: str) -> dict[str, Any]:
        """Return one record with its form. Raises EditError where there is none."""
        with self._lock:
            self._refresh()
            kind = self._kind(key)
            held = self._records(kind).get(identity)
            if held is None:
                raise EditError(_gone(kind, identity))
            return {**_as_json(held), "form": form_of(kind), "given": self._given(held)}

    def check(self, changes: Sequence[FormChange]) -> Outcome:
        """Return what has to be mended before these changes can be kept; keep nothing."""
        with self._lock:
            self._refresh()
            return self._tried(changes)[0]

    def save(self, title: str, changes: Sequence[FormChange]) -> Outcome:
        """Keep changes as one draft, where nothing is wrong with them. Raises Stopped."""
        title = " ".join(title.split())
        if not title:
            raise EditError("Say in a few words what changes. It becomes the title of the draft.")
        with self._lock:
            self._refresh()
            outcome, files = self._tried(changes)
            if outcome.conflicts or outcome.faults:
                return outcome
            names = [self._called(one) for one in changes]
            body = f"Changed with the form: {listed(names)}."
            return Outcome(self.store.keep(self._state, files, title, body))

    def _tried(self, changes: Sequence[FormChange]) -> tuple[Outcome, dict[str, bytes]]:
        """Return what is wrong with changes, and the files that they make."""
        if not changes:
            raise EditError("Nothing has been changed yet.")
        conflicts = list(self._conflicts(changes))
        if conflicts:
            return Outcome(conflicts=conflicts), {}
        before = {self._held_of(one).file for one in changes}
        files = {path: (self._room / path).read_bytes() for path in before}
        for one in changes:
            kind = self._kind(one.kind)
            held = self._held_of(one)
            value = meant(one.value, form_of(kind), held.data)
            if value.get("id") != held.data.get("id"):
                raise EditError(f"The id of the {kind.called} '{one.id}' is its address: it stays.")
            files[held.file] = saved(files[held.file], kind, one.id, value, held.file)
        files = {
            path: made for path, made in files.items() if made != (self._room / path).read_bytes()
        }
        if not files:
            raise EditError("Nothing has been changed yet: all is as it was.")
        changed = [(self._kind(one.kind), one.id) for one in changes]
        return Outcome(faults=faults_of(self._room, files, changed)), files

    def _conflicts(self, changes: Sequence[FormChange]) -> Iterator[Conflict]:
        for one in changes:
            kind = self._kind(one.kind)
            held = self._records(kind).get(one.id)
            if held is None:
                yield Conflict(one.kind, one.id, _gone(kind, one.id))
            elif held.state != one.state:
                said = (
                    f"Somebody else has changed the {kind.called} '{one.id}' since you opened it. "
                    "What you typed is kept. Look at what is new, and put yours on top of it."
                )
                yield Conflict(one.kind, one.id, said, _as_json(held))

    def _refresh(self) -> None:
        """Lay out the newest state, where it is another than before."""
        newest = self.store.newest()
        if newest == self._state:
            return
        room = Path(tempfile.mkdtemp(prefix="peerhub-desk-"))
        try:
            self.store.lay_out(newest, room)
        except BaseException:
            shutil.rmtree(room, ignore_errors=True)
            raise
        shutil.rmtree(self._room, ignore_errors=True)
        self._room, self._state, self._held = room, newest, {}

    def _kind(self, key: str) -> Kind:
        if key not in self.kinds:
            raise EditError(f"There is no kind of record '{key}'.")
        return self.kinds[key]

    def _records(self, kind: Kind) -> dict[str, StoredRecord]:
        """Return the records of a kind, from all of its files, read once in each state."""
        if kind.key not in self._held:
            found: dict[str, StoredRecord] = {}
            for file in files_of(self._room, kind.path):
                records = read_records((self._room / file).read_bytes(), kind, file)
                found |= {name: one for name, one in records.items() if name not in found}
            self._held[kind.key] = found
        return self._held[kind.key]

    def _held_of(self, change: FormChange) -> StoredRecord:
        return self._records(self._kind(change.kind))[change.id]

    def _read(self, file: str) -> Document:
        return read_document((self._room / file).read_bytes(), file)

    def _given(self, held: StoredRecord) -> Any:
        """Return what its files give to a record that does not say otherwise."""
        if held.kind.is_single:
            return {}
        own = self._read(held.file).data.get("defaults") or {}
        return shown({**given_above(held.file, self._read), **own})

    def _called(self, change: FormChange) -> str:
        kind = self._kind(change.kind)
        return f"{kind.called} {_title(self._held_of(change))}"


def _as_json(held: StoredRecord) -> dict[str, Any]:
    return {
        "kind": held.kind.key,
        "id": held.id,
        "called": held.kind.called,
        "title": _title(held),
        "state": held.state,
        "value": shown(held.data),
    }


def _title(held: StoredRecord) -> str:
    for name in (*TITLES, *NAMES):
        if isinstance(held.data.get(name), str):
            return str(held.data[name])
    return held.id


def _gone(kind: Kind, identity: str) -> str:
    return (
        f"There is no {kind.called} '{identity}' any more: somebody has taken it out. What you "
        "typed is kept in this page. Copy what you need, then leave it out of the draft."
    )
