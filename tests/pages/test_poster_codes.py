"""Codes: each that was ever printed has a page that says current, or what replaces it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from peerhub.catalogue import load
from peerhub.models import UK_NATIONS, Stamp
from peerhub.models.poster import EarlierPoster
from peerhub.orders.posters import orders
from peerhub.pages.poster_codes import code_pages
from peerhub.questions.signposting import signpost
from tests.projects import ROOT

STAMP = Stamp("2026.1", dt.date(2026, 11, 23))


@pytest.fixture(scope="module")
def pages():
    found = load(ROOT)
    old = EarlierPoster(code="T0", until=dt.date(2026, 6, 30), why="The crisis line changed.")
    first = found.posters[0].model_copy(update={"earlier": (old,)})
    return code_pages(replace(found, posters=(first, *found.posters[1:])))


def test_a_current_code_says_so_at_once(pages):
    assert (
        "**Yes.** T2, *Talk to a peer supporter*, is the current version."
        in (pages["posters/current/t2.md"])
    )


def test_an_old_code_keeps_its_page_and_names_what_replaces_it(pages):
    said = pages["posters/current/t0.md"]
    assert "**No.** T0, *Talk to a peer supporter*, was current until 30 June 2026." in said
    assert "The crisis line changed." in said
    assert "[T2 replaces it](/posters/#talk-to-a-peer-supporter)." in said


@pytest.mark.parametrize("code", ["t2", "t0"])
def test_help_now_comes_first_then_every_force_then_whether_it_is_current(pages, code):
    said = pages[f"posters/current/{code}.md"]
    order = [
        said.index(words)
        for words in (
            "## Need to talk now? {: #now }",
            "tel:999",
            "tel:116123",
            "## Your force",
            '<li id="avon-and-somerset"><a href="/forces/avon-and-somerset/">',
            '<li id="wiltshire">',
            "## Is this poster current?",
            "## What to do next",
        )
    ]
    assert order == sorted(order)


def test_the_page_has_every_force_once_by_the_mark_that_is_printed(pages):
    said = pages["posters/current/t2.md"]
    marks = re.findall(r'<li id="([^"]+)">', said)
    assert marks == [force.id for force in load(ROOT).uk_forces]
    printed = {job.code_page for job in orders(load(ROOT)) if job.design.code == "T2"}
    site = load(ROOT).site.address
    assert printed == {f"{site}posters/current/t2/#{mark}" for mark in marks}


def test_urgent_help_for_every_nation_is_there(pages):
    services = signpost(load(ROOT).services, level="urgent")
    assert {nation for one in services for nation in one.nations} == set(UK_NATIONS)
    for one in services:
        assert one.name in pages["posters/current/t2.md"]


def test_the_list_holds_every_code(pages):
    said = pages["posters/current.md"]
    for path in pages:
        if path != "posters/current.md":
            assert f"](/{path.removesuffix('.md')}/)" in said


def test_a_hub_without_posters_has_no_codes():
    assert code_pages(replace(load(ROOT), posters=())) == {}
