"""Room to fill in: what a gap of a page becomes on paper and in a PDF.

A gap gets the room that its place in the text asks for, and a name that says what it asks for. From
then on it is drawn as lines for a pen, as a field of a PDF, or as a field of a page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from html import escape
from urllib.parse import quote

import lxml.html
from lxml import etree

from peerhub.blanks import SPARE, named
from peerhub.models.tool import BOX, GAP

SHORT = 2
"""Ruled lines for a question that stands by itself."""

_OPTION = r"[A-Z][^/.?:…<]{0,24}"
OPTIONS = re.compile(
    rf"(?<=[?:] )(?P<options>{_OPTION}(?: / {_OPTION}){{1,4}})(?=</(?:p|li|td)>|[.:] )"
)
"""What can be chosen, where a paragraph or a sentence ends with it."""

BLOCKS = frozenset({"p", "li", "td", "th", "dd", "dt", "blockquote", "div"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def with_room(html: str, lines: int = 3) -> str:
    """Return a tool's HTML with room to write in each of its gaps, and a frame for each box.

    A gap after a question in a list gets as many ruled lines as asked for; one after a question by
    itself, or alone below a heading, gets two; at the end of a paragraph, a gap gets most of a
    line; within a sentence, a word's length. A choice has a box for each of its options.
    """
    html = OPTIONS.sub(_choice, html)
    html = html.replace(BOX, f'<span class="box">{GAP}</span>')
    html = re.sub(rf"<p>{GAP}</p>", f"<p>{_lines(SHORT)}</p>", html)
    html = re.sub(rf"(?<=[.?]) {GAP}(</p>)?\s*</li>", rf"{_ruled(lines)}\1</li>", html)
    html = re.sub(rf"(?<=[.?])(</strong>)? {GAP}\s*</p>", rf"\1{_ruled(SHORT)}</p>", html)
    html = re.sub(rf"{GAP}\s*</(p|td|li)>", rf'<span class="gap line">{GAP}</span></\1>', html)
    return re.sub(rf"(?<=<p>){GAP}|(?<!>){GAP}", f'<span class="gap">{GAP}</span>', html)


def _choice(found: re.Match[str]) -> str:
    """Return a box and a word for each option."""
    options = found["options"].split(" / ")
    each = " ".join(f'<span class="option">{BOX} {one.strip()}</span>' for one in options)
    return f'<span class="choice">{each}</span>'


def _ruled(lines: int) -> str:
    """Return ruled lines below some words: the first is read out as a gap, the rest are drawn."""
    return f"<br />{_lines(lines)}"


def _lines(lines: int) -> str:
    more = '<span class="gap lines"></span>' * (lines - 1)
    return f'<span class="room"><span class="gap lines">{GAP}</span>{more}</span>'


def for_pdf(html: str) -> str:
    """Return HTML with room in which each place to fill in is a link that becomes a field.

    The address of such a link is "blank:", the kind of field, a question mark and its name.
    """

    def field(place: etree._Element, name: str, _: int) -> None:
        called = place.get("class", "")
        for inner in [place, *place]:
            inner.text = None
        if called == "room":
            # The lines are drawn as ever, and one field lies over all of them.
            over = etree.Element("a", {"class": "over"})
            place.insert(0, over)
            place = over
        place.tag = "a"
        place.set("href", f"blank:{IN_PDF.get(called, 'line')}?{quote(name)}")

    return filled(html, field)


def document_for_pdf(document: str) -> str:
    """Return a whole HTML document in which each place to fill in will become a field of a PDF."""
    head, body, rest = parts_of(document)
    return f"{head}{for_pdf(body)}{rest}"


def parts_of(document: str) -> tuple[str, str, str]:
    """Return what stands before the content of an HTML document's body, the content, the rest."""
    begin = document.index(">", document.index("<body")) + 1
    end = document.rindex("</body>")
    return document[:begin], document[begin:end], document[end:]


def filled(html: str, fill: Callable[[etree._Element, str, int], None]) -> str:
    """Return HTML with room, each of whose places went through `fill` with its name and number."""
    whole = lxml.html.fragment_fromstring(html, create_parent="div")
    found = list(_places(whole))
    often = Counter(name for _, name, _ in found)
    for number, (place, name, heading) in enumerate(found, start=1):
        is_one_of_many = often[name] > 1 and heading not in ("", name)
        fill(place, f"{heading}: {name}" if is_one_of_many else name, number)
    inner = [escape(whole.text or "", quote=False)]
    inner += [etree.tostring(one, method="html", encoding="unicode") for one in whole]
    return "".join(inner)


