"""Finds a sheet's lines in its module's Markdown, so that page and sheet cannot differ."""

from __future__ import annotations

import re
from dataclasses import dataclass

from peerhub.catalogue.document import Document, Mark
from peerhub.catalogue.nearest import nearest
from peerhub.faults import Code
from peerhub.models import PageMeta

HEADING = re.compile(r"^#{2,6} +(.+?) *#*$")
ITEM = re.compile(r"^(?:[-*]|\d+\.) +(.+)$")
ROW = re.compile(r"^\|(.+)\|$")
RULE = re.compile(r"^\|[\s:|-]+\|$")
MUST = re.compile(r"\blines? (\d+(?:(?:, | and )\d+)*) (?:are|is a) must-see", re.IGNORECASE)


@dataclass(frozen=True)
class Section:
    """The text below one heading, in Markdown: its list, and the paragraphs around that."""

    before: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    @property
    def must(self) -> frozenset[int]:
        """The numbers of the items that its own words call must-see, counted from 1."""
        found = MUST.search(" ".join(self.after))
        return frozenset(map(int, re.findall(r"\d+", found[1]))) if found else frozenset()


def find_section(text: str, heading: str) -> Section | None:
    """Return the section below a heading, up to the next heading; None when it is not there."""
    lines = iter(text.split("\n"))
    for line in lines:
        if _title(line) == heading:
            break
    else:
        return None
    held = []
    for line in lines:
        if HEADING.match(line):
            break
        held.append(line.strip())
    return _parted(held)


def headings(text: str) -> set[str]:
    """Return the titles of all headings of a text."""
    return {title for line in text.split("\n") if (title := _title(line))}


def _title(line: str) -> str | None:
    found = HEADING.match(line)
    return found[1] if found else None


def _parted(lines: list[str]) -> Section:
    """Tell paragraphs from the items of a list or the rows of a table, the last cell of each."""
    before: list[str] = []
    items: list[str] = []
    after: list[str] = []
    for number, line in enumerate(lines):
        row = ROW.match(line)
        item = ITEM.match(line)
        if row:
            is_head = number + 1 < len(lines) and RULE.match(lines[number + 1])
            if not is_head and not RULE.match(line):
                items.append(row[1].split("|")[-1].strip())
        elif item:
            items.append(item[1])
        elif line:
            (after if items else before).append(line)
    return Section(tuple(before), tuple(items), tuple(after))


def check_sheets(document: Document, meta: PageMeta, front: str, text: str) -> None:
    """Report each section that a module's sheet asks for and that its text lacks, or has empty."""
    for sheet in meta.sheets:
        for heading in sheet.sections:
            found = find_section(text, heading)
            mark = _asked(front, heading)
            if found is None:
                document.report(
                    mark,
                    Code.SHEET,
                    f"the {sheet.kind} sheet asks for the section '{heading}', which is not there",
                    nearest(heading, headings(text), "Use the words of a heading of the text."),
                )
            elif not found.items:
                document.report(
                    mark,
                    Code.SHEET,
                    f"the section '{heading}' has nothing to put on the {sheet.kind} sheet",
                    "Give it a list or a table.",
                )


def _asked(front: str, heading: str) -> Mark:
    """Return the line of the front matter that names a heading; the fence above it is line 1."""
    before, found, _ = front.partition(f": {heading}")
    return Mark(2 + before.count("\n") if found else 1, 1)
