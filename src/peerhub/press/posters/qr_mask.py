"""Which of its eight masks a QR code should wear: the one that scores lowest.

A mask turns over some of the modules, so that none of the symbol looks like a finder pattern or
a blank (ISO/IEC 18004 clause 7.8). segno chooses rightly, but goes from module to module eight
times over, which takes a sixth of the time of a whole poster. Here all modules are the bits of
one number, row after row, and are counted together; a second number holds them column by column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

import segno
from segno import consts, encoder

MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda row, column: (row + column) % 2 == 0,
    lambda row, _: row % 2 == 0,
    lambda _, column: column % 3 == 0,
    lambda row, column: (row + column) % 3 == 0,
    lambda row, column: (row // 2 + column // 3) % 2 == 0,
    lambda row, column: row * column % 2 + row * column % 3 == 0,
    lambda row, column: (row * column % 2 + row * column % 3) % 2 == 0,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2 == 0,
)
"""Whether each mask turns over the module at a row and a column (table 10)."""

GAP = 4
"""Light modules between two rows of a number: as many as a finder pattern needs beside it."""

_FIXED = frozenset(
    {
        consts.TYPE_FINDER_PATTERN_DARK,
        consts.TYPE_FINDER_PATTERN_LIGHT,
        consts.TYPE_SEPARATOR,
        consts.TYPE_ALIGNMENT_PATTERN_DARK,
        consts.TYPE_ALIGNMENT_PATTERN_LIGHT,
        consts.TYPE_TIMING_DARK,
        consts.TYPE_TIMING_LIGHT,
    }
)
"""Kinds of module that every symbol of a size has alike."""

_LATER = frozenset({consts.TYPE_VERSION_DARK, consts.TYPE_VERSION_LIGHT})
"""Kinds of module that are set after the mask is chosen; those of the format are told by place."""


class Planes(NamedTuple):
    """The modules of a symbol as two numbers: row after row, and column after column."""

    rows: int
    columns: int

    def __xor__(self, other: Planes) -> Planes:
        return Planes(self.rows ^ other.rows, self.columns ^ other.columns)

    def __and__(self, other: Planes) -> Planes:
        return Planes(self.rows & other.rows, self.columns & other.columns)


def best_mask(code: segno.QRCode) -> int:
    """Return the number of the best mask, given the symbol as it is under mask 0."""
    scored, turned = _plan(code)
    bare = planes(code.matrix) & scored
    scores = [score(bare ^ other, len(code.matrix)) for other in turned]
    return scores.index(min(scores))


def with_mask(code: segno.QRCode, mask: int) -> list[bytearray]:
    """Return the modules of a symbol under a mask, given the symbol as it is under mask 0.

    To let segno make the symbol anew takes as long as all the rest.
    """
    side = len(code.matrix)
    other = _plan(code)[1][mask].rows
    text = f"{planes(code.matrix).rows ^ other:0{side * (side + GAP) - GAP}b}"
    digits = text.encode().translate(_MODULES)
    rows = [bytearray(digits[at : at + side]) for at in range(0, len(digits), side + GAP)]
    level = consts.ERROR_MAPPING[code.error]
    encoder.add_format_info(rows, code.version, level, mask)  # type: ignore[no-untyped-call]
    return rows


def planes(matrix: Iterable[Iterable[int]]) -> Planes:
    """Return a square of dark (1) and light (0) modules as numbers."""
    rows = [bytes(row) for row in matrix]
    return Planes(_number(rows), _number([bytes(column) for column in zip(*rows, strict=True)]))


def score(symbol: Planes, side: int) -> int:
    """Return the penalty of a symbol of some modules a side (clause 7.8.3.1, table 11)."""
    within = _within(side)
    total = 0
    for dark in symbol:
        light = within & ~dark
        total += _runs(dark) + _runs(light) + _like_finders(dark)
    light = within & ~symbol.rows
    stride = side + GAP
    for colour in (symbol.rows, light):
        pairs = colour & colour >> 1
        total += 3 * (pairs & pairs >> stride).bit_count()
    share = symbol.rows.bit_count() / side**2
    return total + 10 * int(abs(share * 100 - 50) / 5)


def _runs(colour: int) -> int:
    """Return the points for five or more modules of one colour in a line: three, and one each."""
    fives = colour & colour >> 1 & colour >> 2 & colour >> 3 & colour >> 4
    return fives.bit_count() + 2 * (fives & ~(fives << 1)).bit_count()


def _like_finders(dark: int) -> int:
    """Return the points for dark, light, three dark, light, dark, with four light at one end."""
    # Four light modules go before the first row and after the last, as between any two.
    dark <<= GAP
    light = ~dark
    like = dark & light >> 1 & dark >> 2 & dark >> 3 & dark >> 4 & light >> 5 & dark >> 6
    before = light << 1 & light << 2 & light << 3 & light << 4
    after = light >> 7 & light >> 8 & light >> 9 & light >> 10
    found = like & (before | after)
    # Of two that share modules, one counts.
    return 40 * (found & ~(found << 4) & ~(found << 6)).bit_count()


def _number(rows: Sequence[bytes]) -> int:
    """Return rows of bytes 0 and 1 as one number, a gap after each."""
    gap = bytes(GAP)
    return int((gap.join(rows) + gap).translate(_DIGITS), 2) >> GAP


_DIGITS = bytes.maketrans(b"\0\1", b"01")
_MODULES = bytes.maketrans(b"01", b"\0\1")


@cache
def _within(side: int) -> int:
    return _number([b"\1" * side] * side)


_plans: dict[int, tuple[Planes, tuple[Planes, ...]]] = {}


def _plan(code: segno.QRCode) -> tuple[Planes, tuple[Planes, ...]]:
    """Return which modules are scored, and which each mask turns over that mask 0 does not."""
    side = len(code.matrix)
    if side not in _plans:
        kinds = [list(row) for row in code.matrix_iter(border=0, verbose=True)]
        later = [
            [kind in _LATER or _of_format(row, column, side) for column, kind in enumerate(line)]
            for row, line in enumerate(kinds)
        ]
        data = [
            [kind not in _FIXED and not set_later for kind, set_later in zip(*line, strict=True)]
            for line in zip(kinds, later, strict=True)
        ]
        turned = tuple(
            planes(
                [
                    is_data and mask(row, column) != MASKS[0](row, column)
                    for column, is_data in enumerate(line)
                ]
                for row, line in enumerate(data)
            )
            for mask in MASKS
        )
        _plans[side] = planes([not one for one in line] for line in later), turned
    return _plans[side]


def _of_format(row: int, column: int, side: int) -> bool:
    """Say whether a module tells the format, or is the one that is always dark (figure 25)."""
    near = 8
    return (row == near and (column <= near or column >= side - near) and column != 6) or (
        column == near and (row <= near or row >= side - near) and row != 6
    )
