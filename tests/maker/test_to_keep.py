"""The poster maker to keep: one folder that asks for nothing beyond itself."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from peerhub.bundle import unbundled
from peerhub.catalogue import load
from peerhub.finish.stylesheet import stylesheet
from peerhub.maker import maker_files
from peerhub.maker.to_keep import FOLDER, START, pack_maker, to_keep
from peerhub.questions.poster_files import MAKER
from tests.projects import ROOT, small_project


@pytest.fixture(scope="module")
def catalogue():
    return load(ROOT)


@pytest.fixture(scope="module")
def site(tmp_path_factory, catalogue) -> Path:
    """The files of a built site that the maker is made of."""
    folder = tmp_path_factory.mktemp("site")
    for name in ("js", "fonts"):
        shutil.copytree(ROOT / "overrides" / "assets" / name, folder / "assets" / name)
    made = {
        "assets/hub.css": stylesheet(ROOT / "overrides" / "assets" / "css"),
        **maker_files(catalogue),
    }
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def held(catalogue, site) -> dict[str, bytes]:
    return dict(unbundled(to_keep(catalogue, site)))


def test_whatever_the_page_loads_lies_beside_it(held):
    page = held[f"{FOLDER}/{START}"].decode()
    loaded = re.findall(r'(?:src|<link rel="stylesheet" href)="([^"]+)"', page)
    assert len(loaded) == 8
    assert {f"{FOLDER}/{name}" for name in loaded} < set(held)


def test_the_type_is_inside_the_styles(held):
    for name in ("hub.css", "poster.css"):
        style = held[f"{FOLDER}/{name}"]
        assert style.count(b"data:font/woff2;base64,") == 5
        assert set(re.findall(rb'url\("?(.{4})', style)) == {b"data"}


def test_help_stands_on_the_page_in_the_right_order(held):
    page = held[f"{FOLDER}/{START}"].decode()
    assert page.index('href="tel:999"') < page.index("116 123") < page.index('id="maker-form"')


def test_the_number_to_call_in_danger_is_that_of_the_data(catalogue, site):
    moved = [
        one.model_copy(update={"phone": "112"}) if one.urgency == "danger" else one
        for one in catalogue.services
    ]
    other = to_keep(replace(catalogue, services=tuple(moved)), site)
    page = dict(unbundled(other))[f"{FOLDER}/{START}"].decode()
    assert '<a href="tel:112">Call 112</a>.' in page
    assert "999" not in page


def test_the_same_maker_gives_the_same_bytes(catalogue, site):
    assert to_keep(catalogue, site) == to_keep(catalogue, site)


def test_a_hub_without_posters_has_none(tmp_path):
    pack_maker(load(small_project(tmp_path / "small")), tmp_path / "site")
    assert not (tmp_path / "site" / MAKER).exists()
