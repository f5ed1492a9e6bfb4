"""The demonstration: marked everywhere, showing every state, and ranking as the program does."""

from __future__ import annotations

import csv
import io
import itertools
import json
import os
import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from peerhub.build import BuildFailed
from peerhub.bundle import bundled, parts_list, unbundled
from peerhub.catalogue import load
from peerhub.demonstration import INVENTED, PLAIN, build_demonstration, furnish, mark
from peerhub.orders.briefing import briefing_facts
from peerhub.press.engine.overprint import BAND
from peerhub.questions.mutual_aid import TIERS, helpers, who_could_be_asked
from peerhub.words import day
from tests.axe import barriers
from tests.pdf.verapdf import FLAVOURS, failed_rules
from tests.projects import ROOT
from tests.site.test_forces import ROWS, SEEN, TILES
from tests.waiting import until

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demonstration")]

PAGES = {
    "picture": "/forces/",
    "full": "/forces/kettleby/",
    "stale": "/forces/garibaldi-bay/",
    "Welsh": "/forces/tegell-valley/",
    "special": "/forces/towpath-police/",
    "aid": "/network/mutual-aid/",
    "calendar": "/events/",
    "workshop date": "/events/one-day-workshop/",
    "several sessions": "/events/listening-evenings/",
}


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Path:
    site = tmp_path_factory.mktemp("demonstration") / "site-demo"
    build_demonstration(ROOT, site, os.environ)
    return site


@pytest.fixture(scope="module")
def catalogue():
    return load(furnish(ROOT))


@pytest.fixture(scope="module")
def address(demo, serve) -> str:
    return serve(demo)


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def forces(demo) -> list[dict]:
    return json.loads((demo / "api/v1/forces.json").read_text(encoding="utf-8"))["forces"]


def test_every_page_has_the_banner_and_asks_search_engines_to_stay_away(demo):
    pages = list(demo.rglob("*.html"))
    assert len(pages) > 100
    for path in pages:
        html = path.read_text(encoding="utf-8")
        assert '<aside class="demonstration"' in html, path
        assert '<meta name="robots" content="noindex, nofollow">' in html, path


def test_every_pdf_bears_the_band_and_says_so_in_its_title(demo):
    pdfs = list(demo.rglob("*.pdf"))
    assert len(pdfs) > 30
    for path in pdfs:
        with pikepdf.open(path) as pdf:
            assert str(pdf.docinfo["/Title"]).startswith("Demonstration: "), path
            assert b"Demonstration: " in pdf.Root.Metadata.read_bytes(), path
            for sheet in pdf.pages:
                assert sheet.obj.Resources.XObject[BAND].Subtype == "/Form", path
                assert f"{BAND} Do".encode() in sheet.obj.Contents[-1].read_bytes(), path


def test_the_archives_hold_marked_files_only(demo):
    archives = list(demo.rglob("*.zip"))
    assert archives
    for path in archives:
        for name, content in unbundled(path.read_bytes()):
            if name.endswith(".pdf"):
                with pikepdf.open(io.BytesIO(content)) as pdf:
                    assert str(pdf.docinfo["/Title"]).startswith("Demonstration: "), name
            elif name.endswith(".html"):
                assert b"Every force here is invented" in content, name


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_the_briefing_and_a_poster_still_meet_both_standards(demo, flavour):
    poster = next(demo.glob("posters/*/kettleby-a3.pdf"))
    for path in (demo / "forces/briefing.pdf", poster):
        assert failed_rules(path.read_bytes(), flavour) == [], path


def test_the_briefing_is_one_page(demo):
    with pikepdf.open(demo / "forces/briefing.pdf") as pdf:
        assert len(pdf.pages) == 1


def test_every_stage_record_and_criterion_appears(demo):
    found = [one for one in forces(demo) if one["counts_as_uk_force"]]
    assert {one["stage"] for one in found} == {
        "not recorded", "working towards", "Peer Support Force",
    }  # fmt: skip
    assert {one["record"] for one in found} == {"none", "current", "stale", "dropped"}
    states = {criterion["state"] for one in found for criterion in one["criteria"]}
    assert states == {"met", "lapsed", "missing"}
    assert any(not one["counts_as_uk_force"] for one in forces(demo))


def test_a_small_count_is_suppressed_on_page_and_in_every_file(demo, catalogue):
    known = catalogue.force_by_id["saucerham"].peer_support
    assert known.trained_supporters == 3
    for name in ("forces/saucerham/index.html", "forces/index.html", "forces/forces.csv"):
        assert "fewer than 5" in (demo / name).read_text(encoding="utf-8")
    (one,) = [one for one in forces(demo) if one["id"] == "saucerham"]
    assert one["confirmed"]["trained_supporters"] is None


