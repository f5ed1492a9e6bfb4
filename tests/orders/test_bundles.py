"""Pictures and packs: made from the posters themselves, and the same bytes each time."""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import zipfile
from dataclasses import replace

import pytest
from PIL import Image

from peerhub.bundle import list_path, told_anew
from peerhub.catalogue import load
from peerhub.models import Stamp
from peerhub.orders.bundles import note, pack, pack_posters
from peerhub.orders.pictures import HEIGHT, PREVIEW, SMALLER, WIDTH, draw_pictures, draw_previews
from peerhub.orders.posters import poster_paths, print_posters
from peerhub.questions.poster_files import (
    copies,
    in_pack,
    kinds,
    pack_path,
    picture_path,
    poster_path,
    preview_path,
    smaller_path,
)
from tests.nation import record
from tests.projects import ROOT

PREVIEWS = (("kent", "en"), ("north-wales", "en"), ("north-wales", "cy"))
SAID = "Revision 3, 23 November 2026."


@pytest.fixture(scope="module")
def catalogue():
    found = load(ROOT)
    forces = tuple(one for one in found.forces if one.id in ("kent", "north-wales"))
    return replace(found, forces=forces, posters=found.posters[:2])


@pytest.fixture(scope="module")
def stamp(catalogue):
    return Stamp("", catalogue.site.dated, revision=3)


@pytest.fixture(scope="module")
def site(catalogue, tmp_path_factory):
    folder = tmp_path_factory.mktemp("posters")
    print_posters(folder / "root", catalogue, folder / "site")
    return folder / "site"


def test_a_pack_holds_every_poster_of_its_force_and_a_note(catalogue, site):
    assert pack_posters(site.parent / "root", catalogue, site).rendered == 2
    with zipfile.ZipFile(site / pack_path("kent")) as kept:
        assert kept.testzip() is None
        assert kept.namelist() == ["posters/READ-FIRST.txt", "posters/index.html"] + [
            f"posters/{size}/{one.id}.{kind}"
            for one in catalogue.posters
            for size in one.sizes
            for kind in (("pdf", "png") if size == "screen" else ("pdf",))
        ]
        assert (
            kept.read(kept.namelist()[2])
            == (site / poster_path(catalogue.posters[0].id, "kent", "a4")).read_bytes()
        )


def test_the_page_in_a_pack_leads_to_each_of_its_files_and_says_what_it_is_for(
    catalogue, stamp, site
):
    force = catalogue.force_by_id["north-wales"]
    with zipfile.ZipFile(io.BytesIO(pack(catalogue, force, stamp, site))) as kept:
        names = set(kept.namelist()) - {"posters/index.html"}
        page = kept.read("posters/index.html").decode()
    assert {f"posters/{one}" for one in re.findall(r'href="([^"]+)"', page)} == names
    assert page.count(", in Welsh and English</li>") == sum("-cy." in one for one in names)
    assert "<h2>Large print</h2>" in page


def test_a_pack_opens_below_a_path_of_200_letters(catalogue, tmp_path):
    """Windows opens no path of more than 259 letters; posters of every force are held to it."""
    whole = load(ROOT)
    names = [
        in_pack(poster, size, language, kind)
        for force in whole.uk_forces
        for poster in whole.posters
        for size, language in copies(poster, force, whole.languages)
        for kind in kinds(size)
    ]
    assert max(map(len, names)) <= 58


def test_a_pack_is_the_same_bytes_each_time(catalogue, stamp, site):
    kent = catalogue.force_by_id["kent"]
    assert pack(catalogue, kent, stamp, site) == pack(catalogue, kent, stamp, site)


def test_a_pack_is_made_once_of_what_stands_and_stands_on_the_disk_once(catalogue, site, tmp_path):
    whole, again = tmp_path / "site", tmp_path / "again"
    shutil.copytree(site, whole, ignore=shutil.ignore_patterns("packs"))
    shutil.copytree(site, again, ignore=shutil.ignore_patterns("packs"))
    assert pack_posters(tmp_path, catalogue, whole).rendered == 2
    assert pack_posters(tmp_path, catalogue, again).rendered == 0
    one, other = (place / pack_path("kent") for place in (whole, again))
    assert one.samefile(other)
    poster = again / poster_path(catalogue.posters[0].id, "kent", "a4")
    poster.write_bytes(b"another")
    assert pack_posters(tmp_path, catalogue, again).rendered == 1
    with zipfile.ZipFile(other) as kept:
        assert b"another" in [kept.read(name) for name in kept.namelist()]
    with zipfile.ZipFile(one) as kept:
        assert b"another" not in [kept.read(name) for name in kept.namelist()]


