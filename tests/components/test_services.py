from __future__ import annotations

import datetime as dt

from peerhub.components import first_list, help_line, service_list
from peerhub.questions.first_lines import FirstLine
from tests.components import specimens as some
from tests.components.reading import links, tags, words

WHOLE_UK = ("England", "Wales", "Scotland", "Northern Ireland")


def test_a_service_says_name_number_and_then_what_it_is():
    assert words(service_list([some.service()], languages=[some.welsh()])) == [
        "The Listening Line",
        "Call",
        "0300 123 4567",
        "Text",
        "LISTEN to 12345",
        "listening.example",
        ": website of The Listening Line",
        "Somebody who listens.",
        "Press 2.",
        "Gwasgwch 2.",
        "Welsh draft, not checked yet.",
        "For",
        "Anyone in Wales",
        "When",
        "24 hours, every day",
        "Where",
        "Wales",
        "Last checked November 2026",
    ]


def test_welsh_that_a_translator_has_checked_bears_no_mark():
    signed = {
        "translation": "checked",
        "checked_by": "force translator",
        "checked_on": dt.date(2026, 11, 1),
        "checked_words": some.service().words_digest("cy"),
        "say": "Gwasgwch 2",
    }
    mark, spoken = "Welsh draft, not checked yet.", [some.welsh()]
    assert mark in words(service_list([some.service()], languages=spoken))
    shown = words(service_list([some.service(words={"cy": signed})], languages=spoken))
    assert "Gwasgwch 2." in shown
    assert mark not in shown


def test_a_number_is_one_tap_away():
    assert links(service_list([some.service()]))[0] == "tel:03001234567"


def test_a_text_is_one_tap_away_with_its_word_written_and_says_what_to_type():
    shown = service_list([some.service(phone=None, url=None)])
    assert links(shown) == ["sms:12345?&body=LISTEN"]
    assert "LISTEN to 12345" in words(shown)


def test_a_text_line_in_words_of_its_own_stays_words():
    shown = service_list([some.service(phone=None, url=None, text="your name, to 12345")])
    assert links(shown) == []
    assert "your name, to 12345" in words(shown)


def test_each_service_says_in_which_nations_it_answers_for_the_choice_of_one():
    shown = service_list([some.service(), some.service(id="all", nations=WHOLE_UK)])
    classes = [one["class"] for one in tags(shown, "li")]
    assert classes == [
        "service service-listening-line in-wales",
        "service service-all in-england in-wales in-scotland in-northern-ireland",
    ]


def test_a_first_line_says_where_it_answers_unless_that_is_everywhere():
    lines = [FirstLine("A", "116 123", None, WHOLE_UK), FirstLine("B", "111", None, ("Wales",))]
    assert words(first_list(lines)) == ["A", "Call", "116 123", "B", "Wales", "Call", "111"]
    assert links(first_list(lines)) == ["tel:116123", "tel:111"]


def test_a_first_line_for_texts_opens_a_message():
    shown = first_list([FirstLine("A", None, "SHOUT to 85258", WHOLE_UK)])
    assert links(shown) == ["sms:85258?&body=SHOUT"]
    assert words(shown) == ["A", "Text", "SHOUT to 85258"]


def test_the_line_on_pages_to_read_has_the_number_for_danger_and_the_way_to_all():
    shown = help_line([some.service(phone="999")])
    assert links(shown) == ["tel:999", "/support/"]


def test_only_services_that_others_lead_to_have_an_anchor():
    anchored = tags(service_list([some.service()], anchored=True), "li")
    assert [one.get("id") for one in anchored] == ["service-listening-line"]
    assert [one.get("id") for one in tags(service_list([some.service()]), "li")] == [None]


def test_what_a_service_does_not_have_is_not_mentioned():
    shown = service_list([some.service(text=None, url=None, say=None, words={})])
    assert "Text" not in words(shown)
    assert links(shown) == ["tel:03001234567"]


def test_welsh_words_are_marked_as_welsh():
    assert {"lang": "cy"} in tags(
        service_list([some.service()], languages=[some.welsh()]), "strong"
    )


def test_services_stand_in_the_order_given():
    first, second = some.service(name="First"), some.service(name="Second")
    read = words(service_list([second, first]))
    assert read.index("Second") < read.index("First")


def test_a_service_of_all_four_nations_is_for_all_of_the_uk():
    assert "All of the UK" in words(service_list([some.service(nations=WHOLE_UK)]))
    assert "England and Wales" in words(service_list([some.service(nations=WHOLE_UK[:2])]))


def test_its_name_is_a_heading_of_the_level_asked_for():
    assert words(service_list([some.service()], level=4))[0] == "The Listening Line"
    assert len(tags(service_list([some.service()], level=4), "h4")) == 1


def test_only_a_line_that_never_closes_is_marked_as_always_open():
    open_all_hours = {"class": "always"}
    assert open_all_hours in tags(service_list([some.service()]), "dd")
    assert open_all_hours not in tags(service_list([some.service(hours="9am to 5pm")]), "dd")
