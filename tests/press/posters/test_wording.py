"""The strings a poster prints."""

from __future__ import annotations

import datetime as dt

import pytest

from peerhub.press.posters import wording
from peerhub.press.posters.job import UrgentLine
from tests.press.samples import FOUR, SIX, facts, in_welsh, job


def test_a_welsh_force_has_its_welsh_name_first():
    force = facts(name="Northshire Police", other_name="Heddlu Gwlad y Gogledd")
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
    unseen = str.maketrans("", "", "\u200b\u2060")
    assert [(way.label, way.text.translate(unseen), way.link) for way in wording.ways(force)] == [
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


def test_the_small_print_names_the_poster_its_revision_and_its_day():
    assert wording.colophon(job()) == (
        "Talk to a peer supporter",
        "Code T2, revision 1",
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


def test_the_small_print_is_in_welsh_first_where_the_poster_is():
    assert wording.colophons(in_welsh(job())) == {
        "cy": ("Siarad â chefnogwr cymheiriaid", "Cod T2, fersiwn 1", "23 Tachwedd 2026"),
        "en-GB": ("Talk to a peer supporter", "Code T2, revision 1", "23 November 2026"),
    }


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (UrgentLine("Samaritans", "116 123"), ("", "Samaritans")),
        (
            UrgentLine(
                "Lifeline", "0808 808 8000", "Northern Ireland", other_note="Gogledd Iwerddon"
            ),
            ("Lifeline: Gogledd Iwerddon", "Lifeline: Northern Ireland"),
        ),
        (
            UrgentLine("NHS 111 Wales, press 2", "111", other_label="Ffoniwch 111 a gwasgwch 2"),
            ("Ffoniwch 111 a gwasgwch 2", "NHS 111 Wales, press 2"),
        ),
    ],
)
def test_whose_number_it_is_is_said_twice_only_where_welsh_differs(line, said):
    assert (line.other_said, line.said) == said


def test_a_poster_is_marked_while_any_of_its_welsh_is_a_draft():
    drafted = (UrgentLine("Shout", "Text SHOUT to 85258", other_reach="Tecstiwch", is_draft=True),)
    assert wording.draft(job()) is None
    assert wording.draft(in_welsh(job())) == {
        "cy": "Drafft: nid yw cyfieithydd wedi gwirio'r Gymraeg eto.",
        "en-GB": "Draft: no translator has checked the Welsh yet.",
    }
    assert wording.draft(in_welsh(job(), is_draft=False)) is None
    assert wording.draft(in_welsh(job(urgent=drafted), is_draft=False)) is not None


def test_an_address_may_go_on_after_a_dot_a_slash_or_an_at_and_never_after_a_hyphen():
    shown = wording.breakable("peer-support@tywi.example/a-b")
    assert shown.split("\u200b") == ["peer-\u2060support@", "tywi.", "example/", "a-\u2060b"]
