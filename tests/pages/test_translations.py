"""The page of all translations: everything with its English, and a state that is true."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from peerhub.catalogue import load
from peerhub.editing.translations import messages
from peerhub.models.force_words import FORCE_WORDS
from peerhub.pages import generated, made_page, paths
from peerhub.pages.translations import PATH, translations_page
from tests.projects import ROOT


@pytest.fixture(scope="module")
def catalogue():
    return load(ROOT)


def states(text: str) -> list[str]:
    """The state of each thing said, where it stands with its English and its words."""
    return re.findall(
        r'^> - \*\*.+\*\*: (.+)<br>.+<br><span lang="cy">.+</span>$', text, re.MULTILINE
    )


def signed_off(catalogue, review_by: dt.date):
    """The catalogue with its first poster's Welsh signed off, and a day of review."""
    first, *others = catalogue.posters
    signed = {"translation": "checked", "checked_by": "force translator"}
    welsh = first.words["cy"].model_copy(update={**signed, "checked_on": dt.date(2026, 11, 1)})
    words = {**first.words, "cy": welsh}
    first = first.model_copy(update={"words": words, "review_by": review_by})
    return replace(catalogue, posters=(first, *others))


def test_everything_that_a_translator_gets_and_every_small_word_is_there(catalogue):
    (language,) = catalogue.languages
    text = translations_page(catalogue)
    sent = list(messages(catalogue, language))
    small = 8 + 1 + 11 + len(language.pages.names) + 7 + len(FORCE_WORDS)
    small += 1 + len(language.places)
    assert len(states(text)) == len(sent) + small
    assert '**Sections**: Draft<br>Leaders<br><span lang="cy">Arweinwyr</span>' in text
    assert '**Places**: Draft<br>Wales<br><span lang="cy">Cymru</span>' in text
    assert "**Months**: Draft<br>January / February /" in text
    assert set(states(text)) == {"Draft"}
    pages = 1 + 4
    assert f"{len(sent) + small + pages} texts: {len(sent) + small + pages} draft." in text
    assert "(/cy/support/), [English](/support/): Draft" in text
    assert "(/cy/forces/gwent/), [English](/forces/gwent/): Draft" in text


@pytest.mark.parametrize(
    ("review_by", "state"),
    [
        (dt.date(2099, 1, 1), "Checked (force translator, 1 November 2026)"),
        (dt.date(2020, 1, 1), "Out of date (force translator, 1 November 2026)"),
    ],
)
def test_what_is_signed_off_says_by_whom_and_whether_it_is_out_of_date(catalogue, review_by, state):
    text = translations_page(signed_off(catalogue, review_by))
    assert set(states(text)) == {"Draft", state}
    assert re.search(rf"\b\d+ {state.split(' (')[0].lower()}\b", text)


def test_it_is_one_of_the_pages_and_a_hub_in_english_alone_has_none(catalogue):
    assert PATH in paths(catalogue)
    assert made_page(catalogue, PATH) == generated(catalogue)[PATH]
    alone = replace(catalogue, languages=())
    assert PATH not in paths(alone)
    assert made_page(alone, PATH) is None
