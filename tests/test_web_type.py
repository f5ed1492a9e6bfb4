"""The site's type in few bytes: what English and Welsh need at once, the rest when it is shown."""

from __future__ import annotations

import re
from functools import cache

import pytest
from fontTools.ttLib import TTFont

from peerhub.maker.stylesheet import MORE
from tests.projects import ROOT

FONTS = ROOT / "overrides" / "assets" / "fonts"
WELSH = "ÂÊÎÔÛŴŶâêîôûŵŷÄËÏÖÜẄäëïöüẅẁẃẀẂỳỲÁÉÍÓÚÀÈÌÒÙáéíóúàèìòù"


@cache
def letters(name: str) -> frozenset[int]:
    """Return the code points of a font file."""
    return frozenset(TTFont(FONTS / name).getBestCmap())


def spanned(told: str) -> set[int]:
    """Return the code points of a `unicode-range`."""
    found: set[int] = set()
    for first, last in re.findall(r"U\+(\w+)(?:-(\w+))?", told):
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


@pytest.mark.parametrize("weight", [400, 700])
def test_the_second_file_has_what_its_range_says_and_the_first_has_the_rest(weight):
    first, more = letters(f"hub-{weight}.woff2"), letters(f"hub-{weight}-more.woff2")
    assert {ord(one) for one in WELSH} | set(range(0x20, 0x7F)) <= first
    assert first & spanned(MORE) == set()
    assert more <= spanned(MORE)
    assert {ord(one) for one in "ŁłßñøÅçÇ„†™"} - {ord("ç")} <= more
    assert ord("ç") in first


@pytest.mark.parametrize("weight", [400, 700])
def test_no_letter_of_western_names_is_lost_between_the_two(weight):
    name = {400: "Regular", 700: "Bold"}[weight]
    whole = TTFont(ROOT / "materials" / "fonts" / f"AtkinsonHyperlegibleNext-{name}.ttf")
    wanted = {one for one in whole.getBestCmap() if 0xA0 <= one < 0x180}
    assert wanted <= letters(f"hub-{weight}.woff2") | letters(f"hub-{weight}-more.woff2")


def test_pages_and_the_maker_ask_for_the_second_file_for_the_same_letters():
    style = (ROOT / "overrides/assets/css/10-tokens.css").read_text(encoding="utf-8")
    told = re.findall(r"unicode-range: ([^;]*);", style)
    assert [one.replace(" ", "") for one in told] == [MORE, MORE]
