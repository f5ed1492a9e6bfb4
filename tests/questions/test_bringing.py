"""What to bring to a workshop is one list: each thing once, by kind, with numbers for the group."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.models import Thing
from peerhub.questions.bringing import KINDS, ToBring, bringing, how_many
from tests.projects import ROOT

FOUND = load(ROOT)
COURSE = next(one for one in FOUND.workshops if one.id == "supporter-course")


def brought(things):
    return bringing(COURSE, FOUND.module_by_id, FOUND.texts, things)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("One for each person, to keep.", "12 copies"),
        ("One set for every three or four people.", "4 sets"),
        ("Two cards for each person.", "24 cards"),
        ("One copy for each trainer.", "3 copies"),
        ("Some for each visitor.", "some for each visitor"),
        ("", ""),
    ],
)
def test_a_note_becomes_a_number_where_one_comes_of_it(note, expected):
    assert how_many(note, 12, 3) == expected


def test_a_group_that_does_not_come_out_even_has_enough():
    assert how_many("One set for each three.", 13, 2) == "5 sets"
    assert how_many("One set for each three.", 3, 2) == "1 set"


def test_needs_that_mean_the_same_are_one_line_below_their_kind():
    chairs, quiet = (
        next(one for one in FOUND.things if one.id == name) for name in ("chairs", "quiet-room")
    )
    both = "A room with chairs that move, and a second, quiet room nearby"
    assert both in chairs.means
    assert both in quiet.means
    lines = brought([chairs, quiet]).by_kind
    assert lines[KINDS["rooms"]] == (ToBring(chairs.words), ToBring(quiet.words))
    assert both not in [one.words for one in lines[KINDS[None]]]


def test_a_number_is_told_for_the_largest_group_that_the_workshop_takes():
    copies = "A copy of the participant page for each person, on paper or screen"
    thing = Thing(
        id="copies", kind="paper", words="A copy of each page", one_for=1, means=(copies,)
    )
    assert brought([thing]).by_kind[KINDS["paper"]] == (ToBring("A copy of each page", "12"),)
    assert ToBring("A copy of each page", "12").said == "A copy of each page: 12"


def test_a_need_that_no_line_stands_for_is_told_in_its_own_words():
    assert "A flip chart or shared screen, and pens" in brought([]).said
    assert set(brought([]).by_kind) == {KINDS[None]}


def test_no_line_is_told_twice_and_every_need_of_the_hub_has_its_line():
    for workshop in FOUND.workshops:
        found = bringing(workshop, FOUND.module_by_id, FOUND.texts, FOUND.things)
        assert len(set(found.said)) == len(found.said), workshop.id
        assert KINDS[None] not in found.by_kind, workshop.id


def test_the_sheets_of_a_module_stand_together_with_their_numbers():
    (listening,) = [one for one in brought([]).sheets if one.module == "Listening"]
    assert listening.path == "materials/modules/listening/listening-room-sheets.pdf"
    assert listening.said == (
        "Room sheets of “Listening”: Topic cards: 4 sets; Observer sheet: 12 copies; "
        "Five skills: 4 copies; Demonstration scripts: 2 copies"
    )
