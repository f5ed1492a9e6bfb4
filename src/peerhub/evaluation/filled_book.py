"""What a sheet that was sent holds, whichever program saved it: tabs, cells, what is forbidden."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase
from typing import Literal

from peerhub.evaluation.layout import MOST_CELLS
from peerhub.evaluation.sheet_file import SheetRefused

_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")


@dataclass(frozen=True)
class SheetCell:
    """What a cell holds; `other` is a truth, an error or an hour: no text, number or day.

    A day is text as YYYY-MM-DD; a number may be NaN, where a file says that there is one.
    """

    kind: Literal["text", "number", "day", "other"] = "text"
    text: str = ""
    number: float = math.nan
    has_formula: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing: a formula may come to nothing, too."""
        return self.kind == "text" and not self.text.strip()

    @property
    def is_there(self) -> bool:
        """Whether anything stands in it, a formula included."""
        return self.has_formula or not self.is_empty


EMPTY = SheetCell()


@dataclass
class SheetTab:
    """One tab. The first hidden row and column are from 1; 0 where none is."""

    name: str
    is_hidden: bool
    hidden_row: int = 0
    hidden_column: int = 0
    merged: str = ""
    """The first cell that is joined with others; "" where none is."""
    notes: list[str] = field(default_factory=list)
    """The cells that a note hangs on: "E9"."""
    cells: dict[str, SheetCell] = field(default_factory=dict)
    """What is there, by its place."""
    counted: int = 0

    def count(self) -> None:
        """Count a row or a cell that says something. Raises SheetRefused above the limit."""
        self.counted += 1
        if self.counted > MOST_CELLS:
            raise SheetRefused("damaged")

    def at(self, place: str) -> SheetCell:
        """Return the cell at a place: an empty one where nothing stands."""
        return self.cells.get(place, EMPTY)


@dataclass(frozen=True)
class FilledBook:
    """A whole file. `forbidden` are codes: `macro`, `outside`, `embedded`, `history`."""

    forbidden: Sequence[str]
    authors: Sequence[str]
    """Who made, saved or printed it, by its properties; never shown, and never carried over."""
    tabs: Sequence[SheetTab]
    is_from_1904: bool = False
    """Whether days are counted from 1904, as Excel on an old Mac did."""

    def tab(self, name: str) -> SheetTab | None:
        """Return the first tab of a name."""
        return next((one for one in self.tabs if one.name == name), None)


def letters(column: int) -> str:
    """Return the letters of a column, from 1: of 1 "A", of 27 "AA"."""
    said = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        said = ascii_uppercase[letter] + said
    return said


def row_and_column(place: str) -> tuple[int, int] | None:
    """Return the row and the column of a cell, both from 1; None for what is no place."""
    found = _PLACE.fullmatch(place)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ascii_uppercase.index(letter) + 1
    return int(found[2]), column


def in_order(places: Iterable[str]) -> list[str]:
    """Return cells row by row, and from left to right in each."""
    return sorted(places, key=lambda one: row_and_column(one) or (0, 0))


def number_of(said: str | None) -> float:
    """Return a number as a file writes it; NaN for anything else."""
    text = (said or "").strip()
    return float(text) if _NUMBER.fullmatch(text) else math.nan


def codes_of(found: Mapping[str, bool]) -> Sequence[str]:
    """Return the codes of what was found, in their order."""
    return tuple(code for code, is_found in found.items() if is_found)
