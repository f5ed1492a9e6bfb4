"""The mending of a whole project: line by line, then record by record, then the ledgers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from peerhub.catalogue import Issues
from peerhub.catalogue.address_ledger import PLACE as ADDRESS_LEDGER
from peerhub.catalogue.document import Document, read_document
from peerhub.catalogue.fit_ledger import PLACE as FIT_LEDGER
from peerhub.catalogue.joined import files_of, given_above
from peerhub.catalogue.kinds import KINDS, Kind, by_file
from peerhub.catalogue.ledger import PLACE as EVENT_LEDGER
from peerhub.catalogue.ledger import read_ledger
from peerhub.catalogue.material_ledger import PLACE as MATERIAL_LEDGER
from peerhub.catalogue.pages import split_front_matter
from peerhub.catalogue.poster_ledger import PLACE as POSTER_LEDGER
from peerhub.catalogue.poster_ledger import read_poster_ledger
from peerhub.catalogue.service_ledger import PLACE as SERVICE_LEDGER
from peerhub.editing.signing import with_digests
from peerhub.hub import Hub
from peerhub.mending.keys import known_keys
from peerhub.mending.lines import mended
from peerhub.mending.order import in_order
from peerhub.mending.records import (
    ids_first,
    wanted_of_event,
    wanted_of_poster,
    with_earlier,
    with_value,
)
from peerhub.mending.repair import Repair
from peerhub.models import Event, Poster, Service
from peerhub.models.page import address_of

LEDGERS = (
    EVENT_LEDGER,
    POSTER_LEDGER,
    FIT_LEDGER,
    SERVICE_LEDGER,
    ADDRESS_LEDGER,
    MATERIAL_LEDGER,
)
FENCE = "---"


@dataclass
class Mending:
    """The work on one project: the files as they will be, and what was done to them."""

    root: Path
    today: dt.date
    files: dict[str, bytes] = field(default_factory=dict)
    """The new content of each file that changes, by its path in the project."""
    changes: list[Repair] = field(default_factory=list)

    def read(self, name: str) -> bytes:
        """Return a file as it will be."""
        return self.files.get(name) or (self.root / name).read_bytes()

    def put(self, name: str, text: str, done: list[tuple[int, str]]) -> None:
        """Give a file its new content, and note what was done."""
        content = text.encode("utf-8")
        if content != self.read(name):
            self.files[name] = content
            self.changes += [Repair(name, line, what) for line, what in done]


def mend(root: Path, today: dt.date) -> Mending:
    """Work out what can be mended in the project at `root`, without writing anything."""
    work = Mending(root, today)
    for name in sorted(by_file(KINDS)):
        for file in files_of(root, f"data/{name}"):
            _mend_data(work, file, by_file(KINDS)[name])
    for page in sorted((root / "docs").rglob("*.md")):
        _mend_front_matter(work, page.relative_to(root).as_posix())
    _mend_links(work)
    for file in files_of(root, "data/events.yml"):
        _mend_events(work, file)
    for file in files_of(root, "data/posters.yml"):
        _mend_posters(work, file)
    _mend_sign_offs(work)
    work.changes.sort(key=lambda one: (one.file, one.line))
    return work


def write(work: Mending) -> None:
    """Put every changed file in its place, each whole. Raises OSError."""
    for name, content in work.files.items():
        place = work.root / name
        beside = place.with_name(f".{place.name}.part")
        beside.write_bytes(content)
        beside.replace(place)


def write_ledgers(root: Path, today: dt.date) -> list[Repair]:
    """Bring the ledgers up to date where the data are sound; return which of them changed."""
    try:
        hub = Hub.proven(root)
    except Issues:
        return []
    before = {place: _content(root / place) for place in LEDGERS}
    hub.write_ledgers(today)
    return [
        Repair(place.as_posix(), 1, "brought this ledger up to date")
        for place in LEDGERS
        if _content(root / place) != before[place]
    ]


def _content(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def _text(work: Mending, name: str) -> str | None:
    """Return a file's text; None where there is none, or it is not UTF-8."""
    try:
        return work.read(name).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _mend_data(work: Mending, name: str, kinds: Sequence[Kind]) -> None:
    text = _text(work, name)
    if text is None:
        return
    new, done = mended(text, known_keys())
    work.put(name, new, done)
    for kind in kinds:
        fields = list(kind.model.model_fields)
        _put_in_order(work, name, partial(ids_first, key=kind.key))
        _put_in_order(work, name, partial(in_order, key=kind.key, fields=fields))


def _put_in_order(
    work: Mending,
    name: str,
    step: Callable[[list[str], Document], Iterable[tuple[int, str]]],
) -> None:
    """Let a step put lines of a file in another place, if the file then says just the same."""
    document = read_document(work.read(name), name)
    if document.issues:
        return
    lines = work.read(name).decode("utf-8").split("\n")
    moved = list(step(lines, document))
    again = "\n".join(lines)
    read = read_document(again.encode(), name)
    if moved and not read.issues and read.data == document.data:
        work.put(name, again, moved)


