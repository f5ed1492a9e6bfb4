"""Loads `data/` and the front matter of `docs/`, and reports every problem in one go."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from peerhub.catalogue.art import check_art, read_art
from peerhub.catalogue.catalogue import Catalogue
from peerhub.catalogue.crossref import cross_reference
from peerhub.catalogue.cut import cut_faults, lost_ends
from peerhub.catalogue.data_safety import check_words
from peerhub.catalogue.date_rules import check_dates, check_years
from peerhub.catalogue.day_words_rules import check_day_words
from peerhub.catalogue.document import Document, Mark, read_document
from peerhub.catalogue.event_rules import check_events
from peerhub.catalogue.force_rules import check_forces, names_of
from peerhub.catalogue.help_rules import check_help
from peerhub.catalogue.indicator_rules import check_indicators
from peerhub.catalogue.inspected import read_inspection
from peerhub.catalogue.issue import Issue, Issues
from peerhub.catalogue.joined import Joined, files_of, joined
from peerhub.catalogue.kinds import KINDS, Kind, by_file
from peerhub.catalogue.ledger import check_ledger, read_ledger
from peerhub.catalogue.ledger_lines import missing_ledgers
from peerhub.catalogue.material_ledger import read_material_ledger
from peerhub.catalogue.module_rules import check_modules
from peerhub.catalogue.nearest import nearest
from peerhub.catalogue.pages import read_pages
from peerhub.catalogue.poster_ledger import check_poster_ledger, read_poster_ledger
from peerhub.catalogue.poster_rules import check_posters
from peerhub.catalogue.recalled import check_recalls, read_recalls
from peerhub.catalogue.record_list import RecordList, check_defaults, shelve
from peerhub.catalogue.repeats import check_repeats
from peerhub.catalogue.room_sheets import check_needs
from peerhub.catalogue.safety import unsafe
from peerhub.catalogue.search_rules import check_search
from peerhub.catalogue.service_ledger import check_service_ledger
from peerhub.catalogue.small_word_rules import check_small_words
from peerhub.catalogue.stray_files import called_otherwise, stray_files
from peerhub.catalogue.thing_rules import check_things
from peerhub.catalogue.typed_numbers import typed_numbers
from peerhub.catalogue.workshop_rules import check_forms, check_workshops
from peerhub.faults import Code
from peerhub.models import Limits, Site
from peerhub.models.event_parts import LONDON

MODULE_TEXTS = Path("docs") / "train" / "modules"


def load(root: Path, today: dt.date | None = None, *, kinds: Sequence[Kind] = KINDS) -> Catalogue:
    """Return the catalogue of the project at `root`, or raise `Issues` with every problem.

    The day, that of London's clock if none is given, lets a published event change twice in a day.
    """
    with _undisturbed():
        return _load(root, today or dt.datetime.now(LONDON).date(), kinds)


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


def _load(root: Path, today: dt.date, kinds: Sequence[Kind]) -> Catalogue:
    issues = list(stray_files(root / "data", by_file(kinds)))
    shelves = _read_all(root / "data", kinds)
    cut = cut_faults(shelf.document for shelf in shelves.values())
    if cut:
        raise Issues(cut)
    if shelves["modules"].lost:
        shelves["modules"].guesses |= {path.stem for path in (root / MODULE_TEXTS).glob("*.md")}
    cross_reference(shelves)
    check_forces(shelves)
    check_events(shelves)
    check_workshops(shelves)
    check_things(shelves)
    check_indicators(shelves)
    check_small_words(shelves["languages"])
    check_day_words(shelves)
    check_words(shelves, _limits(shelves["site"]))
    check_help(shelves)
    check_dates(shelves, today)
    check_years(shelves, today)
    check_posters(shelves, root)
    art = read_art(root)
    check_art(shelves, art)
    events = shelves["events"]
    issues += missing_ledgers(root)
    ledger, ledger_document = read_ledger(root)
    issues += ledger_document.issues
    if events.is_whole:
        check_ledger(ledger, events.document, events.records, events.ids, today)
    issues += check_service_ledger(root, shelves["services"], today)
    issues += _printed_codes(root, shelves["posters"], shelves["services"])
    pages = read_pages(root / "docs", shelves)
    check_forms(shelves["workshops"], pages.meta)
    check_search(shelves, pages.paths)
    check_repeats(shelves)  # last: whoever knows more of a list has spoken
    for document in {id(shelf.document): shelf.document for shelf in shelves.values()}.values():
        issues += document.issues
    issues += pages.issues
    limits = _limits(shelves["site"])
    issues += unsafe(
        root / "docs", {one.id: one for one in shelves["modules"].records.values()}, limits
    )
    issues += check_modules(shelves["modules"], pages.texts)
    issues += check_needs(shelves["modules"], pages.texts)
    issues += typed_numbers(root, shelves["services"].records.values())
    revisions, revision_ledger = read_material_ledger(root)
    issues += revision_ledger.issues
    recalls, broken = read_recalls(root)
    issues += [*broken, *check_recalls(root, recalls, shelves)]
    inspection, broken = read_inspection(root)
    issues += broken
    issues += lost_ends(shelves)
    issues += [one for shelf in shelves.values() for one in shelf.missed()]
    if issues and not all(map(_is_sound, shelves.values())):
        raise Issues(issues)
    found: dict[str, Any] = {key: tuple(shelf.records.values()) for key, shelf in shelves.items()}
    (site,) = found.pop("site")
    others = {key: found.pop(key) for key in list(found) if key not in Catalogue.__annotations__}
    catalogue = Catalogue(
        site=site,
        texts=pages.texts,
        pages=pages.meta,
        bodies=pages.bodies,
        art=art,
        recalls=recalls,
        inspection=inspection,
        revisions=revisions,
        kinds=tuple(kinds),
        others=others,
        apart=dict(_apart(shelves.values())),
        **found,
    )
    if issues:
        raise Issues(issues, catalogue)
    return catalogue


def _apart(shelves: Iterable[RecordList]) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the file of each record that stands in a folder beside the file of its kind."""
    for held in shelves:
        if not isinstance(held.document, Joined):
            continue
        for number, file in held.document.beyond_the_first(held.key):
            if number in held.records:
                yield (held.key, held.records[number].id), file


