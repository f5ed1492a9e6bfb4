"""Which records differ between two catalogues, and how, in an editor's words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from peerhub.catalogue import Catalogue
from peerhub.catalogue.kinds import Kind
from peerhub.words import counted, day

LONGEST = 60
"""Letters of a value that is still told; of longer ones it is said that they are reworded."""
ARROW = "→"


@dataclass(frozen=True)
class RecordChange:
    """One record that was added, has gone or has changed: its kind, its name, and what is new."""

    kind: str
    id: str
    title: str
    what: tuple[str, ...]
    """"added", "taken out", or a phrase for each field: "minutes: 45 → 60", "summary reworded"."""


def changed_records(before: Catalogue, after: Catalogue) -> tuple[RecordChange, ...]:
    """Return every record that differs, in the order of kinds and of the later file."""
    return tuple(one for kind in after.kinds for one in _of_kind(kind, before, after))


def _of_kind(kind: Kind, before: Catalogue, after: Catalogue) -> Iterator[RecordChange]:
    old, new = (_by_id(kind, side) for side in (before, after))
    for identity, record in new.items():
        if identity not in old:
            yield RecordChange(kind.called, identity, _title(record), ("added",))
        elif old[identity] != record:
            what = tuple(_fields(old[identity], record))
            yield RecordChange(kind.called, identity, _title(record), what)
    for identity, record in old.items():
        if identity not in new:
            yield RecordChange(kind.called, identity, _title(record), ("taken out",))


def _by_id(kind: Kind, side: Catalogue) -> dict[str, Any]:
    if kind.is_single:
        return {kind.key: getattr(side, kind.key)}
    if kind not in side.kinds and kind.key not in side.others and not hasattr(side, kind.key):
        return {}
    return {one.id: one for one in side.records(kind)}


def _title(record: Any) -> str:
    for field in ("short_name", "title", "name", "short", "words"):
        value = getattr(record, field, None)
        if isinstance(value, str):
            return value
    return str(getattr(record, "id", "the hub itself"))


def _fields(old: BaseModel, new: BaseModel, above: str = "") -> Iterator[str]:
    """Yield a phrase for each field of a record, or of a part of it, that differs."""
    for name in type(new).model_fields:
        one, other = getattr(old, name, None), getattr(new, name)
        if one == other:
            continue
        label = f"{above}{name.rstrip('_').replace('_', ' ')}"
        if isinstance(one, BaseModel) and isinstance(other, BaseModel):
            yield from _fields(one, other, f"{label}, ")
        else:
            yield _phrase(label, one, other)


def _phrase(label: str, old: Any, new: Any) -> str:
    if old in (None, (), ""):
        return f"{label} added" + (f": {_said(new)}" if _is_short(new) else "")
    if new in (None, (), ""):
        return f"{label} taken out"
    if _is_short(old) and _is_short(new):
        return f"{label}: {_said(old)} {ARROW} {_said(new)}"
    if isinstance(old, tuple) and isinstance(new, tuple) and len(old) != len(new):
        return f"{label}: {counted(len(old), 'entry', 'entries')} {ARROW} {len(new)}"
    return f"{label} reworded"


def _is_short(value: Any) -> bool:
    return isinstance(value, int | dt.date) or (isinstance(value, str) and len(value) <= LONGEST)


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return day(value) if isinstance(value, dt.date) else str(value)
