"""Data in many files: read as one, each fault told at its own file and line."""

from __future__ import annotations

import datetime as dt
import json

import fastjsonschema
import pytest
import yaml

from peerhub.catalogue import load
from peerhub.catalogue.joined import files_of, holding, whole_document
from peerhub.catalogue.places import place_of
from peerhub.catalogue.schemas import schema_path, schemas
from peerhub.mending.run import mend
from tests.projects import FORCES, problems, small_project

NORTH = """\
# yaml-language-server: $schema=../schemas/forces.json
defaults:
  type: territorial
forces:
- id: southshire
  name: Southshire Police
  short_name: Southshire
  nation: England
  region: north
  website: https://www.southshire.example/
  tile: {row: 5, col: 1}
"""
LATER = """\
forces:
- id: midshire
  name: Midshire Police
  short_name: Midshire
  nation: England
  type: territorial
  region: north
  website: https://www.midshire.example/
  tile: {row: 5, col: 2}
"""


@pytest.fixture
def project(tmp_path):
    root = small_project(tmp_path)
    put(root, "north", NORTH)
    put(root, "zeds", LATER)
    return root


def put(root, name, text):
    (root / "data/forces").mkdir(exist_ok=True)
    (root / f"data/forces/{name}.yml").write_text(text, encoding="utf-8")


def test_files_of_a_folder_are_read_after_the_one_beside_it_in_the_order_of_their_names(project):
    found = load(project)
    assert [one.id for one in found.forces] == ["eastshire", "westshire", "southshire", "midshire"]
    assert files_of(project, "data/forces.yml") == [
        "data/forces.yml",
        "data/forces/north.yml",
        "data/forces/zeds.yml",
    ]
    assert holding(project, "data/forces.yml", "forces", "midshire") == ("data/forces/zeds.yml", 0)


def test_a_file_gives_its_own_defaults_and_has_those_of_the_file_beside_the_folder(project):
    by_id = {one.id: one for one in load(project).forces}
    assert by_id["southshire"].type == "territorial"
    assert {one.owner for one in by_id.values()} == {"hub-editors"}


@pytest.mark.parametrize(
    ("north", "zeds", "expected"),
    [
        (
            NORTH.replace("nation: England", "nation: Englund"),
            LATER,
            "data/forces/north.yml:8:11:",
        ),
        (NORTH, LATER.replace("region: north", "region: nowhere"), "data/forces/zeds.yml:7:11:"),
        (NORTH.replace("type: terr", "tipe: terr"), LATER, "data/forces/north.yml:3:3:"),
        (NORTH, LATER.replace("forces:", "forcez:"), "data/forces/zeds.yml:1:1: unknown key"),
        (
            NORTH,
            LATER.replace("id: midshire", "id: eastshire"),
            "data/forces/zeds.yml:2:7: the id 'eastshire' is used twice; "
            "the first is on line 8 of data/forces.yml",
        ),
        (NORTH, LATER.replace("col: 2", "col: 1"), "data/forces/zeds.yml:9:9:"),
        (NORTH, LATER + "  neighbours: [eastshire]\n", "data/forces/zeds.yml:10:16:"),
        (NORTH, LATER.replace("name: Mid", "name Mid"), "data/forces/zeds.yml:"),
        (NORTH, LATER + "  colour: blue\n", "data/forces/zeds.yml:10:3:"),
        (NORTH, LATER.rstrip("\n"), "data/forces/zeds.yml:9:25: the file stops in the middle"),
        (NORTH, "forces: 5\n", "data/forces/zeds.yml:1:9: 'forces' should be a list"),
        (NORTH, "", "data/forces/zeds.yml:1:1: the file is empty"),
        (NORTH, LATER + "  owner: nobody\n", "data/forces/zeds.yml:10:10:"),
    ],
)
def test_a_fault_is_told_at_its_own_file_and_line(project, north, zeds, expected):
    put(project, "north", north)
    put(project, "zeds", zeds)
    told = problems(project)
    assert any(line.startswith(expected) for line in told), told
    assert {line.split(":")[0] for line in told} == {expected.split(":")[0]}, told


def test_faults_at_one_line_of_two_files_do_not_hide_each_other(project):
    for name in ("north", "zeds"):
        put(project, name, LATER.replace("region: north", "region: nowhere").replace("mid", name))
    told = [line for line in problems(project) if "nowhere" in line]
    assert [line.split(":")[0] for line in told] == [
        "data/forces/north.yml",
        "data/forces/zeds.yml",
    ]


def test_the_place_of_a_record_is_in_the_file_that_holds_it(project):
    assert place_of(project, "data/forces.yml", "forces", "midshire") == "data/forces/zeds.yml:2:7"
    assert place_of(project, "data/forces.yml", "forces", "westshire", "name").startswith(
        "data/forces.yml:"
    )
    document = whole_document(project, "data/forces.yml")
    places = {mark.file for path, mark in document.values.items() if path[-1:] == ("id",)}
    assert places == {*files_of(project, "data/forces.yml")}


def test_one_file_is_read_as_ever(tmp_path):
    document = whole_document(small_project(tmp_path), "data/forces.yml")
    assert document.text == FORCES
    assert document.mark(("forces", 0, "id")).file == ""


def test_fix_mends_each_of_the_files(project):
    put(
        project,
        "zeds",
        LATER.replace(
            "id: midshire\n  name: Midshire Police", "name: Midshire Police\n  id: midshire"
        ),
    )
    work = mend(project, dt.date(2026, 11, 23))
    assert work.files["data/forces/zeds.yml"].decode() == LATER
    assert {one.file for one in work.changes} >= {"data/forces/zeds.yml"}


def test_a_confirmation_is_written_into_the_file_that_holds_the_force(project):
    from peerhub.editing.form import forms
    from peerhub.editing.making import Request, made

    said = {"force": "midshire", "confirmed_on": dt.date(2026, 11, 20)}
    work = Request(forms()["confirmation"], said, load(project), project, dt.date(2026, 11, 23))
    (file, content), *others = made(work).files.items()
    assert others == []
    assert file == "data/forces/zeds.yml"
    assert content.decode().startswith(LATER + "  peer_support:\n")


def test_the_schema_of_a_kind_fits_each_of_its_files():
    schema = json.loads(schemas()[schema_path("forces.yml")])
    fastjsonschema.compile(schema)(yaml.safe_load(LATER))
