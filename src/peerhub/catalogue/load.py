"""Loads `data/` and the front matter of `docs/`, and reports every problem in one go."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from peerhub.catalogue.catalogue import Catalogue
from peerhub.catalogue.crossref import cross_reference
from peerhub.catalogue.data_safety import check_words
from peerhub.catalogue.document import Document, Mark, nearest, read_document
from peerhub.catalogue.event_rules import check_events
from peerhub.catalogue.force_rules import check_forces, names_of
from peerhub.catalogue.issue import Issue, Issues
from peerhub.catalogue.ledger import check_ledger, read_ledger
from peerhub.catalogue.module_rules import check_modules
from peerhub.catalogue.pages import read_pages
from peerhub.catalogue.poster_ledger import check_poster_ledger, read_poster_ledger
from peerhub.catalogue.room_sheets import check_needs
from peerhub.catalogue.safety import unsafe
from peerhub.catalogue.validate import validate
from peerhub.catalogue.workshop_rules import check_forms, check_workshops
from peerhub.models import (
    Event,
    Force,
    Module,
    Owner,
    Poster,
    Reference,
    Region,
    Service,
    Site,
    Workshop,
)
from peerhub.models.event_parts import LONDON

FILES: Mapping[str, Mapping[str, type[BaseModel]]] = {
    "site.yml": {"site": Site, "owners": Owner},
    "forces.yml": {"regions": Region, "forces": Force},
    "services.yml": {"services": Service},
    "evidence.yml": {"evidence": Reference},
    "events.yml": {"events": Event},
    "modules.yml": {"modules": Module},
    "workshops.yml": {"workshops": Workshop},
    "posters.yml": {"posters": Poster},
}
"""Which lists each data file holds, and what each item of a list is."""

SINGLE = frozenset({"site"})
CALLED = {
    "evidence": "source",
    "regions": "region",
    "forces": "force",
    "services": "service",
    "events": "event",
    "modules": "module",
    "workshops": "workshop",
    "posters": "poster",
    "owners": "owner",
    "site": "site",
}
"""What one item of each list is called in a message."""


@dataclass
class Shelf:
    """One list of one file: its document, and each record that passed with its number there."""

    document: Document
    key: str
    records: dict[int, Any] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)
    """Every id that stands in the list, of sound records and faulty ones, with its first number."""


def load(root: Path, today: dt.date | None = None) -> Catalogue:
    """Return the catalogue of the project at `root`, or raise `Issues` with every problem.

    The day, that of London's clock if none is given, lets a published event change twice in a day.
    """
    with _undisturbed():
        return _load(root, today or dt.datetime.now(LONDON).date())


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep the search for garbage from going through a growing catalogue again and again.

    Reading leaves nothing in knots, and for 10,000 events the searches take half of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _load(root: Path, today: dt.date) -> Catalogue:
    shelves: dict[str, Shelf] = {}
    issues: list[Issue] = []
    for name, lists in FILES.items():
        document = _read(root / "data" / name, f"data/{name}")
        _check_top(document, lists)
        for key, model in lists.items():
            shelves[key] = _shelve(document, key, model)
    cross_reference(shelves)
    check_forces(shelves)
    check_events(shelves)
    check_workshops(shelves)
    check_words(shelves)
    events = shelves["events"]
    ledger, ledger_document = read_ledger(root)
    issues += ledger_document.issues
    if events.document.data is not None and not events.document.issues:
        check_ledger(ledger, events.document, events.records, events.ids, today)
    issues += _printed_codes(root, shelves["posters"], shelves["services"])
    pages = read_pages(root / "docs", {key: set(shelf.ids) for key, shelf in shelves.items()})
    check_forms(shelves["workshops"], pages.meta)
    for document in {id(shelf.document): shelf.document for shelf in shelves.values()}.values():
        issues += document.issues
    issues += pages.issues
    issues += unsafe(root / "docs", {one.id: one for one in shelves["modules"].records.values()})
    issues += check_modules(shelves["modules"], pages.texts)
    issues += check_needs(shelves["modules"], pages.texts)
    if issues:
        raise Issues(issues)
    found: dict[str, Any] = {key: tuple(shelf.records.values()) for key, shelf in shelves.items()}
    (site,) = found.pop("site")
    return Catalogue(site=site, texts=pages.texts, pages=pages.meta, bodies=pages.bodies, **found)


def _printed_codes(root: Path, posters: Shelf, services: Shelf) -> list[Issue]:
    """Hold the posters to the codes on copies; return what is wrong with the ledger itself."""
    ledger, ledger_document = read_poster_ledger(root)
    if posters.document.data is not None and not posters.document.issues:
        known = None if services.document.issues else services.records.values()
        check_poster_ledger(ledger, posters.document, posters.records, known)
    return ledger_document.issues


def _read(path: Path, name: str) -> Document:
    try:
        content = path.read_bytes()
    except OSError as error:
        document = Document(name)
        if isinstance(error, FileNotFoundError):
            message, hint = "the file is missing", "Bring it back: git checkout -- " + name + "."
        else:
            message, hint = f"the file cannot be read ({error.strerror})", "Check what it is."
        document.report(Mark(1, 1), message, hint)
        return document
    document = read_document(content, name)
    if document.data is None and not document.issues:
        document.report(Mark(1, 1), "the file is empty", f"Bring it back: git checkout -- {name}.")
    return document


def _check_top(document: Document, lists: Mapping[str, Any]) -> None:
    if document.data is None:
        return
    if not isinstance(document.data, dict):
        wanted = " and ".join(f"'{key}:'" for key in lists)
        document.report(Mark(1, 1), f"the file does not start with {wanted}", "Add that line.")
        document.data = None
        return
    for key in document.data:
        if key not in lists and key != "defaults":
            document.report(
                document.key_mark((key,)),
                f"unknown key '{key}' at the top of the file",
                nearest(str(key), [*lists, "defaults"], "Take it out, or indent it."),
            )
    syntax_broke = bool(document.issues)
    for key in lists:
        if key not in document.data and not syntax_broke:
            document.report(Mark(1, 1), f"the file has no '{key}'", f"Add the line '{key}: …'.")


def _shelve(document: Document, key: str, model: type[BaseModel]) -> Shelf:
    """Check each record of a list, and note every id that stands in it."""
    shelf = Shelf(document, key)
    if not isinstance(document.data, dict) or key not in document.data:
        return shelf
    value = document.data[key]
    if key in SINGLE:
        items: tuple[Any, ...] = (value,)
        paths: list[tuple[str | int, ...]] = [(key,)]
    elif isinstance(value, tuple):
        items, paths = value, [(key, number) for number in range(len(value))]
    else:
        document.report(
            document.mark((key,)),
            f"'{key}' should be a list",
            f"Start each item with '- ', or write '{key}: []' for none.",
        )
        return shelf
    defaults = _defaults(document, model)
    context = {"names": names_of(items)} if key == "forces" else None
    for number, (item, path) in enumerate(zip(items, paths, strict=True)):
        identity = item.get("id") if isinstance(item, dict) else None
        called = f"{CALLED[key]} '{identity}'" if isinstance(identity, str) else _nth(key, number)
        if isinstance(identity, str):
            first = shelf.ids.setdefault(identity, number)
            if first != number:
                line = document.mark((key, first, "id")).line
                document.report(
                    document.mark((*path, "id")),
                    f"the id '{identity}' is used twice; the first is on line {line}",
                    "Give each its own id.",
                )
        whole = {**defaults, **item} if isinstance(item, dict) else item
        record = validate(model, whole, document, path, called, context)
        if record is not None:
            shelf.records[number] = record
    return shelf


def _nth(key: str, number: int) -> str:
    return CALLED[key] if key in SINGLE else f"{CALLED[key]} number {number + 1}"


def _defaults(document: Document, model: type[BaseModel]) -> dict[str, Any]:
    """Return what the file's `defaults` give to records of this model."""
    defaults = document.data.get("defaults") if isinstance(document.data, dict) else None
    if not isinstance(defaults, dict):
        return {}
    return {key: value for key, value in defaults.items() if key in model.model_fields}
