"""Fields of documents: each place to fill in has one, with a name that says what it asks for."""

from __future__ import annotations

import datetime as dt
import re
import zipfile

import pytest

from peerhub.blanks import Piece, pieces
from peerhub.models import Stamp
from peerhub.press.engine.office import OfficeDocument, write

STAMP = Stamp("", dt.date(2026, 11, 23), revision=1)
FORM = """<h2>About you</h2><p>Name: ……</p><p>……</p>
<p><strong>Between</strong> …… (supporter) <strong>and</strong> ……</p>
<p>Have you asked? Yes / Not yet</p>
<table><thead><tr><th>What</th><th>Yes</th><th>Notes</th></tr></thead>
<tbody><tr><td>Is it safe?</td><td>☐</td><td>……</td></tr></tbody></table>"""


def part(kind: str, folder) -> str:
    document = OfficeDocument("forms/one", "A form", FORM, STAMP)
    file = folder / "a.zip"
    file.write_bytes(write(document, kind, folder))
    with zipfile.ZipFile(file) as parts:
        return parts.read("word/document.xml" if kind == "docx" else "content.xml").decode()


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Name: ……", [("gap", "Name")]),
        ("…… (role)", [("gap", "role")]),
        ("……", [("gap", "About you")]),
        (
            "I will ring …… (role, by day) or ……",
            [("gap", "I will ring: role, by day"), ("gap", "or")],
        ),
        ("Have you asked? Yes / Not yet", [("choice", "Have you asked?")]),
        ("Decision: Offer / Offer later / Not this time", [("choice", "Decision")]),
        ("Come on …… ? Yes / No", [("gap", "Come on"), ("choice", "About you")]),
        ("When I was on response …", []),
        ("Write to us / ring us", []),
        ("", []),
    ],
)
def test_a_place_to_fill_in_is_found_and_named(text, fields):
    found = pieces(text, "About you")
    assert [(one.kind, one.name) for one in found if one.kind] == fields
    assert "".join(one.text for one in found) == text


def test_a_long_question_is_cut_at_a_word_for_its_name():
    (_, field) = pieces("Tell us about a time when you listened to someone at work or so ……", "")
    assert field == Piece("……", "gap", "Tell us about a time when you listened to someone at work…")


def test_a_word_document_has_a_control_for_each_with_its_title(tmp_path):
    made = part("docx", tmp_path)
    found = re.findall(r'<w:alias w:val="([^"]*)"/>.*?<(w:text|w:dropDownList|w14:checkbox)', made)
    assert found == [
        ("Name", "w:text"),
        ("Name", "w:text"),
        ("Between: supporter", "w:text"),
        ("and", "w:text"),
        ("Have you asked?", "w:dropDownList"),
        ("Yes: Is it safe?", "w14:checkbox"),
        ("Notes: Is it safe?", "w:text"),
    ]
    assert re.findall(r'w:displayText="([^"]*)"', made) == ["Yes", "Not yet"]


def test_an_open_document_has_an_input_field_or_a_list_for_each(tmp_path):
    made = part("odt", tmp_path)
    assert re.findall(r'<text:text-input text:description="([^"]*)"', made)[:2] == ["Name", "Name"]
    assert "Notes: Is it safe?" in made
    assert re.findall(r'<text:drop-down text:name="([^"]*)"', made) == [
        "Have you asked?",
        "Yes: Is it safe?",
    ]


def test_what_is_printed_stays_as_it_was(tmp_path):
    words = re.sub(r"<[^>]+>", " ", part("docx", tmp_path))
    for said in ("Name:", "Yes / Not yet", "☐"):
        assert said in words