def test_where_packs_are_not_kept_the_list_of_the_parts_of_each_stands_alone(
    catalogue, site, tmp_path
):
    whole, apart = tmp_path / "whole", tmp_path / "apart"
    for place in (whole, apart):
        shutil.copytree(site, place, ignore=shutil.ignore_patterns("packs"))
    pack_posters(tmp_path, catalogue, whole)
    in_browser = catalogue.site.model_copy(update={"packs": "in-browser"})
    pack_posters(tmp_path, replace(catalogue, site=in_browser), apart)
    assert not list(apart.rglob("*.zip"))
    for force in ("kent", "north-wales"):
        told = apart / list_path(pack_path(force))
        said = json.loads(told.read_bytes())
        content = (whole / pack_path(force)).read_bytes()
        assert said["sha256"] == hashlib.sha256(content).hexdigest()
        assert said["page"] == f"forces/{force}/"
        assert len(told.read_bytes()) < len(content) / 10

        def read(at: str, folder=told.parent) -> bytes:
            return (folder / at).read_bytes()

        assert told_anew(told.read_bytes(), read, lambda _, text: text) == told.read_bytes()
        assert list_path(pack_path(force)) in poster_paths(catalogue)


def test_the_note_says_what_may_go_up_and_why(catalogue):
    kent = catalogue.force_by_id["kent"]
    said = note(catalogue, kent, SAID)
    assert "Check first" in said
    assert "Nothing is recorded for this force." in said
    day = catalogue.today
    ready = record(confirmed_on=day, training_delivered_on=day, selection_criteria_adopted_on=day)
    said = note(catalogue, kent.model_copy(update={"peer_support": ready}), SAID)
    assert "You can put these up now" in said
    assert "Check first" not in said


def test_a_picture_is_made_of_each_poster_and_only_once(catalogue, tmp_path):
    assert draw_pictures(tmp_path, catalogue, tmp_path / "site") == 2 * 4
    welsh = tmp_path / "site" / picture_path(catalogue.posters[0].id, "cy")
    assert welsh.read_bytes() != welsh.with_name("picture.webp").read_bytes()
    first = (tmp_path / "site" / picture_path(catalogue.posters[0].id)).read_bytes()
    assert Image.open(io.BytesIO(first)).size == (WIDTH, HEIGHT)
    small = tmp_path / "site" / smaller_path(picture_path(catalogue.posters[0].id))
    assert Image.open(small).size == SMALLER
    assert small.stat().st_size < len(first) * 2 / 3
    assert draw_pictures(tmp_path, catalogue, tmp_path / "again") == 0
    assert (tmp_path / "again" / picture_path(catalogue.posters[0].id)).read_bytes() == first


def test_each_force_has_a_small_picture_of_its_own_posters_in_each_language(
    catalogue, site, tmp_path
):
    assert draw_previews(tmp_path, catalogue, site) == 2 * (1 + 2)
    shown = [site / preview_path("talk-to-a-peer-supporter", *one) for one in PREVIEWS]
    assert [Image.open(one).size for one in shown] == [PREVIEW] * 3
    assert len({one.read_bytes() for one in shown}) == 3
    assert not (site / preview_path("talk-to-a-peer-supporter", "kent", "cy")).exists()
    assert draw_previews(tmp_path, catalogue, site) == 0
    paths = poster_paths(catalogue)
    made = {one.relative_to(site).as_posix() for one in site.rglob("*.webp")}
    assert made <= paths


def test_a_pack_says_when_the_address_on_its_posters_is_only_an_example(catalogue):
    force = catalogue.forces[0]
    for address, is_told in (("https://hub.example/", True), ("https://hub.police.uk/", False)):
        site = catalogue.site.model_copy(update={"address": address})
        text = note(replace(catalogue, site=site), force, SAID)
        assert ("DO NOT PUT THESE UP YET" in text) is is_told
        assert "From the Peer Support Hub, CC BY 4.0" in text
