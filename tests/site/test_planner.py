"""The planner and the list of downloads, in a real browser."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("site")]
WORKSHOP = "/train/workshops/supporter-course/"


@pytest.fixture(scope="module")
def address(built_site, serve) -> str:
    return serve(built_site)


@pytest.fixture
def page(chromium):
    opened = chromium.new_page()
    yield opened
    opened.close()


def unfold(page) -> None:
    for summary in page.locator("#planner summary").all():
        summary.click()


def tables(page) -> list[str]:
    return page.locator("#plan-tables").inner_text().split()


def test_untouched_it_shows_the_default_timetable_that_stands_without_script(
    page, chromium, address
):
    context = chromium.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(address + WORKSHOP)
    assert plain.locator("#plan-form").is_hidden()
    page.goto(address + WORKSHOP)
    assert tables(page) == tables(plain)
    context.close()


def test_the_address_keeps_the_plan_and_nothing_is_stored(page, address):
    page.goto(address + WORKSHOP)
    page.fill("#plan-start", "10:00")
    page.fill("#plan-break", "10")
    unfold(page)
    page.check("input[name=drop] >> nth=0")
    changed = tables(page)
    assert changed[changed.index("10:00")] == "10:00"
    kept = page.url
    page.goto("about:blank")
    page.goto(kept)
    assert tables(page) == changed
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_running_late_says_what_to_cut_could_before_should_and_never_must(page, address):
    page.goto(address + WORKSHOP)
    page.fill("#plan-late", "40")
    said = page.locator("#plan-cuts").inner_text()
    assert "(could, " in said
    assert "(must, " not in said
    assert said.find("(could, ") < said.find("(should, ")
    assert "You end at" in said


def test_a_day_past_its_end_is_said_and_a_day_can_be_split(page, address):
    page.goto(address + WORKSHOP)
    page.fill("#plan-end", "16:00")
    assert "runs 35 minutes past 16:00" in page.locator("#plan-over").inner_text()
    before = page.locator("#plan-tables table").count()
    unfold(page)
    page.check("input[name=day] >> nth=1")
    assert page.locator("#plan-tables table").count() == before + 1


def test_nonsense_in_the_address_leaves_the_suggested_plan(page, address):
    page.goto(address + WORKSHOP)
    before = tables(page)
    page.goto(address + WORKSHOP + "?start=99:99&break=-4&late=abc&at=1e9&drop=9999.1")
    assert tables(page) == before


def test_downloads_can_be_narrowed_and_the_address_keeps_the_choice(page, address):
    page.goto(address + "/materials/")
    page.select_option("#material-kind", "slides")
    page.select_option("#material-format", "ODP")
    said = page.locator("#material-count").inner_text()
    assert said.startswith("36 of ")
    page.reload()
    assert page.locator("#material-count").inner_text() == said
    page.fill("#material-words", "nothing like this")
    assert "Nothing suits" in page.locator("#material-count").inner_text()


def test_the_list_for_programs_names_every_file_that_is_there(built_site):
    import json

    told = json.loads((built_site / "api/v1/materials.json").read_text(encoding="utf-8"))
    paths = {one["path"] for one in told["materials"]}
    for one in told["materials"]:
        assert (built_site / one["path"].lstrip("/")).stat().st_size == one["bytes"]
    assert "/materials/modules/listening/listening-slides.pptx" in paths
    assert "/materials/workshops/supporter-course/supporter-course-pack.zip" in paths
    assert any(path.startswith("/posters/") for path in paths)