def _mend_front_matter(work: Mending, name: str) -> None:
    """Mend the lines between the fences at the head of a page; its words are its editor's."""
    text = _text(work, name)
    if text is None or not text.lstrip("\ufeff").startswith(FENCE):
        return
    head, fence, rest = text.partition(f"\n{FENCE}")
    if not fence:
        return
    new, done = mended(head, known_keys())
    work.put(name, new + fence + rest, done)


def _mend_links(work: Mending) -> None:
    """Let each link to where a page was lead to where it is now."""
    docs = work.root / "docs"
    moved: dict[str, str] = {}
    for page in sorted(docs.rglob("*.md")):
        text = _text(work, page.relative_to(work.root).as_posix()) or ""
        said = read_document((split_front_matter(text)[0] or "").encode(), page.name).data
        before = said.get("moved_from") if isinstance(said, Mapping) else None
        for old in before if isinstance(before, tuple) else ():
            moved[str(old)] = address_of(page.relative_to(docs).as_posix())
    if not moved:
        return
    either = "|".join(re.escape(one) for one in sorted(moved, key=len, reverse=True))
    link = re.compile(rf"(?P<before>\]\(|leads_to: )(?P<old>{either})(?=[)#\s]|$)", re.MULTILINE)
    pages = [page.relative_to(work.root).as_posix() for page in sorted(docs.rglob("*.md"))]
    for name in [*pages, *files_of(work.root, "data/search.yml")]:
        text = _text(work, name) or ""
        done = [
            (
                text.count("\n", 0, one.start()) + 1,
                f"let a link to {one['old']} lead to its new place",
            )
            for one in link.finditer(text)
        ]
        work.put(name, link.sub(lambda one: one["before"] + moved[one["old"]], text), done)


def _given(work: Mending, name: str) -> Mapping[str, Any]:
    return given_above(name, lambda file: _document(work, file))


def _records(
    document: Document, key: str, model: type[BaseModel], above: Mapping[str, Any]
) -> Mapping[int, Any]:
    """Return the sound records of a list, with what files give by default, by their numbers."""
    if not isinstance(document.data, Mapping):
        return {}
    defaults = document.data.get("defaults")
    given = {**above, **(defaults if isinstance(defaults, Mapping) else {})}
    found: dict[int, Any] = {}
    held = document.data.get(key)
    for number, record in enumerate(held if isinstance(held, tuple) else ()):
        try:
            found[number] = TypeAdapter(model).validate_python({**given, **record})
        except (ValidationError, TypeError):
            continue
    return found


def _document(work: Mending, name: str) -> Document | None:
    try:
        document = read_document(work.read(name), name)
    except OSError:
        return None
    return None if document.issues else document


def _mend_events(work: Mending, name: str) -> None:
    known, _ = read_ledger(work.root)
    done: list[tuple[int, str]] = []
    # A value may need a line of its own, so places are found anew for each event.
    for number in range(_count(work, name, "events")):
        document = _document(work, name)
        if document is None:
            return
        event: Event | None = _records(document, "events", Event, _given(work, name)).get(number)
        for key, value in wanted_of_event(event, known.get(event.id), work.today) if event else ():
            document = read_document(work.read(name), name)
            lines = work.read(name).decode("utf-8").split("\n")
            with_value(lines, document, ("events", number, key), value)
            place = read_document("\n".join(lines).encode(), name).mark(("events", number, key))
            work.put(name, "\n".join(lines), [(place.line, f"wrote {key}: {value}")])
            done.append((place.line, key))


def _mend_posters(work: Mending, name: str) -> None:
    known, _ = read_poster_ledger(work.root)
    all_services: list[Service] = []
    for file in files_of(work.root, "data/services.yml"):
        services = _document(work, file)
        if services is None:
            return
        found = _records(services, "services", Service, _given(work, file)).values()
        if len(found) != _count(work, file, "services"):
            return
        all_services += found
    given = _given(work, name)
    for number in range(_count(work, name, "posters")):
        document = _document(work, name)
        if document is None:
            continue
        poster: Poster | None = _records(document, "posters", Poster, given).get(number)
        if poster is None:
            continue
        wanted = wanted_of_poster(poster, known.get(poster.code), tuple(all_services), work.today)
        if wanted is None:
            continue
        code, earlier = wanted
        lines = work.read(name).decode("utf-8").split("\n")
        place = document.mark(("posters", number, "code"))
        with_value(lines, document, ("posters", number, "code"), code)
        with_earlier(lines, document, number, earlier)
        work.put(
            name,
            "\n".join(lines),
            [(place.line, f"wrote code: {code}, and listed {poster.code} under earlier")],
        )


def _mend_sign_offs(work: Mending) -> None:
    """Say of each sign-off of a translation of which words it is."""
    kinds = ("services", "posters", "languages")
    for key, name in (
        (one, file) for one in kinds for file in files_of(work.root, f"data/{one}.yml")
    ):
        document = _document(work, name)
        if document:
            text = work.read(name).decode("utf-8")
            work.put(name, *with_digests(text, document, key, _given(work, name)))


def _count(work: Mending, name: str, key: str) -> int:
    document = _document(work, name)
    held = document.data.get(key) if document and isinstance(document.data, Mapping) else ()
    return len(held) if isinstance(held, tuple) else 0
