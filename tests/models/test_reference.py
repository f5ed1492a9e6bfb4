"""A source: how it is written out, and what it may not lack."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.components import specimens as some


def test_an_article_is_cited_with_its_place_in_the_journal():
    source = some.reference(
        authors=("Writer A", "Other BC"), journal="Ears", volume="3", issue="2", pages="10-12"
    )
    assert source.citation == "Writer A, Other BC. On listening. Ears 2020;3(2):10-12."


def test_writers_who_are_not_named_are_still_said():
    source = some.reference(and_others=True)
    assert source.citation == "Writer A, and others. On listening. 2020."


def test_an_organisation_stands_in_the_writers_place_and_the_year_once():
    source = some.reference(authors=(), body="Institute", printed="Guideline 4, May 2020")
    assert source.citation == "Institute. On listening. Guideline 4, May 2020."


@pytest.mark.parametrize("silent", ["limits", "use_for"])
def test_a_published_source_says_its_limits_and_how_it_is_used(silent):
    said = "Writer, 2020 does not say its limits, or how the hub uses it"
    with pytest.raises(ValidationError, match=said):
        some.reference(**{silent: None})
    assert some.reference(**{silent: None}, confidence="medium")


def test_a_source_that_nobody_wrote_is_refused():
    with pytest.raises(ValidationError, match="nobody is named as having written it"):
        some.reference(authors=())


def test_a_source_is_not_another_report_of_itself():
    source = some.reference()
    with pytest.raises(ValidationError, match="same_study names the source itself"):
        some.reference(same_study=source.id)
