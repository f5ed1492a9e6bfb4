"""The planner and the list of downloads, in a real browser."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from peerhub.catalogue import load
from peerhub.components import planner
from peerhub.models import Module
from peerhub.questions.plan_keys import step_keys
from peerhub.questions.planned_papers import planned_papers
from peerhub.questions.timetable import timetable
from tests.projects import ROOT

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
    for summary in page.locator("#planner fieldset summary").all():
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


@pytest.mark.parametrize(
    ("name", "label", "most"),
    [("break", "Each break, in minutes", 60), ("late", "Minutes behind", 240)],
)
def test_a_number_outside_its_range_is_told_and_counts_for_nothing(
    page, address, name, label, most
):
    page.goto(address + WORKSHOP)
    suggested = tables(page)
    page.fill(f"#plan-{name}", "999")
    told = f"{label}: write a whole number from 0 to {most}. 999 is left out."
    assert page.locator(f"#plan-{name}-fault").inner_text() == told
    assert page.locator("#plan-unknown").inner_text() == told
    assert page.locator(f"#plan-{name}").get_attribute("aria-invalid") == "true"
    assert page.locator(f"#plan-{name}").get_attribute("aria-describedby") == f"plan-{name}-fault"
    assert tables(page) == suggested
    assert "999" not in page.url
    assert page.locator("#plan-cuts").inner_text() == ""
    page.fill(f"#plan-{name}", "20")
    assert page.locator("#plan-unknown").inner_text() == ""
    assert page.locator(f"#plan-{name}").get_attribute("aria-invalid") is None
    assert f"{name}=20" in page.url


def test_a_link_with_such_a_number_says_so_and_drops_it(page, address):
    page.goto(f"{address}{WORKSHOP}?break=600")
    assert page.locator("#plan-unknown").inner_text() == (
        "Each break, in minutes: write a whole number from 0 to 60. 600 is left out."
    )
    assert page.locator("#plan-break").input_value() == ""


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


@pytest.fixture(scope="module")
def alone(tmp_path_factory, serve):
    """A function that serves one workshop's planner on a page of its own, and gives its address."""
    folder = tmp_path_factory.mktemp("planner")
    found = load(ROOT)
    names = ("plan-days.js", "plan-papers.js", "run-sheet.js", "planner.js")
    for name in names:
        shutil.copy(ROOT / "overrides/assets/js" / name, folder)
    address = serve(folder)

    def show(identity: str, **changes: Module) -> str:
        workshop = found.workshop_by_id[identity]
        modules = {**found.module_by_id, **changes}
        days = timetable(workshop, modules)
        hub = replace(found, modules=tuple(modules.values()))
        made = planner(workshop, days, modules, planned_papers(hub, workshop, days))
        scripts = "".join(f'<script src="{name}"></script>' for name in names)
        page = f'<!doctype html><meta charset="utf-8">{made}{scripts}'
        (folder / "plan.html").write_text(page, encoding="utf-8")
        return f"{address}/plan.html"

    return show


def test_the_run_sheet_follows_the_plan_and_is_printed_by_itself(page, alone):
    page.goto(alone("supporter-foundations") + "?start=10:00&group=7")
    page.locator("#plan-papers summary").first.click()
    run = page.locator("#plan-run table")
    assert run.count() == 1
    assert run.locator("caption").inner_text() == "Day 1: 10:00 to 16:45"
    assert run.locator("tbody tr").nth(1).inner_text() == "What peer support is and is not"
    heads = run.locator("th").all_inner_texts()
    assert heads
    assert all(one.strip() for one in heads)
    assert page.locator("#plan-group").input_value() == "7"
    page.evaluate(
        "() => { window.print = () => { window.shown = [document.body.className, "
        "document.querySelector('.paper').innerText]; }; }"
    )
    page.click("#plan-print-run")
    shown, words = page.evaluate("window.shown")
    assert shown == "paper-only"
    assert words.startswith("Foundations of peer support: a one-day workshop")
    assert "Which pile?" in words
    assert page.locator(".paper").count() == 0
    assert page.evaluate("document.body.className") == ""


def test_the_print_list_counts_for_the_group(page, alone):
    page.goto(alone("supporter-foundations"))
    page.locator("#plan-papers summary").last.click()
    page.fill("#plan-group", "7")
    told = page.locator("#plan-list").inner_text()
    assert "for a group of 7" in told
    assert "Request cards\t3 sets\tyes" in told
    assert "group=7" in page.url


def dates(page) -> list[str]:
    """Return the days on which the entries of the planner's calendar file begin."""
    text = page.evaluate(
        "async () => (await fetch(document.getElementById('plan-calendar').href)).text()"
    )
    return [line[8:16] for line in text.splitlines() if line.startswith("DTSTART:")]


