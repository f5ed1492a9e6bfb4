"""Packs on pages: a file to download, or what a browser puts together of the files that stand."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from peerhub.catalogue import load
from peerhub.feeds.downloads import downloads
from peerhub.pages.force_in import force_page_in
from peerhub.pages.forces import force_page
from peerhub.pages.macros import Macros
from peerhub.pages.materials import PACKING, materials_page
from peerhub.pages.workshops import workshop_page
from peerhub.questions.nearest_helpers import NearestHelpers
from peerhub.searching.entries import entries
from tests.projects import ROOT

PACK = re.compile(r"posters/packs/[\w-]+\.zip|-pack\.zip")


@pytest.fixture(scope="module")
def stored():
    return load(ROOT)


@pytest.fixture(scope="module")
def apart(stored):
    return replace(stored, site=stored.site.model_copy(update={"packs": "in-browser"}))


def pages(catalogue) -> dict[str, str]:
    """Return all pages that lead to a pack."""
    nobody = NearestHelpers(())
    gwent, (welsh, *_) = catalogue.force_by_id["gwent"], catalogue.languages
    return {
        "workshop": workshop_page(catalogue, catalogue.workshops[0]),
        "force": force_page(catalogue, gwent, nobody),
        "Welsh": force_page_in(catalogue, gwent, welsh, nobody),
        "materials": materials_page(catalogue, {}),
        "gallery": Macros(catalogue).by_name()["posters"](),
    }


def test_a_hub_that_keeps_its_packs_leads_to_them_and_runs_no_script_for_it(stored):
    assert stored.site.keeps_packs
    for name, text in pages(stored).items():
        assert PACK.search(text), name
        assert "packs.js" not in text, name


def test_no_page_leads_to_a_pack_that_is_not_kept(apart):
    for name, text in pages(apart).items():
        assert not PACK.search(text), name


def test_the_pages_of_a_force_and_a_workshop_put_their_pack_together(apart):
    found = pages(apart)
    lists = {
        "force": "/posters/packs/gwent.parts.json",
        "workshop": "-pack.parts.json",
    }
    for name, ending in lists.items():
        assert re.search(rf'href="[^"]*{re.escape(ending)}" data-pack>', found[name]), name
        assert all(one in found[name] for one in PACKING)
        assert '<p class="pack-said" role="status"></p>' in found[name]
        assert "take the files one by one" in found[name]
    assert "](/forces/gwent/#files)" in found["Welsh"]
    assert 'data-packs="apart"' in found["gallery"]


def test_lists_and_search_lead_to_the_page_where_a_pack_is_put_together(apart):
    told = {one.path: one for one in downloads(apart) if one.kind in ("pack", "poster-pack")}
    kent = told["posters/packs/kent.zip"]
    assert (kent.is_file, kent.address) == (False, "/forces/kent/")
    assert {one.address for one in told.values()} == {one.page for one in told.values()}
    found, _ = entries(apart, [])
    assert not [one.address for one in found if PACK.search(one.address)]
    page = materials_page(apart, {})
    assert f'href="/train/workshops/{apart.workshops[0].id}/"' in page
