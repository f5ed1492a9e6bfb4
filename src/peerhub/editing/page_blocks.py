"""The blocks of a page's text, and which block of a page stands for which of its twin.

Nothing in a page says which words a paragraph translates. Both pages tell the same things in the
same order, though one may leave some out; so their blocks are laid beside each other as the lines
of two versions of a file are: the same calls, headings, links and neighbours hold them together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peerhub.catalogue.calls import call_in
from peerhub.catalogue.headings import ATTRIBUTES, FENCE, HEADING

LANGUAGE = "language"
"""The word of a call by which it speaks another language; it is none of what a call asks for."""
CALLOUT = "callout"
NEIGHBOURS = {"text": 4, CALLOUT: 4, "heading": 2}
"""How much it speaks for two blocks that those above them are the same."""
_LINK = re.compile(r"\]\(([^)\s]+)")
_GAP = re.compile(r"\n(?:[ \t]*\n)+")


@dataclass(frozen=True)
class Block:
    """A block of a text, from `start` to `end`, in characters.

    `before` and `after` are what stands around its words: the signs of a heading, attributes.
    """

    start: int
    end: int
    kind: str
    """ "text", "heading", "callout", or "call" for one that has no words of a page."""
    words: str
    before: str = ""
    after: str = ""

    def written(self, words: str) -> str:
        """Return the text of the block with other words."""
        if self.kind == CALLOUT:
            title, _, body = words.partition("\n")
            return f"{self.before}, {_quoted(title)}, {_quoted(body)}{self.after}"
        return f"{self.before}{words}{self.after}"


def blocks_of(body: str) -> list[Block]:
    """Return the blocks of a page's text in their order."""
    return [_block(start, body[start:end]) for start, end in _spans(body)]


def _spans(body: str) -> Iterator[tuple[int, int]]:
    """Yield where each block stands; what is fenced is one block with its empty lines."""
    start = 0
    for found in (*_GAP.finditer(body), None):
        end, fence = (found.start() if found else len(body.rstrip())), ""
        for line in body[start:end].splitlines():
            opened = FENCE.match(line)
            if opened:
                fence = "" if fence else opened["sign"][0]
        if found and fence:
            continue
        lead = len(body[start:end]) - len(body[start:end].lstrip("\n"))
        if body[start:end].strip():
            yield start + lead, end
        start = found.end() if found else end


def _block(start: int, text: str) -> Block:
    end = start + len(text)
    call = call_in(text)
    if call and call.name == CALLOUT and len(call.args) == 3:
        kind, title, words = map(str, call.args)
        said = f"{' '.join(title.split())}\n{' '.join(words.split())}"
        return Block(start, end, CALLOUT, said, f'{{{{ callout("{kind}"', ") }}")
    if call:
        named = {name: one for name, one in call.named.items() if name != LANGUAGE}
        return Block(start, end, "call", repr((call.name, call.args, sorted(named.items()))))
    heading = HEADING.match(text)
    if heading and "\n" not in text:
        at = heading.start("title"), heading.end("title")
        return Block(start, end, "heading", heading["title"], text[: at[0]], text[at[1] :])
    words, _, last = text.rpartition("\n")
    if words and ATTRIBUTES.match(last):
        return Block(start, end, "text", words, "", f"\n{last}")
    return Block(start, end, "text", text)


def _quoted(words: str) -> str:
    return '"' + " ".join(words.split()).replace("\\", "\\\\").replace('"', '\\"') + '"'


def beside(english: Sequence[Block], other: Sequence[Block]) -> list[int | None]:
    """Return for each English block the number of the block that stands for it, or None.

    The order is kept. What is best is worked out over both pages: see `_likeness`.
    """
    rows, columns = len(english), len(other)
    closing = _last_heading(english), _last_heading(other)
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    ending: list[list[int | None]] = [[None] * (columns + 1) for _ in range(rows + 1)]
    ending[0][0] = 0  # what stands first in both stands below the same
    for row in range(1, rows + 1):
        for column in range(1, columns + 1):
            one, two = english[row - 1], other[column - 1]
            if one.kind == two.kind:
                alike = _likeness(one, two, closing == (row - 1, column - 1))
                ways = [best[row - 1][column - 1] + alike] if alike else []
                above = ending[row - 1][column - 1]
                near = NEIGHBOURS.get(one.kind, 0)
                ways += [above + alike + near] if above is not None and near else []
                ending[row][column] = max(ways, default=None)
            pair = ending[row][column]
            apart = max(best[row - 1][column], best[row][column - 1])
            best[row][column] = apart if pair is None else max(pair, apart)
    return _traced(english, other, best, ending)


def _traced(
    english: Sequence[Block],
    other: Sequence[Block],
    best: Sequence[Sequence[int]],
    ending: Sequence[Sequence[int | None]],
) -> list[int | None]:
    """Return what stands beside each block, from the end of both pages back to their start."""
    found: list[int | None] = [None] * len(english)
    row, column, must_pair = len(english), len(other), False
    while row and column:
        pair = ending[row][column]
        if must_pair or (pair is not None and pair == best[row][column]):
            assert pair is not None
            found[row - 1] = column - 1
            above = ending[row - 1][column - 1]
            must_pair = above is not None and pair > best[row - 1][column - 1] + _alone(
                english, other, row - 1, column - 1
            )
            row, column = row - 1, column - 1
            must_pair = must_pair and bool(row and column)
        elif best[row - 1][column] >= best[row][column - 1]:
            row -= 1
        else:
            column -= 1
    return found


def _alone(english: Sequence[Block], other: Sequence[Block], row: int, column: int) -> int:
    """Return how much speaks for a pair whatever stands above it."""
    closing = _last_heading(english) == row and _last_heading(other) == column
    return _likeness(english[row], other[column], closing)


def _last_heading(blocks: Sequence[Block]) -> int:
    return max((number for number, one in enumerate(blocks) if one.kind == "heading"), default=-1)


def _likeness(one: Block, other: Block, both_close: bool) -> int:
    """Return how much speaks for two blocks being the same in two languages.

    A call that asks for the same is the same, and so are the headings that close both pages.
    Headings of one level are alike. Of texts their links and attributes speak; without any, they
    are the same only where what stands above both is.
    """
    if one.kind == "call":
        return 12 if one.words == other.words else 0
    if one.kind == CALLOUT:
        return 8 if one.before == other.before else 0
    if one.kind == "heading":
        return 20 if both_close else 2 if one.before == other.before else 1
    shared = {*_LINK.findall(one.words)} & {*_LINK.findall(other.words)}
    return 4 * len(shared) + 6 * (bool(one.after) and one.after == other.after)
