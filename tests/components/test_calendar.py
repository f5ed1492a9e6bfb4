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
    "month_index": month_index(
        [Month("2027-03", ODD, (meeting(),), 120, ("/a/", "/a/2/"))], {}, {"north": "The North"}
    ),
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


def test_a_month_in_the_index_says_what_is_in_it_and_when_all_of_it_is_over():
    events = (
        meeting(id="a", kind="cpd", roles=("trainer",), regions=("north",)),
        meeting(id="b", date=day("2027-03-30"), where={"online": True}),
    )
    block = month_index([Month("2027-03", "March", events, 2, ("/a/",))], {}, {"north": "North"})
    assert (
        '<li data-end="2027-03-30T12:30:00+01:00" data-kind="cpd networking" data-online="no yes">'
    ) in block
    assert '<option value="north">North</option>' not in block
    both = month_index(
        [Month("2027-03", "March", events, 2, ("/a/",))],
        {"a": ("north",), "b": ("south",)},
        {"north": "North", "south": "South"},
    )
    assert 'data-region="north south"' in both
    assert '<option value="north">North</option>' in both


def test_every_calendar_can_be_subscribed_to_in_one_tap_where_there_is_a_real_address():
    ways = [Subscription("CPD", "/c.ics", "webcal://hub.police.uk/c.ics")]
    block = subscriptions(Subscription("All", "/a.ics"), ways, ways, "/events/changes.xml")
    assert block.count('href="webcal://hub.police.uk/c.ics"') == 2
    assert block.count('href="/c.ics"') == 2


def test_pages_of_a_month_are_told_apart_by_more_than_a_number():
    assert '<span class="visually-hidden">' in BLOCKS["month_index"]
    assert "120 dates" in BLOCKS["month_index"]
