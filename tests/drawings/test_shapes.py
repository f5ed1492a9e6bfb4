"""Drawings: every part is drawn within the sheet, in our colours alone, with its label in full."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import ImageFont

from peerhub.catalogue import load
from peerhub.components.training import STRAND_ART
from peerhub.drawings import CORAL, INK, PAPER, RUST, WASH, drawn
from peerhub.drawings.sheet import LETTERS, WIDE
from peerhub.models import Drawing
from peerhub.models.drawing import ROOM
from peerhub.training.look import METHOD_ART
from tests.projects import ROOT

SVG = "{http://www.w3.org/2000/svg}"
TYPE = ROOT / "materials" / "fonts" / "AtkinsonHyperlegibleNext-Bold.ttf"
ABOUT = {"id": "a", "owner": "hub-editors", "review_by": "2027-05-01", "title": "A", "says": "B."}


@pytest.fixture(scope="module")
def real_catalogue():
    return load(ROOT)


def made(shape: str, labels: list[str]) -> Drawing:
    parts = [{"label": label, "art": "dot"} for label in labels]
    return Drawing.model_validate({**ABOUT, "shape": shape, "parts": parts}, strict=False)


def words_of(svg: str) -> list[tuple[str, float, float, float]]:
    """Return each line of letters: what it says, its middle, its foot, and its width."""
    type_ = ImageFont.truetype(str(TYPE), LETTERS)
    return [
        (one.text or "", float(one.get("x")), float(one.get("y")), type_.getlength(one.text or ""))
        for one in ElementTree.fromstring(svg).iter(f"{SVG}text")
    ]


@pytest.mark.parametrize("shape", ROOM)
def test_every_shape_draws_the_fewest_and_the_most_parts_that_it_has_room_for(shape):
    for count in ROOM[shape]:
        labels = [f"Part {number}" for number in range(count)]
        sheet = drawn(made(shape, labels), {"dot": '<path d="M1 1h98"/>'})
        said = " ".join(one for one, *_ in words_of(sheet.svg()))
        assert all(label in said for label in labels)
        assert sheet.svg().count('<path d="M1 1h98"/>') == (
            0 if shape == "wall" else 1 if shape == "circles" else count
        )


def test_every_label_of_the_hub_stands_within_its_sheet_and_beside_no_other(real_catalogue):
    for drawing in real_catalogue.drawings:
        sheet = drawn(drawing, real_catalogue.art)
        lines = words_of(sheet.svg())
        for words, x, y, width in lines:
            assert x - width / 2 >= 0, (drawing.id, words)
            assert x + width / 2 <= WIDE, (drawing.id, words)
            assert 20 <= y <= sheet.high, (drawing.id, words)
        for at, (words, x, y, width) in enumerate(lines):
            for other, ox, oy, other_width in lines[at + 1 :]:
                apart = abs(x - ox) >= (width + other_width) / 2 or abs(y - oy) >= LETTERS
                assert apart, (drawing.id, words, other)
        said = re.sub(r"\s+", " ", " ".join(one for one, *_ in lines))
        assert all(part.label in said for part in drawing.parts), drawing.id


def test_drawings_have_the_colours_that_the_pages_turn_dark_and_no_other(real_catalogue):
    ours = {INK, RUST, CORAL, WASH, PAPER, "none"}
    for drawing in real_catalogue.drawings:
        svg = drawn(drawing, real_catalogue.art).svg()
        assert set(re.findall(r'\b(?:fill|stroke)="([^"]*)"', svg)) <= ours, drawing.id
        assert "style" not in svg
        assert " id=" not in svg


def test_every_piece_of_art_is_used(real_catalogue):
    used = {part.art for drawing in real_catalogue.drawings for part in drawing.parts}
    used |= {one.art for one in real_catalogue.workshops} | {*STRAND_ART.values()}
    used |= {*METHOD_ART.values()}
    files = {path.stem for path in Path(ROOT, "materials", "drawings").glob("*.svg")}
    assert files - used == set()
    assert used - {None} - files == set()
