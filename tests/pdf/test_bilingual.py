"""Posters in Welsh and English, as drawn: both are there, Welsh first, and a draft says so."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import combinations

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageDraw, ImageFont

from peerhub.press.engine.our_type import HOME
from peerhub.press.posters.job import SHEETS, Job
from peerhub.press.posters.task import Task
from peerhub.press.posters.template_files import Materials
from peerhub.press.posters.wording import short_address
from peerhub.questions.poster_files import pages
from tests.pdf.drawing import (
    POINTS,
    Letter,
    close_up,
    contrast,
    cut,
    letters,
    letters_of,
    likeness,
    only_page,
)
from tests.pdf.verapdf import FLAVOURS, failed_rules
from tests.press.samples import FOUR, ROOT, SIX, WELSH, bilingual, in_welsh, job, sizes_of, welsh

HUB = "https://peer-support-hub.example/posters/current"


def in_both(lines, **welsh):
    """Urgent lines with their Welsh, by what they are called or how they are reached."""
    return tuple(
        replace(line, is_draft=True, **welsh.get(line.note or line.label.split()[0], {}))
        for line in lines
    )


PRESS_2 = {"label": "NHS 111 Wales, press 2", "other_label": "Ffoniwch 111 a gwasgwch 2"}
SHOUT = {"other_reach": "Tecstiwch SHOUT i 85258"}
CRISIS_LINE = {"other_label": "Llinell argyfwng iechyd meddwl i'r heddlu"}
FACTS = {
    "most numbers": job(
        "civil-nuclear-constabulary",
        "Civil Nuclear Constabulary",
        urgent=in_both(
            SIX,
            England={"other_label": "GIG 111, opsiwn iechyd meddwl", "other_note": "Lloegr"},
            Wales={**PRESS_2, "other_note": "Cymru"},
            Scotland={"other_label": "NHS 24, opsiwn iechyd meddwl", "other_note": "Yr Alban"},
            **{"Northern Ireland": {"other_note": "Gogledd Iwerddon"}},
            Shout=SHOUT,
        ),
    ),
    "all contacts": job(
        "tywi",
        "Gŵyr and Llŷn Police",
        other_name="Heddlu Gŵyr a Llŷn",
        mailbox="wellbeing.peer.support@tywi.example",
        phone="01632 960001, extension 1234",
        intranet="https://intranet.tywi.example/wellbeing/peer-support",
        urgent=in_both(FOUR, NHS=PRESS_2, Shout=SHOUT, Mental=CRISIS_LINE),
    ),
}
SHAPES = ("a4", "a5", "wallet", "screen", "large")
SMALLEST = {"a4": 8.5, "a5": 9, "wallet": 6, "screen": 10, "large": 18}
"""Points of the smallest letters of a shape: those of its small print."""

EDGE = {"a4": 10, "a5": 9, "wallet": 3, "screen": 8, "large": 10}
"""Millimetres from the edge (of a card, where it is cut) that stay clear of words."""

DESIGNS = [(name, which) for name in bilingual() for which in FACTS]
CLOSE_SET = ("talk-to-a-peer-supporter", "urgent-numbers")
"""Designs whose closest numbers are looked at: one that has them small, and the one large."""

SAMPLES = [
    (name, size, which)
    for name, which in DESIGNS
    for size in sizes_of(name)
    if size in SHAPES and (which == "all contacts" or name in CLOSE_SET)
]
SCALE = 8
MARKS = (welsh().draft, welsh().draft_english)


def sheet(name: str, which: str) -> Job:
    design = bilingual()[name]
    one = in_welsh(replace(FACTS[which], design=replace(design, other=None)))
    return replace(one, code_page=f"{HUB}/{design.code.lower()}/#{one.facts.id}")


@pytest.fixture(scope="module")
def paper():
    return Materials(HOME)


@pytest.fixture(scope="module")
def drawn(paper):
    return {
        one: Task(sheet(*one), tuple((size, size) for size in sizes_of(one[0])), paper).make()
        for one in DESIGNS
    }


@pytest.fixture(params=SAMPLES, ids="-".join)
def sample(request, drawn) -> tuple[Job, str, bytes]:
    name, size, which = request.param
    return sheet(name, which), size, drawn[name, which][size]


def said(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def cards(size: str) -> int:
    return SHEETS[size].across * SHEETS[size].down


def languages(element) -> set[str]:
    """The languages on the runs of words below a tag; the document's own is not written."""
    found = set()
    for kid in element.K:
        if isinstance(kid, int):
            found.add(str(element.get("/Lang", "")))
        elif "/S" in kid:
            found |= languages(kid)
    return found


