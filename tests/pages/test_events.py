"""An event's page: everything a person needs to decide, book and arrive."""

from __future__ import annotations

import dataclasses
import json
import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from peerhub.catalogue import load
from peerhub.models import Workshop
from peerhub.pages.calendar import workshops_block
from peerhub.pages.events import event_page, mail_to
from tests.components.specimens import module, workshop
from tests.invented import catalogue, day, meeting
from tests.projects import ROOT

BOOKING = {
    "by": "email",
    "mailbox": "peer.support@northshire.police.uk",
    "closes": day("2027-03-01"),
}
PLACE = {"place": "Invented Hall", "address": "1 Invented Street, XX1 1XX", "online": True}


def shown(**changes) -> str:
    event = meeting(**changes)
    return event_page(catalogue(event), event)


def test_booking_takes_one_tap_and_the_email_asks_for_four_things_and_no_more():
    page = shown(booking=BOOKING)
    (href,) = re.findall(r'class="button" href="(mailto:[^"]+)"', page)
    asked = parse_qs(urlsplit(href.replace("&amp;", "&")).query)
    assert asked["subject"] == ["Booking: Spring meeting, 9 March 2027"]
    assert asked["body"] == [
        "I would like a place at: Spring meeting, 9 March 2027\r\n\r\n"
        "Force: \r\nRole: \r\nAccess needs: \r\n"
    ]
    assert "Book by **Monday 1 March 2027**." in page
    assert "Please leave out anything about your health." in page


def test_an_ampersand_in_a_title_does_not_cut_the_email_short():
    href = mail_to(meeting(title="Tea & talk? #1"), "peer.support@northshire.police.uk")
    assert unquote(href.split("subject=")[1].split("&body=")[0]) == (
        "Booking: Tea & talk? #1, 9 March 2027"
    )


def test_an_invitation_is_explained_and_leads_to_the_teams_mailbox():
    page = shown(booking={"by": "invitation"})
    assert "National workshops are by invitation." in page
    assert "mailto:contact@oscarkilo.org.uk?" in page


def test_booking_on_a_website_leads_there():
    page = shown(booking={"by": "website", "url": "https://book.example/?a=1&b=2"})
    assert 'href="https://book.example/?a=1&amp;b=2">Book on the website' in page


def test_the_map_is_a_link_and_nothing_is_embedded():
    page = shown(where=PLACE)
    assert (
        "(https://www.openstreetmap.org/search?query=1%20Invented%20Street%2C%20XX1%201XX)" in page
    )
    assert not re.search(r"<(iframe|img|object|embed)", page)
    assert "You can also take part online." in page


def test_access_and_joining_notes_stand_as_words_and_nothing_in_them_comes_alive():
    page = shown(access="A ramp.\n\n<b>{{ x }}</b>", joining="Bring *nothing*.")
    assert "## Access\n\nA ramp.\n\n&lt;b&gt;&#123;&#123; x &#125;&#125;" in page
    assert r"## Before you come" in page
    assert r"Bring \*nothing\*." in page


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"status": "cancelled", "revision": 1}, "This event does not take place."),
        (
            {"moved_from": day("2027-02-02"), "revision": 1},
            "It was planned for Tuesday 2 February 2027.",
        ),
        ({"status": "full"}, "There is no place left."),
        ({"status": "full", "waiting_list": "Write to the team."}, "Write to the team."),
    ],
)
def test_what_has_become_of_an_event_stands_above_everything_else(changes, words):
    page = shown(booking=BOOKING, **changes)
    assert words in page.split('<dl class="facts">')[0]


def test_a_cancelled_event_cannot_be_booked_and_has_no_papers():
    page = shown(status="cancelled", revision=1, booking=BOOKING)
    assert "How to book" not in page
    assert ".pdf" not in page


def test_the_facts_for_search_engines_stand_on_the_page():
    page = shown()
    (facts,) = re.findall(r'<script type="application/ld\+json">(.*)</script>', page)
    assert json.loads(facts)["startDate"] == "2027-03-09T10:00:00+00:00"


def delivered(**changes) -> str:
    event = meeting(workshop="one-day", **changes)
    whole = dataclasses.replace(
        catalogue(event), modules=(module(),), workshops=(Workshop.model_validate(workshop()),)
    )
    return event_page(whole, event)


def test_a_workshop_brings_its_timetable_along():
    page = delivered(workshop_edition="2026.1")
    assert '<table class="timetable">' in page
    assert "edition 2026.1" in page
    assert "/materials/workshops/one-day/one-day-pack.zip" in page


def test_a_workshop_of_another_edition_is_linked_there_and_not_shown_as_it_is_now():
    page = delivered(workshop_edition="2025.2")
    assert "(https://hub.example/2025.2/train/workshops/one-day/)" in page
    assert '<table class="timetable">' not in page
    assert "pack.zip" not in page


def test_several_sessions_are_listed_each_with_its_day_its_hours_and_its_own_place():
    page = shown(
        start=None,
        end=None,
        end_date=day("2027-04-13"),
        sessions=(
            {"date": day("2027-03-09"), "start": "10:00", "end": "12:00", "title": "First"},
            {
                "date": day("2027-04-13"),
                "start": "18:00",
                "end": "19:30",
                "where": {"place": "Invented Hall"},
            },
        ),
    )
    assert (
        "## When\n\n- **First**: Tuesday 9 March 2027, 10:00 to 12:00\n"
        "- Tuesday 13 April 2027, 18:00 to 19:30 (Invented Hall)" in page
    )


def test_that_no_workshop_is_published_is_said_only_while_it_is_so():
    assert "No workshop is published" in workshops_block(load(ROOT))
    published = workshops_block(catalogue(meeting(kind="workshop")))
    assert "No workshop is published" not in published
    assert "/events/spring-meeting/" in published
