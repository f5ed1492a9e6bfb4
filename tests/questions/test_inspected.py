"""The statement says what an inspection found, faults included, and no more."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import get_args

from peerhub.catalogue import load
from peerhub.catalogue.inspected import Found, Inspection, Look
from peerhub.pages.macros import Macros
from peerhub.questions.inspected import WORDS, rows
from tests.projects import ROOT

FAILED = tuple(f"/{number}/" for number in range(1, 8))
ONE = Inspection(
    dt.date(2026, 11, 28),
    {"axe-core": "4.10.2", "Chromium": "142.0"},
    (Found("office", 400), Found("axe-light", 1, ("/a/",)), Found("narrow", 1290, FAILED)),
)


def test_each_look_has_words() -> None:
    assert set(WORDS) == set(get_args(Look))


def test_faults_are_counted_and_named_and_a_look_that_was_not_taken_is_not_claimed() -> None:
    assert [(one.checked, one.tool, one.result, one.is_clean) for one in rows(ONE)] == [
        ("1 page", "axe-core 4.10.2", "Fault in 1: /a/", False),
        (
            "1,290 pages",
            "Chromium 142.0",
            "Fault in 7: /1/, /2/, /3/, /4/, /5/, and 2 more",
            False,
        ),
        ("400 files", "our own tests", "No fault found", True),
    ]


def test_the_page_shows_the_day_and_a_row_for_each_look() -> None:
    hub = load(ROOT)
    page = Macros(replace(hub, inspection=ONE)).by_name()["inspection"]()
    assert "on 28 November 2026" in page
    assert page.count("<tr>") == 1 + len(ONE.found)
    assert "Fault in 1: /a/" in page
    none = Macros(replace(hub, inspection=None)).by_name()["inspection"]()
    assert "The first look at all of them is still to come" in none


def test_faults_that_were_found_stand_among_what_is_not_accessible_and_else_nothing_does() -> None:
    hub = load(ROOT)
    told = Macros(replace(hub, inspection=ONE)).inspection_faults()
    assert "We found these on 28 November 2026." in told
    assert told.count("<li>") == 2
    assert "Fault in 1: /a/." in told
    assert WORDS["office"][0] not in told
    clean = replace(ONE, found=(Found("office", 400),))
    assert Macros(replace(hub, inspection=clean)).inspection_faults() == ""
    assert Macros(replace(hub, inspection=None)).inspection_faults() == ""
