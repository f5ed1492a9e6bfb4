"""Forms on the screen: filled in with a keyboard, kept as a file, and sent to nobody."""

from __future__ import annotations

import json

import pytest

from tests.axe import barriers
from tests.projects import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("site")]

FORMS = ("application-form", "scoring-sheet", "supporter-course-marking")


@pytest.fixture(scope="module")
def address(built_site, serve) -> str:
    return serve(built_site)


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 390, "height": 844}, accept_downloads=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def form(page, address):
    page.goto(f"{address}/materials/fill-in/application-form/")
    return page


@pytest.mark.parametrize("identity", FORMS)
def test_every_field_is_reached_by_the_keyboard_and_says_what_it_asks(page, address, identity):
    page.goto(f"{address}/materials/fill-in/{identity}/")
    asked = page.eval_on_selector_all("[data-asks]", "all => all.map(one => one.id)")
    assert len(asked) > 5
    page.locator(f"#{asked[0]}").focus()
    walked = []
    while True:
        told = page.evaluate(
            "(one => [one.id, one.type, one.ariaLabel || one.closest('label')?.innerText])"
            "(document.activeElement)"
        )
        if told[0] not in asked:
            break
        assert told[2], told
        walked.append(told)
        page.keyboard.press("Tab")
    radios = {
        one["id"]
        for one in page.eval_on_selector_all(
            "[type=radio]", "all => all.map(one => ({id: one.id}))"
        )
    }
    assert {one[0] for one in walked} >= set(asked) - radios
    assert barriers(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_a_form_is_saved_as_a_file_cleared_brought_back_and_opened_again(form):
    form.wait_for_load_state("networkidle")
    requests = []
    form.on("request", lambda one: requests.append(one.url))
    form.get_by_label("Name", exact=True).fill("Siân O'Neill 🫖")
    form.get_by_label("Yes").first.check()
    with form.expect_download() as saving:
        form.get_by_role("button", name="Save as a file").click()
    file = saving.value.path()
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert [one["answer"] for one in kept["answers"]] == ["Siân O'Neill 🫖", True]
    form.get_by_role("button", name="Clear the form").click()
    assert form.get_by_label("Name", exact=True).input_value() == ""
    form.get_by_role("button", name="Undo").click()
    assert form.get_by_label("Name", exact=True).input_value() == "Siân O'Neill 🫖"
    form.get_by_role("button", name="Clear the form").click()
    kept["answers"].append(
        {"at": "blank-900", "asks": "A question of old", "answer": "<b>Here</b>"}
    )
    form.locator("#fill-in-file").set_input_files(
        {"name": "mine.json", "mimeType": "application/json", "buffer": json.dumps(kept).encode()}
    )
    form.get_by_text("Opened mine.json: 2 answers are in place.").wait_for()
    assert form.get_by_label("Name", exact=True).input_value() == "Siân O'Neill 🫖"
    assert form.locator("#fill-in-left li").all_inner_texts() == ["A question of old: <b>Here</b>"]
    assert not [one for one in requests if not one.startswith("blob:")]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{", "odd.json is not a form saved from this hub. Nothing has changed here."),
        (
            b'{"form": "application-form", "answers": 3}',
            "odd.json is not a form saved from this hub.",
        ),
        (
            b'{"form": "other", "answers": []}',
            "odd.json was saved from another form (other). Open it there. Nothing has changed",
        ),
    ],
)
def test_a_file_that_is_no_form_of_this_page_is_refused_and_nothing_is_lost(form, content, told):
    form.get_by_label("Usual shifts").fill("Nights")
    form.locator("#fill-in-file").set_input_files(
        {"name": "odd.json", "mimeType": "application/json", "buffer": content}
    )
    form.locator("#fill-in-told", has_text=told).wait_for()
    assert form.get_by_label("Usual shifts").input_value() == "Nights"


def test_saving_nothing_says_so(form):
    form.get_by_role("button", name="Save as a file").click()
    form.locator("#fill-in-told", has_text="Nothing is filled in yet").wait_for()


def test_every_tool_that_is_filled_in_leads_to_its_form(page, address):
    assert (ROOT / "docs/guidance/selection/application-form.md").is_file()
    page.goto(f"{address}/guidance/selection/application-form/")
    page.get_by_role("link", name="On this screen").click()
    assert page.url.endswith("/materials/fill-in/application-form/")
