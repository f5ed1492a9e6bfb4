"""What a record says, as a page shows it, and what a page sends back, as a record says it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from peerhub.admin.form_fields import Field
from peerhub.models.letters import plain

EMPTY: tuple[object, ...] = (None, "", (), [], {})
"""What a field that was left empty sends."""


def shown(value: Any) -> Any:
    """Return a value of a record as JSON has it: days are text, tuples are lists."""
    if isinstance(value, Mapping):
        return {name: shown(one) for name, one in value.items()}
    if isinstance(value, tuple):
        return [shown(one) for one in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def meant(sent: Any, field: Field, old: Any = None) -> Any:
    """Return what a page sent for a field as a record says it.

    Where that is what the record says already, it is the record's own value: nothing differs then.
    What does not fit its field stays as it was typed, for the check to tell of.
    """
    if old is not None and shown(old) == sent:
        return old
    widget = field["widget"]
    if widget == "group" and isinstance(sent, Mapping):
        return _group(sent, field, old if isinstance(old, Mapping) else {})
    if widget == "named" and isinstance(sent, Mapping):
        before = old if isinstance(old, Mapping) else {}
        return {
            name: meant(one, field["item"], before.get(name))
            for name, one in sent.items()
            if one not in EMPTY
        }
    if isinstance(sent, list):
        item = field.get("item", {"widget": "text"})
        return tuple(_items(sent, item, old if isinstance(old, tuple) else ()))
    if widget == "either":
        return meant(sent, _option(sent, field), old)
    if not isinstance(sent, str):
        return sent
    words = plain(sent.replace("\r\n", "\n")).strip()
    if isinstance(old, str) and old.strip() == words:
        return old
    with suppress(ValueError):
        if widget == "day":
            return dt.date.fromisoformat(words)
        if widget == "number":
            return int(words)
    return words


def _items(sent: Sequence[Any], field: Field, old: Sequence[Any]) -> Iterator[Any]:
    """Yield the items of a list; one that was there before, at whatever place, is as it was."""
    known = {json.dumps(shown(one)): one for one in old}
    for number, one in enumerate(sent):
        before = old[number] if number < len(old) else None
        yield meant(one, field, known.get(json.dumps(one), before))


def _group(sent: Mapping[str, Any], field: Field, old: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a group, without those that were left empty and were not so before."""
    known = {one["name"]: one for one in field["fields"]}
    text: Field = {"widget": "text"}
    found = {
        name: meant(value, known.get(name, text), old.get(name))
        for name, value in sent.items()
        if value not in EMPTY
    }
    empty = {name: one for name, one in old.items() if name not in found and one in EMPTY}
    return {**found, **empty}


def _option(sent: Any, field: Field) -> Field:
    """Return the shape that a value of several has: the first that knows each of its keys."""
    for one in field["options"]:
        if isinstance(sent, Mapping) == (one["widget"] == "group"):
            names = {inner["name"] for inner in one.get("fields", ())}
            needed = {inner["name"] for inner in one.get("fields", ()) if inner["needed"]}
            if not names or needed <= set(sent) <= names:
                return dict(one)
    return {"widget": "text"}
