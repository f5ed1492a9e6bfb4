"""`peerhub translate`: a translator's file goes out, and comes back with its sign-off."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue, Issues, load
from peerhub.catalogue.document import Document
from peerhub.catalogue.joined import given_above, holding
from peerhub.editing.errors import EditError
from peerhub.editing.page_translations import KIND as PAGES
from peerhub.editing.page_translations import PagePair, page_messages, pairs, signed, with_words
from peerhub.editing.po_file import Answers, read, written
from peerhub.editing.replace import Path as Place
from peerhub.editing.replace import read_text, with_field
from peerhub.editing.signing import with_digests
from peerhub.editing.translations import Message, by_record, messages, small_messages, value_of
from peerhub.models import Language
from peerhub.words import counted

Say = Callable[[str], None]
SIGNED = ("checked_by", "checked_on", "checked_words")
SHOWN = 12


@dataclass
class Import:
    """The work on one file that came back: the data files as they will be, and what is told."""

    root: Path
    answers: Answers
    language: str
    texts: dict[str, str] = field(default_factory=dict)
    """The data files that were looked at, as they will be, by their paths."""
    pages: dict[str, str] = field(default_factory=dict)
    """The pages that change, as they will be, by their paths."""
    changed: int = 0
    signed: int = 0
    left: list[str] = field(default_factory=list)
    """What could not be taken, each with what to do."""

    def text(self, file: str) -> str:
        """Return a data file as it will be."""
        if file not in self.texts:
            self.texts[file] = (self.root / file).read_bytes().decode("utf-8")
        return self.texts[file]

    def document(self, file: str) -> Document:
        """Return what a data file will say."""
        return read_text(self.text(file), file)

    def put(self, row: TranslatedRecord, path: tuple[str, ...], value: Any, after: str) -> None:
        """Give a field of a record its value; nothing where it has it."""
        place: Place = (row.kind, row.number, *path)
        made = with_field(self.text(row.file), self.document(row.file), place, value, after)
        self.texts[row.file] = made


@dataclass(frozen=True)
class TranslatedRecord:
    """Where a record stands: its list, the file, and its number in the list there."""

    kind: str
    file: str
    number: int


def add_translate(commands: Any) -> None:
    """Add the command to those of the program."""
    translate = commands.add_parser("translate", help="send words to a translator, and take them")
    ways = translate.add_subparsers(required=True, metavar="export|import")
    out = ways.add_parser("export", help="write a PO file of everything that has another language")
    out.add_argument(
        "--whole", action="store_true", help="with paragraphs that a page does not have yet"
    )
    out.set_defaults(run=_export)
    back = ways.add_parser("import", help="take a PO file that came back, with its sign-off")
    back.set_defaults(run=_import)
    for way in (out, back):
        way.add_argument("file", type=Path)
        way.add_argument("--language", help="its code; if none, the first")


def asked(catalogue: Catalogue, code: str | None) -> Language:
    """Return the language of a code, or the first. Raises EditError when the hub has none such."""
    for one in catalogue.languages:
        if code in (None, one.id):
            return one
    known = ", ".join(one.id for one in catalogue.languages) or "no other language"
    raise EditError(
        f"There is no language '{code or ''}' in data/languages.yml, which has {known}."
    )


def _records(hub: Catalogue, language: Language) -> Iterator[Message]:
    """Yield every message that stands in a data file."""
    yield from messages(hub, language)
    yield from small_messages(language)


def _export(root: Path, options: argparse.Namespace) -> None:
    hub = load(root)
    language = asked(hub, options.language)
    some = (*_records(hub, language), *page_messages(hub, language, options.whole))
    try:
        options.file.write_text(written(some, language.id), encoding="utf-8")
    except OSError as fault:
        raise EditError(f"{options.file}: {(fault.strerror or str(fault)).lower()}.") from None
    print(f"Wrote {counted(len(some), 'message')} to {options.file}.")


def _import(root: Path, options: argparse.Namespace) -> int:
    return take(root, options.file, print, options.language)


def take(root: Path, file: Path, say: Say, code: str | None = None) -> int:
    """Put what a translator sent back into the data; return 1 where some of it was left out.

    Raises EditError, with nothing changed, where the hub would not be sound with it.
    """
    answers = read(file)
    hub = load(root)
    language = asked(hub, code)
    every = (*_records(hub, language), *page_messages(hub, language, whole=True))
    now = {one.place: one for one in every}
    work = Import(root, answers, language.id)
    for place, english in answers.english.items():
        if place not in now:
            work.left.append(f"{place}: there are no such words any more. Export again.")
        elif now[place].english != english:
            work.left.append(
                f"{place}: the English has changed since the file was written. Export again, and "
                "translate it anew."
            )
    told = {pair.record: pair for pair in pairs(hub, language)}
    for (kind, record), held in by_record(now).items():
        if kind == PAGES:
            _take_page(work, hub, told[record], held)
        else:
            _take_record(work, kind, held)
    _write(work)
    say(
        f"Took {counted(work.changed, 'changed message')}; "
        f"{counted(work.signed, 'record')} signed off."
    )
    for line in work.left:
        say(f"Left out: {line}")
    return 1 if work.left else 0


def _take_page(work: Import, hub: Catalogue, pair: PagePair, held: list[Message]) -> None:
    """Take what came back of a page: its words, and its sign-off where all of them have one."""
    path = f"docs/{pair.path}"
    before = (work.root / path).read_bytes().decode("utf-8")
    fresh = _fresh(work.answers, held)
    # A paragraph that the page does not have, and does not get, is none that has to be checked.
    told = [one for one in held if one.words or one.field in fresh]
    text = with_words(before, pair, fresh) if fresh else before
    work.changed += len(fresh)
    by = _sign_off(work.answers, told)
    if by and (fresh or pair.meta.translation != "checked"):
        text = signed(text, pair, hub, by)
        work.signed += 1
    elif fresh:
        text = signed(text, pair, hub, {})
    if text != before:
        work.pages[path] = text


def _fresh(answers: Answers, held: list[Message]) -> dict[str, str]:
    """Return the words that are new, by field, of the messages whose English is as it was."""
    return {
        one.field: answers.words[one.place]
        for one in held
        if answers.english.get(one.place) == one.english
        and answers.words[one.place].strip()
        and answers.words[one.place] != one.words
    }


def _sign_off(answers: Answers, held: list[Message]) -> dict[str, Any]:
    """Return who has signed messages off, and when; nothing unless all of them are."""
    sound = all(answers.english.get(one.place) == one.english for one in held)
    is_signed = sound and not any(one.place in answers.fuzzy for one in held)
    if not (is_signed and answers.checked_by and answers.checked_on):
        return {}
    return {"checked_by": answers.checked_by, "checked_on": answers.checked_on}


def _take_record(work: Import, kind: str, held: list[Message]) -> None:
    row = TranslatedRecord(kind, *holding(work.root, f"data/{kind}.yml", kind, held[0].row))
    above = held[0].signed_at
    by_field = {one.field: one for one in held}
    fresh = _fresh(work.answers, held)
    for name, words in fresh.items():
        one = by_field[name]
        work.put(row, one.path, value_of(one, words), "")
        work.changed += 1
    by = _sign_off(work.answers, held)
    if by and (fresh or not held[0].is_checked):
        _state(work, row, above, by)
        work.signed += 1
    elif fresh:
        _state(work, row, above, {})


def _state(
    work: Import, row: TranslatedRecord, above: tuple[str, ...], signed: Mapping[str, Any]
) -> None:
    """Write of a record whether its translation is a draft, or who has signed it off."""
    there = work.document(row.file).values
    for name in SIGNED:
        if (row.kind, row.number, *above, name) in there:
            work.put(row, (*above, name), None, "")
    work.put(row, (*above, "translation"), "checked" if signed else "draft", "")
    after = "translation"
    for name, value in signed.items():
        work.put(row, (*above, name), value, after)
        after = name


def _write(work: Import) -> None:
    """Write the data files and the pages; put them back where the hub is not sound then."""
    before = {}
    for name, text in list(work.texts.items()):
        file = work.root / name
        key = name.split("/")[1].removesuffix(".yml")
        whole, _ = with_digests(text, read_text(text, name), key, given_above(name, work.document))
        if whole.encode("utf-8") != (content := file.read_bytes()):
            before[file] = content
            file.write_bytes(whole.encode("utf-8"))
    for path, text in work.pages.items():
        before[work.root / path] = (work.root / path).read_bytes()
        (work.root / path).write_bytes(text.encode("utf-8"))
    try:
        load(work.root)
    except Issues as issues:
        for file, content in before.items():
            file.write_bytes(content)
        told = "\n".join(issue.as_text() for issue in issues.issues[:SHOWN])
        raise EditError(
            f"Nothing was changed, since the hub would not be sound with it:\n{told}"
        ) from None
