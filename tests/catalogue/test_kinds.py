"""A kind of record is a row, a model and a file: everything that goes over all kinds finds it."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from peerhub.catalogue import Issues, load
from peerhub.catalogue.kinds import KINDS, Kind, within
from peerhub.catalogue.reminders import overdue
from peerhub.feeds.api import api
from peerhub.models import Record, Stamp
from peerhub.models.base import Day, Part, Text
from tests.projects import small_project


class Visit(Part):
    """An invented part of an invented record."""

    force: str
    seen_on: Day


class Room(Record):
    """An invented kind of record: a quiet room, and the forces that have looked at it."""

    name: Text
    visits: tuple[Visit, ...] = ()


ROOMS = Kind(
    "rooms",
    "rooms.yml",
    Room,
    "room",
    links={"visits.force": "forces"},
    checked=("visits.seen_on",),
)
ROOM = """\
rooms:
- id: quiet-room
  owner: hub-editors
  review_by: 2027-05-01
  name: A room to sit in
  visits:
  - {force: eastshire, seen_on: 2026-11-01}
"""
TODAY = dt.date(2026, 11, 23)


def with_rooms(folder, text=ROOM):
    root = small_project(folder)
    (root / "data" / "rooms.yml").write_text(text, encoding="utf-8")
    return root


def test_one_row_brings_the_records_of_a_new_kind_into_the_catalogue(tmp_path):
    found = load(with_rooms(tmp_path), TODAY, kinds=(*KINDS, ROOMS))
    assert [one.name for one in found.records(ROOMS)] == ["A room to sit in"]
    assert [one.visits[0].force for one in found.records(ROOMS)] == ["eastshire"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "force: eastshire",
            "force: eastshrie",
            "data/rooms.yml:7:13: there is no force 'eastshrie'. Did you mean 'eastshire'?",
        ),
        (
            "owner: hub-editors",
            "owner: hub-editor",
            "data/rooms.yml:3:10: there is no owner 'hub-editor'. Did you mean 'hub-editors'?",
        ),
        (
            "seen_on: 2026-11-01",
            "seen_on: 2999-12-01",
            "data/rooms.yml:7:33: room 'quiet-room': seen_on (2999-12-01) is still to come. "
            "Write the day on which somebody looked.",
        ),
        (
            "  name: A room to sit in\n",
            "",
            "data/rooms.yml:2:3: room 'quiet-room' has no 'name'. Add the line 'name: …'.",
        ),
    ],
)
def test_a_fault_in_a_new_kind_is_told_like_any_other(tmp_path, old, new, expected):
    with pytest.raises(Issues) as refused:
        load(with_rooms(tmp_path, ROOM.replace(old, new)), TODAY, kinds=(*KINDS, ROOMS))
    assert [one.as_text() for one in refused.value.issues] == [expected]


def test_the_words_of_a_new_kind_must_be_careful(tmp_path):
    text = ROOM.replace("A room to sit in", "A room that is 100% confidential")
    with pytest.raises(Issues) as refused:
        load(with_rooms(tmp_path, text), TODAY, kinds=(*KINDS, ROOMS))
    assert {(one.file, one.line) for one in refused.value.issues} == {("data/rooms.yml", 5)}


def test_a_new_kind_is_reminded_of_and_published(tmp_path):
    found = load(with_rooms(tmp_path), TODAY, kinds=(*KINDS, ROOMS))
    late = overdue(found, dt.date(2027, 5, 2))
    assert late["data/rooms.yml"] == ["'quiet-room'"]
    file = api(found, Stamp("2026.1", TODAY))["api/v1/rooms.json"]
    assert json.loads(file)["rooms"] == [
        {
            "id": "quiet-room",
            "name": "A room to sit in",
            "visits": [{"force": "eastshire", "seen_on": "2026-11-01"}],
        }
    ]


def test_a_missing_file_of_a_new_kind_is_one_line(tmp_path):
    with pytest.raises(Issues) as refused:
        load(small_project(tmp_path), TODAY, kinds=(*KINDS, ROOMS))
    assert [one.as_text() for one in refused.value.issues] == [
        "data/rooms.yml:1:1: the file is missing. Bring it back: git checkout -- data/rooms.yml."
    ]


def test_each_row_links_to_rows_that_are_there_and_has_a_key_of_its_own():
    keys = [kind.key for kind in KINDS]
    assert len(set(keys)) == len(keys)
    assert {target for kind in KINDS for target in kind.links.values()} <= set(keys)


def test_what_stands_in_a_field_is_found_through_lists_at_any_depth():
    item = {"days": ({"items": ({"module": "one"}, {"title": "Tea"}, {"module": "two"})}, "odd")}
    assert list(within(item, "days.items.module")) == [
        (("days", 0, "items", 0, "module"), "one"),
        (("days", 0, "items", 2, "module"), "two"),
    ]
    assert list(within({}, "days.items")) == []
