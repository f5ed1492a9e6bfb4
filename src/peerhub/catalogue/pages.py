"""Pages in `docs/`: their front matter, the sources they cite, and the parts of a module's text.

MkDocs drops front matter that is not sound YAML without a word; here each fault is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from peerhub.catalogue.cut import MANY
from peerhub.catalogue.document import Document, Mark, read_document
from peerhub.catalogue.headings import check_headings
from peerhub.catalogue.issue import Issue
from peerhub.catalogue.knowledge_checks import check_knowledge
from peerhub.catalogue.marking_sheets import check_sheets
from peerhub.catalogue.page_twins import closing_in, misplaced, void_sign_offs
from peerhub.catalogue.personal import check_nobody_in_it
from peerhub.catalogue.record_list import RecordList
from peerhub.catalogue.room_sheets import take_sheets, unmarked
from peerhub.catalogue.shape import check_letters, check_shape
from peerhub.catalogue.syntax import conflicts, unseen_faults
from peerhub.catalogue.validate import validate
from peerhub.faults import Code
from peerhub.models import ModuleText, PageMeta

FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
FENCES = 2
"""The lines '---' that front matter stands between."""

CITED = re.compile(r"""\{\{-?\s*cite\(\s*(["'])(?P<id>[^"']*)\1""")
HEADING = re.compile(r"^(#{2,3})\s+(.+?)\s*#*$", re.MULTILINE)
TRAINER_ONLY = "Trainer notes"
NEEDED = (
    (2, "Activity:", "activity", "## Activity: …"),
    (2, "Knowledge check", "knowledge check", "## Knowledge check"),
    (2, TRAINER_ONLY, "trainer notes", "## Trainer notes"),
    (3, "Answers to the knowledge check", "answers", "### Answers to the knowledge check"),
)
"""The headings of every module's text: level, start, what a message calls it, how it is written."""


@dataclass
class Pages:
    """What was found in `docs/`."""

    meta: dict[str, PageMeta] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    texts: dict[str, ModuleText] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    """Every page that is there, with faults or without, by its path below `docs`."""
    astray: dict[str, Document] = field(default_factory=dict)
    """The texts of modules that there are not, by the modules' ids."""


def read_pages(docs: Path, shelves: Mapping[str, RecordList]) -> Pages:
    """Read every page below `docs`; the shelves hold the ids in use, by list."""
    pages = Pages()
    for path in sorted(docs.rglob("*.md")):
        inside = path.relative_to(docs).as_posix()
        pages.paths.append(inside)
        document = Document(f"{docs.name}/{inside}")
        text = _text(path, document)
        if text is not None:
            _read_page(pages, document, inside, text, shelves)
        pages.issues += document.issues
    pages.issues += _astray(pages.astray, shelves["modules"])
    pages.issues += void_sign_offs(pages.meta, pages.bodies)
    return pages


def _astray(texts: Mapping[str, Document], modules: RecordList) -> list[Issue]:
    """Return a fault for each text without a module; of many, that modules must be lost."""
    if len(texts) >= MANY:
        for identity, document in texts.items():
            modules.miss(identity, document, Mark(1, 1))
        return []
    return [
        Issue(
            document.file,
            1,
            1,
            Code.MODULE_TEXT,
            f"there is no module '{identity}' for this text",
            modules.suggest(
                identity,
                "Add it to data/modules.yml. If the module is gone, write "
                "withdrawn: {on: …, why: …} at the top of its text.",
            ),
        )
        for identity, document in texts.items()
    ]


def _text(path: Path, document: Document) -> str | None:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        document.report(
            Mark(line, 1), Code.NOT_UTF8, "this line is not UTF-8 text", "Save the file as UTF-8."
        )
    except OSError as error:
        document.report(
            Mark(1, 1),
            Code.UNREADABLE,
            f"the file cannot be read ({error.strerror})",
            "Check what it is.",
        )
    return None


def _read_page(
    pages: Pages, document: Document, inside: str, text: str, shelves: Mapping[str, RecordList]
) -> None:
    for line, column, message, hint in conflicts(text):
        document.report(Mark(line, column), Code.MERGE, message, hint)
    if document.issues:
        return
    front, body, body_line = split_front_matter(text)
    for line, column, message, hint in unseen_faults(body, body_line):
        document.report(Mark(line, column), Code.INVISIBLE, message, hint)
    said: Any = None
    if front is None:
        document.report(
            Mark(1, 1),
            Code.FRONT_MATTER,
            "the page has no front matter",
            "Start it with '---', then title, description, owner and review_by, then '---'.",
        )
    elif len(FENCE.findall(text)) < FENCES:
        document.report(
            Mark(1, 1),
            Code.FRONT_MATTER,
            "the front matter has no end",
            "Write '---' on a line of its own below its last key.",
        )
        return
    else:
        said, meta = _meta(document, inside, front, shelves["owners"])
        if meta is not None:
            pages.meta[inside] = meta
            pages.bodies[inside] = body
    _check_citations(document, body, body_line, shelves["evidence"])
    check_nobody_in_it(document, body, body_line)
    check_headings(document, body, body_line)
    if not _is_withdrawn(pages, inside):
        _read_own(pages, document, inside, (front or "", body, body_line), said, shelves)


def _is_withdrawn(pages: Pages, inside: str) -> bool:
    """Say whether readers get the reason and no more, so that the words may be of any shape."""
    meta = pages.meta.get(inside)
    return meta is not None and meta.withdrawn is not None


def _read_own(
    pages: Pages,
    document: Document,
    inside: str,
    parts: tuple[str, str, int],
    said: Any,
    shelves: Mapping[str, RecordList],
) -> None:
    """Read what a page has by its kind: a module's text its sections, any other its shape."""
    _, body, body_line = parts
    if _is_module_text(inside):
        _read_module_text(pages, document, inside, parts, shelves)
    elif isinstance(said, dict):
        check_shape(
            document, said, body, body_line, closing_in(document, said, shelves["languages"])
        )
        if said.get("tools"):
            check_letters(document, body, body_line)


def _read_module_text(
    pages: Pages,
    document: Document,
    inside: str,
    parts: tuple[str, str, int],
    shelves: Mapping[str, RecordList],
) -> None:
    """Read the text of a module: `parts` are its front matter, its body and the body's line."""
    front, body, body_line = parts
    check_letters(document, body, body_line)
    if inside in pages.meta:
        check_sheets(document, pages.meta[inside], front, body)
    identity = inside.removeprefix("train/modules/").removesuffix(".md")
    if shelves["modules"].ids and not shelves["modules"].knows(identity):
        pages.astray[identity] = document
    pages.texts[identity] = _module_text(document, body, body_line)


def _is_module_text(inside: str) -> bool:
    return inside.startswith("train/modules/") and not inside.endswith("index.md")


def split_front_matter(text: str) -> tuple[str | None, str, int]:
    """Return the front matter (None if there is none), the body, and the body's first line."""
    opening = FENCE.match(text)
    if not opening:
        return None, text, 1
    closing = FENCE.search(text, opening.end())
    if not closing:
        return text[opening.end() + 1 :], "", text.count("\n") + 1
    front = text[opening.end() + 1 : closing.start()]
    body = text[closing.end() :].removeprefix("\n")
    return front, body, text[: closing.end()].count("\n") + 2


def _meta(
    document: Document, inside: str, front: str, owners: RecordList
) -> tuple[Any, PageMeta | None]:
    """Return what the front matter says, and the same as a record if it is sound."""
    read = read_document(front.encode(), document.file, first_line=2)
    meta = None
    if isinstance(read.data, dict):
        misplaced(read, inside)
        meta = validate(PageMeta, read.data, read, (), "the front matter")
        owner = read.data.get("owner")
        if isinstance(owner, str) and owners.ids and not owners.knows(owner):
            owners.miss(owner, read, read.mark(("owner",)))
    elif not read.issues:
        read.report(
            Mark(1, 1),
            Code.FRONT_MATTER,
            "the front matter is empty",
            "Add title, description, owner and review_by.",
        )
    document.issues += read.issues
    document.text, document.first_line = read.text, read.first_line
    return read.data, None if read.issues else meta


def _check_citations(document: Document, body: str, first: int, evidence: RecordList) -> None:
    for found in CITED.finditer(body):
        if not evidence.knows(found["id"]) and evidence.ids:
            evidence.miss(found["id"], document, _mark_of(body, found.start("id"), first))


def _mark_of(body: str, position: int, first: int) -> Mark:
    before = body[:position]
    return Mark(first + before.count("\n"), position - (before.rfind("\n") + 1) + 1)


def _module_text(document: Document, body: str, first: int) -> ModuleText:
    """Split a module's text at its trainer notes; report the headings that it lacks."""
    whole = body
    body, sheets = take_sheets(document, whole, lambda at: _mark_of(whole, at, first))
    check_knowledge(document, body, lambda at: _mark_of(whole, at, first))
    headings = [(len(found[1]), found[2], found.start()) for found in _headings(body)]
    for level, start, what, written in NEEDED:
        if not any(depth == level and title.startswith(start) for depth, title, _ in headings):
            document.report(
                Mark(first, 1),
                Code.MODULE_TEXT,
                f"the module's text has no {what}",
                f"Add the heading '{written}'.",
            )
    cut = next((at for depth, title, at in headings if (depth, title) == (2, TRAINER_ONLY)), None)
    if cut is None:
        return ModuleText(participant=unmarked(body), trainer="", sheets=sheets)
    later = [title for depth, title, at in headings if depth == 2 and at > cut]
    if later:
        at = next(at for depth, title, at in headings if depth == 2 and at > cut)
        document.report(
            _mark_of(body, at, first),
            Code.MODULE_TEXT,
            f"'{later[0]}' stands below the trainer notes, so participants would not see it",
            "Move it above '## Trainer notes', or make it a '###' heading.",
        )
    trainer = body[cut:].split("\n", 1)
    return ModuleText(
        participant=unmarked(body[:cut]),
        trainer=unmarked(trainer[1]) if len(trainer) > 1 else "",
        sheets=sheets,
    )


def _headings(body: str) -> Iterator[re.Match[str]]:
    """Find the headings of a text, without those inside code blocks."""
    blanked = re.sub(
        r"^(```|~~~).*?^\1", lambda code: re.sub(r"[^\n]", " ", code[0]), body, flags=re.M | re.S
    )
    return HEADING.finditer(blanked)