def elements(element, kind: str):
    """The outermost tags of a kind below a tag, in the order they are read."""
    for kid in element.K:
        if not isinstance(kid, int) and "/S" in kid:
            if str(kid.S) == kind:
                yield kid
            else:
                yield from elements(kid, kind)


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("name", bilingual())
def test_a_poster_breaks_no_rule(drawn, name, flavour):
    assert failed_rules(drawn[name, "all contacts"]["a4"], flavour) == []


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize("size", ["a3", "a3-shop", "a5", "wallet", "screen", "large"])
def test_no_size_breaks_a_rule(drawn, size, flavour):
    assert failed_rules(drawn["talk-to-a-peer-supporter", "all contacts"][size], flavour) == []


@pytest.mark.parametrize("name", bilingual())
def test_every_size_that_is_had_in_english_is_had_in_both(drawn, name):
    assert set(drawn[name, "all contacts"]) == set(sizes_of(name))


def test_it_has_its_pages_in_its_size(drawn):
    for one, made in drawn.items():
        for size, pdf in made.items():
            document = pypdfium2.PdfDocument(pdf)
            assert len(document) == pages(size, WELSH), (one, size)
            for page in document:
                assert [side / POINTS for side in page.get_size()] == pytest.approx(
                    SHEETS[size].paper, abs=0.01
                )


def test_both_languages_are_there_and_welsh_comes_first(sample):
    one, size, pdf = sample
    words = said(pdf)
    fields = ("headline", "danger") if size == "wallet" else ("headline", "invitation", "does")
    for field in (*fields, "danger"):
        welsh, english = getattr(one.design.other, field), getattr(one.design, field)
        for lines in (welsh, english):
            assert " ".join(lines) in words, field
        if welsh:
            assert words.index(welsh[0]) < words.index(english[0])
    if size != "wallet":
        for text in (one.design.other.limits, one.design.limits):
            assert text in words


def test_urgent_lines_are_in_both_languages_and_welsh_comes_first(sample):
    one, _, pdf = sample
    words = said(pdf)
    assert words.index("Mewn perygl? Ffoniwch 999") < words.index("In danger? Call 999")
    for line in one.facts.urgent:
        assert line.reach in words
        assert line.said in words
        for other, english in ((line.other_reach, line.reach), (line.other_said, line.said)):
            assert not other or words.index(other) < words.index(english)


def test_how_to_reach_a_line_is_said_as_large_in_both_languages(sample):
    _, _, pdf = sample
    heights = {}
    for page in pypdfium2.PdfDocument(pdf):
        found = letters_of(page)
        text = "".join(letter.char for letter in found)
        for words in ("TecstiwchSHOUTi85258", "TextSHOUTto85258"):
            at = text.find(words)
            if at >= 0:
                heights.setdefault(words, found[at].top - found[at].bottom)
    assert len(heights) == 2
    assert max(heights.values()) / min(heights.values()) < 1.02


@pytest.mark.parametrize("which", FACTS)
def test_urgent_numbers_are_the_largest_words_but_the_headline(drawn, which):
    """They are read from three metres: 7.5 mm high at A4 for four lines, 5 mm for six."""
    found = letters(drawn["urgent-numbers", which]["a4"])
    text = "".join(letter.char for letter in found)
    number = found[text.index("116123")]
    assert (number.top - number.bottom) / POINTS > {"most numbers": 5, "all contacts": 7.5}[which]


