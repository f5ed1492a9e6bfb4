"""Pictures for screens: made from the slide's own PDF, once, in colours that are true to it."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image, ImageChops

from peerhub.press.engine.overprint import band
from peerhub.press.posters.run import press
from peerhub.press.posters.screens import (
    HEIGHT,
    WIDTH,
    draw_screens,
    overprint_screen,
    screen_picture,
)
from tests.press.samples import designs, job, jobs, reworded


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("screens")
    made = [*jobs(2, ("screen",)), job("no-slide", "No Slide Police", ("a4",))]
    press(made, folder / "out", folder / "store", workers=1)
    return folder, made


def test_every_slide_has_a_picture_beside_it_drawn_once(printed):
    folder, made = printed
    assert draw_screens(made, folder / "out", folder / "pictures", workers=1) == 2
    found = sorted(file.name for file in (folder / "out").rglob("*.png"))
    assert found == ["force-0-screen.png", "force-1-screen.png"]
    assert draw_screens(made, folder / "out", folder / "pictures", workers=1) == 0


def test_a_picture_is_a_small_file_for_a_full_screen(printed):
    folder, made = printed
    content = screen_picture((folder / "out" / made[0].path("screen")).read_bytes())
    picture = Image.open(io.BytesIO(content))
    assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
    assert len(content) < 120_000


@pytest.mark.parametrize("name", ["talk-to-a-peer-supporter", "after-a-hard-job", "urgent-numbers"])
def test_the_colours_of_a_picture_are_those_of_its_slide(name, tmp_path):
    one = reworded(job(sizes=("screen",)), id=name, layout=designs()[name].layout)
    press([one], tmp_path / "out", tmp_path / "store", workers=1)
    pdf = (tmp_path / "out" / one.path("screen")).read_bytes()
    true = pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil().convert("RGB")
    shown = Image.open(io.BytesIO(screen_picture(pdf))).convert("RGB")
    apart = ImageChops.difference(true, shown)
    assert max(most for _, most in apart.getextrema()) <= 40
    same = [sum(apart.getchannel(number).histogram()[:5]) for number in range(3)]
    assert min(same) > 0.97 * WIDTH * HEIGHT


def test_two_pictures_of_one_slide_are_the_same_bytes(printed):
    folder, made = printed
    pdf = (folder / "out" / made[0].path("screen")).read_bytes()
    assert screen_picture(pdf) == screen_picture(pdf)


def test_a_picture_of_the_demonstration_bears_its_band(printed):
    folder, made = printed
    png = screen_picture((folder / "out" / made[0].path("screen")).read_bytes())
    marked = Image.open(io.BytesIO(overprint_screen(png, band("DEMONSTRATION")))).convert("RGB")
    assert marked.getpixel((5, 5)) == (184, 69, 28)
    assert marked.getpixel((5, 200)) == (255, 255, 255)
