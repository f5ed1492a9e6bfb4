"""Pages use the width of a screen: what is looked for stands high, and long pages are short."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from tests.projects import ROOT

pytestmark = pytest.mark.slow

SCREEN = {"width": 1280, "height": 900}
FIRST = 900
"""Pixels of the first screen, within which packs, plans and files stand."""
COURSE = "/train/workshops/supporter-course/"
LOOKED_FOR = [
    (COURSE, "a[href$='-pack.zip']"),
    (COURSE, "a[href$='-trainer-guide.pdf']"),
    (COURSE, "a[href$='/trainer/']"),
    ("/train/workshops/leadership-programme/", "a[href$='-pack.zip']"),
    ("/train/workshops/leadership-programme/", "a[href$='/trainer/']"),
    ("/train/modules/listening/", "a[href$='trainer/']"),
    ("/train/modules/listening/", "a[href$='-slides.pptx']"),
    ("/train/modules/listening/", "a[href$='-handout.pdf']"),
    ("/train/modules/listening/trainer/", "a[href$='-slides.pptx']"),
    ("/forces/kent/", "a[href$='kent-a4.pdf']"),
    ("/forces/kent/", "a[href$='packs/kent.zip']"),
    ("/forces/north-wales/", "a[href$='north-wales-a4.pdf']"),
    ("/posters/", "a[href$='.zip']"),
    ("/guidance/selection/scoring-sheet/", "a[href$='scoring-sheet.pdf']"),
    ("/guidance/selection/scoring-sheet/", "a[href$='fill-in/scoring-sheet/']"),
    ("/events/world-mental-health-day-2027/", "a[href$='event.ics']"),
    ("/posters/make/", ".maker-form select"),
]


@pytest.fixture(scope="module")
def address(built_site, serve) -> str:
    return serve(built_site)


@pytest.fixture(scope="module")
def page(chromium):
    context = chromium.new_context(viewport=SCREEN)
    yield context.new_page()
    context.close()


def box(page, chosen: str) -> dict[str, float]:
    return page.locator(chosen).first.bounding_box()


@pytest.mark.parametrize(("path", "chosen"), LOOKED_FOR)
def test_what_is_looked_for_stands_on_the_first_screen(page, address, path, chosen):
    page.goto(address + path)
    found = box(page, f"main {chosen}")
    assert found["y"] + found["height"] <= FIRST


def test_the_longest_course_is_short(page, address):
    page.goto(address + COURSE)
    assert page.evaluate("document.documentElement.scrollHeight") <= 5000


@pytest.mark.parametrize(
    ("path", "chosen"),
    [
        ("/train/modules/listening/", ".side"),
        ("/forces/kent/", ".side"),
        ("/guidance/selection/scoring-sheet/", ".contents"),
        (COURSE, ".plan-form"),
    ],
)
def test_the_second_column_stands_beside_the_text_and_stays_in_view(page, address, path, chosen):
    page.goto(address + path)
    beside = box(page, chosen)
    assert beside["x"] > SCREEN["width"] / 2
    page.evaluate("y => window.scrollTo({top: y, behavior: 'instant'})", beside["y"] + 600)
    assert box(page, chosen)["y"] >= 0


def test_nothing_that_fills_the_width_passes_below_the_second_column(page, address):
    page.goto(address + COURSE)
    side, planner = box(page, ".side"), box(page, ".planner")
    assert side["y"] + side["height"] <= planner["y"]


def test_days_stand_side_by_side_with_their_planner_and_without_script_too(chromium, page, address):
    page.goto(address + COURSE)
    first, second, third = (box(page, f".plan-day:nth-child({place})") for place in (1, 2, 3))
    assert first["y"] == second["y"] < third["y"]
    assert box(page, ".plan-form")["y"] == pytest.approx(first["y"], abs=40)
    context = chromium.new_context(viewport=SCREEN, java_script_enabled=False)
    plain = context.new_page()
    plain.goto(address + COURSE)
    shown = [one.is_visible() for one in plain.locator(".plan-day table").all()]
    context.close()
    assert shown == [True] * 4


def test_on_a_phone_days_stand_one_at_a_time_and_stay_as_they_were_left(chromium, address):
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    phone = context.new_page()
    phone.goto(address + COURSE)
    days = phone.locator(".plan-day")
    assert [one.get_attribute("open") is not None for one in days.all()] == [True, *[False] * 3]
    days.nth(2).locator("summary").click()
    phone.locator("#plan-fold > summary").click()
    phone.get_by_label("Start").fill("10:00")
    assert [one.get_attribute("open") is not None for one in days.all()] == [
        True,
        False,
        True,
        False,
    ]
    assert "10:00" in days.first.inner_text()
    context.close()


def test_a_force_begins_with_what_can_go_up_now_then_help_then_where_it_stands(page, address):
    page.goto(address + "/forces/kent/")
    heads = page.locator("main h2:not(.side h2)").all_inner_texts()
    assert heads[:3] == ["Posters", "Need to talk now?", "Where this force stands"]


def test_every_workshop_has_a_second_column_whatever_it_holds(built_site):
    for workshop in load(ROOT).workshops:
        html = (built_site / f"train/workshops/{workshop.id}/index.html").read_text("utf-8")
        assert html.count('class="side"') == 1, workshop.id
