"""The built site as its readers meet it, in a real browser."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from pathlib import Path

import brotli
import pytest

from peerhub.catalogue import load
from tests.axe import barriers
from tests.projects import ROOT

pytestmark = pytest.mark.slow

KINDS = {
    "home": "/",
    "train": "/train/",
    "modules": "/train/modules/",
    "module": "/train/modules/listening/",
    "trainer": "/train/modules/listening/trainer/",
    "workshop": "/train/workshops/supporter-foundations/",
    "workshop over weeks": "/train/workshops/leadership-programme/",
    "materials": "/materials/",
    "forces": "/forces/",
    "force": "/forces/hampshire/",
    "welsh force": "/forces/north-wales/",
    "partner": "/forces/jersey/",
    "mutual aid": "/network/mutual-aid/",
    "posters": "/posters/",
    "poster maker": "/posters/make/?force=kent",
    "poster codes": "/posters/current/",
    "poster code": "/posters/current/t1/",
    "events": "/events/",
    "event": "/events/world-mental-health-day-2027/",
    "support": "/support/",
    "evidence": "/evidence/",
    "about": "/about/",
    "guidance": "/guidance/",
    "self-check": "/guidance/become-a-peer-support-force/",
    "tool": "/guidance/selection/scoring-sheet/",
    "journal": "/leaders/journal/",
    "glossary": "/about/glossary/",
    "form to fill in": "/materials/fill-in/application-form/",
    "search": "/search/?q=listening",
    "unknown address": "/no-such-page/",
}
WITH_INDEX = ("search",)
"""Of a search that is carried out, the index has its own measure (test_search.py)."""
LIGHT = 75
"""KiB that a first view of a page may weigh."""
BAND = """() => {
  const title = document.querySelector("main h1").getBoundingClientRect();
  return title.bottom - document.querySelector(".masthead").getBoundingClientRect().bottom;
}"""

COLOURS = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced": {"forced_colors": "active"},
}
BY_DAY = {
    *((kind, "light", 1280) for kind in KINDS),
    *((kind, "dark", 360) for kind in (*KINDS,)[::2]),
    *((kind, "forced", 360) for kind in ("support", "posters")),
}
LOOKS = [
    pytest.param(*one, marks=() if one in BY_DAY else pytest.mark.nightly)
    for one in product(KINDS, COLOURS, (1280, 360))
]
"""What axe looks at: each kind in light by day, every other one in dark, and all by night."""


@pytest.fixture(scope="module")
def address(built_site, serve) -> str:
    return serve(built_site)


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    yield opened
    context.close()


@pytest.mark.parametrize(("kind", "scheme", "width"), LOOKS)
def test_a_page_of_each_kind_has_no_barrier_that_axe_can_find(
    chromium, address, kind, scheme, width
):
    seen = {"width": width, "height": 4000}
    context = chromium.new_context(viewport=seen, **COLOURS[scheme])
    opened = context.new_page()
    opened.goto(address + KINDS[kind])
    found = barriers(opened)
    context.close()
    assert found == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_scrolls_sideways_at_320_px_or_with_words_twice_as_large(chromium, address, kind):
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    opened = context.new_page()
    opened.goto(address + KINDS[kind])
    assert opened.evaluate("document.documentElement.scrollWidth") <= 320
    opened.evaluate("document.documentElement.style.fontSize = '200%'")
    for width in (640, 1280):
        opened.set_viewport_size({"width": width, "height": 800})
        assert opened.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_asks_no_other_host_for_anything_and_breaks_no_rule_of_its_policy(
    page, address, kind
):
    elsewhere, complaints = [], []
    page.on(
        "request",
        lambda asked: (
            None if asked.url.startswith((address, "data:")) else elsewhere.append(asked.url)
        ),
    )
    page.on(
        "console",
        lambda said: (
            complaints.append(said.text)
            if said.type == "error" and "404" not in said.text
            else None
        ),
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address + KINDS[kind])
    page.wait_for_load_state("networkidle")
    assert elsewhere == []
    assert complaints == []
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@pytest.mark.parametrize("kind", KINDS)
def test_help_is_one_tap_away(page, address, kind):
    page.goto(address + KINDS[kind])
    call = page.locator('a[href="tel:999"]').first
    assert call.is_visible()
    if kind != "support":
        page.locator("a:visible", has_text="Need to talk now?").first.click()
        assert page.url == f"{address}/support/"


def test_the_first_tab_stop_leads_past_the_navigation(page, address):
    page.goto(address + "/forces/kent/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip().lower().startswith("skip")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash").startswith("#")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main')")


def test_every_link_of_a_page_can_be_reached_and_seen_by_keyboard(page, address):
    page.goto(address + "/forces/kent/")
    wanted = page.evaluate(
        "[...document.querySelectorAll('a[href],button,input,summary')]"
        ".filter(e => e.checkVisibility()).length"
    )
    reached = set()
    for _ in range(wanted + 5):
        page.keyboard.press("Tab")
        place = page.evaluate(
            "(() => { const e = document.activeElement; const s = getComputedStyle(e);"
            " return e === document.body ? null : [[...document.querySelectorAll('*')].indexOf(e),"
            " s.outlineStyle !== 'none' || s.boxShadow !== 'none']; })()"
        )
        if place:
            reached.add(place[0])
            assert place[1], "the focus cannot be seen"
    assert len(reached) >= wanted


def test_searching_finds_a_page_and_an_unknown_word_still_shows_the_way_to_help(page, address):
    page.goto(address + "/")
    page.get_by_role("searchbox").first.fill("confidentiality")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=confidentiality")
    page.locator("main li a", has_text="Confidentiality").first.wait_for(timeout=60_000)
    page.goto(address + "/search/?q=zzzzqqq")
    page.wait_for_selector('main a[href*="support"]')
    assert page.locator('main a[href*="support"]').first.is_visible()


def test_everything_can_be_read_without_script(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    opened = context.new_page()
    for path in ("/", "/support/", "/forces/kent/", "/train/modules/listening/", "/posters/"):
        opened.goto(address + path)
        assert opened.locator("h1").count() == 1
        assert opened.locator("main").inner_text().strip()
        assert opened.locator('a[href="tel:999"]').first.is_visible()
    context.close()


def test_every_page_has_one_heading_a_description_and_a_language(built_site):
    for path in built_site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        name = path.relative_to(built_site)
        assert html.count("<h1") == 1, name
        tag = "cy" if name.parts[0] == "cy" else "en-GB"
        assert f'<html lang="{tag}"' in html, name
        assert re.search(r'<meta name="description" content="[^"]{20,}', html), name
        assert "generator" not in html, name
        assert not re.search(r"<[^>]+\sstyle=", html), name
        assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*json)", html), name


def test_every_page_has_a_card_for_where_its_address_is_shared(built_site):
    site = load(ROOT).site
    for path in built_site.rglob("index.html"):
        html = path.read_text(encoding="utf-8")
        if 'name="unlisted"' in html:
            continue
        told = dict(re.findall(r'<meta property="(og:[a-z_:]+)" content="([^"]*)">', html))
        assert told["og:title"], path
        assert len(told["og:description"]) >= 20, path
        inside = told["og:image"].removeprefix(site.address)
        assert (built_site / inside).read_bytes().startswith(b"\x89PNG"), path


def test_no_service_that_is_to_be_checked_stands_on_any_page(built_site):
    found = load(ROOT)
    published = {one.phone for one in found.services if one.is_published}
    hidden = {one.phone for one in found.services if not one.is_published and one.phone} - published
    for path in built_site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert [number for number in hidden if number in html] == [], path


@pytest.mark.parametrize(("width", "height", "highest"), [(1280, 900, 200), (390, 844, 220)])
def test_the_band_with_the_title_leaves_the_screen_to_the_text(
    chromium, address, width, height, highest
):
    context = chromium.new_context(viewport={"width": width, "height": height})
    opened = context.new_page()
    high = {}
    for kind in KINDS.keys() - {"home"}:
        opened.goto(address + KINDS[kind])
        high[kind] = opened.evaluate(BAND)
    context.close()
    assert {kind: band for kind, band in high.items() if not 40 < band <= highest} == {}


def test_the_first_view_of_a_page_of_each_kind_is_light(chromium, address, built_site):
    """Everything that a first visit loads is weighed, compressed as a host sends it."""
    heavy = {}
    looks = [(kind, 390) for kind in KINDS.keys() - set(WITH_INDEX)]
    for kind, width in (*looks, ("posters", 1280)):
        context = chromium.new_context(viewport={"width": width, "height": 844})
        opened, asked = context.new_page(), set()
        opened.on("requestfinished", lambda done, asked=asked: asked.add(done.url.split("?")[0]))
        opened.goto(address + KINDS[kind])
        opened.wait_for_load_state("networkidle")
        context.close()
        inside = [one.removeprefix(address).lstrip("/") for one in asked]
        files = [built_site / (one + "index.html" if one.endswith("/") else one) for one in inside]
        weight = sum(sent(one if one.is_file() else built_site / "404.html") for one in files)
        if weight > LIGHT * 1024:
            heavy[kind, width] = f"{weight / 1024:.0f} KiB"
        assert len(asked) >= 3
    assert heavy == {}


@cache
def sent(file: Path) -> int:
    """Return the bytes of a file as a host sends it."""
    body = file.read_bytes()
    packed = file.suffix in (".woff2", ".png", ".webp", ".pdf")
    return len(body) if packed else len(brotli.compress(body))
