"""The limits of privacy are told in one wording, from one place."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from peerhub.catalogue import load
from peerhub.models import Limits
from peerhub.questions.limits import limits_words

ROOT = Path(__file__).parents[2]
LIMITS = Limits(
    short="a & b",
    full=("someone is at risk", "a child is at risk"),
    opening="It stays, unless a & b. All right?",
)


def test_the_short_form_is_half_a_sentence_for_a_page():
    assert limits_words(LIMITS) == "a &amp; b"


def test_the_full_form_is_a_list_in_order():
    assert limits_words(LIMITS, "full") == "1. Someone is at risk.\n2. A child is at risk."


def test_the_opening_is_a_quotation():
    assert limits_words(LIMITS, "opening") == "> It stays, unless a &amp; b. All right?"


def test_another_form_is_refused():
    with pytest.raises(ValueError, match="form is 'long'; write one of: short, full, opening"):
        limits_words(LIMITS, "long")


def test_a_project_without_the_wording_cannot_call_for_it():
    with pytest.raises(ValueError, match=r"data/site\.yml holds no limits"):
        limits_words(None)


def test_an_opening_in_other_words_is_refused():
    with pytest.raises(ValidationError, match="the opening tells the limits in other words"):
        Limits(short="a or b", full=("a",), opening="It stays, unless it does not.")


def test_the_agreement_that_supporters_sign_has_each_limit():
    found = load(ROOT)
    agreement = found.bodies["guidance/confidentiality-agreement.md"]
    assert [line for line in found.site.limits.full if line not in agreement] == []


def test_posters_that_speak_of_privacy_use_the_wording():
    found = load(ROOT)
    said = [one.english.limits for one in found.posters if one.english.limits]
    assert len(said) == 4
    assert all(found.site.limits.short in one for one in said)


def test_the_tally_is_one_tally():
    found = load(ROOT)
    sheets = found.texts["confidentiality"].sheets
    (taught,) = (one.words for one in sheets if one.title == "Monthly tally sheet")
    page = found.bodies["guidance/records.md"].partition("## The tally sheet")[2]

    def rows(text: str) -> list[str]:
        return [line for line in text.splitlines() if line.startswith(("|", "Month", "Area"))]

    table = rows(page.partition("Send this")[0])
    assert len(table) > 25
    assert rows(taught) == table
