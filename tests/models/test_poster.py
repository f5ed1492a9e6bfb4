"""Posters: what a design may leave out, and what it must say."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from tests.components import specimens as some


def test_a_design_that_speaks_of_privacy_without_limits_is_refused():
    with pytest.raises(ValidationError) as refused:
        some.poster(does=("It stays between us.",), limits="")
    assert "speaks of privacy and does not say its limits" in str(refused.value)


def test_a_design_that_says_nothing_of_privacy_needs_no_limits():
    assert some.poster(does=("We listen.",), is_not="", limits="").english.limits == ""


def test_a_design_without_a_title_is_refused():
    with pytest.raises(ValidationError) as refused:
        some.poster(title=" ")
    assert "this needs one line of text" in str(refused.value)


WELSH = {
    "translation": "draft",
    "title": "Teitl",
    "headline": ("Pennawd",),
    "who": "Pwy",
    "contact": "Cysylltu",
    "write_in": ("Blwch post", "Ffôn"),
    "scan": "Sganiwch",
    "danger": ("Mewn perygl?",),
    "hours": "Bob awr",
}


def welsh(**others):
    made = some.poster().english
    held = {
        "does": tuple("Gwneud" for _ in made.does),
        "write_in": tuple("Llinell" for _ in made.write_in),
        "invitation": ("Dewch",) if made.invitation else (),
        "is_not": "Nid" if made.is_not else "",
        "limits": "Terfynau" if made.limits else "",
    }
    return WELSH | held | others


def refusal(**others) -> str:
    with pytest.raises(ValidationError) as refused:
        some.poster({"cy": welsh(**others)})
    return str(refused.value)


def test_welsh_words_are_a_draft_until_somebody_has_signed_them_off():
    assert some.poster({"cy": welsh()}).words["cy"].translation == "draft"
    signed = {"checked_by": "force translator", "checked_on": "2026-11-01"}
    assert "nobody has signed it off" in refusal(translation="checked")
    assert "nobody has signed it off" in refusal(translation="checked", checked_by="translator")
    assert "the translation is a draft, and yet it is signed off" in refusal(**signed)


def test_neither_language_may_say_less_than_the_other():
    assert "the words of talk in 'cy' do not match its English" in refusal(
        does=("Un", "Dau", "Tri", "Pedwar", "Pump", "Chwech")
    )
    assert "do not match its English in 'limits'" in refusal(
        limits="" if some.poster().english.limits else "Terfynau"
    )


def signed_off(words: str, **others):
    signed = {"checked_by": "force translator", "checked_on": "2026-11-01", "checked_words": words}
    return welsh(translation="checked", **signed, **others)


def test_a_sign_off_is_of_the_words_of_both_languages_as_they_were():
    digest = some.poster({"cy": welsh()}).words_digest("cy")
    assert some.poster({"cy": signed_off(digest)}).words_digest("cy") == digest
    for changed in (
        {"others": {"cy": signed_off(digest, who="Pawb")}},
        {"who": "All", "others": {"cy": signed_off(digest)}},
    ):
        with pytest.raises(ValidationError) as refused:
            some.poster(**changed)
        assert "has changed since the translation was signed off on 2026-11-01" in str(
            refused.value
        )


def test_a_sign_off_says_of_which_words_it_is_and_names_a_role():
    assert "does not say of which words it is" in refusal(
        translation="checked", checked_by="force translator", checked_on="2026-11-01"
    )
    for name in ("Megan Jones", "megan"):
        assert "is not the name of a role that the hub knows" in refusal(checked_by=name)


def test_every_design_is_in_english_and_only_what_is_not_says_whether_it_is_a_draft():
    english = some.poster().words["en"].model_dump()
    for words, told in (
        ({"cy": welsh()}, "the poster talk has no words in English"),
        ({"en": {**english, "translation": "draft"}}, "the English of talk is no translation"),
        (
            {"en": english, "cy": welsh(translation=None)},
            "the words of talk in 'cy' do not say whether they are a draft",
        ),
    ):
        with pytest.raises(ValidationError) as refused:
            some.poster(words=words)
        assert told in str(refused.value)
