"""The real posters, as files: they conform, and what they draw is what they say."""

from __future__ import annotations

import io
from itertools import combinations

import pikepdf
import pytest
import zxingcpp
from fontTools.ttLib import TTFont

from peerhub.press.engine.our_type import FAMILY, HOME
from peerhub.press.posters.job import POSTER, SHEETS, Job
from peerhub.press.posters.task import Task
from peerhub.press.posters.template_files import Materials
from tests.pdf.drawing import (
    POINTS,
    contrast,
    cut,
    letters,
    likeness,
    luminance,
    only_page,
    picture,
)
from tests.pdf.verapdf import FLAVOURS, failed_rules
from tests.press.samples import FOUR, SIX, job, materials_at

UPRIGHT = [size for size, sheet in SHEETS.items() if sheet.shape == POSTER]
"""The sizes of the upright poster; the other shapes have tests of their own."""

SAFE = 10 * POINTS
"""Ten millimetres: the edge that many printers cannot reach."""

SAMPLES = {
    "longest name": job("hampshire", "Hampshire & Isle of Wight Constabulary"),
    "longest address": job("ministry-of-defence-police", "Ministry of Defence Police", urgent=SIX),
    "Welsh letters": job(
        "tywi",
        "Gŵyr, Llŷn and Ŵy Constabulary",
        other_name="Heddlu Gŵyr a Llŷn",
        mailbox="peer.support@tywi.example",
    ),
    "apostrophe": job("kings-lynn", "King’s & Queen's Police", urgent=FOUR[1:]),
    "all contacts": job(
        "northshire",
        mailbox="wellbeing.peer.support@northshire.example",
        phone="01632 960001, extension 1234",
        intranet="https://intranet.northshire.example/wellbeing/peer-support",
    ),
}


def printed(one: Job, home=HOME, sizes=("a4",)) -> dict[str, bytes]:
    return Task(one, tuple((size, size) for size in sizes), Materials(home)).make()


@pytest.fixture(scope="module")
def posters():
    sizes = tuple((size, size) for size in UPRIGHT)
    return {name: Task(one, sizes, Materials(HOME)).make() for name, one in SAMPLES.items()}


@pytest.fixture(params=[(name, size) for name in SAMPLES for size in UPRIGHT], ids="-".join)
def sample(request, posters):
    name, size = request.param
    return SAMPLES[name], size, posters[name][size]


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_poster_breaks_no_rule(sample, flavour):
    _, _, pdf = sample
    assert failed_rules(pdf, flavour) == []


def test_the_validator_finds_what_is_wrong(posters):
    with pikepdf.open(io.BytesIO(posters["apostrophe"]["a4"])) as pdf:
        del pdf.Root.StructTreeRoot
        del pdf.Root.Metadata
        spoilt = io.BytesIO()
        pdf.save(spoilt)
    assert any("2a 6.6.2.1-1" in rule for rule in failed_rules(spoilt.getvalue(), "2a"))
    assert any("ua1 7.1" in rule for rule in failed_rules(spoilt.getvalue(), "ua1"))


def test_a_poster_is_one_page_of_its_size(sample):
    _, size, pdf = sample
    width, height = only_page(pdf).get_size()
    wide, high = SHEETS[size].paper
    assert width / POINTS == pytest.approx(wide, abs=0.01)
    assert height / POINTS == pytest.approx(high, abs=0.01)


def test_every_font_is_ours_and_embedded(sample):
    _, _, pdf = sample
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fonts = list(opened.pages[0].Resources.Font.values())
        for font in fonts:
            (inner,) = font.DescendantFonts
            assert FAMILY.replace(" ", "-") in str(font.BaseFont)
            assert len(inner.FontDescriptor.FontFile2.read_bytes()) > 500
            assert "/ToUnicode" in font
        assert fonts


def test_the_code_opens_the_printed_address(sample):
    one, _, pdf = sample
    (code,) = zxingcpp.read_barcodes(picture(pdf, 2))
    text = only_page(pdf).get_textpage().get_text_bounded()
    assert code.text == one.facts.page
    assert code.ec_level == "Q"
    assert one.facts.page.removeprefix("https://").rstrip("/") in text


