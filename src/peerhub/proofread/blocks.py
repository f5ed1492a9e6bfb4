"""Lists, tables and headings that did not become what was meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from peerhub.faults import Code
from peerhub.proofread.text import Found, PageText

_ITEM = re.compile(r"^(?P<indent> {0,3})(?:[-*+]|\d{1,3}[.])[ \t]+\S")
_TYPED = re.compile(r"^\s*(?P<sign>[•·▪▫◦‣●○■□➢➤✓✔\uf0b7\uf0a7])[\s\u00a0]*\S")
_DASH = re.compile(r"^\s{0,3}[–—][\s\u00a0]+\S")
_LETTER = re.compile(r"^\s{0,3}[o§Ø][\s\u00a0]+\S")
"""Word's other bullets, which are letters once they are pasted as plain text."""
_BRACKET = re.compile(r"^\s{0,3}(?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s+\S")
_TIGHT = re.compile(r"^\s{0,3}(?:[-+][A-Za-z]|\*[A-Za-z][^*]*$|\d{1,2}\.[A-Za-z])")
_NESTED = re.compile(r"^ {2,3}(?:[-*+]|\d{1,3}[.])[ \t]+\S")
_HEADING = re.compile(r"^#{1,6}\s")
_HOLDS = re.compile(r" {0,3}(?:[-*+]|\d{1,3}[.])[ \t]|:[ \t]|\[\^|!!!|\?\?\?")
"""How a block begins below which others stand further in: an item, a meaning, a note."""
_FENCE = re.compile(r"^(?:```|~~~)", re.MULTILINE)
_TOO_DEEP = re.compile(r"^#{7,}\s")
_NO_SPACE = re.compile(r"^#{1,6}[^\s#{]")
_BARE = re.compile(r"^#{1,6}\s*$")
_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
_MARK = re.compile(r"^\s*\{:?.*\}\s*$")
_STRONG = re.compile(r"(?<![\\*])\*\*(?!\*)")
_FROM_SHEET = re.compile(r"\S\t+\S")

LIST_HINT = "Leave an empty line above the list, and start each line of it with '- '."


def broken_blocks(page: PageText) -> Iterator[Found]:
    """Find lists, tables and headings that a reader would see as one run-on paragraph."""
    in_list = False
    written = page.uncoded.split("\n")
    for start, lines in _blocks(page):
        if not written[start].startswith(("    ", "\t")):
            in_list = any(_HOLDS.match(line) for line in lines)
        elif not in_list:
            message = "this paragraph begins with four spaces: it becomes a piece of program"
            yield page.starts[start], Code.BROKEN_LIST, message, "Begin it at the edge."
        yield from (*_headings(page, start, lines), *_signs_alone(page, start, lines))
        if any("|" in line for line in lines) and _is_meant_as_table(lines):
            yield from _table(page, start, lines)
        else:
            yield from _list(page, start, lines)
    yield from (*_first_headings(page), *_headed_twice(page))
    opened = _FENCE.search(page.uncoded)
    if opened:
        message = f"{opened[0].strip()} begins a piece of program that never ends"
        yield opened.start(), Code.BROKEN_LIST, message, "Take it out, or write it again below."


def _blocks(page: PageText) -> Iterator[tuple[int, list[str]]]:
    """Yield each run of lines without an empty one, and the number of its first line."""
    held: list[str] = []
    for number, line in enumerate([*page.lines, ""]):
        if line.strip():
            held.append(line)
        elif held:
            yield number - len(held), held
            held = []


