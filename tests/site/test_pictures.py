"""Ten kinds of page look as they do in the pictures that are kept beside this file.

What changed on purpose is kept anew by running this file with PEERHUB_KEEP_PICTURES=1 and
`-m nightly`, and looked at before it is committed.
"""

from __future__ import annotations

import os
from itertools import product

import pytest
from PIL import Image, ImageDraw

from peerhub.catalogue import load
from tests.projects import ROOT
from tests.site.landmarks import KINDS, WIDTHS
from tests.site.pictures import FEW, KEPT, SCHEMES, name_of, quarter, taken, unlike

nightly = pytest.mark.nightly
slow = pytest.mark.slow
THICKER = "* { -webkit-text-stroke: 0.1px; text-rendering: geometricPrecision }"
"""Letters as a system draws them that has other edges: a little fatter, and not on whole pixels."""
CHANGED = [
    "main h1 { translate: 0 24px }",
    "main { translate: 16px 0 }",
    "main h1 { color: #b00020 !important }",
    ".masthead { background: #204060 !important }",
]


@pytest.fixture(scope="module")
def address(built_site, serve) -> str:
    return serve(built_site)


@pytest.fixture(scope="module")
def day() -> str:
    return f"{load(ROOT).today.isoformat()}T12:00:00Z"


@nightly
@slow
def test_ten_kinds_of_page_look_as_in_their_pictures(chromium, address, day, tmp_path):
    is_keeping = "PEERHUB_KEEP_PICTURES" in os.environ
    told = {}
    for name, png in taken(chromium, address, day):
        now = quarter(png)
        if is_keeping:
            KEPT.mkdir(exist_ok=True)
            now.save(KEPT / name, optimize=True)
        places = unlike(Image.open(KEPT / name).convert("RGB"), now)
        if len(places) > FEW:
            (tmp_path / name).write_bytes(png)
            told[name] = f"{len(places)} cells, first at {places[:3]}; now: {tmp_path / name}"
    assert told == {}


@nightly
@slow
def test_letters_drawn_another_way_are_no_change(chromium, address, day):
    for name, png in taken(chromium, address, day, THICKER):
        assert len(unlike(Image.open(KEPT / name).convert("RGB"), quarter(png))) <= FEW, name


@nightly
@slow
@pytest.mark.parametrize("style", CHANGED)
def test_a_block_that_moves_or_another_colour_is_seen_in_every_picture(
    chromium, address, day, style
):
    for name, png in taken(chromium, address, day, style):
        assert len(unlike(Image.open(KEPT / name).convert("RGB"), quarter(png))) > FEW, name


def test_a_picture_is_kept_of_each_kind_at_both_widths_in_both_colours_and_all_are_small():
    wanted = {name_of(*one) for one in product(KINDS, WIDTHS, SCHEMES)}
    assert {one.name for one in KEPT.glob("*.png")} == wanted
    assert sum(one.stat().st_size for one in KEPT.glob("*.png")) < 1_000_000


def page(left: int = 40, colour: str = "#234", letters: int = 60) -> Image.Image:
    """Return a drawn page of one block and a few lines of strokes, at a quarter of its size."""
    drawn = Image.new("RGB", (320, 224), "white")
    pen = ImageDraw.Draw(drawn)
    pen.rectangle((left, 40, left + 120, 100), fill=colour)
    for line in range(120, 200, 8):
        for stroke in range(40, 280, 3):
            pen.line((stroke, line, stroke, line + 3), fill=(letters,) * 3)
    return drawn


@pytest.mark.parametrize(
    ("now", "is_alike"),
    [
        (page(), True),
        (page(left=41), True),
        (page(letters=80), True),
        (page(left=45), False),
        (page(colour="#645"), False),
        (page(letters=160), False),
        (page().crop((0, 0, 320, 220)), False),
    ],
)
def test_a_little_is_allowed_and_more_is_told(now, is_alike):
    assert (len(unlike(page(), now)) <= FEW) == is_alike
    assert (len(unlike(now, page())) <= FEW) == is_alike