def test_the_sessions_of_a_programme_fall_in_their_weeks(page, alone):
    page.goto(alone("leadership-programme") + "?date=2027-01-05")
    assert dates(page) == [
        "20270105",
        "20270112",
        "20270126",
        "20270209",
        "20270223",
        "20270309",
        "20270323",
        "20270406",
    ]


def test_days_that_follow_each_other_leave_the_weekend_out(page, alone):
    page.goto(alone("supporter-course") + "?date=2027-01-08")
    assert dates(page) == ["20270108", "20270111", "20270112", "20270113"]


def test_a_session_split_in_two_goes_on_the_next_working_day_and_the_weeks_stand(page, alone):
    page.goto(alone("leadership-programme") + "?date=2027-01-08")
    unfold(page)
    page.check('input[name=day][value="reflective-practice"]')
    assert dates(page)[:4] == ["20270108", "20270115", "20270118", "20270129"]


def test_a_shared_link_drops_the_same_step_after_an_edit(page, alone):
    page.goto(alone("supporter-foundations"))
    unfold(page)
    box = page.locator("input[name=drop] >> nth=0")
    key = box.get_attribute("value")
    box.check()
    link = page.url
    module, _, step = key.partition(".")
    text = load(ROOT).module_by_id[module]
    number = step_keys(text).index(step)
    assert f"drop={module}.{step}" in link
    others = text.model_copy(update={"steps": (text.steps[number], *text.steps[:number])})
    page.goto(alone("supporter-foundations", **{module: others}) + link[link.index("?") :])
    assert page.locator("input[name=drop]:checked").get_attribute("value") == key
    assert page.locator("#plan-unknown").inner_text() == ""


def test_what_a_link_names_and_the_plan_no_longer_has_is_said(page, alone):
    page.goto(alone("supporter-foundations") + "?drop=listening.gone&days=gone&at=gone&late=5")
    assert page.locator("#plan-unknown").inner_text() == (
        "This link names what the plan no longer has, so that part is left out: "
        "listening.gone, gone, gone."
    )
    assert page.locator("input[name=drop]:checked").count() == 0
    page.fill("#plan-late", "10")
    assert page.locator("#plan-unknown").inner_text() == ""


def test_a_planned_end_is_kept_until_the_day_starts_later(page, alone):
    page.goto(alone("supporter-course"))
    assert page.locator("#plan-over").inner_text() == ""
    page.fill("#plan-start", "09:30")
    assert page.locator("#plan-over").inner_text() == (
        "Day 1: the role, the limits and the listening runs 20 minutes past 16:45. "
        "Day 2: openings, doors and the hardest question runs 5 minutes past 16:00. "
        "Day 4: every incident, and you runs 10 minutes past 16:45."
    )


def test_about_to_begin_offers_steps_and_cuts_none_that_is_over(page, alone):
    page.goto(alone("supporter-foundations") + "?late=60")
    module = load(ROOT).module_by_id["what-peer-support-is"]
    early = next(one.title for one in module.steps if one.priority != "must")
    assert f"{early}, " in page.locator("#plan-cuts").inner_text()
    last = step_keys(module)[-1]
    page.select_option("#plan-at", f"{module.id}.{last}")
    assert f"{early}, " not in page.locator("#plan-cuts").inner_text()
    assert "You " in page.locator("#plan-cuts").inner_text()
    page.reload()
    assert page.input_value("#plan-at") == f"{module.id}.{last}"


def test_downloads_can_be_narrowed_and_the_address_keeps_the_choice(page, address):
    page.goto(address + "/materials/")
    page.select_option("#material-kind", "slides")
    page.select_option("#material-format", "ODP")
    said = page.locator("#material-count").inner_text()
    hub = load(ROOT)
    assert said.startswith(f"{len(hub.modules) + len(hub.briefings)} of ")
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
        assert one["title"]
        assert one["audience"]
        assert one["language"] in ("en-GB", "cy, en-GB")
        assert one.get("pages", 0) > 0 or one["format"] != "PDF", one["path"]
    endings = {
        ".pdf",
        ".pptx",
        ".odp",
        ".docx",
        ".odt",
        ".ods",
        ".xlsx",
        ".zip",
        ".ics",
        ".csv",
        ".bib",
    }
    there = {
        f"/{file.relative_to(built_site).as_posix()}"
        for file in built_site.rglob("*")
        if file.suffix in endings
    }
    assert there <= paths


def test_the_page_of_downloads_has_every_one_but_those_of_single_forces(built_site):
    html = (built_site / "materials/index.html").read_text(encoding="utf-8")
    for path in (
        "../materials/tools/offer-letter.odt",
        "../materials/tools/help-card.pdf",
        "../events/planner-2027.pdf",
        "../posters/make/poster-maker.zip",
    ):
        assert f'href="{path}"' in html
    assert html.count(", 1 page, ") > 10