def _list(page: PageText, start: int, lines: list[str]) -> Iterator[Found]:
    """Find signs that make no list, and the first line of a list that follows on a paragraph."""
    dashes = sum(bool(_DASH.match(line)) for line in lines) > 1
    letters = len(lines) > 1 and all(_LETTER.match(line) for line in lines)
    brackets = sum(bool(_BRACKET.match(line)) for line in lines) > 1
    tight = sum(bool(_TIGHT.match(line)) for line in lines) > 1
    in_paragraph = False
    for number, line in enumerate(lines, start):
        typed = _TYPED.match(line)
        dashed = letters or (dashes and _DASH.match(line))
        sign = typed["sign"] if typed else line.strip()[:1] if dashed else ""
        if sign:
            named = f"'{sign}'" if sign.isprintable() else "a bullet of Word's"
            yield _told(page, number, f"{named} makes no list: it becomes one paragraph")
            return
        if (brackets and _BRACKET.match(line)) or (tight and _TIGHT.match(line)):
            yield _told(
                page, number, f"'{line.split()[0][:3]}' makes no list: it becomes one paragraph"
            )
            return
        if _ITEM.match(line):
            if in_paragraph:
                yield _told(page, number, "this list is part of the paragraph above it")
            elif not line.startswith(" "):
                yield from _beside(page, number, lines[number - start + 1 :])
            return
        in_paragraph = not (
            _HEADING.match(line) or _MARK.match(line) or line.lstrip().startswith(">")
        )
        if line.startswith(("    ", "\t", ":")):
            return


def _beside(page: PageText, above: int, lines: list[str]) -> Iterator[Found]:
    """Find the first item that was meant to stand below another, and stands beside it."""
    for number, line in enumerate(lines, above + 1):
        if _NESTED.match(line):
            message = "this item is meant to stand below the one above it, and stands beside it"
            at = page.starts[number] + len(line) - len(line.lstrip())
            yield at, Code.BROKEN_LIST, message, "Begin its line with four spaces."
            return


def _told(page: PageText, number: int, message: str) -> Found:
    at = page.starts[number] + len(page.lines[number]) - len(page.lines[number].lstrip())
    return at, Code.BROKEN_LIST, message, LIST_HINT


def _is_meant_as_table(lines: list[str]) -> bool:
    rows = [line for line in lines if line.lstrip().startswith("|")]
    return bool(rows) or any(_RULE.match(line) and "|" in line for line in lines)


def _table(page: PageText, start: int, lines: list[str]) -> Iterator[Found]:
    """Find a table without its second line, after other words, or with rows of other lengths."""
    first = next(number for number, line in enumerate(lines) if "|" in line)
    if first and not all(_HEADING.match(one) for one in lines[:first]):
        yield (
            page.starts[start + first],
            Code.BROKEN_TABLE,
            "this table is part of the paragraph above it",
            "Leave an empty line above the table.",
        )
        return
    if len(lines) <= first + 1 or not _RULE.match(lines[first + 1]):
        yield (
            page.starts[start + first],
            Code.BROKEN_TABLE,
            "this table has no line between its head and its rows",
            "Write |---|---| below the first row, with --- for each column.",
        )
        return
    wanted = _cells(lines[first])
    if without := _columns_without_head(lines[first]):
        yield (
            page.starts[start + first],
            Code.BROKEN_TABLE,
            "the head of this table is empty"
            if len(without) == wanted
            else f"column {without[0]} of this table has an empty head",
            "Write above each column what it holds: people who hear a table are told so.",
        )
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if _MARK.match(line):
            continue
        if "|" not in line:
            message = "this line stands in a table and is none of its rows"
            yield (
                page.starts[start + number],
                Code.BROKEN_TABLE,
                message,
                "Leave an empty line above it.",
            )
            return
        if _cells(line) != wanted:
            yield (
                page.starts[start + number],
                Code.BROKEN_TABLE,
                f"this row has {_counted(_cells(line))}, and the head of the table has {wanted}",
                "Write a | between cells and none inside one: \\| is a plain one.",
            )


def _cells(line: str) -> int:
    inner = re.sub(r"\\\|", "", line.strip()).strip("|")
    return inner.count("|") + 1


