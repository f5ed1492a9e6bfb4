"""The QR code: the same modules as the standard asks for, with a quiet zone round them."""

from __future__ import annotations

import segno

from peerhub.press.posters.qr import QUIET_ZONE, drawing

ADDRESS = "https://peer-support.example/forces/ministry-of-defence-police/"


def modules(side: int, shape: bytes) -> set[tuple[int, int]]:
    dark = set()
    for line in shape.decode().splitlines():
        x, y, width, height, operator = line.split()
        assert (height, operator) == ("1", "re")
        dark |= {(int(x) + step, int(y)) for step in range(int(width))}
    assert all(0 <= x < side and 0 <= y < side for x, y in dark)
    return dark


def test_every_dark_module_is_drawn_and_no_light_one():
    side, shape = drawing(ADDRESS)
    code = segno.make(ADDRESS, error="q", micro=False, boost_error=False)
    rows = list(code.matrix_iter(border=QUIET_ZONE))
    assert side == len(rows)
    assert modules(side, shape) == {
        (x, y) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    }


def test_four_modules_are_kept_empty_on_every_side():
    side, shape = drawing(ADDRESS)
    dark = modules(side, shape)
    for positions in zip(*dark, strict=True):
        assert min(positions) == 4
        assert max(positions) == side - 5


def test_a_quarter_of_the_code_may_be_lost():
    assert segno.make(ADDRESS, error="q", micro=False, boost_error=False).error == "Q"
