"""Events as other programs read them: JSON of our own, and schema.org."""

from __future__ import annotations

import json

import jinja2
from hypothesis import given
from hypothesis import strategies as st

from peerhub.feeds.calendar import uid
from peerhub.feeds.event_data import event_items, json_ld
from tests.invented import catalogue, day, evenings, meeting

SCHEMA = "https://schema.org/"


def described(event):
    return json.loads(json_ld(event, "https://hub.example/"))


def test_an_item_says_its_identifier_its_address_and_its_moments():
    (item,) = event_items(catalogue(meeting()))
    assert item["uid"] == uid("spring-meeting")
    assert item["url"] == "https://hub.example/events/spring-meeting/"
    assert item["sittings"] == [
        {
            "starts": "2027-03-09T10:00:00+00:00",
            "ends": "2027-03-09T12:30:00+00:00",
            "all_day": False,
            "uid": uid("spring-meeting"),
        }
    ]
    assert "owner" not in item


def test_summer_moments_carry_the_offset_of_british_summer_time():
    found = described(meeting(date=day("2027-07-01")))
    assert found["startDate"] == "2027-07-01T10:00:00+01:00"


def test_status_and_attendance_are_in_the_words_of_schema_org():
    hybrid = described(meeting(where={"place": "Invented Hall", "online": True}))
    assert hybrid["eventStatus"] == f"{SCHEMA}EventScheduled"
    assert hybrid["eventAttendanceMode"] == f"{SCHEMA}MixedEventAttendanceMode"
    assert [one["@type"] for one in hybrid["location"]] == ["Place", "VirtualLocation"]
    assert described(meeting(status="cancelled"))["eventStatus"] == f"{SCHEMA}EventCancelled"
    moved = described(meeting(moved_from=day("2027-02-01"), revision=1))
    assert (moved["eventStatus"], moved["previousStartDate"]) == (
        f"{SCHEMA}EventRescheduled",
        "2027-02-01",
    )


def test_each_part_says_where_it_is_and_the_whole_is_wherever_its_parts_are():
    found = described(evenings())
    assert found["eventAttendanceMode"] == f"{SCHEMA}MixedEventAttendanceMode"
    assert [one["@type"] for one in found["location"]] == ["Place", "VirtualLocation"]
    online, hall = found["subEvent"]
    assert online["eventAttendanceMode"] == f"{SCHEMA}OnlineEventAttendanceMode"
    assert hall["location"] == [{"@type": "Place", "name": "Invented Hall"}]
    (item,) = event_items(catalogue(evenings()))
    assert [one["where"] for one in item["sittings"]] == [
        {"online": True},
        {"place": "Invented Hall", "online": False},
    ]


def test_an_organiser_is_named_only_where_the_data_names_one():
    assert "organizer" not in described(meeting())
    assert described(meeting(organiser="Northshire Police"))["organizer"] == {
        "@type": "Organization",
        "name": "Northshire Police",
    }


def test_a_day_that_others_set_names_no_organiser():
    fields = {"kind": "observance", "source": "https://who.example/", "start": None, "end": None}
    found = described(meeting(**fields))
    assert "organizer" not in found
    assert (found["startDate"], found["endDate"]) == ("2027-03-09", "2027-03-09")


@given(st.text(st.sampled_from("{}%<>/&\"'\\ script{{%}")).filter(str.strip))
def test_no_words_break_out_of_the_page_or_become_a_macro(text):
    written = json_ld(meeting(summary=text), "https://hub.example/")
    assert "<" not in written
    assert jinja2.Template(written).render() == written
    assert json.loads(written)["description"] == text.strip()