def test_a_record_too_old_is_shown_nowhere(demo, catalogue):
    mailbox = catalogue.force_by_id["ginger-nutley"].peer_support.mailbox
    for path in demo.rglob("*"):
        if path.suffix in (".html", ".json", ".csv"):
            assert mailbox not in path.read_text(encoding="utf-8"), path


def test_every_kind_of_help_appears(catalogue):
    offering = helpers(catalogue.forces, catalogue.today)
    asked = {force.id: who_could_be_asked(force, offering) for force in catalogue.uk_forces}
    assert {one.tier for found in asked.values() for one in found} == set(TIERS)
    assert [force for force, found in asked.items() if not found] == ["causeway-watch"]


def test_where_nobody_is_within_reach_the_page_says_so(demo):
    html = (demo / "forces/causeway-watch/index.html").read_text(encoding="utf-8")
    assert "No force within reach has told the hub that it offers mutual aid." in html


def test_the_map_the_table_and_every_file_say_the_same(page, address, demo, catalogue):
    page.goto(f"{address}/forces/")
    tiles, rows = page.evaluate(TILES), page.evaluate(ROWS)
    assert tiles == rows
    assert len(set(tiles.values())) == 6, "every stage, old records of two stages, and partners"

    def said(stage, record):
        return (stage.lower() or "partner") + (", to be confirmed again" * (record == "stale"))

    assert {
        one["name"]: said(one["stage"] or "", one.get("record")) for one in forces(demo)
    } == tiles
    table = csv.DictReader((demo / "forces/forces.csv").open(encoding="utf-8", newline=""))
    assert {row["name"]: said(row["stage"], row["record"]) for row in table} == tiles
    for force in catalogue.uk_forces:
        assert force_page_says(demo, force.id) == tiles[force.name]


def force_page_says(demo, force: str) -> str:
    html = (demo / "forces" / force / "index.html").read_text(encoding="utf-8")
    return re.search(r'<p class="standing-stage">.*?<span>(.*?)</span>', html)[1].lower()


def test_the_tiles_of_the_briefing_are_those_of_the_map(page, address, catalogue):
    page.goto(f"{address}/forces/")
    drawn = page.evaluate(
        """() => [...document.querySelectorAll('svg a.tile:not(.stage-partner)')].map(a => [
          a.querySelector('text').textContent, a.className.baseVal.match(/stage-(\\w+)/)[1],
          a.classList.contains('is-stale')])"""
    )
    facts = briefing_facts(catalogue)
    assert sorted([one.code, one.mark, one.is_stale] for one in facts.tiles) == sorted(drawn)


def test_change_over_time_comes_from_the_editions(demo):
    html = (demo / "forces/index.html").read_text(encoding="utf-8")
    for words in ("2025.1", "2026.1", "This edition"):
        assert words in html
    assert "Kettleby Police</a> went from working towards to Peer Support Force." in html
    assert "Edition This edition" not in html
    assert "from Peer Support Force to not recorded (record too old)." in html
    assert "from Peer Support Force to working towards (lapsed)." in html


def expected(catalogue, affected, cannot=()):
    offering = helpers(catalogue.forces, catalogue.today)
    return [
        (one.force.id, " ".join(one.why))
        for one in who_could_be_asked(catalogue.force_by_id[affected], offering, cannot)
    ]


READ = """() => [...document.querySelectorAll('#aid-list > li')]
  .map(li => [li.dataset.id, li.querySelector('.aid-why').textContent])"""


def test_the_browser_ranks_as_the_program_does(page, address, catalogue):
    page.goto(f"{address}/network/mutual-aid/")
    offering = [one.force.id for one in helpers(catalogue.forces, catalogue.today)]
    choices = [(), *((one,) for one in offering[:3]), *itertools.combinations(offering, 3)][:12]
    for force in catalogue.uk_forces:
        for cannot in choices:
            page.evaluate(
                """([force, cannot]) => {
                  for (const box of document.querySelectorAll('[name=cannot]'))
                    box.checked = cannot.includes(box.value);
                  const choice = document.getElementById('aid-affected');
                  choice.value = force;
                  choice.dispatchEvent(new Event('input', {bubbles: true}));
                }""",
                [force.id, list(cannot)],
            )
            read = [tuple(pair) for pair in page.evaluate(READ)]
            assert read == expected(catalogue, force.id, cannot), (force.id, cannot)


def test_each_force_page_has_the_same_list_without_any_script(chromium, address, catalogue):
    context = chromium.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{address}/network/mutual-aid/")
    link = opened.locator("#aid-plain a", has_text="Kettleby")
    link.click()
    assert opened.url == f"{address}/forces/kettleby/#help"
    items = opened.locator(".aid-list > li")
    found = [
        (one.get_attribute("data-id"), one.locator(".aid-why").inner_text()) for one in items.all()
    ]
    context.close()
    assert found == expected(catalogue, "kettleby")


