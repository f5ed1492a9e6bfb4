"""What the national picture says in words, beside its map."""

from __future__ import annotations

from peerhub import components as show
from peerhub.catalogue import load
from peerhub.questions.national_picture import national_picture
from tests.nation import picture
from tests.projects import ROOT


def test_what_the_forces_offer_is_added_up():
    said = show.stage_counts(picture())
    assert "1 force offers mutual aid." in said
    assert "48 trained supporters, over the forces whose count is shown." in said


def test_where_nothing_is_recorded_no_counts_of_nothing_are_shown():
    found = load(ROOT)
    said = show.stage_counts(national_picture(found.forces, found.today))
    assert "No force has confirmed anything to the hub yet." in said
    assert "trained supporters" not in said
