"""Room to write by hand, where a page leaves a gap."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerhub.orders.tools import GAP, with_room


@pytest.mark.parametrize(
    ("html", "room"),
    [
        ("<p>Name: ……</p>", '<p>Name: <span class="gap line">……</span></p>'),
        ("<p>Dear ……,</p>", '<p>Dear <span class="gap">……</span>,</p>'),
        ("<td>……</td>", '<td><span class="gap line">……</span></td>'),
        (
            "<li>Why? ……</li>",
            '<li>Why?<br /><span class="gap lines">……</span><span class="gap lines"></span></li>',
        ),
        (
            "<p><strong>What would stop us?</strong> ……</p>",
            '<p><strong>What would stop us?</strong><br /><span class="gap lines">……</span>'
            '<span class="gap lines"></span></p>',
        ),
        (
            "<h3>Why now</h3><p>……</p>",
            '<h3>Why now</h3><p><span class="gap lines">……</span>'
            '<span class="gap lines"></span></p>',
        ),
        ("<p>…… (role)</p>", '<p><span class="gap">……</span> (role)</p>'),
        ("<td>☐</td>", '<td><span class="box">……</span></td>'),
        ("<li>Until ……</li>", '<li>Until <span class="gap line">……</span></li>'),
    ],
)
def test_a_gap_gets_the_room_that_it_needs(html, room):
    assert with_room(html, 2) == room


def test_a_question_of_a_list_gets_as_many_lines_as_its_tool_asks_for():
    room = with_room("<li>Why? ……</li>", 8)
    assert room.count('<span class="gap lines">') == 8


@given(st.lists(st.sampled_from(["<p>", "</p>", "<li>", "</li>", "Why? ", "word ", GAP])))
def test_no_gap_is_lost_and_none_is_doubled(parts):
    html = re.sub(f"({GAP})+", GAP, "".join(parts))
    assert with_room(html).count(GAP) == html.count(GAP)
    assert with_room(html).count("<span") == with_room(html).count("</span>")
