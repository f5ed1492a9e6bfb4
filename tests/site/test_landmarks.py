"""Ten kinds of page look as they did when somebody last looked at them.

What changed on purpose is kept anew by running this file with PEERHUB_KEEP_LANDMARKS=1.
"""

from __future__ import annotations

import json
import os

import pytest

from tests.site.landmarks import KEPT, kept, measured

pytestmark = [pytest.mark.slow, pytest.mark.nightly]
TOLERANCE = 12
"""Pixels by which a place may differ: a line's leading, a rounded half."""


def unlike(one: dict, other: dict) -> list[str]:
    told = [f"{name} has come or gone" for name in sorted(one.keys() ^ other.keys())]
    for name in sorted(one.keys() & other.keys()):
        for measure, was in one[name].items():
            now = other[name][measure]
            is_off = was != now and (isinstance(was, str) or abs(was - now) > TOLERANCE)
            if is_off:
                told.append(f"{name}: {measure} was {was} and is {now}")
    return told


def test_ten_kinds_of_page_look_as_they_did(chromium, built_site, serve):
    now = measured(chromium, serve(built_site))
    if os.environ.get("PEERHUB_KEEP_LANDMARKS"):
        KEPT.write_text(json.dumps(now, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    was = kept()
    assert {place: told for place in was if (told := unlike(was[place], now[place]))} == {}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"left": 80}, ["title: left was 48 and is 80"]),
        ({"left": 55}, []),
        ({"colours": "red on blue"}, ["title: colours was black on white and is red on blue"]),
    ],
)
def test_what_has_moved_or_changed_its_colour_is_told(change, told):
    was = {"title": {"left": 48, "colours": "black on white"}}
    assert unlike(was, {"title": {**was["title"], **change}}) == told
