"""Drawings in training material: held in words, drawn in files, told where nothing is drawn."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from PIL import Image

from peerhub.press.engine.errors import PressError
from peerhub.press.engine.line_art import picture_of
from peerhub.press.engine.our_type import HOME
from peerhub.questions.materials import training_materials
from peerhub.training.make import Desk
from peerhub.training.pictures import PLACE, Pictures

MODULE = "awareness-briefing"


def handout(curriculum, form: str):
    return next(
        one
        for one in training_materials(curriculum.modules, curriculum.workshops)
        if (one.source, one.kind, one.format) == (MODULE, "handout", form)
    )


def redrawn(curriculum):
    """The same curriculum with a lock of another look."""
    return replace(curriculum, art={**curriculum.art, "lock": '<path d="M1 1h98v98z"/>'})


def test_every_module_shows_a_drawing_to_its_readers_and_the_same_one_to_the_room(curriculum):
    for module in curriculum.modules:
        shown = [step.drawing for step in module.steps if step.drawing]
        called = re.findall(r'drawing\("([^"]+)"\)', curriculum.texts[module.id].participant)
        assert shown, module.id
        assert called == shown, module.id


def test_every_drawing_is_shown_somewhere(curriculum):
    used = {step.drawing for module in curriculum.modules for step in module.steps}
    assert {one.id for one in curriculum.drawings} == used - {None}


def test_a_handout_has_the_drawing_and_says_it_to_those_who_cannot_see(curriculum, desk):
    drawing = curriculum.drawing_by_id["the-limits"]
    with zipfile.ZipFile(io.BytesIO(desk.make(handout(curriculum, "DOCX")))) as file:
        (picture,) = [name for name in file.namelist() if name.endswith(".png")]
        assert Image.open(io.BytesIO(file.read(picture))).width == 1280
        assert f'descr="{drawing.said}"' in file.read("word/document.xml").decode()
    assert PLACE.encode() not in desk.make(handout(curriculum, "ODT"))
    paper = desk.make(handout(curriculum, "PDF"))
    assert desk.make(handout(curriculum, "PDF")) == paper


def test_plain_text_says_what_a_drawing_shows(curriculum, desk):
    words = desk.words.prose.html('{{ drawing("the-limits") }}', "a test")
    drawing = curriculum.drawing_by_id["the-limits"]
    assert desk.pictures.in_words(str(words)).strip() == f"<p>{drawing.title}: {drawing.said}</p>"


def test_another_look_is_another_file_and_no_other_revision(curriculum, desk):
    other = Desk(redrawn(curriculum), desk.stamp, HOME)
    for form in ("PDF", "DOCX"):
        paper = handout(curriculum, form)
        assert other.key(paper) != desk.key(paper)
        assert other.revisions.sum(paper) == desk.revisions.sum(paper)
    untouched = next(
        one
        for one in training_materials(curriculum.modules, curriculum.workshops)
        if (one.source, one.kind, one.format) == ("listening", "handout", "PDF")
    )
    assert other.key(untouched) == desk.key(untouched)


def test_a_picture_is_as_wide_as_asked_and_as_high_as_it_is_drawn(curriculum):
    pictures = Pictures(curriculum, HOME)
    svg = pictures.svg(f"{PLACE}three-chairs")
    picture = Image.open(io.BytesIO(picture_of(svg, HOME, 640)))
    across, down = re.search(r'width="(\d+)" height="(\d+)"', svg).groups()
    assert picture.size == (int(across), int(down))
    assert picture_of(svg, HOME, 640) == picture_of(svg, HOME, 640)


def test_a_letter_that_our_type_lacks_is_told(curriculum):
    svg = Pictures(curriculum, HOME).svg(f"{PLACE}three-chairs").replace("Speaker", "話す")
    with pytest.raises(
        PressError, match="The drawing has letters that our type cannot draw: す 話"
    ):
        picture_of(svg, HOME, 640)
