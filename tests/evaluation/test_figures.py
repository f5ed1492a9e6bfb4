"""Totals, shares and remarks, as the program works them out."""

from __future__ import annotations

import pytest

from peerhub.evaluation.figures import remark, share, total


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((None, None), None),
        ((0, 0), 0),
        ((7, 12), 19),
        ((7, None), 7),
        ((7, "fewer than 5"), "withheld"),
        ((None, "fewer than 5"), "withheld"),
        ((7, "Jo"), 7),
    ],
)
def test_a_total_is_withheld_when_a_count_in_it_is(counts, expected):
    assert total(counts) == expected


@pytest.mark.parametrize(
    ("part", "whole", "expected"), [(1, 8, 13), (1, 200, 1), (1, 201, 0), (5, 5, 100), (0, 9, 0)]
)
def test_a_share_is_a_whole_number_and_half_goes_up(part, whole, expected):
    assert share(part, whole) == expected


@pytest.mark.parametrize(
    ("count", "beside", "expected"),
    [
        (None, None, ""),
        (None, 7, "Fill in all groups or none"),
        (0, 7, ""),
        (1, 7, "Write fewer than 5"),
        (4, 7, "Write fewer than 5"),
        (5, 7, ""),
        (1_000_000, 7, ""),
        (1_000_001, 7, "Too large: look again"),
        (5.5, 7, "Whole numbers only"),
        (-1, 7, "Whole numbers only"),
        ("Jo", 7, "Whole numbers only"),
        ("fewer than 5", 7, ""),
    ],
)
def test_a_count_that_may_not_stand_there_is_remarked_on(count, beside, expected):
    assert remark(count, (count, beside)) == expected
