"""A trainer's own copy in a browser: kept only when asked, in a file, in run sheet and plan."""

from __future__ import annotations

import json
import shutil

import pytest

from peerhub import components as show
from peerhub.catalogue import load
from peerhub.finish.stylesheet import stylesheet
from peerhub.hosts.policy import PAGE
from peerhub.pages.modules import trainer_page
from peerhub.pages.workshops import PLANNING, workshop_page
from peerhub.questions.plan_keys import step_keys
from peerhub.questions.planned_papers import planned_papers
from peerhub.questions.timetable import session_plan, timetable
from tests.axe import barriers
from tests.projects import ROOT
from tests.waiting import until

pytestmark = pytest.mark.slow

MODULE, WORKSHOP = "listening", "supporter-foundations"
PLAN, DAY = "/plan/index.html", "/day/index.html"
OWN = ("own-copy.js", "kept-plans.js", "own-plan.js")
SHELL = (
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
    f'<meta http-equiv="Content-Security-Policy" content="{PAGE}">'
    '<meta name="viewport" content="width=device-width"><title>A plan</title>'
    '<link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/hub.css"></head>'
    "<body><main><h1>A plan</h1><h2>Session plan</h2>{}</main>{}</body></html>"
)


@pytest.fixture(scope="module")
def hub():
    return load(ROOT)


@pytest.fixture(scope="module")
def address(hub, serve, tmp_path_factory):
    """The two blocks on pages of their own, with the hub's styles, scripts and policy."""
    site = tmp_path_factory.mktemp("own")
    shutil.copytree(ROOT / "overrides" / "assets" / "js", site / "assets" / "js")
    (site / "assets" / "hub.css").write_text(stylesheet(ROOT / "overrides" / "assets" / "css"))
    module, workshop = hub.module_by_id[MODULE], hub.workshop_by_id[WORKSHOP]
    steps = show.session_plan(session_plan(module), step_keys(module))
    days = timetable(workshop, hub.module_by_id)
    papers = planned_papers(hub, workshop, days)
    planner = show.planner(workshop, days, hub.module_by_id, papers)
    write(site / PLAN[1:], show.own_plan(MODULE) + steps, OWN)
    write(site / DAY[1:], planner, PLANNING)
    return serve(site)


def write(file, body, scripts) -> None:
    loaded = "".join(f'<script src="/assets/js/{one}"></script>' for one in scripts)
    file.parent.mkdir()
    file.write_text(SHELL.format(body, loaded))


