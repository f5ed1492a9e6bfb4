"""The room sheets of a module: read from its text, and held to what the module says it needs.

A sheet is a third-level heading below `## Room sheets`. Its words stand below it, or, where people
read them on the page as well, between two marks in the text above.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, get_args

from peerhub.catalogue.document import Document, Mark
from peerhub.catalogue.issue import Issue
from peerhub.catalogue.nearest import nearest
from peerhub.faults import Code
from peerhub.models import Module, ModuleText, RoomSheet, SheetNeed
from peerhub.models.copies import EACH, TRAINER, read_copies
from peerhub.models.training import SheetForm

if TYPE_CHECKING:
    from peerhub.catalogue.record_list import RecordList

ROOM = "Room sheets"
FORMS: tuple[SheetForm, ...] = get_args(SheetForm)
UNNUMBERED = "unnumbered"
"""Written after a form when the cards must not give away their order."""

END = "<!-- end of sheet -->"
MARK = re.compile(
    r"^[ \t]*<!--[ \t]*(?:(?P<end>end\b[^\n]*?)|[Ss]h?e{1,3}ts?:[ \t]*(?P<title>[^\n]+?))"
    r"[ \t]*-->[ \t]*\n?",
    re.MULTILINE,
)
SECTION = re.compile(rf"^## {ROOM}[ \t]*$\n?", re.MULTILINE)
TITLE = re.compile(r"^### (?P<title>[^{\n]+?)[ \t]*(?:\{(?P<form>[^}\n]*)\})?[ \t]*$", re.MULTILINE)
MADE = re.compile(
    r"\b(?:cards?|sheets?|slips?|strips?|maps?|spreadsheets?|scripts?|checklists?|templates?"
    r"|blank|copies|signs)\b",
    re.IGNORECASE,
)
"""Words for a thing that somebody would have to make before the session."""

COUNTED = (
    "Begin with 'One for each person.', 'One set for each three.' or 'One to show.'; "
    f"after 'each' stands one of: {', '.join((*EACH, TRAINER))}."
)

Place = Callable[[int], Mark]
"""Tells the line and column of a position in the text."""


def take_sheets(document: Document, body: str, place: Place) -> tuple[str, tuple[RoomSheet, ...]]:
    """Return a module's text above its room sheets, and those sheets.

    Reports, at its line, each sheet that nobody could print and each mark that leads nowhere.
    """
    section = SECTION.search(body)
    above = body[: section.start()] if section else body
    start = section.end() if section else len(body)
    titles = list(TITLE.finditer(body, start))
    marked = _marked(document, above, place, [one["title"] for one in titles])
    sheets: dict[str, RoomSheet] = {}
    for number, found in enumerate(titles):
        end = titles[number + 1].start() if number + 1 < len(titles) else len(body)
        mark = place(found.start())
        if found["title"] in sheets:
            document.report(
                mark,
                Code.ROOM_SHEET,
                f"the room sheet '{found['title']}' stands twice",
                "Give each its own title.",
            )
            continue
        words = marked.get(found["title"], [])
        sheet = _sheet(document, found, body[found.end() : end], words, mark)
        if sheet is not None:
            sheets[sheet.title] = sheet
    later = re.compile(r"^## (.+?)[ \t]*$", re.MULTILINE).search(body, start)
    if later:
        document.report(
            place(later.start()),
            Code.ROOM_SHEET,
            f"'{later[1]}' stands below the room sheets, so nobody would see it",
            f"Move it above '## {ROOM}'.",
        )
    return above, tuple(sheets.values())


def unmarked(text: str) -> str:
    """Return a text without the marks round the words of room sheets."""
    return MARK.sub("", text).strip()


def _marked(
    document: Document, text: str, place: Place, titles: list[str]
) -> Mapping[str, list[str]]:
    """Return the words between marks, by the title of the sheet they are for."""
    words: dict[str, list[str]] = {}
    marks = list(MARK.finditer(text))
    for number, found in enumerate(marks):
        title = found["title"]
        after = marks[number + 1] if number + 1 < len(marks) else None
        if title is None:
            if number == 0 or marks[number - 1]["end"]:
                document.report(
                    place(found.start()),
                    Code.ROOM_SHEET,
                    "a room sheet ends here that has not begun",
                    "Take this line out, or write '<!-- sheet: its title -->' above the words.",
                )
            continue
        if title not in titles:
            document.report(
                place(found.start()),
                Code.ROOM_SHEET,
                f"there is no room sheet '{title}' for these words",
                nearest(title, titles, f"Add '### {title} {{cards}}' below '## {ROOM}'."),
            )
        if after is None or not after["end"]:
            document.report(
                place(found.start()),
                Code.ROOM_SHEET,
                f"the words for the room sheet '{title}' have no end",
                f"Write '{END}' on a line below the last of them.",
            )
            continue
        words.setdefault(title, []).append(text[found.end() : after.start()].strip())
    return words


def _sheet(
    document: Document, found: re.Match[str], below: str, marked: list[str], mark: Mark
) -> RoomSheet | None:
    title = found["title"]
    note, _, own = below.strip().partition("\n\n")
    words = "\n\n".join(one for one in (own.strip(), *marked) if one)
    said = (found["form"] or "").strip()
    numbered = not said.endswith(f" {UNNUMBERED}")
    form = next((one for one in FORMS if one == said.removesuffix(UNNUMBERED).strip()), None)
    faults = list(_faults(title, form, note, words))
    for message, hint in faults:
        document.report(mark, Code.ROOM_SHEET, message, hint)
    if faults or form is None:
        return None
    note = " ".join(note.split())
    return RoomSheet(
        title=title,
        form=form,
        note=note,
        words=words,
        numbered=numbered,
        own=own.strip(),
        line=mark.line,
    )


def _faults(title: str, form: str | None, note: str, words: str) -> Iterator[tuple[str, str]]:
    if form is None:
        yield (
            f"the room sheet '{title}' does not say what is made of it",
            f"Write '### {title} {{cards}}'; or one of: {', '.join(FORMS[1:])}.",
        )
    if not note or not note[0].isalpha():
        yield (
            f"the room sheet '{title}' does not say how many to print",
            "Say so in the line below its title: One set for each group of three.",
        )
    elif form != "spreadsheet" and read_copies(note) is None:
        yield (
            f"the room sheet '{title}' does not say how many to print in words that can be counted",
            COUNTED,
        )
    if note and note[0].isalpha() and not words:
        yield (
            f"the room sheet '{title}' has no words",
            f"Write them below it, or put '<!-- sheet: {title} -->' and '{END}' round them.",
        )


def check_needs(modules: RecordList, texts: Mapping[str, ModuleText]) -> list[Issue]:
    """Return a problem for each need that no room sheet meets, and each sheet nobody needs."""
    issues = []
    for number, module in modules.records.items():
        text = texts.get(module.id)
        if text is None:
            continue
        sheets = {one.title: one for one in text.sheets}
        hints = []
        for place, need in enumerate(module.needs):
            found = _unmet(module, need, sheets)
            if found:
                mark = modules.document.mark(("modules", number, "needs", place))
                file = modules.document.named(mark)
                issues.append(Issue(file, mark.line, mark.column, Code.ROOM_SHEET, *found))
                hints.append(found[1])
        issues += _steps_apart(modules, number, module, sheets)
        named = {one.sheet for one in module.sheets}
        issues += [
            _unneeded(module, one)
            for one in text.sheets
            if one.title not in named and not any(f"'{one.title}'" in hint for hint in hints)
        ]
    return issues


def _steps_apart(
    modules: RecordList, number: int, module: Module, sheets: Mapping[str, RoomSheet]
) -> Iterator[Issue]:
    """Yield a problem for each sheet of a step that is none, and each on paper that no step uses.

    What the needs and the text disagree about is told once, elsewhere.
    """
    paper = [title for title, one in sheets.items() if one.form != "spreadsheet"]
    for place, step in enumerate(module.steps):
        for at, title in enumerate(step.sheets):
            if title not in paper:
                mark = modules.document.mark(("modules", number, "steps", place, "sheets", at))
                yield Issue(
                    modules.document.named(mark),
                    mark.line,
                    mark.column,
                    Code.ROOM_SHEET,
                    f"the step '{step.title}' uses '{title}', which is no room sheet of "
                    f"'{module.id}'",
                    nearest(title, paper, "Take it out, or write the sheet."),
                )
    used = {title for step in module.steps for title in step.sheets}
    for place, need in enumerate(module.needs):
        if isinstance(need, SheetNeed) and need.sheet in paper and need.sheet not in used:
            mark = modules.document.mark(("modules", number, "needs", place))
            yield Issue(
                modules.document.named(mark),
                mark.line,
                mark.column,
                Code.ROOM_SHEET,
                f"no step of '{module.id}' uses the room sheet '{need.sheet}'",
                f"Write 'sheets: [{need.sheet}]' in the step that hands it out.",
            )


def _unmet(
    module: Module, need: str | SheetNeed, sheets: Mapping[str, RoomSheet]
) -> tuple[str, str] | None:
    """Return what is wrong with a need, and what to do about it."""
    text = f"docs/train/modules/{module.id}.md"
    if isinstance(need, str):
        made = MADE.search(need)
        return made and (
            f"module '{module.id}' needs '{need}', but no room sheet gives it",
            f"Write it below '## {ROOM}' in {text}, and name it here as '- sheet: its title'.",
        )
    sheet = sheets.get(need.sheet)
    if sheet is None:
        return (
            f"module '{module.id}' has no room sheet '{need.sheet}'",
            nearest(
                need.sheet, sheets, f"Add '### {need.sheet} {{cards}}' below '## {ROOM}' in {text}."
            ),
        )
    if (sheet.form == "spreadsheet") != (need.file == "ods"):
        is_file = sheet.form == "spreadsheet"
        return (
            f"'{need.sheet}' is {'a spreadsheet' if is_file else 'on paper'} in {text}",
            f"{'Write' if is_file else 'Take out'} 'file: ods' in the line below it.",
        )
    if need.file and next(one for one in module.sheets if one.file) != need:
        return f"module '{module.id}' has two spreadsheets", "Make one of them, a tab for each."
    return None


def _unneeded(module: Module, sheet: RoomSheet) -> Issue:
    return Issue(
        f"docs/train/modules/{module.id}.md",
        sheet.line,
        1,
        Code.ROOM_SHEET,
        f"the room sheet '{sheet.title}' is not among the needs of '{module.id}'",
        f"Add '- sheet: {sheet.title}' to its needs in data/modules.yml.",
    )
