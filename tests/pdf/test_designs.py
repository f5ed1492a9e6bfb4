"""Every design of the catalogue, as drawn: it conforms, can be read, and says what it must."""

from __future__ import annotations

from dataclasses import replace

import pytest
import zxingcpp

from peerhub.press.engine.our_type import HOME
from peerhub.press.posters.job import SHEETS, Job
from peerhub.press.posters.task import Task
from peerhub.press.posters.template_files import Materials
from tests.pdf.drawing import POINTS, contrast, cut, letters, only_page, picture
from tests.pdf.verapdf import FLAVOURS, failed_rules
from tests.press.samples import SIX, designs, job

LATER = {name: one for name, one in designs().items() if name != "talk-to-a-peer-supporter"}
"""The first design has tests of its own."""

FACTS = {
    "longest": job(
        "ministry-of-defence-police",
        "Hampshire & Isle of Wight Constabulary",
        urgent=SIX,
    ),
    "Welsh": job(
        "tywi",
        "Gŵyr, Llŷn and Ŵy Constabulary",
        other_name="Heddlu Gŵyr a Llŷn",
        mailbox="wellbeing.peer.support@tywi.example",
        phone="01632 960001, extension 1234",
        intranet="https://intranet.tywi.example/wellbeing/peer-support",
    ),
}


@pytest.fixture(scope="module")
def drawn():
    sizes = (("a4", "a4"), ("a3", "a3"))
    return {
        (name, which): Task(replace(one, design=design), sizes, Materials(HOME)).make()
        for name, design in LATER.items()
        for which, one in FACTS.items()
    }


@pytest.fixture(params=[(name, which) for name in LATER for which in FACTS], ids="-".join)
def sample(request, drawn) -> tuple[Job, dict[str, bytes]]:
    name, which = request.param
    return replace(FACTS[which], design=LATER[name]), drawn[name, which]


def said(pdf: bytes) -> str:
    return " ".join(only_page(pdf).get_textpage().get_text_bounded().split())


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_design_breaks_no_rule_in_any_size(sample, flavour):
    _, made = sample
    assert {size: failed_rules(pdf, flavour) for size, pdf in made.items()} == {
        size: [] for size in made
    }


def test_a_design_is_one_page_of_each_size(sample):
    _, made = sample
    for size, pdf in made.items():
        width, height = only_page(pdf).get_size()
        assert width / POINTS == pytest.approx(SHEETS[size].width, abs=0.01)
        assert height / POINTS == pytest.approx(SHEETS[size].height, abs=0.01)


def test_its_code_opens_the_address_it_prints(sample):
    one, made = sample
    (code,) = zxingcpp.read_barcodes(picture(made["a4"], 2))
    assert code.text == one.facts.page
    printed = said(made["a4"]).replace(" ", "")
    assert one.facts.page.removeprefix("https://").rstrip("/") in printed


def test_every_letter_of_a_design_stands_out_and_keeps_clear_of_the_edge(sample):
    _, made = sample
    page = picture(made["a4"], 4)
    width, height = only_page(made["a4"]).get_size()
    edge = 10 * POINTS - 0.5
    for letter in letters(made["a4"]):
        assert letter.left >= edge
        assert letter.bottom >= edge
        assert letter.right <= width - edge
        assert letter.top <= height - edge
        if letter.is_drawn and letter.char not in ".,·:-'’?&":
            assert contrast(cut(page, letter, 4, margin=0.8)) >= 4.5, letter


def test_a_design_in_grey_can_be_read(sample):
    _, made = sample
    page = picture(made["a4"], 4).convert("L").convert("RGB")
    for letter in letters(made["a4"]):
        if letter.is_drawn and letter.char.isalpha():
            assert contrast(cut(page, letter, 4, margin=0.8)) >= 4.5, letter


def test_a_design_says_danger_and_every_urgent_line(sample):
    one, made = sample
    words = said(made["a4"])
    assert "In danger? Call 999" in words
    for line in one.facts.urgent:
        assert line.reach in words
        assert line.label in words


def test_a_design_that_speaks_of_privacy_says_its_limits(sample):
    one, made = sample
    words = said(made["a4"])
    assert ("private" in words) == ("unless someone is at risk" in words)
    if one.design.limits:
        assert "or the law says so" in words