@pytest.fixture
def context(chromium, address):
    """A trainer's browser, which must ask for nothing once its page is there."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, accept_downloads=True)
    asked = []
    context.on("request", lambda one: asked.append((one.method, one.url)))
    yield context
    context.close()
    assert [one for one in asked if one[0] != "GET"] == []
    assert [one for _, one in asked if not one.startswith((address, "blob:", "data:"))] == []


def opened(context, address, place=PLAN):
    page = context.new_page()
    page.on("dialog", lambda one: one.accept())
    page.goto(address + place)
    return page


def begun(context, address):
    page = opened(context, address)
    page.get_by_role("button", name="Make my own copy of this plan").click()
    return page


def fill(page) -> None:
    first, second = page.locator("[data-step]").all()[:2]
    first.get_by_label("My note").fill("Ask Sam's team about ŵ 🙂")
    first.get_by_label("My minutes").fill("17")
    second.get_by_label("Leave out").check()


def held(page) -> list[str]:
    first, second = page.locator("[data-step]").all()[:2]
    return [
        first.get_by_label("My note").input_value(),
        first.get_by_label("My minutes").input_value(),
        str(second.get_by_label("Leave out").is_checked()),
    ]


MINE, NOTHING = ["Ask Sam's team about ŵ 🙂", "17", "True"], ["", "", "False"]


def test_what_was_not_to_be_kept_goes_when_the_page_is_closed(context, address):
    page = begun(context, address)
    fill(page)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    page.close()
    again = begun(context, address)
    assert held(again) == NOTHING


def test_what_was_to_be_kept_comes_back_until_it_is_erased(context, address):
    page = begun(context, address)
    fill(page)
    page.get_by_label("Keep my copy").check()
    page.close()
    again = opened(context, address)
    assert held(again) == MINE
    again.get_by_role("button", name="Erase my copy").click()
    assert held(again) == NOTHING
    assert again.evaluate("localStorage.length") == 0
    again.close()
    assert held(begun(context, address)) == NOTHING


def test_to_stop_keeping_takes_it_from_the_browser_and_leaves_it_on_the_page(context, address):
    page = begun(context, address)
    page.get_by_label("Keep my copy").check()
    fill(page)
    page.get_by_label("Keep my copy").uncheck()
    assert held(page) == MINE
    assert page.evaluate("localStorage.length") == 0


def file_of(page, place) -> str:
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as a file").click()
    saved.value.save_as(place)
    return str(place)


def test_a_copy_comes_back_from_its_file(context, chromium, address, tmp_path):
    page = begun(context, address)
    fill(page)
    file = file_of(page, tmp_path / "my-plans.json")
    elsewhere = chromium.new_context()
    other = begun(elsewhere, address)
    other.locator("#own-file").set_input_files(file)
    until(other, "document.getElementById('own-told').textContent.startsWith('Opened')")
    assert held(other) == MINE
    elsewhere.close()


def test_a_file_that_is_no_copy_changes_nothing_and_is_told(context, address, tmp_path):
    page = begun(context, address)
    fill(page)
    (tmp_path / "x.json").write_text('{"kind": "another"}')
    page.locator("#own-file").set_input_files(str(tmp_path / "x.json"))
    until(page, "document.getElementById('own-told').textContent.startsWith('x.json is no copy')")
    assert held(page) == MINE


def test_the_plan_as_printed_has_the_notes_the_times_and_what_is_left_out(context, address, hub):
    page = begun(context, address)
    fill(page)
    page.emulate_media(media="print")
    first, second, third = page.locator("[data-step]").all()[:3]
    assert first.locator(".own-said").inner_text() == f"My note: {MINE[0]}"
    assert first.locator(".step-length").inner_text() == "17 minutes"
    assert second.locator(".own-said").inner_text() == "Left out."
    assert second.locator(".step-does").is_hidden()
    last = hub.module_by_id[MODULE].steps[2].minutes
    assert third.locator(".step-offset").inner_text() == f"0:17–0:{17 + last:02d}"
    assert page.locator("#own-desk").is_hidden()
    assert page.locator(".own-step").first.is_hidden()


def run_sheet(page) -> list[list[str]]:
    return page.eval_on_selector_all(
        "#plan-run tr", "all => all.map(one => [...one.cells].map(cell => cell.textContent))"
    )


def sheet_is_mine(page, hub) -> None:
    first, second = hub.module_by_id[MODULE].steps[:2]
    rows = run_sheet(page)
    start = next(at for at, row in enumerate(rows) if row == [hub.module_by_id[MODULE].title])
    assert rows[start + 1][1:3] == ["17", first.title]
    assert rows[start + 1][8] == MINE[0]
    assert rows[start + 2][2] != second.title


def test_a_kept_copy_is_in_the_run_sheet(context, address, hub):
    page = begun(context, address)
    fill(page)
    page.get_by_label("Keep my copy").check()
    page.close()
    day = opened(context, address, DAY)
    assert day.locator("#plan-own-told").text_content() == (
        "Your own copy of 1 plan is in these times and in the run sheet, as this browser keeps it."
    )
    sheet_is_mine(day, hub)


def test_a_copy_from_a_file_is_in_the_run_sheet_and_is_not_kept(context, address, hub, tmp_path):
    page = begun(context, address)
    fill(page)
    file = file_of(page, tmp_path / "my-plans.json")
    page.close()
    day = opened(context, address, DAY)
    assert day.locator("#plan-own-told").text_content() == ""
    day.locator("#plan-own-file").set_input_files(file)
    until(day, "document.getElementById('plan-own-told').textContent.includes('my-plans.json')")
    sheet_is_mine(day, hub)
    assert day.evaluate("localStorage.length + sessionStorage.length") == 0
    (tmp_path / "bad.json").write_text(json.dumps({"kind": "x"}))
    day.locator("#plan-own-file").set_input_files(str(tmp_path / "bad.json"))
    until(day, "document.getElementById('plan-own-told').textContent.startsWith('bad.json is no')")
    sheet_is_mine(day, hub)


def test_it_keeps_nobody_out_and_fits_a_phone(context, address):
    page = begun(context, address)
    fill(page)
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_without_a_script_the_plan_stands_as_it_was(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PLAN)
    assert page.locator("#own-plan").is_hidden()
    assert page.locator("[data-step]").first.is_visible()
    context.close()


def test_both_pages_of_the_hub_have_it(hub):
    plan = trainer_page(hub, hub.module_by_id[MODULE])
    day = workshop_page(hub, hub.workshop_by_id[WORKSHOP])
    assert 'id="own-plan"' in plan
    assert all(one in plan for one in OWN)
    assert all(one in day for one in PLANNING)
