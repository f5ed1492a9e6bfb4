"""Printed materials meet both standards, and give participants no answer."""

from __future__ import annotations

import io
import re

import pypdfium2
import pytest

from peerhub.press.engine.errors import PressError
from peerhub.questions.materials import Material, module_materials, workshop_materials
from peerhub.training.make import Desk
from tests.pdf.verapdf import FLAVOURS, failed_rules


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)


def paper(curriculum, identity: str, kind: str, form: str = "PDF") -> Material:
    found = workshop_materials(curriculum.workshop_by_id[identity])
    return next(one for one in found if (one.kind, one.format) == (kind, form))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("identity", "kind"),
    [
        ("awareness-briefing", "trainer-guide"),
        ("awareness-briefing", "workbook"),
        ("awareness-briefing", "timetable"),
        ("awareness-briefing", "run-sheet"),
        ("supporter-foundations", "day-print"),
        ("awareness-briefing", "attendance"),
        ("awareness-briefing", "evaluation"),
        ("supporter-foundations", "certificate"),
        ("supporter-foundations", "observation"),
        ("supporter-course", "marking"),
        ("trainer-course", "teach-back"),
    ],
)
def test_each_kind_of_workshop_paper_meets_both_standards(curriculum, desk, identity, kind):
    material = paper(curriculum, identity, kind)
    made = desk.make(material)
    assert [failed_rules(made, flavour) for flavour in FLAVOURS] == [[], []]
    assert made == desk.make(material)


@pytest.mark.slow
def test_a_handout_slides_and_room_sheets_meet_both_standards(curriculum, desk):
    shown = module_materials(curriculum.module_by_id["reflective-practice"])
    marked = module_materials(curriculum.module_by_id["assessed-practice"])
    for material in (*shown, *(one for one in marked if one.kind == "room-sheets")):
        if material.format == "PDF":
            made = desk.make(material)
            assert [failed_rules(made, flavour) for flavour in FLAVOURS] == [[], []]


def test_no_paper_for_participants_holds_a_trainers_word(curriculum, desk):
    module = curriculum.module_by_id["awareness-briefing"]
    handout = desk.setter.fill("handout", "A", desk.words.handout(module))
    workshop = curriculum.workshop_by_id["supporter-course"]
    workbook = desk.setter.fill("workbook", "A", desk.words.workshop(workshop, "workbook"))
    guide = desk.setter.fill("guide", "A", desk.words.workshop(workshop, "trainer-guide"))
    for paper in (handout, workbook):
        assert "Answers to the knowledge check" not in paper
        assert "If someone is distressed" not in paper
    taught = len(workshop.module_ids)
    assert guide.count("Answers to the knowledge check") == taught


def test_the_guide_and_the_page_tell_the_same_times(curriculum, desk):
    from peerhub.pages.workshops import workshop_page
    from peerhub.questions.timetable import timetable

    workshop = curriculum.workshop_by_id["coordinator-day"]
    guide = desk.setter.fill("guide", "A", desk.words.workshop(workshop, "trainer-guide"))
    page = workshop_page(curriculum, workshop)
    for day in timetable(workshop, curriculum.module_by_id):
        for row in day.rows:
            assert f"{row.start} to {row.end}" in guide
            assert f"<time>{row.start}</time>" in page


def test_a_missing_template_is_named_in_one_line(curriculum, desk, tmp_path):
    (tmp_path / "training").mkdir()
    (tmp_path / "training" / "training.css").write_text("")
    broken = Desk(curriculum, desk.stamp, tmp_path)
    slides = module_materials(curriculum.modules[0])[2]
    with pytest.raises(
        PressError, match=r"^The template slides.html is missing from .* Put it"
    ) as e:
        broken.make(slides)
    assert "\n" not in str(e.value)


def test_a_call_with_no_printed_form_is_named(desk):
    with pytest.raises(PressError, match="of Listening cannot be printed: there is nothing"):
        desk.words.prose.html("{{ forces() }}", "Listening")


def test_a_call_for_help_prints_numbers_in_their_order(desk):
    made = desk.words.prose.html('{{ services("danger") }}\n\n{{ services("urgent") }}', "A")
    assert made.index("999") < made.index("116 123")


def test_a_service_whose_words_end_in_a_full_stop_gets_no_second_one(desk):
    made = desk.words.prose.html('{{ services("urgent") }}', "A")
    assert "Not for the public. 24 hours" in made
    assert ".." not in made


def test_each_step_of_the_guide_has_its_time_on_the_clock_and_since_the_session_began(
    curriculum, desk
):
    from peerhub.questions.timetable import later, timetable

    workshop = curriculum.workshop_by_id["supporter-course"]
    guide = desk.setter.fill("guide", "A", desk.words.workshop(workshop, "trainer-guide"))
    said = re.findall(r'<p class="tags">(\d\d:\d\d) · (\d:\d\d), ', guide)
    wanted = []
    for day in timetable(workshop, curriculum.module_by_id):
        for row in day.rows:
            at = 0
            for step in curriculum.module_by_id[row.module].steps if row.module else ():
                wanted.append((later(row.start, at), f"{at // 60}:{at % 60:02d}"))
                at += step.minutes
    assert said == wanted
    assert "<h3>Session plan: Day 2, 09:10 to " in guide
