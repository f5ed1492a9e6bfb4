"""The bag of the real hub, opened from a disk in a real browser with no network."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from peerhub.catalogue import load
from peerhub.finish.links import broken_links
from peerhub.offline.bag import bag, paths_of
from peerhub.offline.chosen import Choice
from peerhub.offline.templates import Facts
from tests.projects import ROOT

LARGEST = 60_000_000
"""Bytes of a bag without posters."""


@pytest.fixture(scope="module")
def opened(built_site, tmp_path_factory) -> Path:
    """A bag with one workshop's materials and one force's posters, unpacked on a disk."""
    catalogue = load(ROOT)
    workshop = catalogue.workshops[0]
    choice = Choice(False, ("kent",), {workshop.id: workshop.module_ids})
    facts = Facts(
        "Peer Support Hub", "2026.1", "23 November 2026", "https://hub.invalid/", False, 9
    )
    folder = tmp_path_factory.mktemp("a stick")
    with zipfile.ZipFile(io.BytesIO(bag(built_site, choice, facts, "hub-2026.1"))) as held:
        held.extractall(folder)
    return folder / "hub-2026.1"


@pytest.fixture
def page(chromium):
    opened = chromium.new_page()
    asked: list[str] = []
    said: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda told: said.append(told.text) if told.type == "error" else None)
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    opened.close()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert said == []


def test_every_link_leads_to_a_file_of_the_bag(opened):
    assert broken_links(opened) == []


def test_a_bag_without_posters_is_small_enough(built_site):
    held = [path for path in paths_of(built_site) if Choice().holds(path)]
    assert sum((built_site / path).stat().st_size for path in held) < LARGEST


def test_a_double_click_opens_the_home_page_in_its_own_type(page, opened):
    page.goto((opened / "START-HERE.html").as_uri())
    page.wait_for_url("**/hub/index.html")
    assert "copy for use without a network, of edition 2026.1" in page.inner_text(".kept-edition")
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("[...document.fonts].filter((one) => one.status === 'loaded').length")
    assert loaded >= 2


def test_the_search_finds_and_leads_to_a_page(page, opened):
    page.goto((opened / "hub/index.html").as_uri())
    page.fill("#find", "listening")
    page.press("#find", "Enter")
    page.wait_for_url("**/hub/search/index.html?q=listening")
    page.locator("#found a, #found-groups a").first.click()
    page.wait_for_url("**/index.html*")
    assert page.locator("main h1").count() == 1


def test_planner_maker_and_the_check_of_a_file_work(page, opened):
    plan = next((opened / "hub/train/workshops").glob("*/index.html"))
    page.goto(plan.as_uri())
    assert page.locator(".planner").first.is_visible()
    page.goto((opened / "hub/posters/make/index.html").as_uri())
    page.wait_for_selector(".sheet")
    page.goto((opened / "hub/about/verify/index.html").as_uri())
    poster = next((opened / "hub/posters").glob("*/kent-a4.pdf"))
    page.set_input_files("#verifier-files", str(poster))
    page.wait_for_selector("#verifier-found li")
    assert "Ours, and current" in page.inner_text("#verifier-found")


def test_links_that_scripts_make_lead_to_files_or_to_the_web(page, opened):
    page.goto((opened / "hub/posters/index.html").as_uri())
    lead = """(href) => {
      const link = document.querySelector("main a");
      link.setAttribute("href", href);
      link.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
      return link.href;
    }"""
    hub = (opened / "hub").as_uri()
    assert page.evaluate(lead, "make/?force=kent") == f"{hub}/posters/make/index.html?force=kent"
    assert page.evaluate(lead, "packs/kent.zip") == f"{hub}/posters/packs/kent.zip"
    away = page.evaluate(lead, "packs/surrey.zip")
    assert away == "https://hub.invalid/posters/packs/surrey.zip"