def test_each_language_is_marked_for_a_reader_of_tags(sample):
    _, size, pdf = sample
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        root = opened.Root.StructTreeRoot.K[0]
        assert str(opened.Root.Lang) == "cy"
        assert [languages(head) for head in elements(root, "/H1")] == [{""}, {"en-GB"}]
        assert languages(root) == {"", "en-GB"}
        if size == "large":
            welsh, english = (side for side in root.K if str(side.S) == "/Sect")
            assert languages(welsh) - {""} <= {"en-GB"}
            assert languages(english) == {"en-GB"}


def test_both_headlines_are_one_size(sample):
    one, _, pdf = sample
    found = [letter for page in pypdfium2.PdfDocument(pdf) for letter in letters_of(page)]
    text = "".join(letter.char for letter in found)

    def height(words):
        start = text.index("".join(words.split()))
        return found[start].top - found[start].bottom

    heights = [height(one.design.other.headline[0]), height(one.design.headline[0])]
    assert max(heights) / min(heights) < 1.25


@pytest.mark.parametrize("name", bilingual())
def test_a_headline_is_read_from_afar(drawn, name):
    """Capitals of 10 mm at A4, and 14 mm at A3, can be read from three metres and more."""
    found = letters(drawn[name, "all contacts"]["a4"])
    text = "".join(letter.char for letter in found)
    first = found[text.index("".join(bilingual()[name].headline[0].split()))]
    assert (first.top - first.bottom) / POINTS > 10