def _is_sound(held: RecordList) -> bool:
    """Say whether a list can be read whole, and each record in it is sound by itself."""
    if held.kind.is_single:
        return len(held.records) == 1
    if held.listed is None:
        return held.kind.is_optional
    return held.is_whole and len(held.records) == len(held.raw)


def _read_all(folder: Path, kinds: Sequence[Kind]) -> dict[str, RecordList]:
    """Return the list of each kind by its key, each record checked by itself."""
    lists = {}
    for name, rows in by_file(kinds).items():
        document = _read_kinds(folder.parent, f"data/{name}", rows)
        for kind in rows:
            names = names_of(_listed(document, kind.key)) if kind.key == "forces" else None
            lists[kind.key] = shelve(document, kind, {"names": names} if names else None)
    return lists


def _read_kinds(root: Path, name: str, rows: Sequence[Kind]) -> Document:
    """Return what stands of some kinds in their file, and in the files of the folder beside it."""
    names = files_of(root, name)
    parts = [_read(root / one, one) for one in names]
    apart = {key for kind in rows for key in kind.never_default}
    for part in parts:
        _check_top(part, rows)
    broke = any(part.issues for part in parts)
    for part in parts:
        check_defaults(part, [kind.model for kind in rows], apart)
    document = joined(name, parts, rows)
    if not broke:
        _check_lists(document, rows)
    return document


def _limits(site: RecordList) -> Limits | None:
    """Return the wording of the limits of privacy; None where it is faulty or left out."""
    return next((one.limits for one in site.records.values() if isinstance(one, Site)), None)


def _listed(document: Document, key: str) -> tuple[Any, ...]:
    """Return the items of a list as they stand in a file; none where it cannot be read."""
    found = document.data.get(key) if isinstance(document.data, dict) else None
    return found if isinstance(found, tuple) else ()


def _printed_codes(root: Path, posters: RecordList, services: RecordList) -> list[Issue]:
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
            other = called_otherwise(path)
            message, hint = "the file is missing", f"Bring it back: git checkout -- {name}."
            hint = f"Give {other.name} its name back: {path.name}." if other else hint
        else:
            message, hint = f"the file cannot be read ({error.strerror})", "Check what it is."
        document.report(Mark(1, 1), Code.UNREADABLE, message, hint)
        return document
    document = read_document(content, name)
    if document.data is None and not document.issues:
        document.report(
            Mark(1, 1),
            Code.UNREADABLE,
            "the file is empty",
            f"Bring it back: git checkout -- {name}.",
        )
    return document


def _check_top(document: Document, kinds: Sequence[Kind]) -> None:
    lists = [kind.key for kind in kinds]
    if document.data is None:
        return
    if not isinstance(document.data, dict):
        wanted = " and ".join(f"'{key}:'" for key in lists)
        document.report(
            Mark(1, 1), Code.SYNTAX, f"the file does not start with {wanted}", "Add that line."
        )
        document.data = None
        return
    for key in document.data:
        if key not in lists and key != "defaults":
            document.report(
                document.key_mark((key,)),
                Code.UNKNOWN_KEY,
                f"unknown key '{key}' at the top of the file",
                nearest(str(key), [*lists, "defaults"], "Take it out, or indent it."),
            )


def _check_lists(document: Document, kinds: Sequence[Kind]) -> None:
    """Report each list that is in no file of its kind, unless something else broke there."""
    if not isinstance(document.data, dict):
        return
    for key in (kind.key for kind in kinds if not kind.is_optional):
        if key not in document.data:
            document.report(
                Mark(1, 1),
                Code.MISSING_KEY,
                f"the file has no '{key}'",
                f"Add the line '{key}: …'.",
            )
