"""What a page has to take away stands beside its first lines."""

from __future__ import annotations

from peerhub.catalogue import load
from peerhub.pages.take_away import taken_away
from tests.projects import ROOT

FOUND = taken_away(load(ROOT))


def test_one_tool_is_offered_in_every_form_and_first_where_it_can_be_filled_in():
    assert [one["href"] for one in FOUND["/guidance/selection/scoring-sheet/"]] == [
        "/materials/fill-in/scoring-sheet/",
        "/materials/tools/scoring-sheet.pdf",
        "/materials/tools/scoring-sheet.docx",
        "/materials/tools/scoring-sheet.odt",
    ]


def test_of_several_tools_each_is_named_with_the_one_to_print():
    assert FOUND["/guidance/after-a-suicide/"] == [
        {
            "title": "After a suicide: a leader's checklist (PDF)",
            "href": "/materials/tools/after-a-suicide-checklist.pdf",
        },
        {
            "title": "After a suicide: a card for supporters (PDF)",
            "href": "/materials/tools/after-a-suicide-card.pdf",
        },
    ]


def test_an_event_has_its_calendar_file_and_a_page_without_a_tool_has_nothing():
    (calendar,) = FOUND["/events/world-mental-health-day-2027/"]
    assert calendar["href"] == "/events/world-mental-health-day-2027/event.ics"
    assert "/about/" not in FOUND
