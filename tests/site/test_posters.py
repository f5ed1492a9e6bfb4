"""The gallery of posters as readers meet it."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from tests.projects import ROOT
from tests.waiting import until

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def address(built_site, serve) -> str:
    return serve(built_site)


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    yield opened
    context.close()


def shown(page) -> list[str]:
    return [one.get_attribute("id") for one in page.locator(".gallery-design:visible").all()]


def kept(page) -> int:
    return page.evaluate("localStorage.length + sessionStorage.length")


def test_the_address_says_which_posters_are_shown(page, address):
    page.goto(f"{address}/posters/?force=kent&for=managers&language=en&size=a3")
    assert shown(page) == ["managers-and-control-rooms"]
    assert page.locator("#gallery-count").inner_text() == (
        f"1 of {len(load(ROOT).posters)} posters shown for Kent Police"
    )
    links = page.locator(".gallery-files a:visible")
    assert [one.get_attribute("href") for one in links.all()] == [
        "managers-and-control-rooms/kent-a3.pdf",
    ]
    answer = page.request.get(f"{address}/posters/{links.first.get_attribute('href')}")
    assert answer.ok


def test_a_choice_goes_into_the_address_and_shows_why(page, address):
    page.goto(f"{address}/posters/")
    page.get_by_label("Your force").select_option("kent")
    assert page.url.endswith("/posters/?force=kent")
    when = page.locator("#talk-to-a-peer-supporter dd[data-any]").inner_text()
    assert when.startswith("Nothing is recorded for this force. Put it up once")
    assert "can put it up now" in page.locator("#urgent-numbers dd[data-any]").inner_text()
    pack = page.locator("#gallery-pack a")
    assert pack.inner_text() == "All posters for Kent Police, ZIP"
    assert page.request.get(f"{address}/posters/{pack.get_attribute('href')}").ok


def test_a_force_is_remembered_only_when_asked_and_can_be_forgotten(page, address):
    page.goto(f"{address}/posters/")
    page.get_by_label("Your force").select_option("kent")
    assert kept(page) == 0
    page.get_by_label("Remember my force on this device").check()
    assert kept(page) == 1
    page.goto(f"{address}/posters/")
    assert page.get_by_label("Your force").input_value() == "kent"
    assert page.locator("#gallery-kept-force").inner_text() == "This device remembers Kent Police."
    page.get_by_role("button", name="Forget it").click()
    assert kept(page) == 0
    assert page.get_by_role("button", name="Forget it").count() == 0


def test_a_force_that_works_in_wales_finds_both_languages(page, address):
    page.goto(f"{address}/posters/?force=gwent&language=cy&size=a4")
    link = page.locator("#urgent-numbers .gallery-files a")
    assert link.inner_text() == "A4, Welsh and English (draft), PDF"
    assert link.get_attribute("href") == "urgent-numbers/gwent-a4-cy.pdf"
    assert page.request.get(f"{address}/posters/{link.get_attribute('href')}").ok
    page.get_by_label("Language").select_option("en")
    assert link.inner_text() == "A4, PDF"
    assert "language=en" in page.url


def test_choosing_a_force_is_announced(page, address):
    page.goto(f"{address}/posters/")
    assert page.locator("#gallery-count").inner_text() == ""
    page.get_by_label("Your force").select_option("kent")
    assert page.locator("#gallery-count").inner_text() == (
        f"{len(load(ROOT).posters)} posters for Kent Police. The files are below each poster."
    )


def test_a_force_elsewhere_has_none_in_welsh(page, address):
    page.goto(f"{address}/posters/?force=kent&language=cy")
    assert shown(page) == []
    count = page.locator("#gallery-count")
    assert count.inner_text() == "No poster suits. Choose any size, or any readers."
    page.get_by_label("Your force").select_option("")
    page.get_by_label("Language").select_option("")
    assert count.inner_text() == f"All {len(load(ROOT).posters)} posters shown"
    assert len(shown(page)) == len(load(ROOT).posters)


def test_a_force_page_in_wales_lists_both_languages(page, address):
    page.goto(f"{address}/forces/gwent/")
    for size, ending in (
        ("a3", "a3-cy.pdf"),
        ("large", "large-cy.pdf"),
        ("screen", "screen-cy.png"),
    ):
        count = sum(1 for one in load(ROOT).posters if size in one.sizes and one.others)
        assert page.locator(f".force-poster-files a[href$='gwent-{ending}']").count() == count
    page.goto(f"{address}/forces/kent/")
    assert page.locator(".force-poster-files a[href$='-cy.pdf']").count() == 0


def test_an_address_that_names_no_force_does_no_harm(page, address):
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{address}/posters/?force=nowhere&for=<b>&size=a99")
    assert len(shown(page)) == len(load(ROOT).posters)
    assert faults == []


def test_every_picture_is_loaded_and_says_what_it_shows(page, address):
    page.goto(f"{address}/posters/")
    for picture in page.locator(".gallery-design img").all():
        assert picture.bounding_box()["height"] > 300
        picture.scroll_into_view_if_needed()
        until(page, "one => one.naturalWidth > 0", arg=picture.element_handle())
        assert picture.get_attribute("alt").startswith("The poster reads: ")


def test_a_picture_waits_until_it_is_nearly_in_sight(page, address):
    asked = []
    page.on("request", lambda one: asked.append(one.url.rpartition("/posters/")[2]))
    page.goto(f"{address}/posters/", wait_until="networkidle")
    fetched = [one for one in asked if one.endswith(".webp")]
    assert 0 < len(fetched) < len(load(ROOT).posters) / 2
    assert all(one.endswith("/picture-small.webp") for one in fetched)


def test_without_script_every_picture_stands_there(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/posters/")
    pictures = page.locator(".gallery-design img")
    assert pictures.count() == len(load(ROOT).posters)
    assert pictures.first.get_attribute("src").endswith("/picture.webp")
    context.close()


def test_a_picture_shows_the_chosen_force_and_language(page, address):
    page.goto(f"{address}/posters/")
    picture = page.locator(".gallery-design img").first
    design = page.locator(".gallery-design").first.get_attribute("id")

    def shows(name: str, reads: str) -> None:
        picture.scroll_into_view_if_needed()
        until(page, "one => one.hasAttribute('src')", arg=picture.element_handle())
        assert picture.get_attribute("src").endswith(f"{design}/{name}.webp")
        until(page, "one => one.complete && one.naturalWidth > 0", arg=picture.element_handle())
        assert picture.get_attribute("alt").startswith(reads)

    plain, both = "The poster reads: ", "The poster reads, in Welsh and English: "
    page.get_by_label("Language").select_option("cy")
    shows("picture-small-cy", both)
    page.get_by_label("Your force").select_option("gwent")
    shows("gwent-a4-cy", both)
    page.get_by_label("Language").select_option("")
    shows("gwent-a4", plain)
    page.get_by_label("Your force").select_option("")
    shows("picture-small", plain)


def test_where_a_force_has_no_picture_that_of_the_design_stands_for_it(page, address):
    page.route("**/*-a4.webp", lambda route: route.abort())
    page.goto(f"{address}/posters/?force=kent")
    picture = page.locator(".gallery-design img").first
    until(page, "one => one.naturalWidth > 0", arg=picture.element_handle())
    assert picture.get_attribute("src").endswith("/picture.webp")
