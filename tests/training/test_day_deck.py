"""The slides of a whole day: a welcome word by word, rules, breaks that count down, and a close."""

from __future__ import annotations

import io
import zipfile

import pytest
from pptx import Presentation

from peerhub.training.day_deck import day_deck
from peerhub.training.odp import odp
from peerhub.training.pptx import pptx


@pytest.fixture(scope="module")
def day(curriculum, desk):
    workshop = curriculum.workshop_by_id["supporter-foundations"]
    return day_deck(curriculum, workshop, 1, desk.words.urgent, desk.words.check)


def test_the_welcome_is_scripted_by_the_clock(day, curriculum):
    welcome, rules, today = day.slides[1:4]
    assert [rules.title, today.title] == ["House rules", "Today"]
    said = [*welcome.notes[2:], *rules.notes, *today.notes]
    assert [line[:5] for line in said] == ["09:30", "09:33", "09:36", "09:42", "09:47"]
    assert curriculum.site.limits.short in rules.notes[0]
    assert curriculum.site.limits.short in " ".join(rules.lines)
    assert "Breaks are at 11:20, 13:00 and 15:30. We end at 16:15." in welcome.notes[3]
    assert today.lines[0] == "09:30 Welcome and how the day works"


def test_module_slides_are_the_modules_own(day, curriculum, desk):
    titles = [slide.title for slide in day.slides]
    for module in ("what-peer-support-is", "confidentiality", "listening"):
        for step in curriculum.module_by_id[module].steps:
            assert step.title in titles
    (which,) = [slide for slide in day.slides if slide.title == "Which pile?"]
    assert which.kicker == "10:18, in groups, 20 minutes, step 4 of 9"
    assert which.notes[0] == "10:18 to 10:38. Trainer 2 leads. Sheets: S1 and S2."
    assert (which.gone, which.whole) == (28, 90)


def test_the_last_slides_say_what_comes_next_and_whom_to_ring(day, curriculum, desk):
    assert [slide.title for slide in day.slides[-3:]] == [
        "What comes next",
        "Sources",
        "Need to talk now?",
    ]
    course = curriculum.workshop_by_id["supporter-course"]
    first = day_deck(curriculum, course, 1, desk.words.urgent, desk.words.check)
    (following,) = [slide for slide in first.slides if slide.title == "What comes next"]
    assert following.lines[0].startswith("Day 2: openings, doors")
    assert following.lines[0].endswith(", from 09:00")


def test_every_session_of_the_hubs_own_workshops_has_words_for_the_room(curriculum):
    for workshop in curriculum.workshops:
        for plan in workshop.days:
            for item in plan.items:
                assert getattr(item, "slide", True), (workshop.id, item)


def test_breaks_go_on_by_themselves_in_both_formats(day, desk):
    pictures = {place: desk.pictures.png(place) for place in desk.pictures.shown(day)}
    waits = [slide.lasts for slide in day.slides]
    shown = Presentation(io.BytesIO(pptx(day, pictures)))
    found = []
    for slide in shown.slides:
        moved = slide.element.findall("{*}transition")
        found.append(int(moved[0].get("advTm")) // 1000 if moved else 0)
    assert found == waits
    with zipfile.ZipFile(io.BytesIO(odp(day, pictures))) as held:
        content = held.read("content.xml").decode()
    assert content.count('draw:style-name="after300"') == waits.count(300)
    assert 'presentation:duration="PT300S"' in content
