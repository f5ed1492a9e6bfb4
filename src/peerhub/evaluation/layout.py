"""Where each figure of a sheet stands: the one place that says so.

What writes sheets, what reads them, and the script that reads them in a browser all go by it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from peerhub.catalogue import Catalogue
from peerhub.models import Indicator
from peerhub.models.indicator import TOTAL
from peerhub.questions.disclosure import SMALLEST_COUNT
from peerhub.questions.evaluation_kit import kit_number
from peerhub.questions.many_forces import MANY

READ_FIRST, FIGURES, RESULTS = "Read first", "Figures", "Results"
TABS = (READ_FIRST, FIGURES, RESULTS)
"""The tabs of a sheet, in their order."""

FORCE_CELL, FROM_CELL, TO_CELL, KIT_CELL = "B1", "B2", "B3", "B4"
"""Where the tab of figures says the force's id, the first and the last day, and the kit's number.

The cell to the left of each says what it is, in the words of `LABELS`.
"""
LABELS = ("Force", "From", "To", "Kit")
HEAD_ROW = 6
HEAD = ("Indicator", "Group", "What is counted", "In this group", "Count", "What to look at")
"""The heads of columns A to F."""
FIRST_ROW = HEAD_ROW + 1
COUNT_COLUMN, REMARK_COLUMN = "E", "F"

HIDDEN_COUNT = f"fewer than {SMALLEST_COUNT}"
"""What is written in place of a count from 1 to 4. Words, since "<5" is a comparison in a sheet."""
WITHHELD: Final = "withheld"
"""What a total says when one of its groups is a hidden count."""

REMARK_SMALL = f"Write {HIDDEN_COUNT}"
REMARK_WHOLE = "Whole numbers only"
REMARK_LARGE = "Too large: look again"
REMARK_SOME = "Fill in all groups or none"
"""What column F says of a count, and of an indicator of which some groups are empty."""

LARGEST_COUNT = 1_000_000
"""A larger count is a slip: no force in the UK has so many of anything that is counted here."""
LARGEST_FILE, LARGEST_UNPACKED = 2_000_000, 20_000_000
"""Bytes of a file, and of all that is packed in it: far more than a filled-in sheet has."""
MOST_PARTS, MOST_CELLS = 400, 20_000
"""How many files are packed in one, and how many rows and cells of a tab say anything."""
LAST_COLUMN = 4
"""The number of the last column of the tabs in which nothing is filled in: D."""
FEWEST_FORCES = 3
"""With fewer whole sets of figures an indicator is withheld: two could work out each other's."""


@dataclass(frozen=True)
class SheetRow:
    """One row of the tab of figures, numbered as a spreadsheet does, from 1."""

    row: int
    indicator: str
    """The id that stands in column A."""
    group: str
    """The id that stands in column B, or `total`."""
    counted: str
    """Column C: the title of the indicator, and what is counted."""
    title: str
    """Column D: the title of the group."""

    @property
    def is_total(self) -> bool:
        """Whether it is the sum of its indicator's groups, which is worked out."""
        return self.group == TOTAL

    @property
    def cell(self) -> str:
        """Where its count stands: "E9"."""
        return f"{COUNT_COLUMN}{self.row}"


@dataclass(frozen=True)
class SheetBlock:
    """The rows of one indicator: its groups, one below the other, and then its total."""

    indicator: Indicator
    groups: tuple[SheetRow, ...]
    total: SheetRow

    @property
    def range(self) -> str:
        """The cells of its groups: "E7:E8"."""
        return f"{self.groups[0].cell}:{self.groups[-1].cell}"


@dataclass(frozen=True)
class SheetLayout:
    """A whole sheet: which revision of the kit it is, who may fill it in, and each row."""

    kit: int
    forces: Mapping[str, str]
    """The names of the forces by their ids."""
    blocks: tuple[SheetBlock, ...]

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """Every row below the head, in order."""
        return tuple(row for block in self.blocks for row in (*block.groups, block.total))

    @property
    def lists_forces(self) -> bool:
        """Whether a sheet and the page that merges sheets list every force: not above so many."""
        return len(self.forces) <= MANY

    @property
    def last_row(self) -> int:
        """The number of the last row; that of the head where nothing is counted."""
        return self.blocks[-1].total.row if self.blocks else HEAD_ROW


def layout_of(catalogue: Catalogue) -> SheetLayout:
    """Return the layout of the sheets of a hub: for the forces of the UK, partners left out."""
    forces = {one.id: one.name for one in catalogue.uk_forces}
    return layout(catalogue.indicators, forces, kit_number(catalogue))


def layout(indicators: Iterable[Indicator], forces: Mapping[str, str], kit: int) -> SheetLayout:
    """Return where each figure of some indicators stands, in their order."""
    return SheetLayout(kit, dict(forces), tuple(_blocks(indicators)))


def _blocks(indicators: Iterable[Indicator]) -> Iterator[SheetBlock]:
    row = FIRST_ROW
    for one in indicators:
        said = f"{one.title} ({one.counted})"
        groups = tuple(
            SheetRow(row + at, one.id, group.id, said, group.title)
            for at, group in enumerate(one.groups)
        )
        row += len(groups)
        yield SheetBlock(one, groups, SheetRow(row, one.id, TOTAL, said, "In all"))
        row += 1


def for_script(found: SheetLayout, messages: Mapping[str, str] | None = None) -> str:
    """Return the layout as JSON, for the script that reads sheets in a browser.

    `messages` are what is said of a sheet that is refused, by code, with places in braces. Where
    there are too many forces for one list, none is named.
    """
    said = {
        "kit": found.kit,
        "forces": dict(found.forces) if found.lists_forces else {},
        "rows": [[row.row, row.indicator, row.group, row.counted, row.title] for row in found.rows],
        "indicators": [_indicator(block.indicator) for block in found.blocks],
        "tabs": TABS,
        "cells": dict(
            zip(
                ("force", "from", "to", "kit"),
                (FORCE_CELL, FROM_CELL, TO_CELL, KIT_CELL),
                strict=True,
            )
        ),
        "labels": LABELS,
        "head": {"row": HEAD_ROW, "words": HEAD},
        "words": {"hidden": HIDDEN_COUNT, "withheld": WITHHELD, "total": TOTAL},
        "remarks": remarks(),
        "limits": {
            "smallest": SMALLEST_COUNT,
            "largest": LARGEST_COUNT,
            "forces": FEWEST_FORCES,
            "file": LARGEST_FILE,
            "unpacked": LARGEST_UNPACKED,
            "parts": MOST_PARTS,
            "cells": MOST_CELLS,
            "columns": LAST_COLUMN,
        },
        "messages": dict(messages or {}),
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def remarks() -> Sequence[str]:
    """Return everything that column F may say."""
    return (REMARK_SMALL, REMARK_WHOLE, REMARK_LARGE, REMARK_SOME)


def _indicator(one: Indicator) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        "topic": one.topic,
        "definition": one.definition,
        "source": one.source,
        "counted": one.counted,
        "groups": [{"id": group.id, "title": group.title} for group in one.groups],
        "share": list(one.share),
        "limits": one.limits,
    }
