"""Words as the search compares them."""

from __future__ import annotations

import pytest

from peerhub.searching.fold import numbers, words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Can't", ["cant"]),
        ("can\u2019t", ["cant"]),
        ("Dŵr Ŷd", ["dwr", "yd"]),
        ("self-harm", ["self", "harm"]),
        ("self\u2013harm", ["self", "harm"]),
        ("Devon & Cornwall", ["devon", "cornwall"]),
        ("“help!”", ["help"]),
        ("O'Neill's", ["oneills"]),
        ("snake_case", ["snake", "case"]),
        ("🙂", []),
        ("b.t.p.", ["btp"]),
        ("T.T.T", ["ttt"]),
        ("A & S, D&C", ["as", "dc"]),
        ("e.g. 3.5 x.ray a.", ["eg", "3", "5", "x", "ray", "a"]),
        ("Q&A&", ["qa"]),
    ],
)
def test_case_accents_apostrophes_and_dashes_make_no_difference(typed, meant):
    assert words(typed) == meant


def test_a_number_is_one_with_spaces_and_without():
    assert numbers("0300 131 2789; SHOUT to 85258") == ["03001312789", "85258"]
    assert numbers("(0300) 131.2789 or 0300\u2013131\u20132789") == ["03001312789"] * 2
    assert numbers("9 am, day 2") == []
