"""One list of a data file: what stands in it, sound or not, and what each record came to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from peerhub.catalogue.document import Document, Mark, Path
from peerhub.catalogue.issue import Issue
from peerhub.catalogue.kinds import Kind
from peerhub.catalogue.nearest import nearest
from peerhub.catalogue.validate import validate
from peerhub.faults import Code
from peerhub.models.base import ID_PATTERN

NAMES = ("name", "short_name", "name_cy", "name_gd", "title", "short")
"""The fields that an editor may take for an id."""


FEW = 2
"""The most places that name an unknown id and are each reported; more are counted."""


@dataclass
class RecordList:
    """One list of one file: its document, what stands in it, and each record that passed."""

    document: Document
    kind: Kind
    raw: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    """Each item that is a set of keys, faulty or not, by its number, with the file's defaults."""
    records: dict[int, Any] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    """Every id that stands in the list, of sound records and faulty ones, with its first number."""
    twice: set[str] = field(default_factory=set)
    """The ids that more than one item has."""
    lost: set[int] = field(default_factory=set)
    """The items whose id is missing, faulty or another's."""
    guesses: set[str] = field(default_factory=set)
    """The ids that something else, such as a text, says that lost items have."""
    named: set[str] = field(default_factory=set)
    """Every id that something names."""
    missing: dict[str, list[tuple[str, Mark]]] = field(default_factory=dict)
    """The ids that something names and nothing has: the file and the place of each."""

    @property
    def key(self) -> str:
        """The key of the list, at the top of its file."""
        return self.kind.key

    @property
    def listed(self) -> tuple[Any, ...] | None:
        """The list as it stands in the file; None when it cannot be read."""
        data = self.document.data
        found = data.get(self.key) if isinstance(data, dict) else None
        return found if isinstance(found, tuple) else None

    @property
    def is_whole(self) -> bool:
        """Whether the list can be read, and each item in it has an id of its own."""
        return self.listed is not None and len(self.listed) == len(self.raw) and not self.lost

    @cached_property
    def presumed(self) -> frozenset[str]:
        """The ids that items without a sound one would have by their names.

        So one missing id does not set off a message at each place that names it.
        """
        return frozenset(_slug(name) for number in self.lost for name in _names(self.raw[number]))

    @cached_property
    def by_name(self) -> dict[str, str]:
        """Ids by the names and aliases of what has them, in small letters."""
        return {
            name.casefold(): item["id"]
            for item in reversed(self.raw.values())
            if isinstance(item.get("id"), str)
            for name in _names(item)
        }

    def knows(self, identity: str) -> bool:
        """Say whether an id leads somewhere, or would if a fault of its own record were mended."""
        self.named.add(identity)
        return identity in self.ids or identity in self.presumed or identity in self.guesses

    def miss(self, identity: str, document: Document, mark: Mark) -> None:
        """Note that something at a place names an id which nothing has."""
        self.missing.setdefault(identity, []).append((document.named(mark), mark))

    def missed(self) -> list[Issue]:
        """Return a problem for each id that nothing has: at each place, or one for many places."""
        return [one for identity in self.missing for one in self._missed(identity)]

    def _missed(self, identity: str) -> list[Issue]:
        places = sorted(self.missing[identity], key=lambda one: (one[0], one[1].line))
        what, file = self.kind.called, self.document.file
        hint = self.suggest(identity, f"Add it to {file}, or take it out here.")
        if self.lost and identity.casefold() not in self.by_name:
            hint = f"It may be the {what} in {file} whose own id is wrong."
        if len(places) <= FEW:
            message = f"there is no {what} '{identity}'"
            return [
                Issue(at, mark.line, mark.column, Code.NO_SUCH_ID, message, hint)
                for at, mark in places
            ]
        own = nearest(identity, self.ids, "")[14:-2]
        if own and own not in self.named and not self.lost:
            mark = self.document.mark((self.key, self.ids[own], "id"))
            message = f"nothing names the {what} '{own}', but {len(places)} places '{identity}'"
            return [
                Issue(
                    self.document.named(mark),
                    mark.line,
                    mark.column,
                    Code.NO_SUCH_ID,
                    message,
                    f"Write id: {identity}.",
                )
            ]
        at, mark = places[0]
        message = f"there is no {what} '{identity}', and {len(places)} places name it"
        return [Issue(at, mark.line, mark.column, Code.NO_SUCH_ID, message, hint)]

    def suggest(self, word: str, otherwise: str) -> str:
        """Return a "did you mean" for a word that is no id here, or else the remedy given."""
        named = self.by_name.get(word.casefold())
        if named is not None:
            return f"Did you mean '{named}'?"
        hint = nearest(word, self.ids, "")
        near = "" if hint else nearest(word.casefold(), self.by_name, "")
        if near:
            return f"Did you mean '{self.by_name[near[14:-2]]}'?"
        return hint or otherwise


