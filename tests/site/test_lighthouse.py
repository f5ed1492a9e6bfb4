"""Lighthouse has nothing to mend on ten kinds of page, on a middling phone."""

from __future__ import annotations

import os

import pytest

from setup.browser import first_that_starts
from tests.inspection.lighthouse import MARKS, faults, marks, short_of
from tests.serving import served
from tests.site.landmarks import KINDS


@pytest.fixture(scope="module")
def address(built_site):
    with served(built_site, packed=True) as found:
        yield found


@pytest.mark.nightly
@pytest.mark.slow
@pytest.mark.parametrize("path", KINDS)
def test_a_kind_of_page_has_full_marks(address, path):
    browser, _ = first_that_starts(os.environ)
    assert faults(browser, address + path) == []


def whole(**scores):
    """Return a report with one audit for each mark, which costs what the mark lacks."""
    categories = {
        name: {
            "score": scores.get(name.replace("-", "_"), 1),
            "auditRefs": [{"id": f"{name}-audit", "weight": 1}, {"id": "told", "weight": 0}],
        }
        for name in MARKS
    }
    audits = {f"{name}-audit": {"score": one["score"]} for name, one in categories.items()}
    return {"categories": categories, "audits": {**audits, "told": {"score": 0}}}


@pytest.mark.parametrize(
    ("scores", "told"),
    [
        ({}, []),
        ({"performance": 0.99}, []),
        ({"performance": 0.98}, ["performance 98: performance-audit ()"]),
        ({"seo": 0.99}, ["seo 99: seo-audit ()"]),
        ({"best_practices": 0.5}, ["best-practices 50: best-practices-audit ()"]),
    ],
)
def test_what_is_short_of_full_marks_is_told_with_what_costs_it(scores, told):
    assert short_of(whole(**scores)) == told
    assert set(marks(whole(**scores))) == set(MARKS)
