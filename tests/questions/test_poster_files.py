"""Where posters stand, and which forces have them in Welsh."""

from __future__ import annotations

from dataclasses import replace

import pytest

from peerhub.catalogue import load
from peerhub.orders.posters import orders
from peerhub.questions.poster_files import copies, in_pack, pages, poster_path, spoken_in
from tests.projects import ROOT, in_english, reworded


@pytest.fixture(scope="module")
def catalogue():
    return load(ROOT)


def test_the_forces_that_work_in_wales_have_both_languages(catalogue):
    assert {force.id for force in catalogue.uk_forces if spoken_in(force, catalogue.languages)} == {
        "dyfed-powys",
        "gwent",
        "north-wales",
        "south-wales",
        "british-transport-police",
        "civil-nuclear-constabulary",
        "ministry-of-defence-police",
    }


def test_a_force_outside_wales_has_english_only(catalogue):
    poster, kent = catalogue.posters[0], catalogue.force_by_id["kent"]
    assert {language for _, language in copies(poster, kent, catalogue.languages)} == {"en"}
    gwent = catalogue.force_by_id["gwent"]
    assert ("a4", "cy") in copies(poster, gwent, catalogue.languages)
    assert len(copies(poster, gwent, catalogue.languages)) > len(
        copies(poster, kent, catalogue.languages)
    )


def test_every_size_that_is_had_in_english_is_had_in_both_languages(catalogue):
    gwent = catalogue.force_by_id["gwent"]
    for poster in catalogue.posters:
        found = {language: [] for language in ("en", "cy")}
        for size, language in copies(poster, gwent, catalogue.languages):
            found[language].append(size)
        assert found["cy"] == found["en"] == list(poster.sizes)


def test_large_print_in_both_languages_has_a_page_for_each():
    assert (pages("large"), pages("large", "cy")) == (1, 2)
    assert (pages("a5", "cy"), pages("wallet", "cy"), pages("screen", "cy")) == (2, 2, 1)


def test_a_poster_without_welsh_is_had_in_english_everywhere(catalogue):
    poster = in_english(catalogue.posters[0])
    gwent = catalogue.force_by_id["gwent"]
    assert {language for _, language in copies(poster, gwent, catalogue.languages)} == {"en"}


def test_what_is_offered_is_what_is_ordered(catalogue):
    offered = {
        poster_path(poster.id, force.id, size, language)
        for poster in catalogue.posters
        for force in catalogue.uk_forces
        for size, language in copies(poster, force, catalogue.languages)
    }
    made = {job.path(size) for job in orders(catalogue) for size in job.sizes}
    assert offered == made


def test_both_languages_lie_side_by_side_in_a_pack(catalogue):
    poster, gwent = catalogue.posters[0], catalogue.force_by_id["gwent"]
    names = {in_pack(poster, *copy) for copy in copies(poster, gwent, catalogue.languages)}
    assert f"posters/a4/{poster.id}.pdf" in names
    assert f"posters/a4/{poster.id}-cy.pdf" in names


def test_a_change_of_welsh_words_makes_no_english_poster_again(catalogue):
    changed = reworded(catalogue.posters[0], "cy", who="Eraill.")
    other = replace(catalogue, posters=(changed, *catalogue.posters[1:]))

    def english(of):
        return [job for job in orders(of) if job.language == "en"]

    assert english(other) == english(catalogue)
    assert orders(other) != orders(catalogue)
