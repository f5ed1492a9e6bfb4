"""What is said when an edition cannot be made, word for word."""

from dataclasses import replace

from peerhub.editions.name import Edition
from peerhub.editions.objections import EditionRequest, objections

READY = EditionRequest(version="2026.2", year=2026, made=(Edition(2026, 1),))


def said(situation: EditionRequest) -> list[str]:
    return [str(objection) for objection in objections(situation)]


def test_nothing_stands_in_the_way_of_a_ready_edition():
    assert said(READY) == []


def test_a_version_that_names_no_edition():
    assert said(replace(READY, version="1.0")) == [
        "'1.0' is not the name of an edition. "
        "Give the year and a count: make edition VERSION=2026.2."
    ]


def test_an_edition_that_has_been_made():
    assert said(replace(READY, version="2026.1")) == [
        "Edition 2026.1 has been made, and an edition never changes. "
        "Make the next one: make edition VERSION=2026.2."
    ]


def test_an_edition_with_an_earlier_number():
    assert said(replace(READY, version="2025.4")) == [
        "Edition 2025.4 would come before 2026.1, which has been made. "
        "Editions only go up: make edition VERSION=2026.2."
    ]


def test_an_edition_of_a_year_far_ahead_after_which_none_could_follow():
    assert said(replace(READY, version="2099.1")) == [
        "Edition 2099.1 is of a year far ahead, and none before it could follow. "
        "Give the next one: make edition VERSION=2026.2."
    ]
    assert said(replace(READY, version="2027.1")) == []


def test_the_first_edition_of_a_new_year_is_offered():
    assert "VERSION=2027.1." in said(replace(READY, version="x", year=2027))[0]


def test_help_that_is_overdue_stops_an_edition():
    assert said(replace(READY, overdue=("999", "docs/support.md", "a", "b"))) == [
        "Help that people rely on is overdue for review: 999, docs/support.md, a and 1 more. "
        "Look each through, set a new review_by, and commit it."
    ]


def test_the_first_edition_cannot_come_before_the_one_that_the_hub_says_it_is():
    first = EditionRequest(version="2025.9", year=2026, current=Edition(2026, 1))
    assert said(first) == [
        "Edition 2025.9 would come before 2026.1, which the hub is now. Editions only go up: "
        "make edition VERSION=2026.1."
    ]
    assert said(replace(first, version="2026.1")) == []