def test_the_sheet_can_be_saved_and_nothing_is_sent(page, address):
    page.goto(f"{address}/network/mutual-aid/")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("The affected force").select_option("kettleby")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the sheet").click()
    text = Path(saved.value.path()).read_bytes().decode()
    assert saved.value.suggested_filename == "call-out-sheet-kettleby.txt"
    assert text.startswith("DEMONSTRATION. EVERY FORCE, DATE AND CONTACT")
    assert "\r\nCall-out sheet: Kettleby Police\r\nMade on " in text
    assert "Edition 2026.2, 23 November 2026." in text
    assert "1. Saucerham Constabulary" in text
    assert "trained supporters: fewer than 5; confirmed on 1 October 2026" in text
    assert "stay in charge" in text
    assert [url for url in asked if not url.startswith("blob:")] == []


def call_out(page, address, force="Kettleby Police", cannot=()):
    page.goto(f"{address}/network/mutual-aid/")
    page.get_by_label("The affected force").select_option(force)
    for one in cannot:
        page.get_by_label(one).check()


def test_every_force_on_the_sheet_says_when_it_was_confirmed(page, address, catalogue):
    call_out(page, address)
    lines = page.locator("#aid-list > li").all()
    assert lines
    for line in lines:
        known = catalogue.force_by_id[line.get_attribute("data-id")].peer_support
        assert line.inner_text().endswith(f"confirmed on {day(known.confirmed_on)}")


def test_who_is_left_out_stands_on_the_sheet_with_the_reason(page, address):
    call_out(page, address, "Jam Lough Police", ["Kettleby Police"])
    assert page.locator("#aid-left li").all_inner_texts() == [
        "Kettleby Police: Cannot help this time.",
        "Towpath and Tramway Police: Does not work where the affected force does (Great Britain).",
    ]
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the sheet").click()
    text = Path(saved.value.path()).read_bytes().decode()
    assert "\r\nLeft out\r\n- Kettleby Police: Cannot help this time.\r\n" in text
    page.get_by_label("The affected force").select_option("Kettleby Police")
    page.get_by_label("The affected force").select_option("Saucerham Constabulary")
    page.get_by_label("Kettleby Police").uncheck()
    assert not page.locator("#aid-left").is_visible()


def test_a_request_that_was_changed_is_kept_when_a_force_cannot_help(page, address):
    call_out(page, address)
    box = page.get_by_label("A request to copy and change")
    assert "From: Kettleby Police (role: ……)" in box.input_value()
    page.get_by_label("The affected force").select_option("Cosyford Police")
    assert "From: Cosyford Police (role: ……)" in box.input_value()
    box.fill(box.input_value() + "\nA room with a kettle.")
    page.get_by_label("Kettleby Police").check()
    assert box.input_value().endswith("\nA room with a kettle.")
    page.get_by_label("The affected force").select_option("Saucerham Constabulary")
    assert "From: Saucerham Constabulary (role: ……)" in box.input_value()
    assert box.input_value().endswith("\nA room with a kettle.")


def test_the_request_is_copied_or_else_selected(chromium, address):
    for may in (True, False):
        context = chromium.new_context()
        opened = context.new_page()
        call_out(opened, address)
        if may:
            context.grant_permissions(["clipboard-read", "clipboard-write"])
        else:
            opened.evaluate("delete Navigator.prototype.clipboard")
        opened.get_by_role("button", name="Copy the request").click()
        box = opened.get_by_label("A request to copy and change")
        said = opened.locator("#aid-said")
        if may:
            said.get_by_text("Copied.").wait_for()
            assert opened.evaluate("navigator.clipboard.readText()") == box.input_value()
        else:
            said.get_by_text("Copy it with your keyboard").wait_for()
            assert opened.evaluate("document.getSelection().toString()") == box.input_value()
        context.close()


def test_the_printed_sheet_is_whole_and_wastes_no_room(page, address):
    call_out(page, address, cannot=["Saucerham Constabulary"])
    box = page.get_by_label("A request to copy and change")
    box.fill(box.input_value() + "\nMore to say." * 40 + "\nThe last line.")
    page.evaluate("window.print = () => { window.printed = document.body.className; }")
    page.get_by_role("button", name="Print the sheet").click()
    assert "sheet-only" in page.evaluate("window.printed")
    page.evaluate("document.body.classList.add('sheet-only')")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    pages = [sheet.get_textpage() for sheet in pypdfium2.PdfDocument(page.pdf(format="A4"))]
    first, *rest = ["\n".join(one.get_text_bounded().splitlines()) for one in pages]
    whole = "\n".join([first, *rest])
    assert "Demonstration." in first
    assert "Left out\nSaucerham Constabulary: Cannot help this time." in first
    assert "A request to copy and change\nREQUEST FOR PEER SUPPORTERS" in whole
    assert whole.count("More to say.") == 40
    assert "The last line." in rest[-1]
    assert "http" not in whole
    assert "What mutual aid is" not in whole
    assert len(pages) == 2
    title = pages[0].search("Call-out sheet").get_next()
    top = pages[0].get_charbox(title[0])[3]
    assert top > 841.9 * 0.8, "the sheet begins at the head of the page"
    lowest = min(pages[0].get_rect(at)[1] for at in range(pages[0].count_rects()))
    assert lowest < 841.9 * 0.2, "the first page is full before a second begins"


