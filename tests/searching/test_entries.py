"""What a search can find beside the words of pages."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.searching.entries import entries, initials
from peerhub.searching.sections import Page, PageSection
from tests.projects import ROOT


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("West Midlands Police", ["WMP"]),
        ("Devon & Cornwall Police", ["D&C", "DCP"]),
        ("Avon and Somerset Police", ["A&S", "ASP"]),
        ("City of London Police", ["CLP", "COLP"]),
        ("Kent Police", []),
        ("Jersey", []),
    ],
)
def test_a_force_has_the_initials_that_people_make_of_its_name(name, made):
    assert initials(name) == made


def test_a_code_is_found_by_itself_and_old_words_of_its_page_are_not():
    page = Page(
        "/posters/current/t1/", "Poster T1", "About T1.", (PageSection("", "Poster T1", ["Old"]),)
    )
    found, shared = entries(load(ROOT), [page])
    assert (found[0].address, found[0].keys, found[0].text) == (page.address, ["T1"], [])
    assert found[0].page == 0
    assert set(shared) == {"/forces/", "/events/"}


def test_a_force_in_another_language_is_found_as_a_whole_and_with_every_word():
    sections = (PageSection("", "Heddlu Gwent", ["Cymorth"]), PageSection("nesaf", "Nesaf", ["Yr"]))
    page = Page("/cy/forces/gwent/", "Heddlu Gwent", "Gwent.", sections)
    found = [one for one in entries(load(ROOT), [page])[0] if one.address.startswith("/cy/")]
    assert [(one.address, one.kind) for one in found] == [(page.address, "forces")]
    assert {"cymorth", "nesaf", "yr"} <= set(found[0].text)


def test_what_only_says_again_what_stands_elsewhere_is_not_searched():
    page = Page("/about/translations/", "T", "D", (PageSection("", "T", ["words"]),))
    assert "/about/translations/" not in {one.address for one in entries(load(ROOT), [page])[0]}
