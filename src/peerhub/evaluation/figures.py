"""What a sheet works out from its counts: totals, shares and remarks.

The formulas of the sheets say the same, as a test that has them recalculated holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from peerhub.evaluation.layout import (
    HIDDEN_COUNT,
    LARGEST_COUNT,
    REMARK_LARGE,
    REMARK_SMALL,
    REMARK_SOME,
    REMARK_WHOLE,
    WITHHELD,
)
from peerhub.questions.disclosure import SMALLEST_COUNT

Count = int | float | str | None
"""What may stand in a cell of column E; None where it is empty."""


def total(counts: Sequence[Count]) -> int | Literal["withheld"] | None:
    """Return the total of an indicator's groups as its sheet shows it.

    None where all groups are empty, "withheld" where one is a hidden count; text counts as nothing.
    """
    if all(one is None for one in counts):
        return None
    if HIDDEN_COUNT in counts:
        return WITHHELD
    return sum(int(one) for one in counts if isinstance(one, int | float))


def share(part: int, whole: int) -> int:
    """Return a part of a whole in per cent, to the nearest whole number, half upwards."""
    return (200 * part + whole) // (2 * whole)


def remark(count: Count, counts: Sequence[Count]) -> str:
    """Return what a sheet remarks on a count; `counts` are those of all groups of its indicator."""
    if count is None:
        return REMARK_SOME if any(one is not None for one in counts) else ""
    if isinstance(count, str):
        return "" if count == HIDDEN_COUNT else REMARK_WHOLE
    if count < 0 or count != int(count):
        return REMARK_WHOLE
    if 0 < count < SMALLEST_COUNT:
        return REMARK_SMALL
    return REMARK_LARGE if count > LARGEST_COUNT else ""
