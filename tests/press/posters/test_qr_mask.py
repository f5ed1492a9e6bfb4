"""The mask of a QR code: the standard's own choice, which segno makes module by module."""

from __future__ import annotations

import pytest
from segno import encoder

from peerhub.press.posters.qr import symbol
from peerhub.press.posters.qr_mask import best_mask, planes, score, with_mask

ADDRESSES = [
    "https://hub.example/",
    "https://peer-support-hub.example/forces/avon-and-somerset/",
    "https://peer-support-hub.example/forces/ministry-of-defence-police/",
    "https://peer-support.example/forces/northern-ireland/",
    "https://a-much-longer-name-for-the-hub.police.example/forces/civil-nuclear-constabulary/"
    "posters/talk-to-a-peer-supporter/and/more/to/reach/the/seventh/version/of/the/code/",
    *(f"https://hub.example/forces/{'force-' * (number % 5)}{number}/" for number in range(30)),
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_best_mask_is_the_one_segno_chooses(address):
    assert best_mask(symbol(address, 0)) == symbol(address).mask


@pytest.mark.parametrize("address", ADDRESSES[:5])
def test_a_symbol_scores_what_segno_says(address):
    for mask in range(8):
        matrix = symbol(address, mask).matrix
        side = len(matrix)
        assert score(planes(matrix), side) == encoder.evaluate_mask(matrix, side, side)


def test_rows_and_columns_are_kept_apart_by_light():
    three = planes([[1, 0, 1], [0, 1, 0], [1, 1, 1]])
    assert bin(three.rows) == "0b10100000100000111"
    assert bin(three.columns) == "0b10100000110000101"


@pytest.mark.parametrize("address", ADDRESSES)
def test_under_each_mask_a_code_is_as_segno_makes_it(address):
    plain = symbol(address, 0)
    for mask in range(8):
        assert list(map(bytes, with_mask(plain, mask))) == list(
            map(bytes, symbol(address, mask).matrix)
        )
