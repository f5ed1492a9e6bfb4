"""Codes: each that was ever printed has a page that says current, or what replaces it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from peerhub.catalogue import load
from peerhub.models.poster import EarlierPoster
from peerhub.pages.poster_codes import code_pages
from tests.projects import ROOT


@pytest.fixture(scope="module")
def pages():
    found = load(ROOT)
    old = EarlierPoster(code="T0", until=dt.date(2026, 6, 30), why="The crisis line changed.")
    first = found.posters[0].model_copy(update={"earlier": (old,)})
    return code_pages(replace(found, posters=(first, *found.posters[1:])))


def test_a_current_code_says_so_at_once(pages):
    assert (
        "**Yes.** T1, *Talk to a peer supporter*, is the current version."
        in (pages["posters/current/t1.md"])
    )


def test_an_old_code_keeps_its_page_and_names_what_replaces_it(pages):
    said = pages["posters/current/t0.md"]
    assert "**No.** T0, *Talk to a peer supporter*, was current until 30 June 2026." in said
    assert "The crisis line changed." in said
    assert "[T1 replaces it](/posters/#talk-to-a-peer-supporter)." in said


def test_the_list_holds_every_code(pages):
    said = pages["posters/current.md"]
    for path in pages:
        if path != "posters/current.md":
            assert f"](/{path.removesuffix('.md')}/)" in said


def test_a_hub_without_posters_has_no_codes():
    assert code_pages(replace(load(ROOT), posters=())) == {}
