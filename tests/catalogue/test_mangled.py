"""Whatever becomes of a data file or of front matter: lines with places and plain words."""

from __future__ import annotations

import copy
import datetime as dt
import re

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from peerhub.catalogue import Issues
from peerhub.hub import Hub
from tests.projects import ROOT, SMALL, small_project

FRONT = """\
title: A page
description: A page that is there for this test alone.
owner: hub-editors
review_by: 2027-05-01
kind: page
search: {exclude: true}
scripts: [events.js]
tools:
- id: letter
  title: Letter
  parts: [The letter]
"""
BODY = "What it is for.\n{: .lead }\n\n## The letter\n\n{{ services() }}\n\n## What to do next\n"
CONFIRMED = {
    "confirmed_on": dt.date(2026, 11, 1),
    "source": "Letter from the wellbeing lead",
    "mailbox": "peer.support@westshire.police.uk",
    "training_delivered_on": dt.date(2026, 10, 1),
}
EVENT = {
    "end_date": dt.date(2027, 3, 2),
    "where": {"place": "Hall", "address": "1 High Street"},
    "booking": {"by": "invitation", "closes": dt.date(2027, 1, 1)},
    "sessions": [
        {"date": dt.date(2027, 3, day), "start": "10:00", "end": "12:00"} for day in (1, 2)
    ],
    "moved_from": dt.date(2027, 2, 1),
    "revision": 1,
    "rule": "First Monday in February",
    "workshop": "first-day",
    "workshop_edition": "2026.1",
}
RAW_WORDS = re.compile(
    r"validation|[Ii]nput should|Mapping|tuple|Traceback|pydantic|NoneType|Change it|as it should"
)


def samples() -> dict[str, dict]:
    """A few records of every list, with every kind of key that has a rule."""
    data = {name: yaml.safe_load(text) for name, text in SMALL.items()}
    for name, keys in (("evidence", 1), ("modules", 1), ("workshops", 1), ("posters", 1)):
        real = yaml.safe_load((ROOT / "data" / f"{name}.yml").read_text(encoding="utf-8"))
        data[f"{name}.yml"] = {**real, name: real[name][:keys]}
    data["forces.yml"]["forces"][0]["peer_support"] = CONFIRMED
    data["forces.yml"]["forces"][0]["aliases"] = ["East"]
    real = yaml.safe_load((ROOT / "data" / "events.yml").read_text(encoding="utf-8"))
    data["events.yml"] = {**real, "events": [real["events"][0], {**real["events"][1], **EVENT}]}
    data["page"] = yaml.safe_load(FRONT)
    return data


SAMPLES = samples()
TEXTS = {name: yaml.safe_dump(held, allow_unicode=True) for name, held in SAMPLES.items()}
ODD = (
    *(None, -1, 0, 10**9, 1.5, True, dt.date(1, 1, 1), dt.date(9999, 12, 31)),
    *([], {}, [[]], [None], ["a", "a"], {"a": 1}, [{"a": {}}]),
    *("", " ", "yes", "10:00", "Ŵ 🙂", "x" * 300, "a\nb", "\u2028", "#", "- a: b"),
    *("kent", "2026.1", "999", "07700 900123", "jo.bloggs@a.uk", "https://a@b"),
)
"""What editors do not write, but might by mistake."""


def places(part, path=()):
    """Every path into some data."""
    yield path
    if isinstance(part, (dict, list)):
        for step, value in part.items() if isinstance(part, dict) else enumerate(part):
            yield from places(value, (*path, step))


def changed(draw, data):
    """The data with one value replaced, taken out, or put under another key."""
    path = draw(st.sampled_from([one for one in places(data) if one]))
    part = data
    for step in path[:-1]:
        part = part[step]
    match draw(st.sampled_from(["replace", "replace", "replace", "take out", "rename", "double"])):
        case "take out":
            del part[path[-1]]
        case "rename" if isinstance(part, dict):
            part[f"{path[-1]}x"] = part.pop(path[-1])
        case "double" if isinstance(part, list):
            part.append(copy.deepcopy(part[path[-1]]))
        case _:
            part[path[-1]] = draw(st.sampled_from(ODD))
    return data


def told(tmp_path_factory, texts: dict[str, str]) -> list[str]:
    front = texts.pop("page")
    files = {name.removesuffix(".yml"): text.encode("utf-8") for name, text in texts.items()}
    root = small_project(tmp_path_factory.mktemp("p"), **files)
    (root / "docs" / "page.md").write_text(f"---\n{front}\n---\n{BODY}", encoding="utf-8")
    try:
        Hub.open(root)
    except Issues as issues:
        return [issue.as_text() for issue in issues.issues]
    return []


def check(lines: list[str]) -> None:
    assert len(lines) == len(set(lines))
    for line in lines:
        file, number, column, rest = line.split(":", 3)
        assert file.startswith(("data/", "docs/"))
        assert int(number) >= 1
        assert int(column) >= 1
        assert rest.strip()
        assert "\n" not in line


@settings(max_examples=45, deadline=None)
@given(data=st.data())
def test_no_value_however_odd_gives_a_traceback_or_a_librarys_words(tmp_path_factory, data):
    mangled: dict[str, dict] = {}
    for _ in range(data.draw(st.integers(1, 3))):
        name = data.draw(st.sampled_from(sorted(SAMPLES)))
        held = mangled.get(name, copy.deepcopy(SAMPLES[name]))
        mangled[name] = changed(data.draw, held) if held else held
    changes = {name: yaml.safe_dump(held, allow_unicode=True) for name, held in mangled.items()}
    lines = told(tmp_path_factory, TEXTS | changes)
    check(lines)
    for line in lines:
        assert not RAW_WORDS.search(line), line


@settings(max_examples=36, deadline=None)
@given(data=st.data())
def test_no_change_to_the_letters_of_a_file_gives_a_traceback(tmp_path_factory, data):
    name = data.draw(st.sampled_from(sorted(TEXTS)))
    text = list(TEXTS[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, max(0, len(text) - 1)))
        text[at : at + data.draw(st.integers(0, 12))] = data.draw(
            st.text(st.sampled_from("\t\n :-[]{}#&*!|>'\"%@`ŵ0a🙂\x00<="), max_size=4)
        )
    check(told(tmp_path_factory, TEXTS | {name: "".join(text)}))
