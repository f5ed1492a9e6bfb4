"""A trainer finds each sheet on the plan's page and on the workshop's, and no participant does."""

from __future__ import annotations

from peerhub.catalogue import load
from peerhub.pages.modules import module_page, trainer_page
from peerhub.pages.workshops import workshop_page
from tests.projects import ROOT

FOUND = load(ROOT)
MODULE = FOUND.module_by_id["assessed-practice"]
FILE = "/materials/modules/assessed-practice/assessed-practice-room-sheets.pdf"


def test_what_is_made_is_linked_where_it_is_needed():
    page = trainer_page(FOUND, MODULE)
    assert f"- [Speaker cards]({FILE}), made for you. One set for each room." in page
    assert "A timer in each room" in page
    for form in ("pdf", "docx", "odt"):
        assert f"assessed-practice-room-sheets.{form}" in page


def test_the_words_of_a_sheet_stand_once_on_the_trainers_page():
    page = trainer_page(FOUND, FOUND.module_by_id["listening"])
    assert "### Observer sheet\n\nA sheet to mark. One for each round." in page
    assert page.count("When the speaker felt heard: ……") == 1
    assert trainer_page(FOUND, MODULE).count("Leanne, detective") == 1
    assert "All of its words are on the module's pages." in page
    assert "<!-- sheet" not in page


def test_participants_get_no_sheet_that_is_kept_back():
    page = module_page(FOUND, MODULE)
    assert "room-sheets.pdf" not in page
    assert "Leanne, detective" not in page
    assert "<!-- sheet" not in page


def test_a_workshop_links_the_sheets_of_each_of_its_modules():
    page = workshop_page(FOUND, FOUND.workshop_by_id["supporter-course"])
    assert f'<a href="{FILE}">Assessed practice</a>: Speaker cards: 2 sets' in page
