"""A page's Markdown as it stands on paper: what is ticked, filled in and typed."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from peerhub.catalogue import load
from peerhub.pages.forms import checklists, levelled, self_check, together
from peerhub.pages.paper import on_paper, spelled_out
from peerhub.pages.tools import tool_texts
from peerhub.questions.mutual_aid import REQUEST
from tests.projects import ROOT

HUB = load(ROOT)
TOOLS = {tool.id: tool.html for tool in tool_texts(HUB)}


def test_a_link_within_the_hub_says_where_to_look_and_only_once():
    html = '<p><a href="/events/#next">See how</a>, <a href="/events/">again</a></p>'
    assert spelled_out(HUB.site, html) == "<p>See how (peer support hub, /events/), again</p>"


def test_once_the_hub_has_an_address_the_whole_of_it_is_printed():
    site = HUB.site.model_copy(update={"address": "https://hub.police.uk/peers/"})
    html = '<a href="/events/">See how</a>'
    assert spelled_out(site, html) == "See how (hub.police.uk/peers/events/)"


def test_a_link_within_the_page_is_its_words_and_one_to_elsewhere_stays():
    html = '<a href="#top">Up</a> <a href="https://www.gov.uk/">GOV.UK</a>'
    assert spelled_out(HUB.site, html) == 'Up <a href="https://www.gov.uk/">GOV.UK</a>'


def test_a_checklist_has_a_box_an_owner_and_a_date_for_each_line():
    html = checklists("<ul>\n<li>Book <em>rooms</em></li>\n<li>Ring</li>\n</ul>")
    assert html.count("☐") == 2
    row = "<tr><td>☐</td><td>Book <em>rooms</em></td><td>……</td><td>……</td></tr>"
    assert row in html
    assert "<ul>" not in html


def test_a_self_check_has_three_boxes_for_each_question():
    assert self_check([{"title": "Safety", "questions": ["Is it <safe>?"]}]).endswith(
        f"<tr><td>Is it &lt;safe&gt;?</td>{'<td>☐</td>' * 3}</tr></tbody></table>"
    )


def test_what_is_judged_stays_with_its_fields():
    html = "<h3>1. Listens</h3>\n<p>Look.</p>\n<p>Evidence: ……</p>\n<p>Score: ……</p>"
    assert together(f"{html}\n<p>Then stop.</p>") == (
        f'<div class="together">{html}</div>\n<p>Then stop.</p>'
    )


@pytest.mark.parametrize("call", ["on_screen", "on_paper"])
def test_words_can_be_for_the_screen_or_for_paper_alone(call):
    html = on_paper(HUB, f'{{{{ {call}("Here.") }}}}')
    assert html == {"on_screen": "", "on_paper": "<p>Here.</p>"}[call]


def test_a_saved_self_check_does_not_say_that_its_answers_go():
    assert "leave" not in TOOLS["readiness-self-check"]
    assert "keep it somewhere private" in TOOLS["readiness-self-check"]


def test_every_line_of_the_first_years_plan_can_be_ticked():
    plan = TOOLS["first-year-plan"]
    assert "<ul>" not in plan
    assert plan.count("☐") > 35
    assert "(peer support hub, /events/)" in plan


def test_each_line_of_the_scoring_sheet_stays_with_its_score():
    kept = re.findall(r'<div class="together"><h3>(\d)\. ', TOOLS["scoring-sheet"])
    assert kept == ["1", "2", "3", "4", "5", "6"]


def test_headings_on_paper_begin_below_the_title_and_leave_no_level_out():
    deep = "<h3>A</h3><h5 id='b'>B</h5><h3>C</h3><h6>D</h6><h2>E</h2><h3>F</h3>"
    assert levelled(deep) == ("<h2>A</h2><h3 id='b'>B</h3><h2>C</h2><h3>D</h3><h2>E</h2><h3>F</h3>")


def test_no_tool_leaves_out_a_level_or_has_a_bold_paragraph_for_a_heading():
    for identity, html in TOOLS.items():
        levels = [1, *(int(one) for one in re.findall(r"<h(\d)", html))]
        jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        assert jumps == [], identity
        assert not re.search(r"<p><strong>[^<]*(?<!:)</strong>\s*(?:……)?</p>", html), identity


def test_a_service_whose_words_end_in_a_full_stop_gets_no_second_one():
    made = on_paper(HUB, '{{ services("urgent") }}')
    assert "Not for the public. 24 hours" in made
    assert ".." not in made


def test_the_request_for_aid_is_the_one_of_the_tool_with_room_to_write():
    made = on_paper(HUB, "{{ aid_request() }}")
    for row in REQUEST:
        for label, blank in row:
            assert f"<p><strong>{label}:</strong> {blank.format(host='……')}</p>" in made
