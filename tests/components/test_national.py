"""What the national picture says in words, beside its map."""

from __future__ import annotations

import re

from peerhub import components as show
from peerhub.catalogue import load
from peerhub.questions.national_picture import changes, moment, national_picture, this_moment
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


def test_a_change_names_its_edition_once_and_says_why_a_stage_fell():
    before = moment(
        {
            "edition": "2026.1",
            "dated": "2026-06-01",
            "forces": [
                {"id": "a", "stage": "not recorded"},
                {"id": "b", "stage": "Peer Support Force"},
            ],
        }
    )
    now = this_moment(picture())
    then = moment(
        {
            "edition": "2027.1",
            "dated": "2027-01-01",
            "forces": [{"id": "b", "stage": "working towards", "criteria": [{"state": "lapsed"}]}],
        }
    )
    names = {"a": "A Police", "b": "B Police"}

    def told(*moments):
        said = show.stage_changes(moments, changes(moments), names)
        return re.findall(r"<li>(.*?)</li>", re.sub(r"</?a[^>]*>", "", said))

    assert told(before, now)[-1] == (
        "This edition: A Police went from not recorded to Peer Support Force."
    )
    assert told(before, then) == [
        "Edition 2027.1: B Police went from Peer Support Force to working towards (lapsed)."
    ]
