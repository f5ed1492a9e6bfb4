"""Room sheets for print: a sheet's words taken apart into cards, pages or rows to mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import html
from markupsafe import Markup

from peerhub.models import RoomSheet
from peerhub.models.tool import GAP
from peerhub.room import with_room
from peerhub.training.prose import Prose

ROOM = ((6, 8), (9, 6), (14, 4))
"""Up to how many lines a card holds in large print when so many share an A4 page."""

LINE = 29
"""About how many letters of large print stand on a line of such a card."""

ROOM_TO_WRITE = 14
"""Letters that would stand where a card leaves a gap."""

BELOW = 3
_HEAD = re.compile(r"<h([1-6])[\s>]")
_HEAD_TAG = re.compile(r"(</?h)([1-6])(?=[\s>])")
FEWEST = 2
MANY = 14
"""With more rows than these a sheet to fill in has them closer, to keep to a page or two."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True)
class RoomCard:
    """One card: its number in a list, its title, and what it says as HTML; the first may be 0."""

    number: int
    title: str
    said: Markup

    @property
    def plain(self) -> str:
        """What it says, as words without paragraphs."""
        return _plain(html.fromstring(f"<div>{self.said}</div>"))


def printed(sheet: RoomSheet, prose: Prose, module: str) -> dict[str, Any]:
    """Return a sheet as plain values that a template sets out; one card alone fills its page.

    Raises PressError when the words call something that has no printed form.
    """
    made = _below_its_title(prose.plain(prose.html(sheet.words, module)))
    found = tuple(cards(made, numbered=sheet.numbered)) if sheet.form in ("cards", "pages") else ()
    share = 1 if sheet.form == "pages" else _share(found)
    laid = found * share if len(found) == 1 else found
    points, rest = checklist(made) if sheet.form == "checklist" else ((), Markup())
    return {
        "title": sheet.title,
        "form": sheet.form,
        "note": prose.html(sheet.note, module),
        "body": Markup(with_room(made)),
        "to_write_on": GAP in made or "<td></td>" in made,
        "has_many_rows": made.count("<tr>") > MANY,
        "words": Markup(made),
        "cards": found,
        "share": share,
        "pages": [laid[at : at + share] for at in range(0, len(laid), share)],
        "points": points,
        "rest": rest,
    }


def _below_its_title(made: str) -> str:
    """Return a sheet's words with their headings just below its title, which is of level 2."""
    levels = [int(level) for level in _HEAD.findall(made)]
    up = min(levels, default=BELOW) - BELOW
    return _HEAD_TAG.sub(lambda one: f"{one[1]}{int(one[2]) - up}", made) if up > 0 else made


def cards(made: str, *, numbered: bool = True) -> Iterator[RoomCard]:
    """Yield the cards in a piece of HTML, in their order.

    Where it has headings, each begins a card, and one with only deeper headings below it stands
    before theirs. Otherwise each item of a list, each row of a table and each paragraph is a card.
    """
    parts = html.fragments_fromstring(made, no_leading_text=True)
    if any(part.tag in HEADINGS for part in parts):
        yield from _by_heading(parts)
        return
    for part in parts:
        if part.tag in ("ol", "ul"):
            first = int(part.get("start", "1")) if part.tag == "ol" and numbered else None
            for number, item in enumerate(part.iterchildren("li")):
                yield RoomCard(0 if first is None else first + number, "", _inside(item))
        elif part.tag == "table":
            yield from _rows(part)
        else:
            yield RoomCard(0, "", _whole(part))


def checklist(made: str) -> tuple[tuple[str, ...], Markup]:
    """Return the lines to mark, from lists and tables, and what else the sheet says, as HTML."""
    points: list[str] = []
    rest = Markup()
    for part in html.fragments_fromstring(made, no_leading_text=True):
        if part.tag in ("ol", "ul"):
            numbered = part.tag == "ol"
            points += [
                f"{number}. {_plain(item)}" if numbered else _plain(item)
                for number, item in enumerate(part.iterchildren("li"), 1)
            ]
        elif part.tag == "table":
            points += [". ".join(map(_plain, row)) for row in part.iterfind("./tbody/tr")]
        else:
            rest += _whole(part)
    return tuple(points), rest


def _by_heading(parts: Sequence[html.HtmlElement]) -> Iterator[RoomCard]:
    titles: dict[str, str] = {}
    said = Markup()
    for part in parts:
        if part.tag not in HEADINGS:
            said += _whole(part)
            continue
        if said:
            yield RoomCard(0, ". ".join(titles.values()), said)
            said = Markup()
        titles = {tag: title for tag, title in titles.items() if tag < part.tag}
        titles[part.tag] = _plain(part)
    yield RoomCard(0, ". ".join(titles.values()), said)


def _rows(table: html.HtmlElement) -> Iterator[RoomCard]:
    heads = [one.text_content().strip() for one in table.iterfind("./thead/tr/th")]
    for row in table.iterfind("./tbody/tr"):
        first, *rest = row.iterchildren("td", "th")
        said = Markup()
        for head, cell in zip(heads[1:], rest, strict=True):
            said += Markup("<p><strong>{}:</strong> {}</p>").format(head, _inner(cell))
        yield RoomCard(0, first.text_content().strip(), said)


def _inside(item: html.HtmlElement) -> Markup:
    """Return what an item says, in paragraphs."""
    blocks = any(child.tag in ("p", "ul", "ol") for child in item)
    return _inner(item) if blocks else Markup("<p>{}</p>").format(_inner(item))


def _plain(part: html.HtmlElement) -> str:
    return " ".join(part.text_content().split())


def _inner(part: html.HtmlElement) -> Markup:
    said = html.tostring(part, encoding="unicode", method="xml", with_tail=False)
    return Markup(with_room(said.partition(">")[2].rpartition("<")[0].strip()))


def _whole(part: html.HtmlElement) -> Markup:
    said = html.tostring(part, encoding="unicode", method="xml", with_tail=False)
    return Markup(with_room(said))


def _share(found: Sequence[RoomCard]) -> int:
    """Return how many cards share a page, so that the longest of them fits."""
    longest = max(map(_lines, found), default=0)
    return next((share for lines, share in ROOM if longest <= lines), FEWEST)


def _lines(card: RoomCard) -> int:
    """Return about how many lines a card takes."""
    said = html.fragments_fromstring(card.said, no_leading_text=True)
    texts = [card.title, *(_plain(one) for part in said for one in _paragraphs(part))]
    letters = [len(one) + (ROOM_TO_WRITE if GAP in one else 0) for one in texts]
    return sum(-(-some // LINE) for some in letters) + len(texts) // 4


def _paragraphs(part: html.HtmlElement) -> Sequence[html.HtmlElement]:
    return list(part.iter("p", "li")) or [part]
