"""Forms made of the schemas: every field of every kind has a place, a name, and its rules."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from peerhub.admin.form_fields import Field, form_of, label_of
from peerhub.admin.values import meant, shown
from peerhub.catalogue.kinds import KINDS
from peerhub.editing.saving import read_records
from tests.projects import ROOT

KIND = {kind.key: kind for kind in KINDS}


def fields(field: Field) -> Iterator[Field]:
    yield field
    for inner in (*field.get("fields", ()), *field.get("options", ())):
        yield from fields(inner)
    if "item" in field:
        yield from fields(field["item"])


def named(key: str, name: str) -> Field:
    return next(one for one in form_of(KIND[key])["fields"] if one["name"] == name)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_form_has_a_field_for_all_that_stands_in_the_data(kind):
    form = form_of(kind)
    names = [one["name"] for one in form["fields"]]
    records = read_records((ROOT / kind.path).read_bytes(), kind)
    assert records
    for record in records.values():
        assert set(record.data) <= set(names)
        sent = json.loads(json.dumps(shown(record.data)))
        assert meant(sent, form, record.data) == record.data


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_form_can_be_sent_as_json_and_every_field_is_called_something(kind):
    form = json.loads(json.dumps(form_of(kind)))
    assert all(one["label"] for one in fields(form) if one["name"])
    assert {one["widget"] for one in fields(form)} <= {
        *("text", "number", "day", "yes-no", "choice"),
        *("many", "list", "group", "either", "named"),
    }


def test_a_field_carries_the_help_and_the_rules_of_its_schema():
    owner, looked = named("services", "owner"), named("services", "last_checked")
    assert (owner["widget"], owner["of"]) == ("choice", "owners")
    assert (looked["widget"], looked["needed"]) == ("day", True)
    assert looked["wording"] == "Write year-month-day without quotes: 2027-02-04."
    assert named("services", "nations")["choices"] == [
        *("England", "Wales", "Scotland", "Northern Ireland")
    ]
    assert named("forces", "neighbours")["item"]["of"] == "forces"
    words = named("services", "words")
    assert (words["widget"], words["of"]) == ("named", "languages")
    assert "name" in [one["name"] for one in words["item"]["fields"]]
    items = next(one for one in fields(form_of(KIND["workshops"])) if one["name"] == "items")
    assert [one["label"] for one in items["item"]["options"]] == [
        *("Module", "Break", "Lunch", "Session")
    ]


@pytest.mark.parametrize(
    ("name", "label"),
    [("last_checked", "Last checked"), ("name_cy", "Name in Welsh"), ("url", "Url")],
)
def test_a_field_is_called_by_its_words(name, label):
    assert label_of(name) == label


def test_days_and_numbers_that_cannot_be_read_stay_as_they_were_typed():
    form = form_of(KIND["events"])
    sent = {"id": "day", "date": "next week", "revision": "two", "title": " A day \n"}
    assert meant(sent, form) == {
        "id": "day",
        "date": "next week",
        "revision": "two",
        "title": "A day",
    }


def test_a_hard_space_out_of_a_word_processor_becomes_a_plain_one():
    form = form_of(KIND["events"])
    assert meant({"title": "A\u00a0day\u200b"}, form) == {"title": "A day"}


def test_what_was_left_empty_is_left_out_unless_it_was_so_before():
    form = form_of(KIND["events"])
    assert meant({"title": "", "regions": []}, form, {"title": "A", "forces": ()}) == {"forces": ()}


def unfinished(sent, field: Field) -> list[str]:
    """Return the places of a value that its form has no field for."""
    if field["widget"] in ("group", "named") and isinstance(sent, dict):
        known = {one["name"]: one for one in field.get("fields", ())}
        item = field.get("item")
        return [
            place
            for name, one in sent.items()
            for place in (
                unfinished(one, known.get(name) or item) if known.get(name) or item else [name]
            )
        ]
    if field["widget"] == "list":
        return [place for one in sent for place in unfinished(one, field["item"])]
    return []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_no_part_of_any_record_is_without_a_field(kind):
    for record in read_records((ROOT / kind.path).read_bytes(), kind).values():
        assert unfinished(shown(record.data), form_of(kind)) == [], record.id
