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
from peerhub.pages.event_booking import mail_to
from peerhub.pages.events import event_page
from tests.components.specimens import module, workshop
from tests.invented import catalogue, day, evenings, meeting
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
    page = shown(booking={"by": "invitation"}, kind="national-workshop")
    assert "National workshops are by invitation." in page
    course = shown(booking={"by": "invitation"}, kind="supporter-course")
    assert "National workshops" not in course
    assert "This event is by invitation." in course
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


def test_a_place_without_an_address_is_found_by_its_name():
    page = shown(where={"place": "Invented Hall"})
    assert (
        "## Where\n\nInvented Hall. [Find it on OpenStreetMap]"
        "(https://www.openstreetmap.org/search?query=Invented%20Hall), which is another site."
    ) in page


def test_an_event_in_several_places_says_which_day_is_where():
    event = evenings()
    page = event_page(catalogue(event), event)
    assert "The event is online" not in page
    assert "**Tuesday 8 June 2027:** online. The joining link comes with your place." in page
    assert "**Tuesday 22 June 2027:** Invented Hall. [Find it on OpenStreetMap]" in page
    assert "<dd>Invented Hall and online</dd>" in page


def test_a_session_says_that_it_is_off_or_where_it_was_moved_from():
    event = evenings()
    first, second = event.sessions
    off = first.model_copy(update={"status": "cancelled"})
    moved = second.model_copy(update={"moved_from": day("2027-06-15")})
    changed = event.model_copy(update={"sessions": (off, moved), "revision": 1})
    page = event_page(catalogue(changed), changed)
    assert "18:00 to 19:30. **This one does not take place.**" in page
    assert "18:00 to 19:30. It was planned for Tuesday 15 June 2027." in page
    assert "## Where\n\nInvented Hall. [Find it" in page


@pytest.mark.parametrize(
    ("changes", "closes"),
    [
        ({"booking": BOOKING}, "2027-03-02T00:00:00+00:00"),
        ({"booking": {**BOOKING, "closes": None}}, "2027-03-09T12:30:00+00:00"),
        ({"booking": {**BOOKING, "closes": day("2027-03-09")}}, "2027-03-09T12:30:00+00:00"),
        (
            {"date": day("2027-04-02"), "booking": {**BOOKING, "closes": day("2027-03-28")}},
            "2027-03-29T00:00:00+01:00",
        ),
    ],
)
def test_a_page_says_at_which_moment_booking_closes(changes, closes):
    assert f'<div class="booking" data-closes="{closes}">' in shown(**changes)


def test_the_page_says_whose_clock_it_goes_by_and_when_it_was_last_changed():
    page = shown(revision=2)
    assert "<dd>Tuesday 9 March 2027, 10:00 to 12:30 (UK time)</dd>" in page
    assert "<dd>23 November 2026, change 2</dd>" in page


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"kind": "workshop"}, "[Read the modules before you come](/train/modules/)"),
        (
            {"kind": "workshop", "where": {"online": True}},
            "[Read the modules before you join](/train/modules/)",
        ),
        ({"kind": "workshop", "status": "cancelled", "revision": 1}, None),
        ({}, None),
    ],
)
def test_only_people_who_are_to_be_taught_are_sent_to_the_modules(changes, line):
    page = shown(**changes)
    assert (line in page) if line else ("Read the modules" not in page)


def test_access_and_joining_notes_stand_as_words_and_nothing_in_them_comes_alive():
    page = shown(access="A ramp.\n\n<b>{{ x }}</b>", joining="Bring *nothing*.")
    assert "## Access\n\nA ramp.\n\n&lt;b&gt;&#123;&#123; x &#125;&#125;" in page
    assert r"## Before you come" in page
    assert "Bring nothing." in page


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


def delivered(kept=None, making=None, packs="stored", **changes) -> str:
    event = meeting(workshop="one-day", **changes)
    found = catalogue(event)
    whole = dataclasses.replace(
        found,
        site=found.site.model_copy(update={"packs": packs}),
        modules=(module(),),
        workshops=(Workshop.model_validate(workshop()),),
        kept=kept or {},
        making=making,
    )
    return event_page(whole, event)


def test_a_workshop_brings_its_timetable_along():
    page = delivered(workshop_edition="2026.1")
    assert '<table class="timetable">' in page
    assert '<span class="timetable-day">Tuesday 9 March 2027: Day 1</span>' in page
    assert '<span class="timetable-hours">10:00 to 12:10</span>' in page
    assert "edition 2026.1" in page
    assert "/materials/workshops/one-day/one-day-pack.zip" in page


KEPT = {
    "2025.2": {
        "one-day": {
            "timetable": [
                {
                    "title": "The day as it was",
                    "rows": [
                        {"start": "09:00", "end": "11:30", "title": "Old", "kind": "module"},
                    ],
                }
            ]
        }
    }
}


def test_a_workshop_of_an_earlier_edition_comes_with_the_timetable_and_pack_of_that_edition():
    page = delivered(workshop_edition="2025.2", kept=KEPT)
    base = "https://hub.example/2025.2/"
    assert f"edition 2025.2]({base}train/workshops/one-day/)" in page
    assert "That edition is kept as it was." in page
    assert f'href="{base}materials/workshops/one-day/one-day-pack.zip"' in page
    assert (
        '<span class="timetable-day">Tuesday 9 March 2027: The day as it was</span> '
        '<span class="timetable-hours">10:00 to 12:30</span>'
    ) in page
    assert "/train/modules/first-steps/" not in page


def test_a_pack_that_browsers_put_together_is_offered_on_the_page_of_its_workshop():
    here = delivered(workshop_edition="2026.1", packs="in-browser")
    assert 'href="/train/workshops/one-day/"' in here
    kept = delivered(workshop_edition="2025.2", kept=KEPT, packs="in-browser")
    assert 'href="https://hub.example/2025.2/train/workshops/one-day/"' in kept
    assert "pack.zip" not in here + kept


def test_a_cancelled_event_delivers_no_workshop():
    page = delivered(workshop_edition="2026.1", status="cancelled", revision=1)
    assert '<table class="timetable">' not in page
    assert "pack.zip" not in page


def test_an_edition_in_the_making_takes_the_place_of_the_one_in_the_data():
    page = delivered(workshop_edition="2026.1", making="2026.2")
    assert "https://hub.example/2026.1/train/workshops/one-day/" in page


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
