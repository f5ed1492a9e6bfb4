"""Bars: a table that says each number, and shows it as a part of the largest."""

from __future__ import annotations

import re

from peerhub.components.bars import bar, bars


def lengths(html: str) -> list[str]:
    """Return how long each bar is: the second rectangle of each pair."""
    return re.findall(r'<rect width="([\d.]+)"', html)[1::2]


def test_each_row_says_its_number_and_its_bar_is_a_part_of_the_largest():
    made = bars(
        "Time", ("Way", "Time"), [("Talk & more", 40), ("Pairs", 10)], ["40 minutes", "10 minutes"]
    )
    assert '<tr><th scope="row">Talk &amp; more</th><td>40 minutes<svg' in made
    assert lengths(made) == ["100", "25"]
    assert made.count('aria-hidden="true"') == 2
    assert "style=" not in made


def test_nothing_counted_draws_empty_bars():
    assert lengths(bars("A", ("B", "C"), [("None", 0)], ["0"])) == ["0"]


def test_a_bar_is_never_longer_than_its_place():
    assert [lengths(bar(part)) for part in (-1, 0.5, 3)] == [["0"], ["50"], ["100"]]
