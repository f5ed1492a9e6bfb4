"""No page of the site keeps anybody out: at any width, in any colours, open, with large words."""

from __future__ import annotations

import pytest

from tests.inspection.looks import AXE, pages, too_wide, with_barriers
from tests.site.test_pages import BAND

pytestmark = [pytest.mark.slow, pytest.mark.nightly]


@pytest.fixture(scope="module")
def address(built_site, serve) -> str:
    return serve(built_site)


@pytest.mark.parametrize("look", AXE)
def test_axe_finds_no_barrier_on_any_page(chromium, built_site, address, look):
    looked = with_barriers(chromium, address, look, pages(built_site))
    assert [page for page, is_bad in looked if is_bad] == []


@pytest.mark.parametrize("is_large", [False, True])
def test_no_page_scrolls_sideways(chromium, built_site, address, is_large):
    looked = too_wide(chromium, address, pages(built_site), is_large=is_large)
    assert [page for page, is_bad in looked if is_bad] == []


@pytest.mark.parametrize(("width", "height", "highest"), [(1280, 900, 200), (390, 844, 220)])
def test_no_band_with_a_title_is_high(chromium, built_site, address, width, height, highest):
    context = chromium.new_context(viewport={"width": width, "height": height})
    opened = context.new_page()
    high = {}
    for page in pages(built_site):
        opened.goto(address + page)
        band = opened.evaluate(BAND)
        if band > highest and page != "/":
            high[page] = band
    context.close()
    assert high == {}