def _columns_without_head(head: str) -> list[int]:
    """Return the number of each column, from 1, whose head says nothing."""
    inner = re.sub(r"\\\|", "x", head.strip()).removeprefix("|").removesuffix("|")
    return [at for at, words in enumerate(inner.split("|"), 1) if not words.strip()]


def _counted(cells: int) -> str:
    return "1 cell" if cells == 1 else f"{cells} cells"


def _headings(page: PageText, start: int, lines: list[str]) -> Iterator[Found]:
    for number, line in enumerate(lines, start):
        at = page.starts[number]
        if _TOO_DEEP.match(line):
            message = "there are six levels of headings, and this one has more signs"
            yield at, Code.HEADINGS, message, "Write '## ' or '### ' before it."
        elif _BARE.match(line):
            yield at, Code.HEADINGS, "this heading has no words", "Write them, or take it out."
        elif _NO_SPACE.match(line):
            signs = re.match("#+", line)
            assert signs
            rest = line[signs.end() :].strip()
            message = f"'{line.strip()[:40]}' has no space after its '{signs[0]}'"
            yield at, Code.HEADINGS, message, f"Write {signs[0]} {rest}"
        elif number > start and re.fullmatch(r"(?:=+|-{2,})\s*", line) and number == start + 1:
            message = "this line of signs makes the one above it a heading"
            hint = "Write '## ' before a heading, or leave an empty line between."
            yield at, Code.HEADINGS, message, hint
    signs_of_lists = (_TYPED, _LETTER, _BRACKET, _DASH)
    if (
        sum(
            bool(_FROM_SHEET.search(line)) and not any(one.match(line) for one in signs_of_lists)
            for line in lines
        )
        > 1
    ):
        yield (
            page.starts[start],
            Code.BROKEN_TABLE,
            "this was pasted from a spreadsheet and is no table",
            "Write each row as | one | two |, and |---|---| below the first.",
        )


def _signs_alone(page: PageText, start: int, lines: list[str]) -> Iterator[Found]:
    """Find where strong words are opened and not closed: the signs would be shown."""
    items = [n for n, line in enumerate(lines) if n == 0 or _ITEM.match(line)]
    for first, end in pairwise([*items, len(lines)]):
        text = "\n".join(lines[first:end])
        signs = [one.start() for one in _STRONG.finditer(text)] if "**" in text else []
        if len(signs) % 2:
            at = page.starts[start + first] + signs[-1]
            message = "the signs ** stand here without their other half"
            yield at, Code.HOUSE_STYLE, message, "Write **words**, or take them out."
            continue
        for opened, closed in zip(signs[::2], signs[1::2], strict=True):
            words = text[opened + 2 : closed]
            if words.strip() and words != words.strip():  # of a call nothing is left here
                at = page.starts[start + first] + opened
                message = "there is a space between ** and the words, so the signs are shown"
                yield at, Code.HOUSE_STYLE, message, f"Write **{' '.join(words.split())}**."


def _headed_twice(page: PageText) -> Iterator[Found]:
    """Find a main heading that a page has already: a link could lead to the first alone."""
    seen: dict[str, int] = {}
    for number, line in enumerate(page.lines):
        words = line[3:].strip().casefold() if line.startswith("## ") else ""
        if words and words in seen:
            message = f"there is a heading '{line[3:].strip()}' already, on line"
            first = page.first + seen[words]
            hint = "Give one of them other words."
            yield page.starts[number], Code.HEADINGS, f"{message} {first}", hint
        elif words:
            seen[words] = number


def _first_headings(page: PageText) -> Iterator[Found]:
    """Find headings of the first level: a page has one, which is the title in its front matter."""
    for number, line in enumerate(page.lines):
        if re.match(r"#\s+\S", line):
            yield (
                page.starts[number],
                Code.HEADINGS,
                "this is a second heading of the first level",
                "A page has one, the title at its top. Write '## '.",
            )
