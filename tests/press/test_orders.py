"""A poster that cannot be made is told by the line of the data that holds its words."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.press import PressError
from peerhub.press.orders import placed
from tests.projects import ROOT

KENT = "The words of the poster talk-to-a-peer-supporter for Kent Police do not fit their place"


@pytest.mark.parametrize(
    ("place", "file", "line"),
    [
        ("headline", "posters.yml", "- id: talk-to-a-peer-supporter"),
        ("name", "forces.yml", "  name: Kent Police"),
        ("force", "forces.yml", "  name: Kent Police"),
    ],
)
def test_words_that_do_not_fit_are_told_by_their_place_in_the_data(place, file, line):
    told = str(placed(PressError(f"{KENT} ({place}).", "Use fewer."), ROOT, load(ROOT)))
    where, _, said = told.partition(": ")
    name, number, _ = where.split(":")
    assert name == f"data/{file}"
    assert (ROOT / name).read_text(encoding="utf-8").splitlines()[int(number) - 1] == line
    assert said == f"{KENT} ({place}). Use fewer."


def test_any_other_fault_of_the_press_is_told_as_it_is():
    error = PressError("The fonts are missing.", "Bring them back.")
    assert placed(error, ROOT, load(ROOT)) is error
