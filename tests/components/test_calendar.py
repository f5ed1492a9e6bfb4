"""The calendar's components: one block of HTML, every word escaped, every state in words."""

from __future__ import annotations

import pytest

from peerhub.components.calendar import (
    Month,
    Subscription,
    calendar,
    month_index,
    subscriptions,
)
from tests.invented import day, meeting

ODD = 'Tea & <i>"talk"</i> {{ now }}'
MONTHS = (
    Month("2027-03", "March 2027", (meeting(title=ODD, regions=("north",)),)),
    Month("2027-04", "April 2027", (meeting(id="b", status="full"),)),
    Month("2027-05", "May 2027", (meeting(id="c", moved_from=day("2027-02-01"), revision=1),)),
)
BLOCKS = {
    "calendar": calendar(MONTHS, {"spring-meeting": ("north",)}, {"north": "The North & Isles"}),
    "month_index": month_index([Month("2027-03", ODD, (), 120, ("/a/", "/a/2/"))]),
    "subscriptions": subscriptions(
        Subscription("All", "/events/calendar.ics", "webcal://hub.example/events/calendar.ics"),
        [Subscription(ODD, "/events/kinds/cpd.ics")],
        [],
        "/events/changes.xml",
    ),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_has_no_blank_line_no_indent_and_nothing_unescaped(name):
    block = BLOCKS[name]
    assert "\n\n" not in block
    assert all(line == line.strip() for line in block.splitlines())
    assert "<i>" not in block
    assert "style=" not in block


def test_months_are_headed_and_their_events_one_level_below():
    block = BLOCKS["calendar"]
    assert '<h3 id="month-2027-03">March 2027</h3>' in block
    assert '<h4 class="event-title">' in block


def test_what_became_of_an_event_is_said_in_words():
    block = BLOCKS["calendar"]
    assert '<p class="status status-full">Full</p>' in block
    assert '<p class="status status-moved">New date (was 1 February 2027)</p>' in block


def test_a_filter_waits_hidden_until_a_script_can_make_it_work():
    assert (
        '<form class="calendar-filter" id="calendar-filter" method="get" hidden>'
        in (BLOCKS["calendar"])
    )


def test_pages_of_a_month_are_told_apart_by_more_than_a_number():
    assert '<span class="visually-hidden">' in BLOCKS["month_index"]
    assert "120 dates" in BLOCKS["month_index"]
