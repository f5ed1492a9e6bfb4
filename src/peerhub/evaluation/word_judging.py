"""Judges the words of a sheet: the kit's own are unchanged, and nothing stands beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from peerhub.evaluation.filled_book import SheetTab
from peerhub.evaluation.layout import (
    FORCE_CELL,
    FROM_CELL,
    HEAD,
    HEAD_ROW,
    KIT_CELL,
    LABELS,
    REMARK_COLUMN,
    TO_CELL,
    SheetLayout,
)
from peerhub.evaluation.sheet_fault import SheetFault

FILLED = (FORCE_CELL, FROM_CELL, TO_CELL, KIT_CELL)


def judge_words(layout: SheetLayout, figures: SheetTab) -> Iterator[SheetFault]:
    """Yield each cell whose words were changed, and then each that should be empty."""
    fixed = _fixed(layout)
    for place, words in fixed.items():
        cell = figures.at(place)
        if cell.kind != "text" or cell.text.strip() != words:
            yield SheetFault("altered", place)
    counts = {row.cell for row in layout.rows}
    remarks = {f"{REMARK_COLUMN}{row.row}" for row in layout.rows}
    for place, cell in figures.cells.items():
        is_remark = place in remarks and cell.has_formula
        if not (place in fixed or place in FILLED or place in counts or is_remark):
            yield SheetFault("not-empty", place)


def _fixed(layout: SheetLayout) -> Mapping[str, str]:
    """Return the words that each cell has to have: labels, heads, ids and titles."""
    labels = {f"A{cell[1:]}": word for cell, word in zip(FILLED, LABELS, strict=True)}
    heads = {f"{column}{HEAD_ROW}": word for column, word in zip("ABCDEF", HEAD, strict=True)}
    rows = {
        f"{column}{row.row}": word
        for row in layout.rows
        for column, word in zip(
            "ABCD", (row.indicator, row.group, row.counted, row.title), strict=True
        )
    }
    return {**labels, **heads, **rows}
