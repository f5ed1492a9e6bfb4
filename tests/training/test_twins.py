"""Twins of guides and workbooks: sound EPUB 3 and plain text, with the words of the paper."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from peerhub.questions.materials import Material, workshop_materials
from tests.epub import faults

SHORT = "awareness-briefing"


def twins(curriculum, identity: str) -> list[Material]:
    found = workshop_materials(curriculum.workshop_by_id[identity])
    return [one for one in found if one.format in ("EPUB", "TXT")]


def test_guide_and_workbook_of_each_workshop_come_in_both(curriculum):
    for workshop in curriculum.workshops:
        found = [(one.kind, one.format) for one in twins(curriculum, workshop.id)]
        assert found == [
            (kind, form) for kind in ("trainer-guide", "workbook") for form in ("EPUB", "TXT")
        ]


def sound(content: bytes, folder) -> list[str]:
    file = folder / "a.epub"
    file.write_bytes(content)
    return faults(file)


@pytest.mark.nightly
def test_an_epub_breaks_no_rule_and_says_how_it_can_be_read(curriculum, desk, tmp_path):
    (made,) = [
        desk.make(one)
        for one in twins(curriculum, SHORT)
        if (one.kind, one.format) == ("workbook", "EPUB")
    ]
    assert sound(made, tmp_path) == []
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert parts.namelist()[0] == "mimetype"
        about = parts.read("EPUB/content.opf").decode()
        pages = [parts.read(one).decode() for one in parts.namelist() if one.endswith(".xhtml")]
    assert "<dc:creator" in about
    assert "Peer Support Hub" in about
    for said in ("accessMode", "accessModeSufficient", "accessibilityFeature", "Hazard", "Summary"):
        assert said in about
    text = "".join(pages)
    assert text.count("<h1") == 1 + text.count('<h1 id="toc-title"')
    assert "What is inside" in text


@pytest.mark.nightly
def test_every_epub_breaks_no_rule(curriculum, desk, tmp_path):
    wrong = {
        one.path: found
        for workshop in curriculum.workshops
        for one in twins(curriculum, workshop.id)
        if one.format == "EPUB" and (found := sound(desk.make(one), tmp_path))
    }
    assert wrong == {}


def test_twins_are_the_same_bytes_each_time_and_hold_the_words_of_the_paper(curriculum, desk):
    for one in twins(curriculum, SHORT):
        made = desk.make(one)
        assert made == desk.make(one)
        if one.format == "TXT":
            text = made.decode()
            assert "call 999" in text
            assert not re.search(r"<[a-z]+[ >]", text)
