"""A page made ready for paper says what it says on screen, in sound sentences."""

from __future__ import annotations

from peerhub.catalogue import load
from peerhub.pages.paper import on_paper
from tests.projects import ROOT


def test_a_service_whose_words_end_in_a_full_stop_gets_no_second_one():
    made = on_paper(load(ROOT), '{{ services("urgent") }}')
    assert "Not for the public. 24 hours" in made
    assert ".." not in made
