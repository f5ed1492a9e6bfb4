"""Room sheets are taken apart into cards, lines to mark and tabs; no card loses a word."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import lxml.html
import pytest
from odfdo import Document

from peerhub.press.engine.errors import PressError
from peerhub.press.engine.our_type import HOME
from peerhub.questions.materials import module_materials
from peerhub.training.make import Desk
from peerhub.training.ods import ods
from peerhub.training.room_sheets import cards, checklist, printed


def test_each_item_of_a_list_is_a_card_and_keeps_its_number():
    made = list(
        cards("<ol><li>One, <em>two</em></li><li><p>Three</p></li></ol><ul><li>Four</li></ul>")
    )
    assert [(one.number, one.title, str(one.said)) for one in made] == [
        (1, "", "<p>One, <em>two</em></p>"),
        (2, "", "<p>Three</p>"),
        (0, "", "<p>Four</p>"),
    ]
    assert [one.number for one in cards("<ol><li>A</li></ol>", numbered=False)] == [0]


def test_each_paragraph_and_each_row_of_a_table_is_a_card():
    table = (
        "<table><thead><tr><th>Who</th><th>Says</th></tr></thead>"
        "<tbody><tr><td>Sam</td><td>Hello</td></tr></tbody></table>"
    )
    first, second = cards(f"<p>Alone</p>{table}")
    assert (first.title, str(first.said)) == ("", "<p>Alone</p>")
    assert (second.title, str(second.said)) == ("Sam", "<p><strong>Says:</strong> Hello</p>")


def test_with_headings_each_begins_a_card_and_a_higher_one_stands_before_the_lower():
    html = (
        "<h3>Case</h3><h4>Part one</h4><p>A</p><p>B</p><h4>Part two</h4><p>C</p>"
        "<h3>Last</h3><p>D</p>"
    )
    assert [(one.title, str(one.said)) for one in cards(html)] == [
        ("Case. Part one", "<p>A</p><p>B</p>"),
        ("Case. Part two", "<p>C</p>"),
        ("Last", "<p>D</p>"),
    ]


def test_a_checklist_has_its_lines_and_then_the_rest():
    points, rest = checklist("<ol><li>One</li><li>Two</li></ol><p>Result: ……</p>")
    assert points == ("1. One", "2. Two")
    assert str(rest) == '<p>Result: <span class="gap line">……</span></p>'


def sheet(curriculum, words: str, form: str = "cards"):
    some = curriculum.texts["listening"].sheets[0]
    return some.model_copy(update={"words": words, "form": form})


@pytest.mark.parametrize(("words", "share"), [(5, 8), (40, 6), (60, 4), (110, 2)])
def test_the_longer_the_words_the_fewer_cards_share_a_page(curriculum, desk, words, share):
    text = f"- {'plain ' * words}\n- Short"
    assert printed(sheet(curriculum, text), desk.words.prose, "A")["share"] == share


def test_one_card_alone_fills_its_page(curriculum, desk):
    made = printed(sheet(curriculum, "- By day I ring: ……"), desk.words.prose, "A")
    (page,) = made["pages"]
    assert len(page) == made["share"] == 8


def test_no_word_of_any_sheet_is_lost_on_paper_or_in_the_file_to_edit(curriculum, desk):
    for module in curriculum.modules:
        if not module.sheets:
            continue
        words = desk.words.room_sheets(module)
        paper = desk.setter.fill("room-sheets", "A", words)
        office = desk.setter.fill("room-sheets-office", "A", words)
        assert "Answers to the knowledge check" not in paper
        for one in words["sheets"]:
            for card in one["cards"]:
                assert str(card.said) in paper, module.id
                assert str(card.said) in office, module.id
            if one["form"] == "sheet":
                assert str(one["body"]) in paper


def test_a_card_with_too_many_words_is_refused(curriculum):
    text = curriculum.texts["listening"]
    long = text.sheets[0].model_copy(update={"words": f"- {'plain ' * 300}"})
    texts = {**curriculum.texts, "listening": text.model_copy(update={"sheets": (long,)})}
    desk = Desk(replace(curriculum, texts=texts), _stamp(curriculum), HOME)
    with pytest.raises(PressError) as refused:
        desk.make(_file(curriculum, "listening", "room-sheets", "PDF"))
    assert str(refused.value) == (
        "The words of the Listening: room sheets do not fit their place (card). "
        "Use fewer or shorter words there."
    )


def test_a_spreadsheet_hides_what_it_should_and_is_the_same_each_time():
    html = (
        "<ul><li>title: Old</li><li>author: Terry</li></ul>"
        "<h4>Half-year</h4><table><thead><tr><th>Area</th><th>Talks</th></tr></thead>"
        "<tbody><tr><td>North (note: a &amp; b)</td><td>14</td></tr>"
        "<tr><td>(hidden) Desk</td><td>1</td></tr></tbody></table>"
        "<h4>(hidden) Raw</h4><table><thead><tr><th>A</th></tr></thead><tbody></tbody></table>"
    )
    made = ods(html, "revision 1")
    assert made == ods(html, "revision 1")
    book = Document(io.BytesIO(made))
    shown, hidden = book.body.tables
    assert (shown.name, hidden.name) == ("Half-year", "Raw")
    rows = [row.get_attribute("table:visibility") for row in shown.get_elements("table:table-row")]
    assert rows == [None, None, "filter"]
    assert shown.get_value("B2") == 14
    (note,) = shown.get_elements("//office:annotation")
    assert note.text_recursive.strip() == "a & b"
    styles = {
        one.name: one.get_elements("style:table-properties")
        for one in book.get_styles("table", automatic=True)
    }
    assert styles[hidden.style][0].get_attribute("table:display") in (False, "false")
    assert styles[shown.style][0].get_attribute("table:display") in (True, "true")
    assert (book.meta.title, book.meta.initial_creator) == ("Old", "Terry")


def test_only_a_module_with_a_spreadsheet_has_the_file(curriculum):
    having = {
        module.id
        for module in curriculum.modules
        if any(one.format == "ODS" for one in module_materials(module))
    }
    assert having == {"records-and-evaluation"}


def test_changing_a_sheet_makes_its_modules_files_again(curriculum):
    text = curriculum.texts["listening"]
    changed = text.sheets[0].model_copy(update={"note": "Two sets."})
    sheets = (changed, *text.sheets[1:])
    texts = {**curriculum.texts, "listening": text.model_copy(update={"sheets": sheets})}
    material = _file(curriculum, "listening", "room-sheets", "PDF")
    before = Desk(curriculum, _stamp(curriculum), HOME)
    after = Desk(replace(curriculum, texts=texts), _stamp(curriculum), HOME)
    assert before.key(material) != after.key(material)


def _file(curriculum, module: str, kind: str, form: str):
    files = module_materials(curriculum.module_by_id[module])
    return next(one for one in files if (one.kind, one.format) == (kind, form))


def _stamp(curriculum):
    from peerhub.models import Stamp

    return Stamp(curriculum.site.edition, curriculum.site.dated)


def test_cards_to_change_stay_cards_two_in_a_row_and_no_row_is_split(curriculum, desk):
    files = {
        one.format: one
        for one in module_materials(curriculum.module_by_id["what-peer-support-is"])
        if one.kind == "room-sheets"
    }
    with zipfile.ZipFile(io.BytesIO(desk.make(files["DOCX"]))) as held:
        body = held.read("word/document.xml").decode()
    rows = re.findall(r"<w:tr>.*?</w:tr>", body, re.DOTALL)
    assert all("<w:cantSplit" in row for row in rows)
    first = next(row for row in rows if "Request cards: 1" in row)
    assert first.count("<w:tc>") == 2
    assert "Request cards: 2" in first
    with zipfile.ZipFile(io.BytesIO(desk.make(files["ODT"]))) as held:
        content = held.read("content.xml").decode()
    assert content.count("<table:table-row ") == content.count('"WholeRow"') - 1
    assert 'fo:keep-together="always"' in content


def test_every_demonstration_is_a_script_line_by_line(curriculum, desk):
    shown = [
        (module.id, step)
        for module in curriculum.modules
        for step in module.steps
        if step.method == "demonstration"
    ]
    assert shown
    for identity, step in shown:
        sheets = {one.title: one for one in curriculum.texts[identity].sheets}
        scripts = [sheets[one] for one in step.sheets if "| At | Who |" in sheets[one].words]
        assert len(scripts) == 1, f"{identity}: {step.title}"
        made = lxml.html.fromstring(
            f"<div>{desk.words.prose.html(scripts[0].words, identity)}</div>"
        )
        tables = list(made.iter("table"))
        assert tables, f"{identity}: {step.title}"
        for table in tables:
            assert [one.text for one in table.iter("th")] == [
                "At",
                "Who",
                "Says or does",
                "Look for",
            ]
            rows = [[cell.text_content() for cell in row] for row in table.iterfind("tbody/tr")]
            assert all(all(cells) for cells in rows)
            clock = [cells[0] for cells in rows]
            assert clock == sorted(clock)
            assert all(re.fullmatch(r"\d:[0-5]\d", one) for one in clock)
