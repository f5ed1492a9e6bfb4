"""Lists for other programs: whole while they are short, in parts that lead on when long."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json

import pytest

from peerhub.catalogue import load
from peerhub.feeds import forces, freshness, in_parts, materials
from peerhub.feeds.api import api
from peerhub.feeds.downloads import downloads
from peerhub.feeds.forces import ABOUT_TABLE, TABLE, forces_table
from peerhub.feeds.freshness import freshness_files
from peerhub.feeds.materials import write_materials_feed
from peerhub.models import Stamp
from peerhub.questions.freshness import CALENDAR, FEED
from peerhub.seal.known import titles_of
from tests.pages.test_force_lists import many
from tests.projects import small_project

STAMP = Stamp("2026.1", dt.date(2026, 11, 23))
FORCES = "api/v1/forces.json"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory):
    """A catalogue of 122 forces."""
    root = small_project(tmp_path_factory.mktemp("many"))
    (root / "data/forces.yml").write_text(many(120), encoding="utf-8")
    return load(root)


def test_a_short_list_is_one_file_that_says_nothing_of_parts(catalogue):
    files = api(catalogue, STAMP)
    assert set(json.loads(files[FORCES])) == {"licence", "forces"}
    assert not [path for path in files if path.count("/") > 2]


def test_a_long_list_begins_where_the_whole_stood_and_leads_on_to_its_end(catalogue, monkeypatch):
    whole = json.loads(api(catalogue, STAMP)[FORCES])["forces"]
    monkeypatch.setattr(in_parts, "MOST", 50)
    files = api(catalogue, STAMP)
    found, path, before = [], FORCES, None
    while path:
        said = json.loads(files[path])
        assert len(said["forces"]) <= 50
        assert (said["total"], said["parts"]) == (122, 3)
        assert said.get("previous") == before
        found += said["forces"]
        before, path = f"/{path}", said.get("next", "").lstrip("/")
    assert found == whole
    assert json.loads(files["api/v1/hub.json"])["files"].count(f"/{FORCES}") == 1
    assert "next" not in json.loads(files["api/v1/services.json"])


def test_a_long_table_has_a_head_in_each_part_and_is_told_of_as_a_group(catalogue, monkeypatch):
    whole = list(csv.DictReader(io.StringIO(forces_table(catalogue)[TABLE])))
    assert json.loads(forces_table(catalogue)[ABOUT_TABLE])["url"] == "forces.csv"
    monkeypatch.setattr(forces, "MOST", 50)
    files = forces_table(catalogue)
    about = json.loads(files[ABOUT_TABLE])
    assert "url" not in about
    paths = [f"forces/{one['url']}" for one in about["tables"]]
    assert paths == [TABLE, "forces/forces/2.csv", "forces/forces/3.csv"]
    parts = [list(csv.DictReader(io.StringIO(files[path]))) for path in paths]
    assert [len(part) for part in parts] == [50, 50, 22]
    assert [row for part in parts for row in part] == whole
    listed = {one.path for one in downloads(catalogue)}
    assert set(paths) <= listed


def test_the_list_of_downloads_is_read_from_all_of_its_parts(catalogue, monkeypatch, tmp_path):
    every = {one.path for one in downloads(catalogue)}
    for path in every:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b"a file")
    monkeypatch.setattr(materials, "MOST", 6)
    write_materials_feed(tmp_path, catalogue, {})
    read = []
    titles = titles_of(
        lambda path: read.append(path) or (tmp_path / path).read_bytes(), materials.PATH
    )
    assert set(titles) == every
    assert len(read) == -(-len(every) // 6) > 1


def test_what_is_to_be_looked_through_is_in_parts_and_a_day_names_the_first(catalogue, monkeypatch):
    whole = freshness_files(catalogue)
    every = json.loads(whole[FEED])["freshness"]
    assert "Force 119" in whole[CALENDAR].replace("\r\n ", "")
    monkeypatch.setattr(freshness, "MOST", 50)
    monkeypatch.setattr(freshness, "MOST_TITLES", 20)
    files = freshness_files(catalogue)
    parts = [json.loads(text) for path, text in files.items() if path != CALENDAR]
    assert [one for part in parts for one in part["freshness"]] == every
    assert {part["not_shown"] for part in parts} == {json.loads(whole[FEED])["not_shown"]}
    assert [part.get("next") for part in parts][-1] is None
    assert "and 102 more" in files[CALENDAR].replace("\r\n ", "")
