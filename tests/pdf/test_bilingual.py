"""Posters in Welsh and English, as drawn: both are there, Welsh first, and a draft says so."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageDraw, ImageFont

from peerhub.press import SHEETS, WELSH, Job
from peerhub.press.crew import Task, make
from peerhub.press.materials import HOME, Materials
from peerhub.press.typeset import Typesetter
from peerhub.press.wording import DRAFT
from peerhub.questions.poster_files import WELSH_SIZES
from tests.pdf.drawing import POINTS, close_up, contrast, cut, letters, only_page, picture
from tests.pdf.verapdf import FLAVOURS, failed_rules
from tests.press.samples import SIX, bilingual, in_welsh, job

SIX_CY = tuple(
    replace(line, say_cy=words)
    for line, words in zip(
        SIX,
        ("", "Ffoniwch 111 a gwasgwch 2", "", "", "", "Tecstiwch SHOUT i 85258"),
        strict=True,
    )
)
FACTS = {
    "most numbers": job("ministry-of-defence-police", "Ministry of Defence Police", urgent=SIX_CY),
    "all contacts": job(
        "tywi",
        "Gŵyr and Llŷn Police",
        name_cy="Heddlu Gŵyr a Llŷn",
        mailbox="wellbeing.peer.support@tywi.example",
        phone="01632 960001, extension 1234",
        intranet="https://intranet.tywi.example/wellbeing/peer-support",
    ),
}
SAMPLES = [(name, which) for name in bilingual() for which in FACTS]
SCALE = 8


def sheet(name: str, which: str) -> Job:
    return in_welsh(replace(FACTS[which], design=replace(bilingual()[name], welsh=None)))


@pytest.fixture(scope="module")
def drawn():
    setter = Typesetter(Materials(HOME))
    made = {}
    for one in SAMPLES:
        poster = sheet(*one)
        made[one] = make(Task(poster, tuple((size, size) for size in WELSH_SIZES)), setter)
    return made


@pytest.fixture(params=SAMPLES, ids="-".join)
def sample(request, drawn) -> tuple[Job, dict[str, bytes]]:
    return sheet(*request.param), drawn[request.param]


def said(pdf: bytes) -> str:
    return " ".join(only_page(pdf).get_textpage().get_text_bounded().split())


def languages(element) -> set[str]:
    """The languages on the runs of words below a tag; the document's own is not written."""
    found = set()
    for kid in element.K:
        if isinstance(kid, int):
            found.add(str(element.get("/Lang", "")))
        elif "/S" in kid:
            found |= languages(kid)
    return found


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_it_breaks_no_rule_in_any_size(sample, flavour):
    _, made = sample
    assert {size: failed_rules(pdf, flavour) for size, pdf in made.items()} == {
        size: [] for size in made
    }


def test_it_is_one_page_of_each_size(sample):
    _, made = sample
    for size, pdf in made.items():
        paper = SHEETS[size].paper
        found = tuple(side / POINTS for side in only_page(pdf).get_size())
        assert found == pytest.approx(paper, abs=0.01)


def test_both_languages_are_there_and_welsh_comes_first(sample):
    one, made = sample
    words = said(made["a4"])
    for field in ("headline", "invitation", "does", "danger"):
        welsh, english = getattr(one.design.welsh, field), getattr(one.design, field)
        for here, there in zip(welsh, english, strict=False):
            assert here in words, field
            assert there in words, field
        if welsh:
            assert words.index(welsh[0]) < words.index(english[0])
    for text in (one.design.welsh.limits, one.design.limits):
        assert text in words


def test_each_language_is_marked_for_a_reader_of_tags(sample):
    _, made = sample
    with pikepdf.open(io.BytesIO(made["a4"])) as pdf:
        assert str(pdf.Root.Lang) == "cy"
        heads = [element for element in pdf.Root.StructTreeRoot.K[0].K if element.S == "/H1"]
        spoken = [languages(head) for head in heads]
        assert spoken == [{""}, {"en-GB"}]


def test_both_headlines_are_one_size(sample):
    one, made = sample
    found = letters(made["a4"])
    text = "".join(letter.char for letter in found)

    def height(words):
        start = text.index("".join(words.split()))
        return found[start].top - found[start].bottom

    heights = [height(one.design.welsh.headline[0]), height(one.design.headline[0])]
    assert max(heights) / min(heights) < 1.25


def test_a_draft_says_so_in_both_languages_and_a_checked_one_does_not(sample):
    one, made = sample
    for words in DRAFT:
        assert words in said(made["a4"])
    checked = make(
        Task(replace(one, design=in_welsh(one, is_draft=False).design), (("a4", "a4"),)),
        Typesetter(Materials(HOME)),
    )["a4"]
    for words in DRAFT:
        assert words not in said(checked)


def test_its_code_opens_the_address_it_prints(sample):
    one, made = sample
    (code,) = zxingcpp.read_barcodes(picture(made["a4"], 2))
    assert code.text == one.facts.page
    assert one.facts.page.removeprefix("https://").rstrip("/") in said(made["a4"])


def test_every_letter_stands_out_and_keeps_clear_of_the_edge(sample):
    _, made = sample
    page = picture(made["a4"], 4)
    width, height = only_page(made["a4"]).get_size()
    edge = 10 * POINTS - 0.5
    for letter in letters(made["a4"]):
        assert edge <= letter.left <= letter.right <= width - edge
        assert edge <= letter.bottom <= letter.top <= height - edge
        if letter.is_drawn and letter.char not in ".,·:-'’?&/":
            assert contrast(cut(page, letter, 4, margin=0.8)) >= 4.5, letter


@pytest.mark.parametrize("letter", "ŵŷ")
def test_welsh_letters_are_drawn_with_their_accents(drawn, letter):
    """The drawn glyph is not that of the letter without its accent: text layers prove nothing."""
    made = drawn["talk-to-a-peer-supporter", "all contacts"]["a4"]
    there = {one.char: one for one in letters(made)}
    ink = close_up(made, there[letter], SCALE).convert("L")
    bare = {"ŵ": "w", "ŷ": "y"}[letter]
    font = ImageFont.truetype(str(HOME / "fonts/AtkinsonHyperlegibleNext-Bold.ttf"), 200)
    for wanted, same in ((letter, True), (bare, False)):
        left, top, right, bottom = font.getbbox(wanted)
        image = Image.new("L", (right - left, bottom - top), 255)
        ImageDraw.Draw(image).text((-left, -top), wanted, fill=0, font=font)
        size = (64, 96)
        apart = ImageChops.difference(image.resize(size), ink.resize(size))
        share = sum(apart.get_flattened_data()) / (255 * size[0] * size[1])
        assert (share < 0.15) is same, (wanted, share)


def test_a_job_in_welsh_has_an_address_of_its_own():
    one = sheet("talk-to-a-peer-supporter", "all contacts")
    assert one.language == WELSH
    assert one.path("a3") == "posters/talk-to-a-peer-supporter/tywi-a3-cy.pdf"