def test_the_tool_can_be_walked_by_keyboard(page, address):
    page.goto(f"{address}/network/mutual-aid/")
    page.get_by_label("The affected force").focus()
    page.keyboard.type("Kettleby")
    page.keyboard.press("Tab")
    boxes = page.locator("[name=cannot]:visible").count()
    walked = []
    while "aid-copy" not in (walked[-1] if walked else ""):
        until(page, SEEN)
        walked.append(page.evaluate("document.activeElement.outerHTML"))
        if len(walked) == 1:
            page.keyboard.press("Space")
            assert page.evaluate("document.activeElement.checked")
            assert page.locator("#aid-left").is_visible()
        assert len(walked) < 60
        page.keyboard.press("Tab")
    kinds = [re.match(r'<(\w+)(?: type="(\w+)")?', one).groups() for one in walked]
    assert kinds[:boxes] == [("input", "checkbox")] * boxes
    assert kinds[-4:] == [("textarea", None), *[("button", "button")] * 3]
    assert {kind for kind, _ in kinds[boxes:-4]} == {"a"}
    assert page.locator(".aid-name").count() == sum("aid-name" in one for one in walked)


def test_the_tool_works_from_a_disk_with_no_network(chromium, demo):
    context = chromium.new_context(offline=True)
    opened = context.new_page()
    opened.goto((demo / "network/mutual-aid/index.html").as_uri())
    opened.get_by_label("The affected force").select_option("jam-lough")
    assert opened.locator("#aid-list > li").count() > 0
    context.close()


@pytest.mark.parametrize(
    ("kind", "scheme", "width"),
    [
        *itertools.product(("picture", "aid"), ("light", "dark"), (1280, 360)),
        *itertools.product(("stale",), ("light", "dark"), (1280,)),
        *itertools.product(("full", "Welsh", "special"), ("light",), (360,)),
    ],
)
def test_no_page_has_a_barrier_that_axe_can_find(chromium, address, kind, scheme, width):
    context = chromium.new_context(viewport={"width": width, "height": 4000}, color_scheme=scheme)
    opened = context.new_page()
    opened.goto(address + PAGES[kind])
    if kind == "aid":
        opened.get_by_label("The affected force").select_option("kettleby")
    found = barriers(opened)
    context.close()
    assert found == []


@pytest.mark.parametrize("kind", PAGES)
def test_no_page_scrolls_sideways_at_320_px(chromium, address, kind):
    context = chromium.new_context(viewport={"width": 320, "height": 800})
    opened = context.new_page()
    opened.goto(address + PAGES[kind])
    if kind == "aid":
        opened.get_by_label("The affected force").select_option("kettleby")
    assert opened.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()


def test_without_an_invented_file_nothing_real_takes_its_place(tmp_path):
    for name in INVENTED[1:]:
        place = tmp_path / "examples" / "data" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("", encoding="utf-8")
    with pytest.raises(BuildFailed) as failed:
        furnish(tmp_path)
    assert str(failed.value) == (
        "The file examples/data/site.yml is missing. Bring it back with git."
    )
    assert not (tmp_path / ".cache").exists()


@pytest.mark.nightly
def test_packs_that_browsers_put_together_are_marked_too(tmp_path):
    note, told = tmp_path / "note.txt", tmp_path / "posters/packs/kent.parts.json"
    told.parent.mkdir(parents=True)
    note.write_bytes(b"as it was")
    files = [("posters/index.html", b"<body><h1>Kent</h1>"), ("posters/note.txt", b"other")]
    archive = bundled(files, compress=False)
    standing = {"posters/note.txt": "note.txt"}
    path = "posters/packs/kent.zip"
    told.write_bytes(parts_list(archive, path, standing, "forces/kent/"))
    mark(tmp_path)
    html = b"<body>" + PLAIN + b"<h1>Kent</h1>"
    anew = bundled([(files[0][0], html), ("posters/note.txt", b"as it was")], compress=False)
    assert told.read_bytes() == parts_list(anew, path, standing, "forces/kent/")
