"""Pages on paper: nothing stays folded, no head stands alone, and the text comes first."""

from __future__ import annotations

import re

import pypdfium2
import pytest

pytestmark = pytest.mark.slow

HEADS = """[...document.querySelectorAll("main :is(h2, h3, h4, summary, caption, dt, thead tr)")]
.filter((one) => !one.nextElementSibling?.querySelector("textarea"))
.map((one) => one.textContent)"""
"""What stands above something that has words; a field to write in has none of its own."""
SAMPLE = (
    "/train/workshops/supporter-course/",
    "/train/modules/listening/trainer/",
    "/train/modules/assessed-practice/",
    "/forces/kent/",
    "/events/",
    "/guidance/selection/scoring-sheet/",
)
ENGINE_LEAVES = frozenset({"search"})
"""Pages whose words are put there by a script, and are for the screen."""


@pytest.fixture(scope="module")
def address(built_site, serve) -> str:
    return serve(built_site)


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def packed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def sides(page) -> list[list[str]]:
    """The lines of each side, as a reader of the PDF finds them."""
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, format="A4"))
    return [side.get_textpage().get_text_range().strip().splitlines() for side in printed]


def alone(page) -> list[str]:
    """The heads that are the last line of a side."""
    heads = {packed(one) for one in page.evaluate(HEADS)}
    return [lines[-1] for lines in sides(page)[:-1] if lines and packed(lines[-1]) in heads]


@pytest.mark.parametrize("path", SAMPLE)
def test_no_head_stands_alone_at_the_foot_of_a_side(page, address, path):
    page.goto(address + path)
    assert alone(page) == []


def test_the_second_column_and_who_looks_after_the_page_come_after_the_text(page, address):
    page.goto(address + "/train/workshops/supporter-course/")
    text = packed("".join(line for lines in sides(page) for line in lines))
    places = [
        text.index(packed(words))
        for words in ("What to bring", "What to do next", "Take it with you", "Looked after by")
    ]
    assert places == sorted(places)
    assert "Onthispage" not in text


def test_what_is_folded_away_lies_open_on_paper(page, address):
    page.goto(address + "/train/workshops/supporter-course/")
    page.evaluate("document.querySelectorAll('.plan-day').forEach(day => { day.open = false })")
    assert page.locator(".plan-day[open]").count() == 0
    text = packed("".join(line for lines in sides(page) for line in lines))
    assert "Assessedpractice" in text
    assert "Closeofday1" in text
    page.goto(address + "/forces/kent/")
    assert page.locator("main details[open]").count() == 0
    text = packed("".join(line for lines in sides(page) for line in lines))
    assert "A5card(2pages)" in text


@pytest.mark.parametrize("path", [*SAMPLE, "/", "/support/", "/forces/", "/posters/"])
def test_no_words_are_pale_on_paper(page, address, path):
    page.emulate_media(media="print", reduced_motion="reduce")
    page.goto(address + path)
    assert page.evaluate(PALE) == []


def test_pale_words_would_be_seen(page, address):
    page.emulate_media(media="print", reduced_motion="reduce")
    page.goto(address + "/support/")
    page.evaluate("document.querySelector('h1').style.color = 'white'")
    assert page.evaluate(PALE) == ["Need to talk now"]


PALE = """() => {
  const found = new Set();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const words = texts.currentNode.data.trim();
    const holder = texts.currentNode.parentElement;
    const isSeen = holder.checkVisibility({ visibilityProperty: true });
    if (!words || !isSeen || holder.getBoundingClientRect().width < 2) continue;
    const colour = getComputedStyle(holder).color.match(/[\\d.]+/g);
    const [red, green, blue, ink = 1] = colour.map(Number);
    if (0.299 * red + 0.587 * green + 0.114 * blue > 140 || ink < 0.6) found.add(words);
  }
  return [...found];
}"""
"""The words that are lighter than a middle grey: grounds are not printed, so they are pale."""


@pytest.mark.nightly
def test_no_page_of_the_hub_leaves_a_head_alone(page, address, built_site):
    found = {}
    for path in sorted(built_site.rglob("index.html")):
        name = path.relative_to(built_site).parent.as_posix()
        if name in ENGINE_LEAVES or 'http-equiv="refresh"' in path.read_text(encoding="utf-8"):
            continue
        page.goto(f"{address}/{name}/".replace("/./", "/"))
        heads = alone(page)
        if heads:
            found[name] = heads
    assert found == {}
