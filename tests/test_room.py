"""Room to fill in, where a page leaves a gap: lines for a pen, fields for a keyboard."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerhub.models.tool import GAP
from peerhub.room import document_for_pdf, for_pdf, with_room


@pytest.mark.parametrize(
    ("html", "room"),
    [
        ("<p>Name: ……</p>", '<p>Name: <span class="gap line">……</span></p>'),
        ("<p>Dear ……,</p>", '<p>Dear <span class="gap">……</span>,</p>'),
        ("<td>……</td>", '<td><span class="gap line">……</span></td>'),
        (
            "<li>Why? ……</li>",
            '<li>Why?<br /><span class="room"><span class="gap lines">……</span>'
            '<span class="gap lines"></span></span></li>',
        ),
        (
            "<p><strong>What would stop us?</strong> ……</p>",
            '<p><strong>What would stop us?</strong><br /><span class="room">'
            '<span class="gap lines">……</span><span class="gap lines"></span></span></p>',
        ),
        (
            "<h3>Why now</h3><p>……</p>",
            '<h3>Why now</h3><p><span class="room"><span class="gap lines">……</span>'
            '<span class="gap lines"></span></span></p>',
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


FORM = with_room(
    "<h2>About you</h2><p>Name: ……</p><p>……</p><p>Have you asked? Yes / Not yet</p>"
    "<p>Can you come on ……? Yes / No</p><ul><li>Why? ……</li></ul>"
    "<table><thead><tr><th>What</th><th>Done</th><th>Notes</th></tr></thead><tbody>"
    "<tr><td>Is O'Neill's list \"whole\" &amp; ŵell?</td><td>☐</td><td>……</td></tr></tbody></table>"
    "<h2>Them</h2><p>Name: ……</p><p>To …… (role), from …… (date)</p>",
    2,
)
NAMES = [
    ("line", "About you: Name"),
    ("lines", "About you: Name"),
    ("tick", "Have you asked? Yes"),
    ("tick", "Have you asked? Not yet"),
    ("line", "Can you come on"),
    ("tick", "Can you come on ? Yes"),
    ("tick", "Can you come on ? No"),
    ("lines", "Why?"),
    ("tick", "Done: Is O'Neill's list \"whole\" & ŵell?"),
    ("line", "Notes: Is O'Neill's list \"whole\" & ŵell?"),
    ("line", "Them: Name"),
    ("line", "To: role"),
    ("line", "from: date"),
]


def test_each_place_in_a_pdf_is_named_for_what_it_asks():
    found = re.findall(r'href="blank:(\w+)\?([^"]*)"', for_pdf(FORM))
    assert [(kind, unquote(name)) for kind, name in found] == NAMES
    assert GAP not in for_pdf(FORM)


def test_the_places_of_a_whole_document_become_fields_and_its_frame_stays():
    document = (
        '<!doctype html>\n<html><head><title>A &amp; B</title></head>\n<body data-foot="x">'
        "<table><tr><th>Name</th></tr>"
        f'<tr><td><span class="gap cells">{GAP}</span></td></tr></table>'
        "</body>\n</html>"
    )
    made = document_for_pdf(document)
    assert made.startswith(document.partition("<table")[0])
    assert made.endswith("</table></body>\n</html>")
    assert 'href="blank:lines?Name%3A%20row%201"' in made
