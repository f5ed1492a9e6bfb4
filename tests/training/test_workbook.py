"""A workbook is written in: each question has lines, and no page has lines alone."""

from __future__ import annotations

import lxml.html
import pytest
from markupsafe import Markup

from peerhub.questions.materials import workshop_materials
from peerhub.training.workbook import ACTIVITY_LINES, FOUND, INSIDE, LINES, to_write_in
from tests.training.drawn import DrawnLine, drawn_pages, footers

HEADINGS = (14.7, 16.7, 20.7)
"""The sizes of letters in headings, in pixels as they are drawn."""

TEXT = Markup("""
<h3>What it is</h3>
<p>Would you ring us?</p>
<ul><li>Is this asked?</li></ul>
<h3>Activity: Sort</h3>
<ol><li>Sam asks for tea.</li><li>What do you say?</li></ol>
<p>Talk it over.</p>
<h3>If this comes close to home</h3>
<ul class="numbers"><li><strong>Samaritans</strong>: Call 116 123.</li></ul>
<ul class="numbers"><li><strong>Cruse</strong>: Call them.</li></ul>
<h3>Knowledge check</h3>
<ol><li>Name two limits.</li><li>Why?</li></ol>
""")


def lines_in(part) -> int:
    return len(part.xpath(".//p[@class='write'] | .//span[@class='rule']"))


def test_each_question_to_answer_and_each_activity_has_lines():
    made = lxml.html.fromstring(f"<div>{to_write_in(TEXT, ['Samaritans'])}</div>")
    told = {
        item.text_content().split("\u00a0")[0].strip(): lines_in(item) for item in made.iter("li")
    }
    assert told == {
        "Is this asked?": 0,
        "Sam asks for tea.": 0,
        "What do you say?": LINES,
        "Cruse: Call them.": 0,
        "Name two limits.": LINES,
        "Why?": LINES,
    }
    (notes,) = made.find_class("written")
    assert notes.getprevious().text == "Talk it over."
    assert notes.getnext().text == "If this comes close to home"
    assert (notes[0].text, lines_in(notes)) == (FOUND, ACTIVITY_LINES)


def test_numbers_that_stand_inside_the_cover_are_not_told_again():
    made = to_write_in(TEXT, ["Samaritans", "Shout"])
    assert "116 123" not in made
    assert made.count(INSIDE) == 1
    assert "Cruse" in made


def test_every_question_of_every_modules_check_has_lines(curriculum, desk):
    workshop = curriculum.workshop_by_id["supporter-course"]
    for module in desk.words.workshop(workshop, "workbook")["modules"]:
        made = lxml.html.fromstring(f"<div>{module['workbook']}</div>")
        (check,) = [one for one in made if one.text_content() == "Knowledge check"]
        questions = check.getnext().findall("li")
        assert questions, module["title"]
        assert all(lines_in(one) == LINES for one in questions)
        assert made.find_class("written"), module["title"]


def workbook(curriculum, desk, identity: str) -> bytes:
    found = workshop_materials(curriculum.workshop_by_id[identity])
    return desk.make(next(one for one in found if (one.kind, one.format) == ("workbook", "PDF")))


def faults(made: bytes) -> list[str]:
    """Return what is wrong with the pages of a workbook."""
    found = []
    bare = {words.replace(" ", "") for words in (FOUND, "My notes", NOTES)}
    for number, lines in enumerate(drawn_pages(made), 1):
        if not [line for line in lines if line.words not in bare]:
            found.append(f"page {number} has nothing but lines")
        elif is_heading(lines[-1]):
            found.append(f"page {number} ends with the heading {lines[-1].words}")
    found += [f"a footer of {len(one)} lines" for one in footers(made) if len(one) > 2]
    return found


NOTES = "One thing I will try, and one question I still have:"


def is_heading(line: DrawnLine) -> bool:
    return any(abs(line.size - size) < 0.1 for size in HEADINGS)


@pytest.fixture(scope="module")
def made(curriculum, desk) -> bytes:
    return workbook(curriculum, desk, "supporter-foundations")


def test_the_sizes_of_headings_are_those_that_are_looked_for(made):
    headings = {line.words for page in drawn_pages(made) for line in page if is_heading(line)}
    assert {"Knowledgecheck", "Mynotes", "Howthetimeruns"} <= headings


def test_no_page_has_lines_alone_or_ends_with_a_heading(made):
    assert faults(made) == []


def test_such_pages_are_found():
    heading = DrawnLine(100, HEADINGS[0], "Alone")
    assert is_heading(heading)
    assert not is_heading(heading._replace(size=13.7))


@pytest.mark.nightly
def test_no_page_of_any_workbook_has_lines_alone_or_ends_with_a_heading(curriculum, desk):
    for workshop in curriculum.workshops:
        assert faults(workbook(curriculum, desk, workshop.id)) == [], workshop.id