def test_the_code_is_at_least_25_millimetres_with_room_round_it(posters):
    for made in posters.values():
        page = picture(made["a4"], 4)
        (code,) = zxingcpp.read_barcodes(page)
        place = code.position
        side = (place.top_right.x - place.top_left.x) / 4 / POINTS
        assert side >= 25
        quiet = 4 * side / 25  # no code has fewer than 25 modules a side
        reach = quiet * 4 * POINTS * 0.9
        box = (
            place.top_left.x - reach,
            place.top_left.y - reach,
            place.bottom_right.x + reach,
            place.top_left.y - 4,
        )
        assert contrast(page.crop(tuple(round(side) for side in box))) < 1.2


def test_words_keep_clear_of_the_edge(sample):
    _, size, pdf = sample
    width, height = only_page(pdf).get_size()
    edge = SAFE * SHEETS[size].height / SHEETS["a4"].height
    for letter in letters(pdf):
        assert letter.left >= edge - 0.5
        assert letter.bottom >= edge - 0.5
        assert letter.right <= width - edge + 0.5
        assert letter.top <= height - edge + 0.5


def test_no_letter_touches_another(sample):
    _, size, pdf = sample
    if size != "a4":
        return
    drawn = [letter for letter in letters(pdf) if letter.is_drawn]
    for one, other in combinations(drawn, 2):
        wide = min(one.right, other.right) - max(one.left, other.left)
        high = min(one.top, other.top) - max(one.bottom, other.bottom)
        assert wide < 1.5 or high < 1.5, f"{one} and {other}"


def test_every_letter_stands_out(sample):
    _, size, pdf = sample
    if size != "a4":
        return
    page = picture(pdf, 4)
    for letter in letters(pdf):
        if letter.is_drawn and letter.char not in ".,·:-'’":
            assert contrast(cut(page, letter, 4, margin=0.8)) >= 4.5, letter


def test_small_letters_are_large_enough(posters):
    with pikepdf.open(io.BytesIO(posters["longest address"]["a4"])) as pdf:
        drawn = b"\n".join(part.read_bytes() for part in pdf.pages[0].Contents)
    sizes = [float(line.split()[1]) * 0.75 for line in drawn.splitlines() if line.endswith(b" Tf")]
    assert max(sizes) >= 72
    # Only the small print and the address are smaller than 12 points.
    assert {round(size, 1) for size in sizes if size < 11.9} == {8.5, 10.5}


@pytest.mark.parametrize("char", ["ŵ", "ŷ", "Ŵ"])
def test_welsh_letters_are_drawn(posters, char):
    assert likeness(posters["Welsh letters"]["a4"], char) > 0.9


@pytest.mark.parametrize("char", ["ŵ", "ŷ"])
def test_a_font_that_draws_no_welsh_letters_is_found_out(char, tmp_path):
    home = materials_at(tmp_path)
    for file in (home / "fonts").glob("*.ttf"):
        font = TTFont(file)
        glyphs = font["glyf"]
        for plain in ("w", "y"):
            welsh = font.getBestCmap()[ord({"w": "ŵ", "y": "ŷ"}[plain])]
            glyphs[welsh] = glyphs[plain]
        font.save(file)
    pdf = printed(SAMPLES["Welsh letters"], home)["a4"]
    assert char in only_page(pdf).get_textpage().get_text_bounded()
    assert likeness(pdf, char) < 0.9


def test_the_properties_say_what_it_is_and_when_it_was_made(posters):
    with pikepdf.open(io.BytesIO(posters["Welsh letters"]["a3"])) as pdf:
        said = pdf.open_metadata()
        assert said["dc:title"] == "Talk to a peer supporter: Gŵyr, Llŷn and Ŵy Constabulary"
        assert said["pdf:Keywords"] == "Revision 1"
        assert said["xmp:CreateDate"] == "2026-11-23T00:00:00Z"
        assert str(pdf.docinfo["/Title"]) == said["dc:title"]
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261123000000Z"
        assert str(pdf.Root.Lang) == "en-GB"


def test_every_link_says_what_it_opens(posters):
    with pikepdf.open(io.BytesIO(posters["all contacts"]["a4"])) as pdf:
        assert [str(link.Contents) for link in pdf.pages[0].Annots] == [
            "Email wellbeing.peer.support@northshire.example",
            "Open intranet.northshire.example/wellbeing/peer-support",
            "Open peer-support.example/forces/northshire",
        ]


