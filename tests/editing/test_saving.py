"""A record given other contents: every comment and every other byte of its file stays."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from peerhub.catalogue.document import read_document
from peerhub.catalogue.kinds import KINDS
from peerhub.editing.errors import EditError
from peerhub.editing.saving import Gone, read_records, saved
from peerhub.editing.yaml_places import remarks_of
from peerhub.models.letters import plain
from tests.projects import ROOT

KIND = {kind.key: kind for kind in KINDS}
EVENTS = KIND["events"]
TEXT = """\
# a head
defaults:
  owner: hub-editors

events:

# about the first
- id: one
  title: 'One'  # its name
  regions: [north, south]  # both
  roles:
  - officer
  # for staff
  - staff  # of all kinds
  where:  # at
    place: Hall
    # and how
    step_free: true
  summary: >-  # in short
    A long way
    round.

  # at its end

- id: two
  title: Two
- {id: three, title: Three}
# the end
"""
ONE: dict[str, Any] = dict(read_records(TEXT.encode(), EVENTS)["one"].data)


def difference(**fields: Any) -> list[str]:
    """Return the lines that go and come when the first event is changed; None takes out."""
    data = {name: one for name, one in {**ONE, **fields}.items() if one is not None}
    after = saved(TEXT.encode(), EVENTS, "one", data).decode()
    old, new = TEXT.splitlines(), after.splitlines()
    assert remarks_of(after) == remarks_of(TEXT)
    return [f"-{one}" for one in old if one not in new] + [
        f"+{one}" for one in new if one not in old
    ]


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({}, []),
        ({"title": "It's"}, ["-  title: 'One'  # its name", "+  title: 'It''s'  # its name"]),
        (
            {"regions": ("north",)},
            ["-  regions: [north, south]  # both", "+  regions: [north]  # both"],
        ),
        ({"roles": ("officer", "staff", "volunteer")}, ["+  - volunteer"]),
        ({"roles": ("staff",)}, ["-  - officer"]),
        ({"roles": ("officer",)}, ["-  - staff  # of all kinds", "+  # of all kinds"]),
        (
            {"roles": ("chief", "staff")},
            ["-  - officer", "+  - chief"],
        ),
        (
            {"where": {"place": "Hall", "step_free": False}},
            ["-    step_free: true", "+    step_free: false"],
        ),
        ({"where": {"place": "Hall"}}, ["-    step_free: true"]),
        (
            {"where": {"place": "Hall", "hearing_loop": True, "step_free": True}},
            ["+    hearing_loop: true"],
        ),
        (
            {"where": None},
            [
                *("-  where:  # at", "-    place: Hall", "-    # and how", "-    step_free: true"),
                *("+  # at", "+  # and how"),
            ],
        ),
        (
            {"summary": "Short."},
            [
                *("-  summary: >-  # in short", "-    A long way", "-    round."),
                "+  summary: Short.  # in short",
            ],
        ),
        ({"date": dt.date(2027, 2, 1)}, ["+  date: 2027-02-01"]),
        (
            {"title": "Yes # no: [x]"},
            ["-  title: 'One'  # its name", "+  title: 'Yes # no: [x]'  # its name"],
        ),
    ],
)  # fmt: skip
def test_only_the_lines_of_what_differs_are_other_lines(fields, lines):
    assert sorted(difference(**fields)) == sorted(lines)


def test_a_new_key_stands_below_the_one_that_a_form_has_before_it():
    data = {"id": "one", "title": "One", "kind": "networking", **ONE}
    data = {name: data[name] for name in ("id", "title", "kind", *list(ONE)[2:])}
    lines = saved(TEXT.encode(), EVENTS, "one", data).decode().splitlines()
    assert lines[lines.index("  title: 'One'  # its name") + 1] == "  kind: networking"


def test_windows_line_ends_and_a_missing_last_one_are_kept():
    text = "events:\r\n- id: one\r\n  title: One\r\n  roles:\r\n  - staff"
    data = {"id": "one", "title": "Two", "roles": ("staff", "officer"), "kind": "course"}
    assert saved(text.encode(), EVENTS, "one", data).decode() == (
        "events:\r\n- id: one\r\n  title: Two\r\n"
        "  roles:\r\n  - staff\r\n  - officer\r\n  kind: course"
    )


def test_the_one_record_of_a_file_is_changed_as_well():
    site = KIND["site"]
    text = b"# ours\nsite:\n  name: Hub  # short\n  purpose: To help.\nowners:\n- id: one\n"
    after = saved(text, site, "site", {"name": "The Hub", "purpose": "To help."})
    assert after == text.replace(b"name: Hub", b"name: The Hub")


def test_an_item_in_braces_is_written_anew_and_says_what_was_asked():
    after = saved(TEXT.encode(), EVENTS, "three", {"id": "three", "title": "Drei"})
    assert read_document(after, "x").data["events"][2] == {"id": "three", "title": "Drei"}
    assert remarks_of(after.decode()) == remarks_of(TEXT)


def test_a_record_that_is_not_there_and_a_file_that_is_broken_are_told():
    with pytest.raises(Gone, match="There is no event 'four' in data/events"):
        saved(TEXT.encode(), EVENTS, "four", {})
    with pytest.raises(EditError, match="needs mending first"):
        saved(b"events: [", EVENTS, "one", {})


LETTERS = some.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"))
WORDS = some.one_of(
    some.sampled_from(["yes", "12", "# x", "a: b", "- a", "it's", "", " ", "ŵyl 🎉", "a #b"]),
    some.text(LETTERS, max_size=150).map(plain),
)  # fmt: skip


@some.composite
def other(draw, value: Any) -> Any:
    """Return something else that could stand in the place of a value, of the same shape or not."""
    if isinstance(value, dict):
        names = draw(some.lists(some.sampled_from(sorted(value)), max_size=3, unique=True))
        made = {name: draw(other(one)) if name in names else one for name, one in value.items()}
        gone = draw(some.none() | some.sampled_from(sorted(value)))
        return {name: one for name, one in made.items() if name != gone or name == "id"} or value
    if isinstance(value, tuple):
        items = list(value)
        for _ in range(draw(some.integers(1, 2))):
            place = draw(some.integers(0, len(items)))
            kind = draw(some.sampled_from(["in", "out", "change"]))
            if kind == "in" or not items:
                items.insert(place, draw(WORDS) if not value else draw(some.sampled_from(value)))
            elif kind == "out":
                items.pop(place % len(items))
            else:
                items[place % len(items)] = draw(other(items[place % len(items)]))
        return tuple(items)
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return draw(some.integers(0, 10**6))
    return draw(some.dates()) if isinstance(value, dt.date) else draw(WORDS)


FILES = {kind.key: (ROOT / kind.path).read_bytes() for kind in KINDS}
RECORDS = {kind.key: read_records(FILES[kind.key], kind) for kind in KINDS}


def check_one(data: Any, key: str) -> None:
    """Change a record at will, and look at every byte of its file."""
    kind, content = KIND[key], FILES[key]
    record = RECORDS[key][data.draw(some.sampled_from(sorted(RECORDS[key])))]
    known = {name: one for name, one in record.data.items() if name == "id"}
    wanted = {**data.draw(other(dict(record.data))), **known}
    after = saved(content, kind, record.id, wanted)
    text = content.decode()
    before, behind = text[: record.start], text[record.end :]
    made = after.decode()
    assert made.startswith(before)
    assert made.endswith(behind)
    own = made[len(before) : len(made) - len(behind)]
    assert sorted(remarks_of(own)) == sorted(remarks_of(record.text))
    held = read_records(after, kind)[record.id].data
    assert (held, [type(one) for one in held.values()]) == (
        wanted,
        [type(wanted[name]) for name in held],
    )
    kept = {line for line in record.text.splitlines() if line.strip().startswith("#")}
    assert {one.strip() for one in kept} <= {one.strip() for one in own.splitlines()}


CALM = {"deadline": None, "derandomize": True, "suppress_health_check": list(HealthCheck)}
QUICK = [key for key in KIND if key not in ("modules", "workshops")]


@settings(max_examples=25, **CALM)
@given(data=some.data(), key=some.sampled_from(QUICK))
def test_any_record_keeps_every_comment_and_every_byte_of_the_others(data, key):
    check_one(data, key)


@pytest.mark.nightly
@pytest.mark.parametrize("key", KIND)
@settings(max_examples=300, **CALM)
@given(data=some.data())
def test_hundreds_of_changes_of_each_kind_keep_all_else(key, data):
    check_one(data, key)
