"""A module's two pages: participants never meet the notes and answers that trainers hold."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.catalogue.calls import carried_out
from peerhub.pages.macros import Macros
from peerhub.pages.modules import module_page, trainer_page
from tests.projects import ROOT

FOUND = load(ROOT)
MACROS = Macros(FOUND).by_name()


@pytest.mark.parametrize("module", FOUND.modules, ids=lambda module: module.id)
def test_no_answer_and_no_trainer_note_stands_on_the_page_of_participants(module):
    page = module_page(FOUND, module)
    trainer = FOUND.texts[module.id].trainer
    assert trainer
    assert trainer not in page
    assert "Answers to the knowledge check" not in page
    assert "Trainer notes" not in page


def test_a_module_leads_back_to_the_guidance_that_leads_to_it():
    page = module_page(FOUND, FOUND.module_by_id["records-and-evaluation"])
    assert "- Guidance: [Records and small numbers](/guidance/records/)" in page
    assert "Guidance:" not in module_page(FOUND, FOUND.module_by_id["listening"])


@pytest.mark.parametrize("module", FOUND.modules, ids=lambda module: module.id)
def test_the_trainers_page_holds_the_notes_the_answers_and_the_way_to_help(module):
    page = trainer_page(FOUND, module)
    assert carried_out(FOUND.texts[module.id].trainer, MACROS) in page
    assert "### Answers to the knowledge check" in page
    assert MACROS["first_lines"]() in page
    assert "{{" not in page
