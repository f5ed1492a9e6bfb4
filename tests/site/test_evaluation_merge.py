"""The page on which forces' sheets become a national picture, in a real browser."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from peerhub import components as show
from peerhub.evaluation.messages import MESSAGES
from peerhub.evaluation.picture_csv import picture_csv
from peerhub.evaluation.picture_page import picture_page
from peerhub.evaluation.script import kit_data
from peerhub.finish.stylesheet import stylesheet
from peerhub.hosts.policy import PAGE as POLICY
from tests.axe import barriers
from tests.evaluation import nation
from tests.evaluation.odd_sheets import with_odd_cells, with_odd_files
from tests.projects import ROOT
from tests.scripts.kit_sheets import filled, ods, xlsx
from tests.serving import served
from tests.site.test_pages import LIGHT, sent
from tests.waiting import until

KIT = kit_data(nation.KIT, nation.MAKER)
SCRIPTS = (
    "evaluation-kit.js",
    *nation.SCRIPTS,
    "evaluation-words.js",
    "evaluation-showing.js",
    "evaluation-merge.js",
)
COUNTS = {"E7": 40, "E8": 60, "E10": 5, "E11": 0, "E12": 7}
ASSETS = ROOT / "overrides" / "assets"
WHOLE = """<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}"><title>Merge</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="hub.css"></head>
<body><main id="main"><article class="prose"><h1>Merge</h1><h2>Put them together</h2>{tool}
</article></main>{scripts}</body></html>"""


@pytest.fixture(scope="module")
def alone(tmp_path_factory) -> Path:
    """A page with the tool alone, under the hub's own policy and in its look."""
    folder = tmp_path_factory.mktemp("merge")
    for name in SCRIPTS[1:]:
        shutil.copy(ASSETS / "js" / name, folder)
    (folder / "hub.css").write_text(stylesheet(ASSETS / "css"), "utf-8")
    scripts = "".join(f'<script src="{name}" defer></script>' for name in SCRIPTS)
    kit = f"const evaluationKit = {json.dumps(KIT)};"
    (folder / "evaluation-kit.js").write_text(kit, "utf-8")
    tool = show.evaluation_merger()
    page = WHOLE.format(policy=POLICY, tool=tool, scripts=scripts)
    (folder / "index.html").write_text(page, "utf-8")
    return folder


@pytest.fixture
def address(alone):
    with served(alone) as host:
        yield f"{host}/"


def opened(chromium, address, width=1280):
    page = chromium.new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    return page


def choose(page, files):
    given = [
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
        for name, content in files.items()
    ]
    page.set_input_files("#merger-files", given)
    until(page, "!/^Reading/.test(document.querySelector('#merger-state').textContent)")


def told(page, name="faults"):
    return page.locator(f"#merger-{name}-list li").all_inner_texts()


def sheet(kind, force, **other):
    cells = filled(KIT, force, COUNTS, **other)
    return xlsx(cells) if kind == "xlsx" else ods(cells)


def mixed():
    """Return sheets of both kinds, sound and not."""
    return {
        "a.ods": sheet("ods", "force-a"),
        "b.xlsx": sheet("xlsx", "force-b"),
        "c.ods": sheet("ods", "force-c", E7=1234, E9=("SUM(1)", 1294)),
        "d.xlsx": sheet("xlsx", "force-d", E7="fewer than 5", E9="withheld"),
        "name.xlsx": sheet("xlsx", "force-e", E8="Jo Bloggs", G9="O'Neill ŵ 🙂"),
        "small.ods": sheet("ods", "force-f", E12=3),
        "notes.txt": b"not a sheet",
    }


def test_the_page_says_and_counts_what_the_program_does_and_asks_for_nothing(chromium, address):
    page = opened(chromium, address)
    assert page.inner_text("#merger-state") == "No sheet is chosen yet."
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    odd = {**with_odd_cells(), **with_odd_files()}
    files = {**mixed(), **{name: content for name, (content, _) in odd.items()}}
    choose(page, files)
    ours = nation.as_script(nation.merged(files))
    assert len(ours["lines"]) > 60
    assert told(page) == ours["lines"]
    assert told(page, "notices") == ours["notices"]
    assert page.evaluate("merged.picture") == ours["picture"]
    state = f"The picture is made of {ours['used']} of {len(files)} sheets. "
    assert page.inner_text("#merger-state").startswith(state)
    title = "National picture of peer support, 1 January 2026 to 31 December 2026"
    assert page.inner_text("#merger-picture-title") == title
    shown = page.inner_text("#merger-shown")
    assert "1,314" in shown
    assert "In 1, a count from 1 to 4 is hidden" in shown
    assert "Bloggs" not in page.inner_text("body")
    # Of XML that is broken Chromium makes a page of its own, whose style the policy forbids.
    others = [line for line in said if not line.startswith("Applying inline style violates")]
    assert (asked_for, others) == ([], [])
    page.close()