def shelve(document: Document, kind: Kind, context: Mapping[str, Any] | None = None) -> RecordList:
    """Check each record of a list, and note everything that stands in it.

    `context` is what a rule of one record must know of the others.
    """
    shelf = RecordList(document, kind)
    key, model = kind.key, kind.model
    if not isinstance(document.data, dict) or key not in document.data:
        return shelf
    value = document.data[key]
    if kind.is_single:
        items: tuple[Any, ...] = (value,)
        paths: list[Path] = [(key,)]
    elif isinstance(value, tuple):
        items, paths = value, [(key, number) for number in range(len(value))]
    else:
        document.report(
            document.mark((key,)),
            Code.WRONG_KIND,
            f"'{key}' should be a list",
            f"Start each item with '- ', or write '{key}: []' for none.",
        )
        return shelf
    defaults = defaults_of(document, kind)
    for number, (item, path) in enumerate(zip(items, paths, strict=True)):
        whole = {**defaults, **item} if isinstance(item, dict) else item
        called = _nth(kind, number)
        if isinstance(whole, dict):
            shelf.raw[number] = whole
            if not kind.is_single:
                called = _note_id(shelf, number, whole.get("id"), called)
        record = validate(model, whole, document, path, called, context)
        if record is not None:
            shelf.records[number] = record
    return shelf


def _note_id(shelf: RecordList, number: int, identity: Any, called: str) -> str:
    """Note the id of an item, report it when another has it, and return the item's name."""
    if not isinstance(identity, str):
        shelf.lost.add(number)
        return called
    first = shelf.ids.setdefault(identity, number)
    if first != number:
        before = shelf.document.mark((shelf.key, first, "id"))
        mark = shelf.document.mark((shelf.key, number, "id"))
        there = f" of {before.file}" if before.file != mark.file else ""
        shelf.document.report(
            mark,
            Code.TAKEN,
            f"the id '{identity}' is used twice; the first is on line {before.line}{there}",
            "Give each its own id.",
        )
        shelf.twice.add(identity)
        shelf.lost.add(number)
    elif not re.fullmatch(ID_PATTERN, identity):
        shelf.lost.add(number)
    return f"{shelf.kind.called} '{identity}'"


def _nth(kind: Kind, number: int) -> str:
    return kind.called if kind.is_single else f"{kind.called} number {number + 1}"


def defaults_of(document: Document, kind: Kind) -> dict[str, Any]:
    """Return what the file's `defaults` give to records of this kind."""
    model, apart = kind.model, kind.never_default
    defaults = document.data.get("defaults") if isinstance(document.data, dict) else None
    if not isinstance(defaults, dict):
        return {}
    return {
        key: value
        for key, value in defaults.items()
        if key in model.model_fields and key != "id" and key not in apart
    }


def check_defaults(
    document: Document, models: Iterable[type[BaseModel]], apart: Collection[str] = ()
) -> None:
    """Report what a file's `defaults` cannot give, and note which keys that leaves records without.

    So one misspelt default is one message, and not one for each record that relies on it. The
    keys `apart` stand in each record alone.
    """
    if not isinstance(document.data, dict) or "defaults" not in document.data:
        return
    known = {key for model in models for key in model.model_fields} - {"id"}
    defaults = document.data["defaults"]
    if not isinstance(defaults, dict):
        document.report(
            document.mark(("defaults",)),
            Code.WRONG_KIND,
            "the defaults should be a set of keys",
            "Write 'key: value' lines, indented below it.",
        )
        document.not_given |= known
        return
    for key in defaults:
        if key in apart:
            document.report(
                document.key_mark(("defaults", key)),
                Code.NOT_A_DEFAULT,
                f"'{key}' is the day on which somebody looked at one record, so it is no default",
                f"Take it out here, and write '{key}:' in each record.",
            )
            document.not_given.add(str(key))
        elif key not in known:
            hint = nearest(str(key), known, "Take it out: no record of this file has it.")
            document.report(
                document.key_mark(("defaults", key)),
                Code.UNKNOWN_KEY,
                f"the defaults have an unknown key '{key}'",
                hint,
            )
            document.not_given |= {one for one in known if f"'{one}'" in hint}


def _names(item: Mapping[str, Any]) -> Iterable[str]:
    """Return the names of an item, as far as they are words, and its id put in order."""
    aliases = item.get("aliases")
    every = [item.get(field) for field in NAMES]
    every += aliases if isinstance(aliases, tuple) else ()
    return [one for one in every if isinstance(one, str)]


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
