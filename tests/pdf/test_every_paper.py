"""Every paper of the real site but the posters, whose samples have tests of their own."""

from __future__ import annotations

import pytest

from tests.pdf.verapdf import FLAVOURS, failed_rules

pytestmark = pytest.mark.slow

AT_LEAST = 150
"""Guides, slides, handouts, room sheets, forms, tools, cards, planners and the briefing."""


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_every_paper_of_the_site_meets_both_standards(built_site, flavour):
    posters = built_site / "posters"
    papers = [one for one in sorted(built_site.rglob("*.pdf")) if posters not in one.parents]
    assert len(papers) >= AT_LEAST
    broken = {
        paper.relative_to(built_site).as_posix(): rules[:2]
        for paper in papers
        if (rules := failed_rules(paper.read_bytes(), flavour))
    }
    assert broken == {}