def test_states_from_none_to_three_and_a_sheet_put_right(chromium, alone):
    page = opened(chromium, (alone / "index.html").as_uri())
    assert not page.is_visible("#merger-picture")
    choose(page, {"bad.ods": sheet("ods", "force-a", E7=2), "worse.ods": b"PK"})
    state = "None of 2 sheets can be used. What to put right stands below."
    assert page.inner_text("#merger-state") == state
    choose(page, {"bad.ods": sheet("ods", "force-a"), "b.ods": sheet("ods", "force-b")})
    assert page.inner_text("#merger-state").startswith("Only 2 of the sheets can be used,")
    assert len(told(page)) == 1
    choose(page, {"c.ods": sheet("ods", "force-c"), "worse.ods": sheet("ods", "force-d")})
    assert page.inner_text("#merger-state") == "The picture is made of 4 of 4 sheets."
    assert not page.is_visible("#merger-faults")
    choose(page, {"c.ods": sheet("ods", "force-e")})
    assert page.inner_text("#merger-state") == "The picture is made of 5 of 5 sheets."
    choose(page, {"c.ods": sheet("ods", "force-e", E7=41, E9=("SUM(1)", 101))})
    assert page.inner_text("#merger-state") == "The picture is made of 5 of 5 sheets."
    page.click("#merger-again")
    until(page, "document.querySelector('#merger-state').textContent.startsWith('No sheet')")
    assert not page.is_visible("#merger-picture")
    assert page.evaluate("document.activeElement.id") == "merger-files"
    page.close()


def test_dropped_files_are_taken_and_fifty_are_told_as_they_are_read(chromium, alone):
    page = opened(chromium, (alone / "index.html").as_uri())
    page.evaluate(
        """() => {
          window.said = [];
          const state = document.querySelector('#merger-state');
          const note = () => said.push(state.textContent);
          new MutationObserver(note).observe(state, { childList: true });
        }"""
    )
    content = list(sheet("ods", "force-a"))
    page.evaluate(
        """(held) => {
          const moved = new DataTransfer();
          for (let at = 0; at < 50; at += 1) {
            moved.items.add(new File([new Uint8Array(held)], `sheet-${at}.ods`));
          }
          const place = document.querySelector('#merger-place');
          const given = { dataTransfer: moved, bubbles: true, cancelable: true };
          place.dispatchEvent(new DragEvent('drop', given));
        }""",
        content,
    )
    until(page, "document.querySelector('#merger-state').textContent.startsWith('None of 50')")
    reading = [f"Reading sheet {number} of 50…" for number in (1, 11, 21, 31, 41)]
    assert page.evaluate("said")[:5] == reading
    ours = nation.merged({f"sheet-{number}.ods": bytes(content) for number in range(50)})
    assert told(page) == nation.lines(ours)
    assert (
        "sheet-1.ods, sheet-10.ods, sheet-11.ods, sheet-12.ods, sheet-13.ods and 44 more too;"
        in (told(page)[0])
    )
    assert page.is_hidden("#merger-progress")
    page.close()


def test_of_a_long_list_of_forces_only_the_parts_that_sheets_ask_for_are_fetched(
    chromium, alone, tmp_path
):
    folder = shutil.copytree(alone, tmp_path / "parts")
    forces = dict(KIT["forces"])
    kit = {**KIT, "forces": {}, "parts": ["force-a", "force-c", "force-e"]}
    (folder / "evaluation-kit.js").write_text(f"const evaluationKit = {json.dumps(kit)};", "utf-8")
    for number, letters in enumerate(("ab", "cd")):
        part = json.dumps({f"force-{one}": forces[f"force-{one}"] for one in letters})
        script = f"Object.assign(evaluationKit.forces, {part});\n"
        (folder / f"evaluation-forces-{number}.js").write_text(script, "utf-8")
    page = opened(chromium, (folder / "index.html").as_uri())
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url.rpartition("/")[2]))
    choose(page, {"a.ods": sheet("ods", "force-a"), "b.ods": sheet("ods", "force-b")})
    assert asked == ["evaluation-forces-0.js"]
    assert told(page) == []
    choose(page, {f"{one}.ods": sheet("ods", f"force-{one}") for one in ("c", "d", "bb", "e")})
    assert told(page) == [
        f"bb.ods: Figures!B1: [force-unknown] {MESSAGES['force-unknown']}",
        f"e.ods: [force-unread] {MESSAGES['force-unread']}",
    ]
    assert page.evaluate("merged.picture.forces") == [forces[f"force-{one}"] for one in "abcd"]
    page.close()


