from __future__ import annotations

from peerhub.components import nation_index, service_list
from tests.components import specimens as some
from tests.components.reading import links, tags, words

WHOLE_UK = ("England", "Wales", "Scotland", "Northern Ireland")


def test_a_service_says_name_number_and_then_what_it_is():
    assert words(service_list([some.service()])) == [
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
    assert "Welsh draft, not checked yet." not in words(
        service_list([some.service(translation="checked")])
    )


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


def test_each_nation_leads_to_what_it_has_and_what_all_have_stands_once():
    wales, everyone = some.service(), some.service(id="all", name="All", nations=WHOLE_UK)
    shown = nation_index([wales, everyone])
    assert words(shown) == ["Wales", "The Listening Line", "All of the UK", "All"]
    assert links(shown) == ["#service-listening-line", "#service-all"]


def test_only_services_that_others_lead_to_have_an_anchor():
    there = {"class": "service service-listening-line", "id": "service-listening-line"}
    assert there in tags(service_list([some.service()], anchored=True), "li")
    assert there not in tags(service_list([some.service()]), "li")


def test_what_a_service_does_not_have_is_not_mentioned():
    shown = service_list(
        [some.service(text=None, url=None, say=None, say_cy=None, translation=None)]
    )
    assert "Text" not in words(shown)
    assert links(shown) == ["tel:03001234567"]


def test_welsh_words_are_marked_as_welsh():
    assert {"lang": "cy"} in tags(service_list([some.service()]), "strong")


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
