"""A module's text as a workbook has it: room to write below each question and each activity.

The urgent numbers stand once, inside the cover, and the text leads there.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lxml import etree, html
from markupsafe import Markup

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
CHECK = "Knowledge check"
ACTIVITY = "Activity"
ASKS = (CHECK, ACTIVITY, "Ask your force", "Two hats", "Your own duties")
"""How the headings begin below which each question is one to answer in writing."""

INSIDE = "The numbers to ring are inside the cover of this workbook."
FOUND = "What we said, and what I take from it:"
LINES = 2
ACTIVITY_LINES = 4
QUESTION = re.compile(r"\?[)*]?$")


def to_write_in(participant: Markup, inside_cover: Collection[str]) -> Markup:
    """Return a module's text with ruled lines, and without numbers that are `inside_cover`.

    Those are the names of services. A list of numbers that has any other stays as it is.
    """
    parts = html.fragments_fromstring(participant, no_leading_text=True)
    whole = html.Element("div")
    whole.extend(parts)
    for numbers in whole.xpath("./ul[@class='numbers']"):
        if {_words(one) for one in numbers.iterfind("li/strong")} <= set(inside_cover):
            whole.replace(numbers, _paragraph(INSIDE, numbers.tail))
    for heading, section in list(_sections(whole)):
        if heading.startswith(ASKS):
            for question in _questions(heading, section):
                _rule(question, LINES)
        if heading.startswith(ACTIVITY):
            _after(section[-1], _notes())
    return Markup("".join(etree.tostring(one, encoding="unicode", method="xml") for one in whole))


def _sections(whole: html.HtmlElement) -> Iterator[tuple[str, list[html.HtmlElement]]]:
    """Yield each heading's words with itself and what stands below it, down to the next."""
    found: list[html.HtmlElement] = []
    for part in whole:
        if part.tag in HEADINGS and found:
            yield _words(found[0]), found
            found = []
        if part.tag in HEADINGS or found:
            found.append(part)
    if found:
        yield _words(found[0]), found


def _questions(heading: str, section: list[html.HtmlElement]) -> Iterator[html.HtmlElement]:
    """Yield what asks for an answer: each item of a check, each item elsewhere with a mark."""
    for part in section:
        if part.tag in ("ol", "ul"):
            for item in part.iterchildren("li"):
                if heading.startswith(CHECK) or QUESTION.search(_words(item)):
                    yield item


def _rule(item: html.HtmlElement, lines: int) -> None:
    """Put ruled lines at the end of an item, which is kept on one page with them.

    They stand within its line, since the tags of a list allow an item no blocks beside its words.
    """
    item.append(html.Element("br"))
    room = html.Element("span")
    room.set("class", "room-below")
    for _ in range(lines):
        line = html.Element("span")
        line.set("class", "rule")
        line.text = "\u00a0"
        room.append(line)
    item.append(room)
    item.set("class", "asked")


def _notes() -> html.HtmlElement:
    notes = html.Element("div")
    notes.set("class", "written")
    notes.append(_paragraph(FOUND))
    for _ in range(ACTIVITY_LINES):
        notes.append(_line())
    return notes


def _line() -> html.HtmlElement:
    line = _paragraph("\u00a0")
    line.set("class", "write")
    return line


def _paragraph(words: str, tail: str | None = None) -> html.HtmlElement:
    made = html.Element("p")
    made.text, made.tail = words, tail
    return made


def _after(part: html.HtmlElement, added: html.HtmlElement) -> None:
    """Put something after a part; the words that follow the part follow both."""
    added.tail, part.tail = part.tail, None
    part.addnext(added)


def _words(part: html.HtmlElement) -> str:
    return " ".join(part.text_content().split())
