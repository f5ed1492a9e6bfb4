"""The list of all that can be downloaded, told before anything is made."""

from __future__ import annotations

from collections import Counter

import pytest

from peerhub.catalogue import load
from peerhub.feeds.downloads import KIND_NAMES, downloads
from tests.projects import ROOT, small_project


@pytest.fixture(scope="module")
def found():
    return {one.path: one for one in downloads(load(ROOT))}


def test_no_file_is_listed_twice():
    paths = Counter(one.path for one in downloads(load(ROOT)))
    assert [path for path, times in paths.items() if times > 1] == []


def test_every_kind_has_a_name_and_every_file_a_title_and_a_page(found):
    for one in found.values():
        assert one.kind in KIND_NAMES, one.path
        assert one.title, one.path
        assert one.page.startswith("/"), one.path


def test_a_poster_says_its_language_and_how_many_pages_it_has(found):
    design = "posters/talk-to-a-peer-supporter"
    assert found[f"{design}/gwent-a5-cy.pdf"].language == "cy, en-GB"
    assert found[f"{design}/gwent-a5-cy.pdf"].pages == 2
    assert found[f"{design}/kent-a4.pdf"].language == "en-GB"
    assert found[f"{design}/kent-a4.pdf"].pages == 1


def test_tools_cards_calendars_and_citations_are_there(found):
    for path in (
        "materials/tools/offer-letter.docx",
        "materials/tools/help-card.pdf",
        "materials/tools/prompt-cards.pdf",
        "events/calendar.ics",
        "train/workshops/supporter-course/timetable.ics",
        "forces/forces.csv",
        "forces/briefing.pdf",
        "evidence/evidence.bib",
        "evidence/evidence.ris",
        "posters/make/poster-maker.zip",
        "posters/packs/kent.zip",
    ):
        assert path in found


def test_a_hub_with_nothing_in_it_offers_what_needs_nothing(tmp_path):
    kinds = {one.kind for one in downloads(load(small_project(tmp_path)))}
    assert kinds == {"card", "briefing", "data", "calendar"}


def test_a_package_says_for_which_standard_it_is():
    found = [one for one in downloads(load(ROOT)) if one.kind == "package"]
    assert {one.format for one in found} == {"SCORM 1.2", "cmi5"}
    assert len({(one.group, one.title, one.format) for one in found}) == len(found)
