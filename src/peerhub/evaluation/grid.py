"""A spreadsheet in plain values, before it is written in a format: tabs, cells, rules, a chart.

Formulas are written as most people know them: `IF(E7="",0,SUM(E7:E8))`, with `Figures!E9` for a
cell of another tab.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from textwrap import wrap
from typing import Literal

Look = Literal["plain", "title", "head", "text", "fill-in", "day", "total", "remark", "quiet"]
"""How a cell looks, and what may be done with it: `fill-in` and `day` are the ones to fill in."""

OPEN: frozenset[Look] = frozenset({"fill-in", "day"})
"""The looks of cells that are not protected."""

WRAPPED: frozenset[Look] = frozenset({"head", "text", "total", "remark", "quiet"})
"""The looks whose words go on in a new line at the edge of their cell."""

LETTERS = 1.12
"""How many letters of our words have room where one figure has: columns are as wide as figures."""

_PLACE = re.compile(r"([A-Z]+)(\d+)")


@dataclass(frozen=True)
class GridCell:
    """One cell: its place ("E7"), and a value or a formula without its equals sign.

    A formula may have a value, too: what it comes to, for programs that work nothing out.
    """

    at: str
    value: str | int | None = None
    look: Look = "plain"
    formula: str = ""

    @property
    def place(self) -> tuple[int, int]:
        """Its row and its column, both from 0."""
        return place_of(self.at)


@dataclass(frozen=True)
class EntryRule:
    """What may be typed into some cells: what makes a formula true, or one of a list of cells."""

    cells: str
    """A range, or one cell: "E7:E8"."""
    formula: str = ""
    """True for what may be typed, said of the first of the cells."""
    listed: str = ""
    """The cells that hold what may be typed, with their tab: "'Read first'!$A$3:$A$9"."""
    title: str = ""
    message: str = ""
    """What is said of anything else."""


@dataclass(frozen=True)
class BarChart:
    """Bars, one for each row of a table: their names and lengths are ranges of the tab it is in."""

    title: str
    names: str
    values: str
    axis: str
    said: str
    """The chart in words, for whoever does not see it."""
    below: int
    """The row below which it stands, from 1."""


@dataclass(frozen=True)
class Grid:
    """One tab, protected but for the cells that are to be filled in."""

    name: str
    widths: tuple[int, ...]
    """The width of each column, in letters."""
    cells: tuple[GridCell, ...]
    heads: tuple[int, int] | None = None
    """The first and the last row of the table's head, from 1, to repeat when it is printed."""
    rules: tuple[EntryRule, ...] = ()
    chart: BarChart | None = None

    @property
    def rows(self) -> Sequence[Sequence[GridCell]]:
        """Its cells row by row, from the first row on; a row may be empty."""
        found: list[list[GridCell]] = []
        for cell in self.cells:
            found += [[] for _ in range(cell.place[0] + 1 - len(found))]
            found[cell.place[0]].append(cell)
        return found

    @property
    def lines(self) -> Sequence[int]:
        """How many lines the words of each row take, from the first row on: 1 where none wrap."""
        found = []
        for row in self.rows:
            taken = [
                len(wrap(str(cell.value), round(self.widths[cell.place[1]] * LETTERS)))
                for cell in row
                if cell.look in WRAPPED and cell.value is not None
            ]
            found.append(max([1, *taken]))
        return found


@dataclass(frozen=True)
class GridBook:
    """A whole spreadsheet, and what it says of itself in its properties."""

    title: str
    subject: str
    grids: tuple[Grid, ...] = field(default_factory=tuple)


def place_of(at: str) -> tuple[int, int]:
    """Return the row and the column of a cell, both from 0: of "B1" they are 0 and 1."""
    found = _PLACE.fullmatch(at.replace("$", ""))
    if found is None:
        raise ValueError(f"{at!r} is no cell")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1