@pytest.mark.parametrize("size", UPRIGHT)
def test_links_and_the_picture_are_where_they_are_drawn(posters, size):
    pdf = posters["all contacts"][size]
    (code,) = zxingcpp.read_barcodes(picture(pdf, 2))
    height = only_page(pdf).get_size()[1]
    page = only_page(pdf).get_textpage()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        link = opened.pages[0].Annots[0]
        left, one, right, other = (float(side) for side in link.Rect)
        words = page.get_text_bounded(left - 1, min(one, other), right + 1, max(one, other))
        assert words.strip() == "wellbeing.peer.support@northshire.example"
        (document,) = opened.Root.StructTreeRoot.K
        (figure,) = (
            kid
            for element in document.K
            for kid in element.K
            if not isinstance(kid, int) and str(kid.S) == "/Figure"
        )
        left, bottom, right, top = (float(side) for side in figure.A.BBox)
        corner = code.position.top_left
        assert left < corner.x / 2 < right
        assert bottom < height - corner.y / 2 < top
        assert str(figure.Alt) == "QR code for peer-support.example/forces/northshire"


def test_what_is_not_confirmed_is_left_to_write_in(posters):
    text = only_page(posters["apostrophe"]["a4"]).get_textpage().get_text_bounded()
    assert "Team mailbox" in text
    assert "@" not in text
    confirmed = only_page(posters["all contacts"]["a4"]).get_textpage().get_text_bounded()
    assert "Team mailbox" not in confirmed
    assert "01632 960001, extension 1234" in confirmed


def test_danger_is_said_before_every_other_number(posters):
    with pikepdf.open(io.BytesIO(posters["longest address"]["a4"])) as pdf:
        (document,) = pdf.Root.StructTreeRoot.K
        order = [str(element.S) for element in document.K]
    assert order[-4:] == ["/H2", "/P", "/L", "/P"]
    text = only_page(posters["longest address"]["a4"]).get_textpage().get_text_bounded()
    assert "Call 999" in text.replace("\r\n", " ")
    for line in SIX:
        assert line.reach in text.replace("\r\n", " ")


def test_the_limits_of_privacy_are_on_every_poster(sample):
    _, _, pdf = sample
    text = " ".join(only_page(pdf).get_textpage().get_text_bounded().split())
    assert "unless someone is at risk, it has to be reported, or the law says so" in text


def test_a_poster_in_grey_keeps_its_two_voices_apart(posters):
    grey = picture(posters["apostrophe"]["a4"], 1).convert("L").convert("RGB")
    question = grey.getpixel((round(20 * POINTS), round(60 * POINTS)))
    answer = grey.getpixel((round(150 * POINTS), round(68 * POINTS)))
    apart = sorted((luminance(question), luminance(answer)))
    assert (apart[1] + 0.05) / (apart[0] + 0.05) >= 3


def test_a_print_shop_is_told_where_to_cut_and_finds_marks_there(posters):
    pdf = posters["apostrophe"]["a3-shop"]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        page = opened.pages[0]
        boxes = [
            [round(float(side) / POINTS, 2) for side in page.obj[name]]
            for name in ("/MediaBox", "/BleedBox", "/TrimBox")
        ]
    assert boxes == [[0, 0, 317, 440], [7, 7, 310, 433], [10, 10, 307, 430]]
    drawn = picture(pdf, 4).convert("L")
    dark = {
        (x, y)
        for x in (5, 10, 312, 307)
        for y in (5, 10, 435, 430)
        if min(
            drawn.getpixel((round(x * POINTS * 4) + nudge, round(y * POINTS * 4) + nudge))
            for nudge in (-1, 0)
        )
        < 200
    }
    # On each line of the cut, in the margin; not where the cuts meet, nor in the corners.
    assert dark == {(x, y) for x in (5, 312) for y in (10, 430)} | {
        (x, y) for x in (10, 307) for y in (5, 435)
    }


def test_a_poster_is_small(sample):
    _, _, pdf = sample
    assert len(pdf) < 60_000
