"""How many to print is read from the words that say so."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.models.copies import read_copies
from tests.projects import ROOT


@pytest.mark.parametrize(
    ("note", "twelve", "thirteen"),
    [
        ("One set for every three or four people.", "4 sets", "5 sets"),
        ("One set for each group of three. Give out one at a time.", "4 sets", "5 sets"),
        ("One set for each group.", "3 sets", "4 sets"),
        ("One for each person, face down until you read it aloud.", "12 copies", "13 copies"),
        ("One for each three, or one for the wall.", "4 copies", "5 copies"),
        ("One copy for each trainer.", "2 copies", "2 copies"),
        ("One for each round.", "12 copies", "13 copies"),
        ("One card for each person, to keep.", "12 cards", "13 cards"),
        ("Two cards for each person.", "24 cards", "26 cards"),
        ("Two or three for each group.", "9 copies", "12 copies"),
        ("One set for the room, a card for each group.", "1 set", "1 set"),
        ("One set, a page for each station.", "1 set", "1 set"),
        ("One to show. It is the only one.", "1 copy", "1 copy"),
        ("One for the first person, and a spare.", "2 copies", "2 copies"),
        ("One slip for each teach-back, in a sealed envelope.", "12 cards", "13 cards"),
    ],
)
def test_a_note_says_how_many_a_group_needs(note, twelve, thirteen):
    copies = read_copies(note)
    assert (copies.said(12, 2), copies.said(13, 2)) == (twelve, thirteen)


@pytest.mark.parametrize("note", ["Some for everyone.", "One for each unicorn.", "A few."])
def test_what_cannot_be_counted_is_nothing(note):
    assert read_copies(note) is None


def test_every_sheet_on_paper_of_the_curriculum_can_be_counted():
    for text in load(ROOT).texts.values():
        for sheet in text.sheets:
            assert sheet.form == "spreadsheet" or read_copies(sheet.note), sheet.title
