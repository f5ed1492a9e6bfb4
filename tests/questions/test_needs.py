"""What a module needs says how many, and where it stands."""

from __future__ import annotations

from peerhub.catalogue import load
from peerhub.questions.needs import Needed, needed
from tests.projects import ROOT

FOUND = load(ROOT)


def of(identity: str):
    return needed(FOUND.module_by_id[identity], FOUND.texts[identity])


def test_a_need_that_is_made_says_where_it_stands_and_how_many_to_print():
    path = "materials/modules/what-peer-support-is/what-peer-support-is-room-sheets.pdf"
    cards = Needed("Request cards", "One set for every three or four people.", path)
    assert cards in of("what-peer-support-is")
    assert cards.said == "Request cards: one set for every three or four people"
    plain = of("what-peer-support-is")[0]
    assert (plain.said, plain.made) == ("A room with chairs that move", None)


def test_only_the_first_sentence_of_a_note_stands_beside_its_title():
    (cards,) = [one for one in of("assessed-practice") if one.what == "Speaker cards"]
    assert cards.how_many == "One set for each room."


def test_a_spreadsheet_is_a_file_of_its_own():
    path = "materials/modules/records-and-evaluation/records-and-evaluation-spreadsheet.ods"
    assert path in [one.made for one in of("records-and-evaluation")]
