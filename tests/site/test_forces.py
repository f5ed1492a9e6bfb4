"""The national picture as its readers meet it: the map, the table, and nothing that is not so."""

from __future__ import annotations

import csv
import json
import re

import pytest

from peerhub.catalogue import load
from peerhub.demonstration import furnish
from tests.projects import ROOT
from tests.waiting import until

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("site")]

TEXT = {".html", ".json", ".csv", ".ics", ".xml", ".txt", ".js", ".bib", ".ris", ".css"}
TILES = """() => Object.fromEntries([...document.querySelectorAll('svg a.tile')].map(a => {
  const [name, stage] = a.getAttribute('aria-label').split(/, (.*)/)[1].split(/: (.*)/);
  return [name, stage.toLowerCase()]; }))"""
ROWS = """() => Object.fromEntries([
  ...document.querySelectorAll('.force-table tbody tr[data-id]')].map(tr => [
  tr.cells[0].querySelector('a').textContent,
  (tr.querySelector('.stage').textContent
    + (tr.querySelector('.stale') ? ', ' + tr.querySelector('.stale').textContent : ''))
    .toLowerCase()]))"""


@pytest.fixture(scope="module")
def address(built_site, serve) -> str:
    return serve(built_site)


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_every_force_page_says_plainly_that_nothing_is_recorded(built_site):
    for force in load(ROOT).forces:
        html = (built_site / "forces" / force.id / "index.html").read_text(encoding="utf-8")
        assert ("This force has not told the hub" in html) == force.is_uk_force, force.id
        assert "Peer Support Force</span>" not in html, force.id
        assert ("not count it as a UK force" in html) != force.is_uk_force, force.id


def test_the_map_the_table_the_json_and_the_csv_say_the_same(page, address, built_site):
    page.goto(f"{address}/forces/")
    tiles, rows = page.evaluate(TILES), page.evaluate(ROWS)
    assert tiles == rows
    assert len(tiles) == len(load(ROOT).forces)
    api = json.loads((built_site / "api/v1/forces.json").read_text(encoding="utf-8"))["forces"]
    assert {one["name"]: one["stage"] or "partner" for one in api} == tiles
    table = csv.DictReader((built_site / "forces/forces.csv").open(encoding="utf-8", newline=""))
    assert {row["name"]: row["stage"] or "partner" for row in table} == tiles
    assert page.locator(".stage-counts dd").all_inner_texts() == [
        *("0", "0", str(len(load(ROOT).uk_forces)))
    ]


def test_every_tile_has_the_letters_it_shows_in_its_name(page, address):
    page.goto(f"{address}/forces/")
    assert page.evaluate(
        "[...document.querySelectorAll('svg a.tile')].every(a => a.getAttribute('aria-label')"
        ".startsWith(a.querySelector('text').textContent + ', '))"
    )
    letters = page.locator("svg a.tile text").all_text_contents()
    assert len(set(letters)) == len(load(ROOT).forces)


def test_the_picture_can_be_walked_by_keyboard_on_a_narrow_screen(chromium, address):
    context = chromium.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(f"{address}/forces/")
    page.locator(".map-skip a").focus()
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert first == "SCO, Police Scotland: not recorded"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/forces/northumbria/")
    page.goto(f"{address}/forces/")
    page.locator(".map-skip a").press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "sift-name"
    page.keyboard.type("wales")
    assert page.locator("#sift-count").inner_text() == "2 of 52 shown"
    assert page.locator(".force-table tr[data-id]:visible").count() == 2
    page.keyboard.type("zzz")
    assert page.locator("#sift-count").inner_text() == (
        "None suits. Take out some letters, or choose fewer filters."
    )
    page.locator("#sift-name").fill("")
    assert page.locator("#sift-count").inner_text() == "All 52 shown"
    context.close()


def test_the_table_sorts_by_keyboard_and_says_how(page, address):
    page.goto(f"{address}/forces/")
    names = ".force-table tbody th a"
    button = page.get_by_role("button", name="Force", exact=True)
    button.press("Enter")
    up = page.locator(names).all_inner_texts()
    assert (up[:48], up[48:]) == (sorted(up[:48]), sorted(up[48:]))
    assert page.locator("thead th").first.get_attribute("aria-sort") == "ascending"
    button.press("Enter")
    assert page.locator(names).all_inner_texts() == up[47::-1] + up[:47:-1]
    assert page.locator("thead th").first.get_attribute("aria-sort") == "descending"


SEEN = """() => { const it = document.activeElement, box = it.getBoundingClientRect();
  const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return it.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && box.width >= 10 && box.height >= 10 && (it === at || it.contains(at)); }"""


@pytest.mark.parametrize("width", [320, 704, 1280])
def test_all_that_is_focused_from_the_filter_to_the_first_row_can_be_seen(chromium, address, width):
    context = chromium.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(f"{address}/forces/")
    page.locator("#sift-name").focus()
    walked = []
    while "href" not in (walked[-1] if walked else ""):
        until(page, SEEN)
        page.keyboard.press("Tab")
        walked.append(page.evaluate("document.activeElement.outerHTML"))
        assert len(walked) < 15
    first = page.locator(".force-table tr[data-id]:visible a").first
    assert page.evaluate("document.activeElement.href") == first.evaluate("a => a.href")
    assert sum("sorter" in one for one in walked) == (6 if width == 1280 else 0)
    context.close()


