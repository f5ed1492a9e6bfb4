"""Judges the counts of one indicator: each group's, that none is left out, and their total."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from peerhub.evaluation.figures import total
from peerhub.evaluation.filled_book import SheetCell, SheetTab
from peerhub.evaluation.layout import HIDDEN_COUNT, LARGEST_COUNT, SheetBlock
from peerhub.evaluation.messages import NO_TOTAL
from peerhub.evaluation.sheet_fault import SheetFault
from peerhub.questions.disclosure import SMALLEST_COUNT

Hidden = Literal["hidden"]
GroupCount = int | Hidden | None
"""A count of 0 or of 5 and more; "hidden" for 1 to 4; None for a group that is left empty."""


def judge_block(
    block: SheetBlock, figures: SheetTab
) -> tuple[list[SheetFault], Sequence[GroupCount]]:
    """Return what is wrong with the rows of an indicator, and the counts of its groups."""
    cells = [figures.at(row.cell) for row in block.groups]
    is_begun = not all(cell.is_empty for cell in cells)
    found, counts = [], []
    for row, cell in zip(block.groups, cells, strict=True):
        code, count = _counted(cell)
        code = code or ("gap" if is_begun and count is None else "")
        if code:
            found.append(SheetFault(code, row.cell))
        counts.append(count)
    if not found:
        found = _total_faults(block, counts, figures.at(block.total.cell))
    return found, counts


def _counted(cell: SheetCell) -> tuple[str, GroupCount]:
    """Return the code of what is wrong with a group's cell, or "" and what it counts."""
    if cell.is_empty:
        return "", None
    if cell.kind == "text" and cell.text.strip().lower() == HIDDEN_COUNT:
        return "", "hidden"
    if cell.kind != "number" or cell.number != cell.number:
        return "not-a-number", None
    if cell.number < 0:
        return "negative", None
    if not cell.number.is_integer():
        return "fraction", None
    if 0 < cell.number < SMALLEST_COUNT:
        return "small", None
    if cell.number > LARGEST_COUNT:
        return "unlikely", None
    return "", int(cell.number)


def _total_faults(
    block: SheetBlock, counts: Sequence[GroupCount], cell: SheetCell
) -> list[SheetFault]:
    """Return the fault of a total that is not what its groups come to; none where it is.

    A formula that comes to nothing is one that nobody has worked out yet: programs that fill in
    sheets leave it so. What it would come to is the sum that is worked out here anyway.
    """
    if cell.has_formula and cell.is_empty:
        return []
    expected = total([HIDDEN_COUNT if one == "hidden" else one for one in counts])
    if isinstance(expected, int):
        is_right = cell.kind == "number" and cell.number == expected
    else:
        is_right = cell.kind == "text" and cell.text.strip() == (expected or "")
    told = NO_TOTAL if expected is None else expected
    return [] if is_right else [SheetFault("total", block.total.cell, {"expected": told})]
