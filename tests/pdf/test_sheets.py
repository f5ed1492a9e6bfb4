"""The cards, the slide and the large print of every design, as drawn and as tagged."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
import yaml
import zxingcpp

from peerhub.press.engine.our_type import FAMILY, HOME
from peerhub.press.posters.job import SHEETS, Job
from peerhub.press.posters.task import Task
from peerhub.press.posters.template_files import Materials
from peerhub.press.posters.wording import short_address
from peerhub.questions.poster_files import pages
from tests.pdf.drawing import POINTS, contrast, cut, letters_of, likeness
from tests.pdf.verapdf import FLAVOURS, failed_rules
from tests.press.samples import FOUR, ROOT, SIX, designs, job

SHAPES = ("a5", "wallet", "screen", "large")
SIZES = {
    one["id"]: [size for size in one["sizes"] if size in SHAPES]
    for one in yaml.safe_load((ROOT / "data/posters.yml").read_text(encoding="utf-8"))["posters"]
}
HUB = "https://peer-support-hub.example/posters/current"

FACTS = {
    "longest": job(
        "ministry-of-defence-police",
        "Hampshire & Isle of Wight Constabulary",
        urgent=SIX,
    ),
    "Welsh": job(
        "north-wales",
        "Gŵyr, Llŷn and Ŵy Constabulary",
        other_name="Heddlu Gŵyr a Llŷn",
        mailbox="wellbeing.peer.support@northshire.example",
        phone="01632 960001, extension 1234",
        intranet="https://intranet.northshire.example/wellbeing/peer-support",
        urgent=(replace(FOUR[0], label="NHS 111 Wales, press 2"), *FOUR[1:]),
    ),
}
SMALLEST = {"a5": 9, "wallet": 6, "screen": 10, "large": 18}
"""Points of the smallest letters of a shape: those of its small print."""

EDGE = {"a5": 9, "wallet": 3, "screen": 8, "large": 10}
"""Millimetres from the edge (of a card, where it is cut) that stay clear of words."""

KINDS = [(name, size) for name, sizes in SIZES.items() for size in sizes]


@pytest.fixture(scope="module")
def drawn():
    return {
        (name, which): Task(
            _job(name, which), tuple((one, one) for one in sizes), Materials(HOME)
        ).make()
        for name, sizes in SIZES.items()
        if sizes
        for which in FACTS
    }


def _job(name: str, which: str) -> Job:
    one, design = FACTS[which], designs()[name]
    return replace(one, design=design, code_page=f"{HUB}/{design.code.lower()}/#{one.facts.id}")


@pytest.fixture(
    params=[(name, size, which) for name, size in KINDS for which in FACTS], ids="-".join
)
def sample(request, drawn) -> tuple[Job, str, bytes]:
    name, size, which = request.param
    return _job(name, which), size, drawn[name, which][size]


def cards(size: str) -> int:
    return SHEETS[size].across * SHEETS[size].down


def said(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def test_every_design_but_one_comes_in_the_new_sizes():
    assert {name for name, sizes in SIZES.items() if not sizes} == {"we-are-here"}


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_sheet_breaks_no_rule(sample, flavour):
    assert failed_rules(sample[2], flavour) == []


def test_a_sheet_has_its_pages_in_its_size(sample):
    _, size, pdf = sample
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == SHEETS[size].pages == pages(size)
    for page in document:
        assert [side / POINTS for side in page.get_size()] == pytest.approx(
            SHEETS[size].paper, abs=0.01
        )


def test_every_font_is_ours_embedded_and_named_apart(sample):
    with pikepdf.open(io.BytesIO(sample[2])) as opened:
        for page in opened.pages:
            fonts = list(page.Resources.Font.values())
            names = [str(font.BaseFont) for font in fonts]
            assert len(set(names)) == len(names) > 0
            for font in fonts:
                (inner,) = font.DescendantFonts
                assert FAMILY.replace(" ", "-") in str(font.BaseFont)
                assert len(inner.FontDescriptor.FontFile2.read_bytes()) > 500


def test_every_code_opens_the_address_it_prints(sample):
    one, size, pdf = sample
    found = [
        code
        for page in pypdfium2.PdfDocument(pdf)
        for code in zxingcpp.read_barcodes(page.render(scale=4).to_pil().convert("RGB"))
    ]
    assert len(found) == cards(size)
    assert {code.text for code in found} == {one.opens}
    assert {code.ec_level for code in found} == {"Q"}
    words = said(pdf)
    assert short_address(one.opens) in words.replace("/ #", "/#")
    if size in ("a5", "screen"):
        assert short_address(one.opens) in words


@pytest.mark.parametrize("char", ["ŵ", "ŷ", "Ŵ"])
@pytest.mark.parametrize("size", SHAPES)
def test_welsh_letters_are_drawn_on_every_shape(drawn, size, char):
    pdf = drawn["talk-to-a-peer-supporter", "Welsh"][size]
    assert likeness(pdf, char, scale=32 if size == "wallet" else 16) > 0.9


def test_every_letter_stands_out_in_colour_and_in_grey(sample):
    _, size, pdf = sample
    scale = 8 if size == "wallet" else 4
    for page in pypdfium2.PdfDocument(pdf):
        colour = page.render(scale=scale).to_pil().convert("RGB")
        grey = colour.convert("L").convert("RGB")
        found = letters_of(page)
        for letter in found[: len(found) // cards(size)]:
            if letter.is_drawn and letter.char not in ".,·:-'’?&":
                assert contrast(cut(colour, letter, scale, margin=0.4)) >= 4.5, letter
                if letter.char.isalpha():
                    assert contrast(cut(grey, letter, scale, margin=0.4)) >= 4.5, letter


def test_words_keep_clear_of_the_edge_and_of_every_cut(sample):
    _, size, pdf = sample
    sheet, edge = SHEETS[size], EDGE[size] * POINTS
    for page in pypdfium2.PdfDocument(pdf):
        width, height = page.get_size()
        wide, high = sheet.width * POINTS, sheet.height * POINTS
        left, foot = (width - sheet.across * wide) / 2, (height - sheet.down * high) / 2
        for letter in (one for one in letters_of(page) if one.is_drawn):
            x, y = (letter.left - left) % wide, (letter.bottom - foot) % high
            assert edge <= x <= x + letter.right - letter.left <= wide - edge, letter
            assert edge <= y <= y + letter.top - letter.bottom <= high - edge, letter


def test_no_letter_is_too_small(sample):
    _, size, pdf = sample
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        drawn = b"\n".join(
            stream.read_bytes()
            for page in opened.pages
            for stream in (page.Contents if hasattr(page.Contents, "__len__") else [page.Contents])
        )
    found = [float(line.split()[1]) * 0.75 for line in drawn.splitlines() if line.endswith(b" Tf")]
    assert min(found) >= SMALLEST[size] - 0.05
    assert max(found) > 2 * SMALLEST[size]


def test_danger_and_every_urgent_line_are_there(sample):
    one, _, pdf = sample
    words = said(pdf)
    assert "In danger? Call 999" in words
    for line in one.facts.urgent:
        assert line.reach in words
        assert line.label in words


def test_privacy_comes_with_its_limits(sample):
    _, _, pdf = sample
    assert ("private" in said(pdf)) == ("unless someone is at risk" in said(pdf))


def test_what_a_reader_is_told_stands_once_and_in_order(sample):
    one, size, pdf = sample
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        (document,) = opened.Root.StructTreeRoot.K
        sides = [element for element in document.K if str(element.S) == "/Sect"]
        assert len(sides) == len(document.K) == SHEETS[size].pages
        pages_of_sides = [side.K[0].Pg.objgen for side in sides]
        assert pages_of_sides == [page.obj.objgen for page in opened.pages]
        links = [note for page in opened.pages for note in page.obj.get("/Annots", ())]
        addresses = [str(link.A.URI) for link in links]
        assert addresses.count(one.opens) in (1, 2)
        figures = [
            kid
            for side in sides
            for element in side.K
            for kid in element.K
            if not isinstance(kid, int) and str(kid.S) == "/Figure"
        ]
        assert [str(one.Alt) for one in figures] == [f"QR code for {short_address(one.opens)}"]


def test_a_link_and_the_code_are_where_they_are_drawn(sample):
    one, _, pdf = sample
    if not one.facts.mailbox:
        return
    document = pypdfium2.PdfDocument(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        number, link = next(
            (number, note)
            for number, page in enumerate(opened.pages)
            for note in page.obj.get("/Annots", ())
            if str(note.A.URI).startswith("mailto:")
        )
        left, bottom, right, top = (float(side) for side in link.Rect)
        words = (
            document[number]
            .get_textpage()
            .get_text_bounded(left - 1, min(bottom, top), right + 1, max(bottom, top))
        )
        # A mailbox on two lines has a link on each.
        assert one.facts.mailbox.startswith(words.strip())
        assert len(words.strip()) > len(one.facts.mailbox) / 2


def test_the_backs_of_cards_lie_behind_their_fronts(drawn):
    pdf = drawn["talk-to-a-peer-supporter", "longest"]["wallet"]
    fronts, backs = (letters_of(page) for page in pypdfium2.PdfDocument(pdf))
    sheet = SHEETS["wallet"]
    wide, high = sheet.width * POINTS, sheet.height * POINTS
    left, foot = (210 * POINTS - 2 * wide) / 2, (297 * POINTS - 5 * high) / 2

    def taken(found):
        return {((one.left - left) // wide, (one.bottom - foot) // high) for one in found}

    places = {(column, row) for column in range(2) for row in range(5)}
    assert taken(fronts) == taken(backs) == places


def test_only_the_fronts_have_lines_to_cut_along(drawn):
    pdf = drawn["talk-to-a-peer-supporter", "longest"]["wallet"]
    across = round(5 * POINTS * 4)
    for page, lines in zip(pypdfium2.PdfDocument(pdf), (3, 0), strict=True):
        row = page.render(scale=4).to_pil().convert("L").crop((0, across, 2380, across + 1))
        dark = [light < 230 for light in row.tobytes()]
        assert sum(now and not before for before, now in pairwise(dark)) == lines


def test_a_sheet_is_small(sample):
    assert len(sample[2]) < 60_000
