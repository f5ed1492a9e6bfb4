"""Forms: each workshop has those that suit it, made from its own modules and open to change."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import lxml.html
import pikepdf
import pypdfium2
import pytest

from peerhub.press.engine.our_type import HOME
from peerhub.questions.materials import Material, workshop_forms, workshop_materials
from peerhub.room import document_for_pdf
from peerhub.training.make import Desk
from peerhub.training.screen_forms import screen_forms
from peerhub.training.words import Words
from tests.pdf.verapdf import FLAVOURS, failed_rules


def form(curriculum, identity: str, kind: str, file: str = "PDF") -> Material:
    found = workshop_materials(curriculum.workshop_by_id[identity])
    return next(one for one in found if (one.kind, one.format) == (kind, file))


def filled(curriculum, desk, identity: str, kind: str) -> str:
    """Return a form as the HTML that is printed, without its marks."""
    template, words = desk._words(form(curriculum, identity, kind))
    return plain(desk.setter.fill(template, "A", words))


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def kinds(curriculum, identity: str) -> set[str]:
    return {one.kind for one in workshop_materials(curriculum.workshop_by_id[identity])}


def test_a_briefing_has_no_sheet_for_watching_or_teaching(curriculum):
    held = kinds(curriculum, "awareness-briefing")
    assert held & {"observation", "marking", "teach-back", "certificate"} == set()
    assert {"attendance", "evaluation"} <= held


def test_each_form_can_be_printed_and_changed(curriculum):
    for workshop in curriculum.workshops:
        found = workshop_materials(workshop)
        for kind in workshop.forms:
            assert [one.format for one in found if one.kind == kind] == ["PDF", "DOCX", "ODT"]


@pytest.mark.parametrize(
    ("identity", "kind", "module", "count"),
    [
        ("supporter-course", "marking", "assessed-practice", 11),
        ("trainer-course", "teach-back", "teach-back", 10),
        ("supporter-foundations", "observation", "listening", 7),
    ],
)
def test_a_sheet_has_the_lines_of_its_module(curriculum, desk, identity, kind, module, count):
    words = desk._words(form(curriculum, identity, kind))[1]["sheet"]
    lines = [one["said"] for one in words["lines"]["items"]]
    page = plain(desk.words.prose.html(curriculum.texts[module].participant, module))
    assert len(lines) == count
    assert all(plain(line) in page for line in lines)


def test_the_marking_sheet_says_what_must_be_seen_what_fails_and_the_results(curriculum, desk):
    words = desk._words(form(curriculum, "supporter-course", "marking"))[1]["sheet"]
    assert [one["number"] for one in words["lines"]["items"] if one["must"]] == [1, 5, 6]
    assert len(words["fails"]["items"]) == 4
    said = filled(curriculum, desk, "supporter-course", "marking")
    for wanted in ("Seen Partly Not seen", "Four critical fails", "Promises secrecy.", "Not yet."):
        assert wanted in said
    assert said.count("(must see)") == 3


def test_the_teach_back_sheet_says_what_stops_a_turn_and_the_two_results(curriculum, desk):
    words = desk._words(form(curriculum, "trainer-course", "teach-back"))[1]["sheet"]
    assert [one["number"] for one in words["lines"]["items"] if one["must"]] == [2, 3, 8]
    assert words["fails_title"] == "What stops a turn"
    results = [plain(one["said"]).split(".")[0] for one in words["results"]["items"]]
    assert results == ["Ready", "Not yet"]


def test_changing_the_modules_text_changes_the_sheet_and_its_key(curriculum, desk):
    line = "Leaves space, and asks at least two open questions"
    text = curriculum.texts["assessed-practice"]
    other = text.model_copy(
        update={"participant": text.participant.replace(line, "Leaves a good deal of space")}
    )
    changed = replace(curriculum, texts={**curriculum.texts, "assessed-practice": other})
    workshop = curriculum.workshop_by_id["supporter-course"]
    sheet = Words(changed).workshop(workshop, "marking")["sheet"]
    lines = [one["said"] for one in sheet["lines"]["items"]]
    assert "Leaves a good deal of space" in lines
    assert line not in lines
    material = form(curriculum, "supporter-course", "marking")
    assert Desk(changed, desk.stamp, HOME).key(material) != desk.key(material)


def test_an_evaluation_asks_about_its_own_outcomes(curriculum, desk):
    leaders = filled(curriculum, desk, "leadership-programme", "evaluation")
    trainers = filled(curriculum, desk, "trainer-course", "evaluation")
    assert "what a peer supporter does" not in leaders
    for identity, said in (("leadership-programme", leaders), ("trainer-course", trainers)):
        for module in curriculum.workshop_by_id[identity].module_ids:
            first = curriculum.module_by_id[module].outcomes[0]
            assert first[:1].lower() + first[1:] in plain(said).replace("&#39;", "'")


@pytest.mark.slow
@pytest.mark.parametrize("identity", ["supporter-course", "annual-refresher"])
def test_an_attendance_sheet_has_every_place_on_one_page(curriculum, desk, identity):
    pdf = pypdfium2.PdfDocument(desk.make(form(curriculum, identity, "attendance")))
    assert len(pdf) == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("identity", "kind"), [("supporter-course", "marking"), ("trainer-course", "teach-back")]
)
def test_a_marking_sheet_is_two_sides_with_no_heading_left_alone(curriculum, desk, identity, kind):
    pdf = pypdfium2.PdfDocument(desk.make(form(curriculum, identity, kind)))
    assert len(pdf) == 2
    for page in pdf:
        assert len(page.get_textpage().get_text_bounded().split()) > 80


def test_a_form_to_change_has_lines_round_its_cells_and_the_same_bytes_again(curriculum, desk):
    odt = desk.make(form(curriculum, "supporter-foundations", "observation", "ODT"))
    assert odt == desk.make(form(curriculum, "supporter-foundations", "observation", "ODT"))
    content = zipfile.ZipFile(io.BytesIO(odt)).read("content.xml").decode()
    assert 'fo:border="0.5pt solid #66759a"' in content
    assert 'fo:border="none"' not in content
    docx = desk.make(form(curriculum, "supporter-foundations", "observation", "DOCX"))
    styles = zipfile.ZipFile(io.BytesIO(docx)).read("word/styles.xml").decode()
    assert "insideH" in styles
    body = zipfile.ZipFile(io.BytesIO(docx)).read("word/document.xml").decode()
    assert "Reflects what was said" in body


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_marking_sheet_can_be_filled_in_and_breaks_no_rule(curriculum, desk, flavour):
    made = desk.make(form(curriculum, "supporter-course", "marking"))
    assert failed_rules(made, flavour) == []
    with pikepdf.open(io.BytesIO(made)) as pdf:
        told = [(str(one.FT), str(one.TU)) for one in pdf.Root.AcroForm.Fields]
    assert told[0] == ("/Tx", "Who is marked")
    line = "1. Says how long there is, what stays private and what cannot (must see)"
    heads = (("/Btn", "Seen"), ("/Btn", "Partly"), ("/Btn", "Not seen"))
    assert told[3:6] == [(kind, f"{head}: {line}") for kind, head in heads]
    assert told[6] == ("/Tx", f"What was said or done: {line}")


def test_every_form_is_a_page_with_a_named_field_for_each_of_its_paper(curriculum, desk):
    screens = screen_forms(curriculum, HOME)
    wanted = [one for each in curriculum.workshops for one in workshop_forms(each)]
    assert list(screens) == [one.stem for one in wanted]
    for one in wanted:
        whole = lxml.html.fragment_fromstring(screens[one.stem], create_parent="form")
        fields = [field.get("data-asks") for field in whole.xpath(".//*[@data-asks]")]
        paper = document_for_pdf(filled_in_html(desk, one))
        assert len(fields) == paper.count('href="blank:') > 2
        assert len(set(fields)) == len(fields), one.stem
        assert "<h1" not in screens[one.stem]


def filled_in_html(desk, one: Material) -> str:
    template, words = desk._words(one)
    return desk.setter.fill(template, "A", words)