def _places(whole: etree._Element) -> Iterator[tuple[etree._Element, str, str]]:
    """Yield each place to fill in with its name and its heading, in the order of the text."""
    around = heading = ""
    for block in whole.iter(*BLOCKS, *HEADINGS):
        if block.tag in HEADINGS:
            around = heading = words_of(block)
            continue
        own = [one for one in _marked(block) if _block(one) is block]
        cell = _cell_name(block) if block.tag in ("td", "th") else ""
        for place in own:
            option = place.getparent().get("class") == "option"
            said = _said_before(place, block)
            if option:
                said = _answer(said or around, words_of(place.getparent()))
            after = "" if option else _following(place, block)
            name = cell or named(said, after, around)
            is_within = cell and said and said not in cell
            yield place, f"{cell}: {said}" if is_within else name, heading
        words = words_of(block)
        if words and block.tag not in ("td", "th"):
            around = words.strip(SPARE)


def _marked(block: etree._Element) -> list[etree._Element]:
    places = [one for one in block.iter("span") if one.get("class", "") in PLACES]
    return [one for one in places if one.getparent().get("class") != "room"]


PLACES = frozenset({"box", "gap", "gap line", "gap cell", "gap cells", "room"})
IN_PDF = {"box": "tick", "room": "lines", "gap cells": "lines"}
"""The kind of field that a place becomes, where it is not one line."""

ONE = "one"
"""The class of a row of boxes of which a person ticks one."""


def _block(place: etree._Element) -> etree._Element:
    return next(one for one in place.iterancestors() if one.tag in BLOCKS)


def words_of(element: etree._Element) -> str:
    """Return the words of an element, without its places to fill in."""
    return " ".join("".join(element.itertext()).replace(GAP, " ").split())


def _strings(block: etree._Element) -> Iterator[tuple[etree._Element | None, str]]:
    """Yield the words of a block in order, with None, and each place where it stands."""

    def walk(element: etree._Element) -> Iterator[tuple[etree._Element | None, str]]:
        if element.get("class", "") in PLACES:
            yield element, ""
        else:
            if element.text:
                yield None, element.text
            for child in element:
                yield from walk(child)
        if element.tail and element is not block:
            yield None, element.tail

    return walk(block)


def _said_before(place: etree._Element, block: etree._Element) -> str:
    """Return the words between the place before and this one; those before all of a choice."""
    words: list[str] = []
    choice = next(
        (one for one in place.iterancestors("span") if one.get("class") == "choice"), None
    )
    first = place if choice is None else choice.find(".//span[@class='box']")
    for other, text in _strings(block):
        if other is first:
            break
        if other is not None and choice is None:
            words.clear()
        words.append(text)
    return " ".join("".join(words).split())


def _answer(question: str, option: str) -> str:
    """Return what an option says: its question, and itself."""
    return f"{question}{'' if question.endswith(('?', ':')) else ':'} {option}"


def _following(place: etree._Element, block: etree._Element) -> str:
    words: list[str] = []
    seen = False
    for other, text in _strings(block):
        if seen and other is not None:
            break
        if seen:
            words.append(text)
        seen = seen or other is place
    return "".join(words)


def _cell_name(cell: etree._Element) -> str:
    """Return what a cell is for: the head of its column, and the first words of its row."""
    row = cell.getparent()
    cells = [one for one in row if one.tag in ("td", "th")]
    table = next(row.iterancestors("table"))
    head = head_of(cell)
    first = next((words for words in map(words_of, cells) if words), "")
    if first == words_of(cell):
        first = ""
    if not first:
        first = f"row {list(table.iter('tr')).index(row)}"
    return ": ".join(one for one in (head, first) if one)


def head_of(cell: etree._Element) -> str:
    """Return the head of a cell's column, or nothing where it has none."""
    table = next(cell.iterancestors("table"))
    heads = [one for one in next(table.iter("tr")) if one.tag == "th"]
    column = [one for one in cell.getparent() if one.tag in ("td", "th")].index(cell)
    return words_of(heads[column]) if column < len(heads) and heads[column] is not cell else ""
