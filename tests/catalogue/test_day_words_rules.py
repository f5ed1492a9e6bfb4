"""The words of a day are data: whole, in one wording, and with nothing in braces but its clock."""

from __future__ import annotations

import datetime as dt

import pytest

from peerhub.catalogue import Issues, load
from tests.projects import ROOT, small_project

TODAY = dt.date(2026, 11, 23)
TEXT = (ROOT / "data/workshops.yml").read_text(encoding="utf-8")
WORDS = "day_words:\n" + TEXT.split("day_words:\n")[1].split("\n# Slides that a coordinator")[0]


def faults(folder, old, new):
    root = small_project(folder)
    place = root / "data/workshops.yml"
    words = WORDS.replace(old, new, 1)
    assert words != WORDS
    place.write_text(place.read_text(encoding="utf-8") + words, encoding="utf-8")
    with pytest.raises(Issues) as told:
        load(root, TODAY)
    return [f"{one.message} {one.hint}" for one in told.value.issues]


def test_a_part_that_is_left_out_is_told(tmp_path):
    start, end = WORDS.index("- id: break"), WORDS.index("- id: back")
    assert faults(tmp_path, WORDS[start:end], "") == [
        "nothing says the words of the day's 'break' Bring the entry back: - id: break."
    ]


def test_a_part_without_what_it_has_to_say_is_told(tmp_path):
    assert faults(tmp_path, "  now: 'Now: what would you add?'\n", "") == [
        "part of a day 'house-rules': 'house-rules' has no 'now' "
        "It says: lines, now, script. Bring 'now' back."
    ]


def test_only_the_facts_of_a_day_stand_in_braces(tmp_path):
    assert faults(tmp_path, "{breaks}", "{brakes}") == [
        "part of a day 'welcome': nothing is put in for '{brakes}' "
        "Only {breaks} and {end} are known here. Take out the other braces."
    ]


def test_house_rules_never_promise_more_privacy_than_there_is(tmp_path):
    told = faults(
        tmp_path,
        "Private, unless someone is at risk, it has to be reported, or the law says so.",
        "What is said here is 100% confidential.",
    )
    assert any("confidential" in one for one in told)
