"""Each strand has one name, wherever it is named."""

from __future__ import annotations

from typing import get_args

import pytest

from peerhub.models import Strand
from peerhub.questions.strands import MANY, ONE, meant_for
from tests.projects import ROOT


def test_every_strand_is_named_for_one_and_for_many():
    assert set(ONE) == set(MANY) == set(get_args(Strand))


@pytest.mark.parametrize(
    ("strand", "said"),
    [
        ("supporter", "For peer supporters"),
        ("oh-clinician", "For Occupational Health clinicians"),
        ("refresher", "For people who are trained already"),
    ],
)
def test_it_is_said_within_a_sentence(strand, said):
    assert meant_for(strand) == said


def test_no_other_module_words_a_strand_or_the_suggestion_by_itself():
    """What is our own suggestion, and whom it is for, is worded in one place."""
    words = ("Peer champion", "is our own suggestion")
    own = {"strands.py", "suggested.py"}
    found = [
        (path.name, one)
        for path in sorted((ROOT / "src").rglob("*.py"))
        for one in words
        if one in path.read_text(encoding="utf-8") and path.name not in own
    ]
    assert found == []