def test_the_picture_is_saved_as_a_page_and_as_csv(chromium, alone, tmp_path):
    page = opened(chromium, (alone / "index.html").as_uri())
    choose(page, mixed())
    with page.expect_download() as saved:
        page.click("#merger-save-csv")
    assert saved.value.suggested_filename == "national-picture-2026-01-01-to-2026-12-31.csv"
    program = nation.merged(mixed()).picture
    assert Path(saved.value.path()).read_bytes().decode("utf-8") == picture_csv(program)
    with page.expect_download() as saved:
        page.click("#merger-save-page")
    assert page.inner_text("#merger-said") == (
        "Saved as national-picture-2026-01-01-to-2026-12-31.html."
    )
    text = Path(saved.value.path()).read_text("utf-8")
    assert "<script" not in text
    assert not re.search(r'(src|href)="', text)
    place = tmp_path / "picture.html"
    place.write_text(text, "utf-8")
    kept = opened(chromium, place.as_uri(), 390)
    assert kept.inner_text("h1") == (
        "National picture of peer support, 1 January 2026 to 31 December 2026"
    )
    written = opened(chromium, written_by_program(tmp_path, program), 390)
    assert kept.inner_text("body") == written.inner_text("body")
    written.close()
    assert kept.locator("svg").count() == page.locator("#merger-shown svg").count() > 4
    assert barriers(kept) == []
    with page.expect_download() as saved:
        page.click("#merger-save-lines")
    assert Path(saved.value.path()).read_text("utf-8").splitlines() == told(page)
    kept.close()
    page.close()


def written_by_program(folder, picture):
    place = folder / "program.html"
    place.write_text(picture_page(picture), "utf-8")
    return place.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_kept_out_at_any_width(chromium, alone, scheme):
    page = opened(chromium, (alone / "index.html").as_uri(), 390)
    page.emulate_media(color_scheme=scheme)
    assert scheme == "dark" or barriers(page) == []
    choose(page, mixed())
    assert barriers(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.close()


def test_all_is_done_by_keyboard(chromium, alone):
    page = opened(chromium, (alone / "index.html").as_uri())
    choose(page, mixed())
    page.evaluate("document.activeElement.blur()")
    reached = []
    for _ in range(5):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id"))
    assert reached == [
        "merger-files",
        "merger-again",
        "merger-save-lines",
        "merger-save-page",
        "merger-save-csv",
    ]
    with page.expect_download():
        page.keyboard.press("Enter")
    page.close()


def test_without_script_the_page_names_the_command(chromium, alone):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((alone / "index.html").as_uri())
    assert "peerhub evaluate sheets" in page.inner_text("main")
    assert not page.is_visible("#merger")
    context.close()


def test_the_page_of_the_hub_puts_43_forces_together(chromium, built_site, serve):
    address, (script,) = serve(built_site), built_site.glob("assets/js/evaluation-kit*.js")
    kit = json.loads(script.read_text("utf-8").partition(" = ")[2].rstrip(";\n"))
    files, sums = forty_three(kit)
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{address}/guidance/evaluation-kit/merge/")
    page.wait_for_load_state("networkidle")
    assert all(url.startswith(address) for url in loaded)
    weight = sum(sent(path_of(built_site, url, address)) for url in set(loaded))
    assert weight < LIGHT * 1024
    del loaded[:]
    choose(page, files)
    assert told(page) == []
    assert page.inner_text("#merger-state") == "The picture is made of 43 of 43 sheets."
    made = page.evaluate("merged.picture.indicators")
    assert {(one["id"], group): count for one in made for group, count in one["groups"]} == sums
    assert all(one["whole"] == 43 for one in made)
    assert barriers(page) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert loaded == []
    page.close()


def path_of(site: Path, url: str, address: str) -> Path:
    """Return the file that a host sends for an address."""
    inside = url.removeprefix(address).lstrip("/").split("?")[0]
    return site / (f"{inside}index.html" if inside.endswith("/") or not inside else inside)


def forty_three(kit):
    """Return sheets of as many forces, by file; and the sum of each group, worked out here."""
    files, sums = {}, Counter()
    groups = [row for row in kit["rows"] if row[2] != kit["words"]["total"]]
    for number, force in enumerate(list(kit["forces"])[:43]):
        counts = {}
        for row, indicator, group, *_ in groups:
            count = (row * 7 + number * 13) % 90
            counts[f"E{row}"] = count if count > 4 else 0
            sums[indicator, group] += counts[f"E{row}"]
        cells = filled(kit, force, counts)
        kind, make = (("ods", ods), ("xlsx", xlsx))[number % 2]
        files[f"{force}.{kind}"] = make(cells)
    return files, dict(sums)
