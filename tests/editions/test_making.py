"""An edition is written down: its record, its name in the data, nothing else."""

import datetime as dt
import json

import pytest

from peerhub.catalogue import Issues
from peerhub.editions.making import EditionStopped, make_edition, renamed
from peerhub.editions.snapshot import snapshots
from peerhub.hub import Hub
from tests.projects import SMALL

DAY = dt.date(2026, 12, 1)


@pytest.fixture
def root(tmp_path):
    for folder in ("docs", "data"):
        (tmp_path / folder).mkdir()
    for name, text in SMALL.items():
        (tmp_path / "data" / name).write_text(text, encoding="utf-8")
    return tmp_path


def made(root, version, day=DAY):
    make_edition(root, version, day, Hub.open(root).catalogue, say=lambda _: None)


def test_an_edition_names_itself_in_the_data_and_leaves_the_rest_to_the_byte(root):
    before = (root / "data" / "site.yml").read_text()
    made(root, "2026.2")
    after = (root / "data" / "site.yml").read_text()
    assert "  edition: '2026.2'\n  dated: 2026-12-01\n" in after
    assert renamed(before, "2026.2", DAY) == after
    assert len(before.splitlines()) == len(after.splitlines())


def test_its_record_says_what_it_held(root):
    made(root, "2026.1")
    (held,) = snapshots(root)
    assert (held["edition"], held["dated"]) == ("2026.1", "2026-12-01")
    assert [one["id"] for one in held["forces"]] == ["eastshire", "westshire"]
    assert held["services"]["999"]["ways"] == ["999"]


def test_the_same_edition_is_not_made_twice_nor_an_earlier_one(root):
    made(root, "2026.2")
    for version in ("2026.2", "2026.1"):
        with pytest.raises(EditionStopped):
            made(root, version)
    assert [one["edition"] for one in snapshots(root)] == ["2026.2"]


def test_the_next_edition_knows_the_one_before(root):
    made(root, "2026.1")
    made(root, "2026.2")
    catalogue = Hub.open(root).catalogue
    assert [one["edition"] for one in catalogue.earlier] == ["2026.1"]
    assert [one["edition"] for one in catalogue.editions] == ["2026.1", "2026.2"]


@pytest.mark.parametrize(
    "text",
    [
        *("{", "[]", '{"edition": "2026.9"}', '{"edition": "x"}', ""),
        '{"edition": "2026.1"}',
        '{"edition": "2026.1", "dated": "2026-13-45"}',
        '{"edition": "2026.1", "dated": 3}',
        '{"edition": 2026.1, "dated": "2026-11-23"}',
        '{"edition": "2026.1", "dated": "2026-11-23", "modules": "x"}',
        '{"edition": "2026.1", "dated": "2026-11-23", "modules": [{"title": 1}]}',
        '{"edition": "2026.1", "dated": "2026-11-23", "services": []}',
        '{"edition": "2026.1", "dated": "2026-11-23", "forces": null}',
        "[" * 100_000,
    ],
)
def test_a_record_that_was_changed_by_hand_is_told_with_its_remedy(root, text):
    made(root, "2026.1")
    (root / "data" / "editions" / "2026.1.json").write_text(text)
    with pytest.raises(Issues) as told:
        Hub.open(root)
    (line,) = [one.as_text() for one in told.value.issues]
    assert line.startswith("data/editions/2026.1.json:1:")
    assert line.endswith(
        "this record of a published edition cannot be read. It is written by `make edition` and "
        "never changed by hand. Put it back as it was: "
        "git checkout -- data/editions/2026.1.json"
    )


def test_a_folder_in_the_place_of_a_record_is_told_too(root):
    made(root, "2026.1")
    file = root / "data" / "editions" / "2026.1.json"
    file.unlink()
    file.mkdir()
    with pytest.raises(Issues, match="cannot be read"):
        Hub.open(root)


def test_a_hub_that_says_it_is_an_earlier_edition_than_was_made_is_told(root):
    made(root, "2026.1")
    made(root, "2026.2")
    site = root / "data/site.yml"
    site.write_text(site.read_text().replace("2026.2", "2026.1"))
    with pytest.raises(Issues) as told:
        Hub.open(root)
    (line,) = [one.as_text() for one in told.value.issues]
    assert line == (
        "data/site.yml:6:12: edition 2026.2 has been made, and this says that the hub is 2026.1 "
        "still. Write edition: '2026.2'."
    )


def test_the_same_catalogue_gives_the_same_bytes(root):
    made(root, "2026.1")
    file = root / "data" / "editions" / "2026.1.json"
    first = file.read_bytes()
    file.unlink()
    made(root, "2026.1")
    assert file.read_bytes() == first
    assert json.loads(first)["modules"] == []
