"""The evaluation kit in pages: its indicators and its sheets."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.evaluation.make import evaluation_sheets
from peerhub.feeds.downloads import downloads
from peerhub.pages.kit_macros import KitMacros
from tests.catalogue.test_indicator_rules import SOURCE, text
from tests.projects import ROOT, small_project


@pytest.fixture
def hub(tmp_path):
    words = text().replace("  limits:", "  evidence: [guide-2012]\n  share: [staff]\n  limits:", 1)
    return load(
        small_project(tmp_path, indicators=words, evidence=SOURCE.format(confidence="high"))
    )


def test_each_indicator_says_what_it_counts_and_cannot_show_and_cites_its_sources(hub):
    shown = KitMacros(hub).indicators()
    assert shown.count('<li class="reference"') == len(hub.indicators)
    for said in ("Officer; Staff", "The tally sheets", "It counts talks, and not people."):
        assert said in shown
    assert shown.count("Shown in per cent") == 1
    assert 'href="/evidence/#guide-2012"' in shown


def test_the_page_offers_what_the_build_makes_and_all_materials_list_it(hub):
    made = evaluation_sheets(hub)
    offered = KitMacros(hub).evaluation_sheets()
    listed = {one.path: one.title for one in downloads(hub)}
    assert sorted(path.rpartition(".")[2] for path in made) == ["ods", "xlsx"]
    for path in made:
        assert f'href="/{path}"' in offered
        assert listed[path] == "Evaluation sheet for one force"


def test_a_hub_without_indicators_says_so_and_makes_no_sheet(tmp_path):
    found = load(small_project(tmp_path))
    assert "No indicators yet" in KitMacros(found).indicators()
    assert (KitMacros(found).evaluation_sheets(), evaluation_sheets(found)) == ("", {})
    assert not [one for one in downloads(found) if one.kind == "evaluation-sheet"]


def test_the_page_asks_each_question_of_the_yearly_surveys_as_its_indicator_has_it():
    real = load(ROOT)
    page = real.bodies["guidance/evaluation-kit.md"]
    asked = [one for one in real.indicators if "yearly survey" in one.source]
    assert len(asked) == 5
    for one in asked:
        question = one.definition.split('"')[1]
        assert f"{question} {' / '.join(group.title for group in one.groups)}\n" in page
