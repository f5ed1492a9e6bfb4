"""The strings a poster prints."""

from __future__ import annotations

import datetime as dt

import pytest

from peerhub.press import wording
from tests.press.samples import FOUR, SIX, facts, job


def test_a_welsh_force_has_its_welsh_name_first():
    force = facts(name="Northshire Police", name_cy="Heddlu Gwlad y Gogledd")
    assert wording.force_line(force) == "Heddlu Gwlad y Gogledd · Northshire Police"


def test_a_force_without_a_welsh_name_has_one_name():
    assert wording.force_line(facts(name="Northshire Police")) == "Northshire Police"


@pytest.mark.parametrize(
    ("address", "short"),
    [
        (
            "https://peer-support.example/forces/northshire/",
            "peer-support.example/forces/northshire",
        ),
        ("https://peer-support.example", "peer-support.example"),
        ("https://peer-support.example/a/?b=c", "peer-support.example/a/?b=c"),
    ],
)
def test_an_address_is_printed_as_one_would_say_it(address, short):
    assert wording.short_address(address) == short


def test_only_confirmed_ways_to_make_contact_are_printed():
    force = facts(
        mailbox="peer.support@northshire.example",
        phone="01632 960001",
        intranet="https://intranet.northshire.example/peer-support/",
    )
    assert [(way.label, way.text, way.link) for way in wording.ways(force)] == [
        (
            "Email",
            "peer.support@northshire.example",
            "mailto:peer.support@northshire.example",
        ),
        ("Phone", "01632 960001", None),
        (
            "Intranet",
            "intranet.northshire.example/peer-support",
            "https://intranet.northshire.example/peer-support/",
        ),
    ]
    assert wording.ways(facts()) == ()


def test_the_small_print_names_the_poster_its_edition_and_its_day():
    assert wording.colophon(job()) == (
        "Talk to a peer supporter",
        "Code T1, edition 2026.1",
        "23 November 2026",
    )


def test_a_date_is_written_in_english_whatever_the_machine_speaks():
    assert wording.long_date(dt.date(2027, 2, 4)) == "4 February 2027"


def test_more_than_four_urgent_lines_stand_closer():
    assert wording.words(job(urgent=FOUR))["urgent_class"] == "few"
    assert wording.words(job(urgent=SIX))["urgent_class"] == "many"


def test_a_long_address_brings_the_ways_to_make_contact_closer():
    assert wording.words(job(phone="01632 960001"))["contact_class"] == "roomy"
    long = "https://intranet.northshire.example/people/wellbeing/peer-support"
    assert wording.words(job(intranet=long))["contact_class"] == "close"