def test_a_narrow_table_is_sorted_by_a_choice_and_partners_stay_apart(chromium, address):
    context = chromium.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(f"{address}/forces/")
    before = page.locator(".force-table tbody th a").all_inner_texts()
    page.get_by_label("Sort by").select_option("Region, A to Z")
    regions = [
        body.locator("td[data-label=Region]").all_inner_texts()
        for body in page.locator(".force-table tbody").all()
    ]
    assert [len(one) for one in regions] == [48, 4]
    assert regions == [sorted(one) for one in regions]
    page.get_by_label("Sort by").select_option("Order of the list")
    assert page.locator(".force-table tbody th a").all_inner_texts() == before
    page.locator("#sift-name").fill("kent")
    assert not page.get_by_text("Partners, not counted as UK forces").is_visible()
    context.close()


def test_map_and_table_stand_side_by_side_where_both_fit(page, address):
    page.goto(f"{address}/forces/")
    tiles, table = (page.locator(one).bounding_box() for one in ("#map > svg", "#table table"))
    assert tiles["x"] + tiles["width"] < table["x"]
    contents = page.locator(".contents").bounding_box()
    assert contents["y"] + contents["height"] < page.locator("#map").bounding_box()["y"]


def test_the_letters_of_the_map_can_be_read_on_a_narrow_screen(chromium, address):
    context = chromium.new_context(viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto(f"{address}/forces/")
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('svg a.tile')].map(a => {
          const [text, tile] = ['text', 'rect'].map(one => a.querySelector(one));
          const scale = tile.getBoundingClientRect().width / 36;
          return [parseFloat(getComputedStyle(text).fontSize) * scale,
            tile.getBoundingClientRect().width - text.getBoundingClientRect().width]; })"""
    )
    context.close()
    assert min(size for size, _ in sizes) >= 11.5
    assert min(room for _, room in sizes) > 0


def test_without_script_the_table_is_whole_and_the_sieve_is_not_shown(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/forces/")
    assert page.locator(".force-table tr[data-id]:visible").count() == len(load(ROOT).forces)
    assert not page.locator("#sift").is_visible()
    assert not page.locator("#sift-sort").is_visible()
    assert page.locator(".force-table thead button").count() == 0
    context.close()


def test_stages_keep_apart_in_forced_colours(chromium, address):
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(f"{address}/forces/")
    fills = page.evaluate(
        "[...document.querySelectorAll('.legend svg')].map(s =>"
        " [getComputedStyle(s.querySelector('rect')).fill, s.querySelector('path')"
        ".getAttribute('d')])"
    )
    context.close()
    assert len({sign for _, sign in fills}) == len(fills) == 4
    assert fills[0][0] != fills[2][0]


def test_mutual_aid_says_that_no_force_has_offered_and_who_is_in_charge(page, address):
    page.goto(f"{address}/network/mutual-aid/")
    assert page.get_by_text("No force has offered yet").is_visible()
    page.get_by_label("The affected force").select_option("kent")
    assert page.locator("#aid-count").inner_text() == (
        "No force that could be asked is recorded. Ask through your usual route."
    )
    assert "stay in charge" in page.locator(".aid-charge").inner_text()


def test_nothing_of_the_demonstration_is_on_the_site(built_site):
    invented = load(furnish(ROOT))
    ours = [one for one in invented.events if one.kind != "observance"]
    words = {word for one in ours for word in (f"events/{one.id}/", one.title)}
    words |= {word for one in invented.forces for word in (one.id, one.name, one.website)}
    assert len(words) > 40
    found = re.compile("|".join(re.escape(word) for word in sorted(words)))
    for path in built_site.rglob("*"):
        assert not found.search(path.name), path
        if path.suffix in TEXT:
            text = path.read_text(encoding="utf-8")
            assert not found.search(text), path
            assert 'class="demonstration"' not in text, path
            assert "noindex" not in text, path


def test_the_real_hub_is_no_demonstration():
    assert load(ROOT).site.demonstration is False


def test_the_briefing_meets_both_standards_and_is_one_page(built_site):
    import pikepdf

    from tests.pdf.verapdf import FLAVOURS, failed_rules

    briefing = built_site / "forces/briefing.pdf"
    with pikepdf.open(briefing) as pdf:
        assert len(pdf.pages) == 1
    for flavour in FLAVOURS:
        assert failed_rules(briefing.read_bytes(), flavour) == []


def test_a_remembered_force_stands_at_the_top_and_can_be_forgotten(page, address):
    page.goto(f"{address}/forces/")
    assert page.locator(".kept-force").count() == 0
    page.evaluate("localStorage.setItem('peer-support-hub-force', 'kent')")
    page.reload()
    assert page.locator(".kept-force").inner_text() == "Your force: Kent Police. Forget it"
    page.get_by_role("button", name="Forget it").click()
    assert page.evaluate("localStorage.length") == 0
    assert page.locator(".kept-force").inner_text() == "This device has forgotten your force."
    page.reload()
    assert page.locator(".kept-force").count() == 0
