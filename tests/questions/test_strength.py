"""The strength of the evidence: every published study counted once, under its own design."""

from __future__ import annotations

from typing import get_args

from peerhub.catalogue import load
from peerhub.models.reference import Design
from peerhub.questions.strength import strength
from tests.components import specimens as some
from tests.projects import ROOT


def test_every_published_study_is_counted_once():
    sources = [one for one in load(ROOT).evidence if one.is_published]
    counted = [one.id for row in strength(sources) for one in (*row.itself, *row.related)]
    assert sorted(counted) == sorted({one.same_study or one.id for one in sources})
    assert len(counted) < len(sources)


def test_two_reports_of_one_study_are_one_mark():
    paper, report = some.reference(), some.reference(id="report", same_study="writer-2020")
    (row,) = [row for row in strength([paper, report]) if row.itself]
    assert row.itself == (paper,)


def test_every_design_has_its_row_even_when_no_source_has_it():
    rows = strength([some.reference()])
    assert [row.design for row in rows] == list(get_args(Design))
    assert [len(row.itself) for row in rows] == [0, 0, 0, 1, 0, 0, 0]


def test_a_source_on_something_near_is_kept_apart():
    (row,) = [row for row in strength([some.reference(about="related")]) if row.related]
    assert row.itself == ()
