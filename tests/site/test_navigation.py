"""The ways in: two levels at most, and the way to help always in sight."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def address(built_site, serve) -> str:
    return serve(built_site)


@pytest.mark.parametrize("width", [320, 390, 720, 768, 1280])
def test_the_way_to_help_is_in_sight_before_anything_is_opened(chromium, address, width):
    page = chromium.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{address}/trauma/")
    way = page.get_by_role("link", name="Need to talk now?").locator("visible=true")
    assert way.count() == 1
    assert way.bounding_box()["y"] < 150
    page.close()


def test_the_menu_of_a_phone_holds_both_levels_and_the_way_to_help(chromium, address):
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{address}/evidence/")
    page.get_by_role("button", name="Menu").click()
    menu = page.locator("#menu")
    for name in ("Materials", "Network", "After trauma", "Mutual aid", "Need to talk now?"):
        assert menu.get_by_role("link", name=name, exact=True).is_visible()
    assert page.locator("#menu ul ul ul").count() == 0
    page.close()


def test_a_wide_screen_shows_what_is_in_a_section_on_its_own_pages(chromium, address):
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/trauma/")
    main = page.get_by_role("navigation", name="Main")
    assert main.get_by_role("link", name="Events").is_visible()
    page.goto(f"{address}/evidence/")
    assert main.get_by_role("link", name="Events").is_hidden()
    main.get_by_role("link", name="Network").click()
    assert main.get_by_role("link", name="Events").is_visible()
    page.close()


def test_the_home_page_has_the_three_offers_with_their_ways_in(chromium, address):
    page = chromium.new_page()
    page.goto(f"{address}/")
    offers = page.locator(".card-title a")
    assert [(one.inner_text(), one.get_attribute("href")) for one in offers.all()] == [
        ("Peer Support for Wellbeing Training", "train/"),
        ("Senior Leadership Peer Support and Development Programme", "leaders/"),
        ("National Peer Support Workshop", "network/"),
    ]
    page.close()


NEXT = ("What to do next", "Beth i'w wneud nesaf")
"""What a page closes with, in each language."""


def test_every_page_says_what_comes_next(built_site):
    silent = []
    for path in built_site.rglob("index.html"):
        html = path.read_text(encoding="utf-8")
        leads_on = 'http-equiv="refresh"' in html or 'name="unlisted"' in html
        if not leads_on and not any(one in html for one in NEXT):
            silent.append(path.relative_to(built_site).parent.as_posix())
    assert silent == ["search"]
