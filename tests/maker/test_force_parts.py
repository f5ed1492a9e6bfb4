"""The maker of a hub of many forces: each part is a script, fetched when asked for."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace

import pytest

from peerhub.bundle import unbundled
from peerhub.catalogue import load
from peerhub.finish.stylesheet import stylesheet
from peerhub.maker import force_parts, maker_files
from peerhub.maker.files import DATA
from peerhub.maker.to_keep import FOLDER, START, to_keep
from tests.projects import ROOT
from tests.serving import served
from tests.waiting import until

MOST = 20


@pytest.fixture(scope="module")
def catalogue():
    """The hub with one design, which takes less time than all."""
    hub = load(ROOT)
    return replace(hub, posters=hub.posters[:1])


@pytest.fixture(scope="module")
def files(catalogue):
    """The maker's files, where a list may hold 20 forces."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(force_parts, "MANY", MOST)
        return maker_files(catalogue)


def held(files) -> list[list[dict]]:
    names = sorted(path for path in files if "maker-forces-" in path)
    return [json.loads(re.fullmatch(r"[^=]+= (.*);\n", files[name])[1]) for name in names]


def test_every_force_is_in_the_one_part_that_its_id_leads_to(files, catalogue):
    told = json.loads(re.fullmatch(r"const posterMaker = (\{.*\});\n", files[DATA])[1])
    assert [one["id"] for one in told["forces"]] == [""]
    parts = held(files)
    assert max(map(len, parts)) == MOST
    assert len(parts) == len(told["parts"]) == 3
    assert sum(map(len, parts)) == len(catalogue.uk_forces)
    for force in catalogue.uk_forces:
        number = max(at for at, (first, _) in enumerate(told["parts"]) if first <= force.id)
        assert force.id in [one["id"] for one in parts[number]]


def test_a_force_in_a_part_says_what_it_says_in_one_list(files, catalogue):
    whole = maker_files(catalogue)[DATA]
    every = {
        one["id"]: one for one in json.loads(whole[len("const posterMaker = ") : -2])["forces"]
    }
    assert not [path for path in maker_files(catalogue) if "maker-forces-" in path]
    assert {one["id"]: one for part in held(files) for one in part} == {
        name: one for name, one in every.items() if name
    }


@pytest.fixture(scope="module")
def site(tmp_path_factory, files, catalogue):
    folder = tmp_path_factory.mktemp("site")
    for name in ("js", "fonts"):
        shutil.copytree(ROOT / "overrides" / "assets" / name, folder / "assets" / name)
    look = {"assets/hub.css": stylesheet(ROOT / "overrides" / "assets" / "css")}
    for name, text in {**look, **files}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def beside(site, files, catalogue, tmp_path_factory):
    """The maker's page with all its scripts and every part beside it."""
    folder = tmp_path_factory.mktemp("beside")
    for name, content in unbundled(to_keep(catalogue, site)):
        (folder / name.removeprefix(f"{FOLDER}/")).write_bytes(content)
    for name in (*files, "assets/js/maker-parts.js"):
        shutil.copy(site / name, folder)
    return folder


OPTIONS = "document.querySelectorAll('#maker-force option').length"
SHOWN = "!document.querySelector('{}').hidden"


def choices(page, name: str) -> list[str]:
    return page.locator(f"#maker-{name} option").all_text_contents()


def test_the_maker_to_keep_holds_no_part_and_asks_for_none(site, catalogue):
    kept = dict(unbundled(to_keep(catalogue, site)))
    assert not [name for name in kept if "maker-forces" in name or "maker-parts" in name]
    script = kept[f"{FOLDER}/maker-data.js"]
    assert b";\ndelete posterMaker.parts;\nposterMaker.spoken.cy = {" in script


@pytest.mark.slow
def test_a_part_is_fetched_when_it_is_asked_for(chromium, beside):
    with served(beside) as address:
        page = chromium.new_page()
        asked = []
        page.on("request", lambda one: asked.append(one.url.rpartition("/")[2]))
        page.goto(f"{address}/{START}?force=kent")
        until(page, SHOWN.format("#maker-form"))
        assert [one for one in asked if "maker-forces" in one] == ["maker-forces-1.js"]
        assert page.locator("#maker-force").input_value() == "kent"
        assert len(choices(page, "force")) == MOST + 1
        assert len(choices(page, "part")) == 3 + 1
        page.get_by_label("Names from").select_option(index=3)
        until(page, "!!document.querySelector('#maker-force option[value=wiltshire]')")
        assert page.locator("#maker-force").input_value() == ""
        page.get_by_label("Force", exact=True).select_option("wiltshire")
        assert "Wiltshire" in page.locator("#maker-paper").text_content()
        page.route("**/maker-forces-0.js", lambda route: route.abort())
        page.get_by_label("Names from").select_option(index=1)
        until(page, SHOWN.format("[role=alert]"))
        assert choices(page, "force") == ["Another organisation"]
        page.unroute("**/maker-forces-0.js")
        page.get_by_label("Names from").select_option(index=2)
        page.get_by_label("Names from").select_option(index=1)
        until(page, f"{OPTIONS} === {MOST + 1}")
        assert not page.get_by_role("alert").is_visible()
        page.close()
