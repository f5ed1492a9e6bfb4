"""Formulas as OpenDocument writes them."""

from __future__ import annotations

import pytest

from peerhub.evaluation.open_formula import open_formula


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("SUM(E7:E8,B1)", "SUM([.E7:.E8];[.B1])"),
        ('IF(E7="",0,"E8, and E9!A1")', 'IF([.E7]="";0;"E8, and E9!A1")'),
        ("Figures!E9+1", "[$Figures.E9]+1"),
        ("LEN(Figures!F7:F8)", "LEN([$Figures.F7:.F8])"),
        ("'Read first'!$A$3:$A$9", "[$'Read first'.$A$3:.$A$9]"),
        ("DATE(2020,1,1)", "DATE(2020;1;1)"),
        ("LOG10(A1)", "LOG10([.A1])"),
    ],
)
def test_references_and_separators_are_written_otherwise_and_text_is_left(formula, expected):
    assert open_formula(formula) == expected
