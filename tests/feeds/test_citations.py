"""The reference files: what a program reads back is what stands in the data."""

from __future__ import annotations

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import Entry, parse_string

from peerhub.catalogue import load
from peerhub.feeds.citations import bibtex, citations, ris
from tests.components import specimens as some
from tests.projects import ROOT


@pytest.fixture(scope="module")
def published():
    return {one.id: one for one in load(ROOT).evidence if one.is_published}


@pytest.fixture(scope="module")
def files():
    return citations(load(ROOT).evidence)


def _bibtex(text: str) -> dict[str, Entry]:
    return dict(parse_string(text, "bibtex").entries)


def _plain(tex: str) -> str:
    return tex.replace("{", "").replace("}", "").replace("\\", "")


def test_bibtex_holds_every_published_source_and_no_other(files, published):
    assert set(_bibtex(files["evidence/evidence.bib"])) == set(published)


def test_ris_holds_every_published_source_and_no_other(files, published):
    assert {entry["id"] for entry in rispy.loads(files["evidence/evidence.ris"])} == set(published)


def test_bibtex_gives_back_title_year_journal_and_doi(files, published):
    for identity, entry in _bibtex(files["evidence/evidence.bib"]).items():
        source = published[identity]
        fields = entry.fields
        assert _plain(fields["title"]) == source.title
        assert fields.get("year") == (str(source.year) if source.year else None)
        assert _plain(fields.get("journal", "")) == (source.journal or "")
        assert fields.get("doi") == source.doi
        assert fields.get("url") == source.address
        assert len(entry.persons["author"]) == max(len(source.authors), 1)


def test_ris_gives_back_title_writers_and_address(files, published):
    for entry in rispy.loads(files["evidence/evidence.ris"]):
        source = published[entry["id"]]
        assert entry["title"] == source.title
        assert len(entry["authors"]) == max(len(source.authors), 1)
        assert entry.get("urls", []) == ([source.address] if source.address else [])
        assert entry.get("doi") == source.doi


def test_a_name_of_two_words_stays_whole():
    source = some.reference(authors=("Di Nota PM",))
    assert "author = {{Di Nota}, P. M.}" in bibtex(source)
    assert "AU  - Di Nota, P. M.\r\n" in ris(source)


def test_an_organisation_is_not_taken_apart_as_a_person():
    source = some.reference(authors=(), body="Health and Care Institute")
    assert "author = {{Health and Care Institute}}" in bibtex(source)
    assert "AU  - Health and Care Institute,\r\n" in ris(source)


def test_a_source_still_to_be_checked_is_left_out():
    kept_back = some.reference(id="unchecked", confidence="medium")
    assert set(citations([kept_back]).values()) == {""}


@given(st.text(min_size=1).filter(str.strip))
def test_any_title_leaves_one_entry_with_balanced_braces(title):
    source = some.reference(title=title.strip())
    entry = bibtex(source)
    depth = 0
    for sign in entry:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0
    assert len([line for line in ris(source).splitlines() if line.startswith("TY  - ")]) == 1
