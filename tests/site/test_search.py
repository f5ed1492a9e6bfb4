"""What people look for, they find: real searches of the built site in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import pytest
import yaml

from peerhub.catalogue import load
from tests.axe import barriers
from tests.projects import ROOT
from tests.waiting import until

pytestmark = pytest.mark.slow

SEARCHES = yaml.safe_load(Path(__file__).with_name("searches.yml").read_text("utf-8"))["searches"]
HOSTILE = yaml.safe_load(Path(__file__).with_name("hostile_searches.yml").read_text("utf-8"))
MUST_FIND = 38
LARGEST = 110 * 1024
SCRIPTS = ("stemmer.js", "search-words.js", "search-index.js")
TOP = "text => searchIndex.find(opened, text).slice(0, 3).map(one => one.address)"
CRISIS = "text => searchWords.isCrisis(text, hubIndex.crisis, hubIndex.unless)"
IN_TROUBLE = (
    "I want to die|i dont want to be here any more|don't want to wake up|what's the point|kms|"
    "thinking of ending it|my colleague is suicidal|sucidal|suicde|he said he will kill himself|"
    "can't cope|can\u2019t go on|I cannot go on like this|better off without me|help!|HELP ME|"
    "no one to talk to|i am not safe|she is cutting herself|took an overdose|hopeless|"
    "self-harm|selfharm|self harm|panic attack|my husband hits me|worried about a friend|"
    "i've had enough|Ive had enough of everything|nothing left, no way out|eisiau marw|"
    "crying at work|kill my self|I've written a note|don't see the point in living|my life is over|"
    "i have a gun|my partner is violent|everyone would be happier without me"
).split("|")
NOT_IN_TROUBLE = (
    "timetable|poster for Kent|supervision|how to apply|mutual aid|GDPR|train the trainer|"
    "A3|Devon & Cornwall|interview questions|reflective journal|data protection|slides"
).split("|")


@pytest.fixture(scope="module")
def address(built_site, serve) -> str:
    return serve(built_site)


@pytest.fixture(scope="module")
def opened(chromium, address):
    """A page with the index opened and nothing else, for questions by the hundred."""
    page = chromium.new_page()
    page.goto(f"{address}/search/")
    page.add_script_tag(url=f"{address}/search/index.js")
    page.evaluate("globalThis.opened = searchIndex.open(hubIndex)")
    yield page
    page.close()


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_at_least_38_of_40_searches_have_their_page_among_the_first_three(opened):
    assert len(SEARCHES) == 40
    tops = [(one, opened.evaluate(TOP, one["words"])) for one in SEARCHES]
    missed = [
        (one["words"], top)
        for one, top in tops
        if not {found.split("#")[0] for found in top} & set(one["pages"])
    ]
    assert len(missed) <= len(SEARCHES) - MUST_FIND, missed


def test_every_synonym_leads_to_its_page(opened):
    wrong = [
        (word, top)
        for one in load(ROOT).synonyms
        for word in one.words
        if one.leads_to not in (top := opened.evaluate(TOP, word))
    ]
    assert wrong == []


def test_every_force_is_first_for_its_name_its_aliases_and_its_code(opened):
    wrong = [
        (name, top)
        for force in load(ROOT).forces
        for name in (force.name, force.short_name, *force.aliases, force.code)
        if name and f"/forces/{force.id}/" not in (top := opened.evaluate(TOP, name))
    ]
    assert wrong == []


def test_every_helpline_is_found_by_its_name_and_its_number_with_spaces_and_without(opened):
    wrong = []
    for service in (one for one in load(ROOT).services if one.is_published):
        numbers = [service.phone, (service.phone or "").replace(" ", ""), service.text]
        for said in filter(None, (service.name, *numbers)):
            top = opened.evaluate(TOP, said)
            same_number = said in ("111", "999")
            if not any(
                one.startswith("/support/")
                and (same_number or one in (f"/support/#service-{service.id}", "/support/"))
                for one in top
            ):
                wrong.append((said, top))
    assert wrong == []


def test_every_word_of_three_sections_or_more_is_found(opened, built_site):
    counts: dict[str, int] = {}
    for path in built_site.rglob("index.html"):
        page = lxml.html.parse(path).getroot()
        if page.get("lang") == "cy":
            continue  # the search knows the forms of English words
        main = page.find(".//main")
        for left_out in main.xpath(".//footer | .//style | .//script"):
            left_out.drop_tree()
        html = lxml.html.tostring(main, encoding="unicode")
        for part in re.split(r"(?=<h[23])", html):
            texts = lxml.html.fragment_fromstring(part, create_parent="div").itertext()
            for word in set(re.findall(r"[^\W_](?:['\u2019]?[^\W_])+", " ".join(texts))):
                counts[word] = counts.get(word, 0) + 1
    common = [one for one, count in counts.items() if count >= 3 and not re.search(r"\d", one)]
    assert len(common) > 2000
    lost = opened.evaluate(
        "all => all.filter(word => !searchIndex.find(opened, word).length)", common
    )
    assert lost == []


@pytest.mark.parametrize("said", IN_TROUBLE)
def test_words_of_crisis_are_known_however_they_are_said(opened, said):
    assert opened.evaluate(CRISIS, said)


@pytest.mark.parametrize("said", NOT_IN_TROUBLE)
def test_other_words_do_not_sound_like_trouble(opened, said):
    assert not opened.evaluate(CRISIS, said)


def test_the_index_and_what_reads_it_are_small(built_site):
    import brotli

    files = [built_site / "search/index.js", *(built_site / "assets/js" / one for one in SCRIPTS)]
    assert sum(len(brotli.compress(one.read_bytes())) for one in files) <= LARGEST


def test_the_first_result_costs_little_of_any_processor(opened):
    """300 ms at a quarter of the speed at which a plain loop of this length takes 25 ms.

    Both are timed in the same page, the best of five, so that a slow machine slows both.
    """
    search, loop = opened.evaluate(
        """() => {
        const best = (work) => Math.min(...[1, 2, 3, 4, 5].map(() => {
            const start = performance.now(); work(); return performance.now() - start; }));
        return [
            best(() => searchIndex.find(searchIndex.open(hubIndex), 'difficult conversation')),
            best(() => { let sum = 0; for (let at = 0; at < 3e7; at += 1) sum = (sum * 31 + at) | 0;
                globalThis.sum = sum; }),
        ]; }"""
    )
    assert search < 3 * loop


def test_what_people_type_in_a_hurry_leads_to_its_page(opened):
    missed = []
    for one in HOSTILE["searches"]:
        top = opened.evaluate(TOP, one["words"])
        pages, starts = one.get("pages", []), tuple(one.get("starts", ["-"]))
        if not any(found.split("#")[0] in pages or found.startswith(starts) for found in top):
            missed.append((one["words"], top))
    assert missed == []


def test_trouble_is_heard_in_a_hurry_too_and_work_is_not_taken_for_it(opened):
    assert [one for one in HOSTILE["trouble"] if not opened.evaluate(CRISIS, one)] == []
    assert [one for one in HOSTILE["work"] if opened.evaluate(CRISIS, one)] == []


@pytest.mark.parametrize("said", ["x" * 10_000, "peer " * 2_000, *HOSTILE["harmless"]])
def test_what_means_nothing_does_no_harm(opened, said):
    assert isinstance(opened.evaluate(TOP, said), list)
    assert not opened.evaluate(CRISIS, said)


def test_results_come_best_first_then_by_kind_with_counts(page, address):
    page.goto(f"{address}/search/?q=supervision")
    page.locator("#found a").first.wait_for()
    assert page.get_by_role("status").inner_text().endswith("results for “supervision”.")
    assert page.locator("#found > li").count() == 5
    kinds = page.get_by_role("navigation", name="Kinds of results")
    chosen = kinds.get_by_role("link", name=re.compile("^Guidance"))
    number = int(chosen.inner_text().split()[-1])
    chosen.click()
    assert page.locator("#found > li").count() == number
    assert page.url.endswith("?q=supervision&kind=guidance")
    page.go_back()
    page.locator(".found-group").first.wait_for()
    assert page.get_by_label("What are you looking for?").input_value() == "supervision"


def test_help_stands_above_the_results_when_a_search_sounds_like_trouble(page, address):
    page.goto(f"{address}/search/?q=can%27t+cope")
    page.locator("#found a").first.wait_for()
    help_block = page.locator("#seek-care").bounding_box()
    assert help_block["y"] < page.locator("#seek-count").bounding_box()["y"]
    assert page.locator('#seek-care a[href="tel:999"]').is_visible()


def test_a_search_that_finds_nothing_says_what_to_try(page, address):
    page.goto(f"{address}/search/?q=zzzzqqqq")
    page.get_by_text("You could try one of these").wait_for()
    assert page.get_by_role("status").inner_text() == "Nothing found for “zzzzqqqq”."
    assert page.locator('#seek-care a[href="tel:999"]').is_visible()


def test_an_index_that_does_not_come_is_told_and_can_be_tried_again(page, address):
    page.route("**/search/index.js", lambda route: route.abort())
    page.goto(f"{address}/search/?q=listening")
    page.get_by_text("could not load its index").wait_for()
    page.unroute("**/search/index.js")
    page.get_by_role("button", name="Search").last.click()
    page.locator("#found a").first.wait_for()


def test_suggestions_can_be_used_by_keyboard_and_are_announced(page, address):
    page.goto(f"{address}/search/")
    field = page.get_by_role("combobox", name="What are you looking for?")
    field.press_sequentially("confid")
    options = page.get_by_role("listbox", name="Suggestions").get_by_role("option")
    options.first.wait_for()
    assert field.get_attribute("aria-expanded") == "true"
    assert "suggestion" in page.get_by_role("status").inner_text()
    field.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
    assert barriers(page) == []
    field.press("Escape")
    assert options.count() == 0
    field.press("ArrowDown")
    options.first.wait_for()
    field.press("ArrowDown")
    field.press("Enter")
    page.wait_for_url(re.compile("confidential"))


def test_the_search_works_from_a_disk(page, built_site):
    page.goto(f"{(built_site / 'search/index.html').as_uri()}?q=listening")
    found = page.locator("#found a").first
    found.wait_for()
    assert Path(found.get_attribute("href").removeprefix("file://").split("#")[0]).is_file()


def test_the_index_comes_only_when_it_is_needed(page, address):
    asked = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(f"{address}/search/")
    page.wait_for_load_state("networkidle")
    assert [one for one in asked if one.endswith("/search/index.js")] == []
    page.get_by_role("combobox").focus()
    until(page, "typeof hubIndex === 'object'")