def test_no_two_words_lie_on_each_other(sample):
    _, size, pdf = sample
    for page in pypdfium2.PdfDocument(pdf):
        found = [letter for letter in letters_of(page) if letter.is_drawn]
        for one, other in combinations(found[: len(found) // cards(size)], 2):
            assert not _overlap(one, other), (one, other)


def _overlap(one: Letter, other: Letter) -> bool:
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.top, other.top) - max(one.bottom, other.bottom)
    least = min(one.right - one.left, other.right - other.left) / 2
    return wide > least and high > min(one.top - one.bottom, other.top - other.bottom) / 4


def test_a_draft_says_so_in_both_languages_in_every_size(sample):
    for words in MARKS:
        assert words in said(sample[2])


@pytest.mark.parametrize("size", SHAPES)
def test_a_checked_one_does_not_unless_its_urgent_lines_are_a_draft(paper, size):
    one = sheet("talk-to-a-peer-supporter", "all contacts")
    checked = replace(one, design=in_welsh(one, is_draft=False).design)
    lines = tuple(replace(line, is_draft=False) for line in one.facts.urgent)
    sound = replace(checked, facts=replace(one.facts, urgent=lines))
    for made, is_marked in ((checked, True), (sound, False)):
        pdf = Task(made, ((size, size),), paper).make()[size]
        assert [words in said(pdf) for words in MARKS] == [is_marked, is_marked]


def test_the_small_print_is_in_both_languages(sample):
    one, size, pdf = sample
    words = said(pdf)
    assert f"Cod {one.design.code}, fersiwn 1" in words
    assert f"Code {one.design.code}, revision 1" in words
    if size != "wallet":
        assert words.index("23 Tachwedd 2026") < words.index("23 November 2026")


def test_every_code_opens_the_address_it_prints(sample):
    one, size, pdf = sample
    found = [
        code
        for page in pypdfium2.PdfDocument(pdf)
        for code in zxingcpp.read_barcodes(page.render(scale=4).to_pil().convert("RGB"))
    ]
    assert {code.text for code in found} == {one.opens}
    assert len(found) == cards(size) * (2 if size == "large" else 1)
    assert short_address(one.opens) in said(pdf).replace("/ #", "/#")


def test_every_letter_stands_out_in_colour_and_in_grey(sample):
    _, size, pdf = sample
    scale = 8 if size == "wallet" else 4
    for page in pypdfium2.PdfDocument(pdf):
        colour = page.render(scale=scale).to_pil().convert("RGB")
        grey = colour.convert("L").convert("RGB")
        found = letters_of(page)
        for letter in found[: len(found) // cards(size)]:
            if letter.is_drawn and letter.char not in ".,·:-'’?&/":
                assert contrast(cut(colour, letter, scale, margin=0.5)) >= 4.5, letter
                if letter.char.isalpha():
                    assert contrast(cut(grey, letter, scale, margin=0.5)) >= 4.5, letter


def test_words_keep_clear_of_the_edge_and_of_every_cut(sample):
    _, size, pdf = sample
    paper, edge = SHEETS[size], EDGE[size] * POINTS - 0.5
    wide, high = paper.width * POINTS, paper.height * POINTS
    for page in pypdfium2.PdfDocument(pdf):
        width, height = page.get_size()
        left, foot = (width - paper.across * wide) / 2, (height - paper.down * high) / 2
        for letter in (one for one in letters_of(page) if one.is_drawn):
            x, y = (letter.left - left) % wide, (letter.bottom - foot) % high
            assert edge <= x <= x + letter.right - letter.left <= wide - edge, letter
            assert edge <= y <= y + letter.top - letter.bottom <= high - edge, letter


def test_no_letter_is_too_small(sample):
    _, size, pdf = sample
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        streams = [
            stream.read_bytes()
            for page in opened.pages
            for stream in (page.Contents if hasattr(page.Contents, "__len__") else [page.Contents])
        ]
    lines = b"\n".join(streams).splitlines()
    found = [float(line.split()[1]) * 0.75 for line in lines if line.endswith(b" Tf")]
    assert min(found) >= SMALLEST[size] - 0.05


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


@pytest.mark.parametrize("char", "ŵŷ")
@pytest.mark.parametrize("size", ["a5", "wallet", "screen", "large"])
def test_welsh_letters_are_drawn_on_every_shape(drawn, size, char):
    pdf = drawn["talk-to-a-peer-supporter", "all contacts"][size]
    assert likeness(pdf, char, scale=32 if size == "wallet" else 16) > 0.9


def test_every_design_has_a_picture_of_its_own(drawn):
    """No two designs share the art of their head, in colour or in grey."""
    heads = {}
    for name in bilingual():
        page = only_page(drawn[name, "all contacts"]["a4"]).render(scale=0.25).to_pil()
        heads[name] = page.convert("L").crop((0, 12, page.width, round(page.height * 0.41)))
    for (one, here), (other, there) in combinations(heads.items(), 2):
        apart = ImageChops.difference(here, there).histogram()
        assert sum(apart[48:]) / (here.width * here.height) > 0.08, (one, other)


def test_we_are_here_has_a_line_for_each_name(drawn):
    """Four dark lines, each 34 mm long, between the sides of the cards, which are 1.2 mm wide."""
    page = only_page(drawn["we-are-here", "all contacts"]["a4"]).render(scale=4).to_pil()
    scale = 4 * POINTS
    row = page.convert("L").crop((0, round(111.5 * scale), page.width, round(112.5 * scale)))
    dark = [
        min(row.crop((x, 0, x + 1, row.height)).get_flattened_data()) < 90 for x in range(row.width)
    ]
    assert sum(dark) / scale == pytest.approx(4 * (34 + 2 * 1.2), abs=2)


def test_a_job_in_welsh_has_an_address_of_its_own():
    one = sheet("talk-to-a-peer-supporter", "all contacts")
    assert one.language == WELSH
    assert one.path("a3") == "posters/talk-to-a-peer-supporter/tywi-a3-cy.pdf"
    assert one.path("screen", "png") == "posters/talk-to-a-peer-supporter/tywi-screen-cy.png"
    assert (ROOT / "materials/posters/screen-both.html").is_file()
