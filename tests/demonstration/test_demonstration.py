"""The demonstration: marked everywhere, showing every state, and ranking as the program does."""

from __future__ import annotations

import io
import itertools
import json
import os
from pathlib import Path

import pikepdf
import pytest

from peerhub.build import BuildFailed
from peerhub.catalogue import load
from peerhub.demonstration import INVENTED, build_demonstration, furnish
from peerhub.packs.bundle import unbundled
from peerhub.press.overprint import BAND
from peerhub.questions.mutual_aid import TIERS, helpers, who_could_be_asked
from tests.axe import barriers
from tests.pdf.verapdf import FLAVOURS, failed_rules
from tests.projects import ROOT

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
    tiers = {
        one.tier for force in catalogue.uk_forces for one in who_could_be_asked(force, offering)
    }
    assert tiers == set(TIERS) - {"crossing"}


def test_change_over_time_comes_from_the_editions(demo):
    html = (demo / "forces/index.html").read_text(encoding="utf-8")
    for words in ("2025.1", "2026.1", "This edition"):
        assert words in html
    assert "Kettleby Police</a> went from working towards to Peer Support Force." in html


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
    text = Path(saved.value.path()).read_text(encoding="utf-8")
    assert saved.value.suggested_filename == "call-out-sheet-kettleby.txt"
    assert text.startswith("Call-out sheet: Kettleby Police")
    assert "1. Saucerham Constabulary" in text
    assert "stay in charge" in text
    assert [url for url in asked if not url.startswith("blob:")] == []


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
