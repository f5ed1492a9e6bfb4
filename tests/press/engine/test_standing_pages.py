"""A page of places is set again with other words: nothing but the places is laid out anew."""

from __future__ import annotations

import pytest
from weasyprint import CSS, document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from peerhub.press.engine.html_source import Source
from peerhub.press.engine.standing_pages import StandingDocument
from peerhub.press.engine.weasyprint_cache import brisk

SHEET = """@page { size: A5; margin: 0 } .place { position: absolute; margin: 0 }
.side { break-after: page; height: 50mm } .held { position: relative; top: 3mm }
.name { left: 10mm; top: 20mm; width: 60mm; text-align: center }
.way { right: 5mm; bottom: 9mm; width: 50mm; height: 20mm; font-weight: 700 }"""

SIDE = """<section class="side {kind}"><p class="place name">{name}</p>
<div class="place way"><p>Ask: <a href="https://{page}/">{page}</a></p></div></section>"""
FORCES = [
    ("Kent", "kent.example"),
    ("Heddlu Gwent ŵ", "gwent.example/a/long/page/that/breaks"),
    ("O'Neill & Sons, of a name that runs over more than a line", "x.example"),
    ("", "y.example"),
]


def page(inside: str, lang: str = "en-GB") -> str:
    return f'<html lang="{lang}"><head><title>A</title></head><body>{inside}</body></html>'


def side(name: str, address: str, kind: str = "") -> str:
    return SIDE.format(name=name.replace("&", "&amp;"), page=address, kind=kind)


def drawn(pages: list[str], only) -> tuple[list[bytes], list[object], int]:
    """Return some documents as PDFs, what is known of their kinds, and how many were set whole."""
    fonts = FontConfiguration()
    sheet = CSS(string=SHEET, font_config=fonts)
    whole = []
    lay_out = document.layout_document

    def counted(*what):
        whole.append(1)
        return lay_out(*what)

    document.layout_document = counted
    try:
        with brisk(only=only):
            made = []
            for text in pages:
                source = Source(text, "file:///", URLFetcher())
                set_ = source.render(font_config=fonts, stylesheets=[sheet], pdf_tags=True)
                made.append(set_.write_pdf(pdf_tags=True, pdf_identifier=False))
    finally:
        document.layout_document = lay_out
    return made, list(vars(fonts).get("_standing", {}).values()), len(whole)


PAGES = {
    "one side": [page(side(*one)) for one in FORCES],
    "two sides": [page(side(*one) + side(*one[::-1])) for one in FORCES],
    "places in a box that is moved": [page(side(*one, "held")) for one in FORCES],
}


@pytest.mark.parametrize("pages", PAGES.values(), ids=PAGES)
def test_the_third_of_a_kind_and_all_after_it_are_set_again_and_are_the_same(pages):
    plain, known, _ = drawn(pages, ())
    assert not known
    again, known, whole = drawn(pages, {"pages of places"})
    assert again == plain
    assert [type(one) for one in known] == [StandingDocument]
    assert whole == 2


def words(name: str) -> str:
    return page(f"<p>{name}</p>")


OTHERS = {
    "a place where it would have stood": [
        page(side(*one, "held").replace("place name", "place")) for one in FORCES
    ],
    "words in the flow": [words(name) for name, _ in FORCES[:3]],
    "a heading, of which there are bookmarks": [
        page(f'<h1 class="place name">{name}</h1>') for name, _ in FORCES[:3]
    ],
    "a style of its own": [
        page(f"<style>p {{ color: red }}</style>{side(*one)}") for one in FORCES[:3]
    ],
    "too much": [page(side(*one) * 20) for one in FORCES[:3]],
    "what is named": [page(f'<p id="a" class="place name">{name}</p>') for name, _ in FORCES[:3]],
}


@pytest.mark.parametrize("pages", OTHERS.values(), ids=OTHERS)
def test_what_is_no_page_of_places_is_set_whole_each_time(pages):
    plain, *_ = drawn(pages, ())
    again, known, whole = drawn(pages, {"pages of places"})
    assert again == plain
    assert not any(isinstance(one, StandingDocument) for one in known)
    assert whole == len(pages)


def test_another_language_or_class_is_another_kind():
    mixed = [page(side(*one), lang) for one in FORCES for lang in ("en-GB", "cy")]
    plain, *_ = drawn(mixed, ())
    again, known, whole = drawn(mixed, {"pages of places"})
    assert again == plain
    assert len(known) == 2
    assert whole == 4


def test_words_that_run_on_to_another_page_are_set_whole():
    long = page(side("Kent", "kent.example").replace("<p>Ask", "<p>word " + "<br>word" * 90))
    short = page(side("Kent", "kent.example").replace("<p>Ask", "<p>word " + "<br>" * 90))
    pages = [short, short, short, long]
    plain, *_ = drawn(pages, ())
    again, *_ = drawn(pages, {"pages of places"})
    assert again == plain
