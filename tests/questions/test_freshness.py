"""What is to be looked through, and what readers are told when people in need rely on it."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest

from peerhub.catalogue import load
from peerhub.feeds.freshness import freshness_files
from peerhub.models import Stamp
from peerhub.pages.freshness import freshness_page
from peerhub.pages.furniture import Furniture
from peerhub.pages.macros import Macros
from peerhub.questions.freshness import CALENDAR, FEED
from tests.feeds.rfc5545 import lint
from tests.projects import SERVICES, small_project

IN_TIME, LATE = dt.date(2027, 5, 1), dt.date(2027, 5, 2)
WAITING = """\
- id: another
  name: Another line
  category: crisis
  urgent: false
  what: Somebody else.
  who: Anyone
  nations: [England]
  hours: Weekdays
  phone: 0300 123 4567
  publish: after-check
  last_checked: 2026-11-01
"""
STAMP = Stamp("2026.1", dt.date(2026, 11, 23))


@pytest.fixture
def hub(tmp_path):
    """A small hub with a helpline that waits for its check, on the last good day."""
    return replace(load(small_project(tmp_path, services=SERVICES + WAITING)), published_on=IN_TIME)


def test_on_the_day_itself_nothing_is_late_and_on_the_next_it_is(hub):
    assert "**Nothing is late.** All 5 records and pages" in freshness_page(hub)
    page = freshness_page(replace(hub, published_on=LATE))
    assert "**5 records and pages of 5 are late.** People in need rely on 2 of them." in page
    assert "### By 1 May 2027 (late)" in page


def test_what_waits_for_a_check_is_counted_and_never_named(hub):
    files = freshness_files(hub)
    late = freshness_page(replace(hub, published_on=LATE))
    assert (
        "- [3 services](/support/)\n    - Emergency services: **people in need rely on it**" in late
    )
    assert "    - 1 service not shown on the hub yet" in late
    assert json.loads(files[FEED])["not_shown"] == 1
    for text in (late, *files.values()):
        assert "Another line" not in text


def test_a_hub_that_is_made_again_is_the_same_until_something_is_late(hub):
    later = replace(hub, published_on=IN_TIME - dt.timedelta(days=30))
    assert freshness_page(hub) == freshness_page(later)
    assert freshness_files(hub) == freshness_files(later)


def test_a_build_without_a_day_tells_of_its_edition_and_never_of_the_clock(hub):
    assert replace(hub, published_on=None).shown_on == hub.site.dated
    early = dt.date(2020, 1, 1)
    assert replace(hub, published_on=early).shown_on == hub.site.dated


def test_the_calendar_has_a_day_for_each_owner_and_is_sound(hub):
    text = freshness_files(hub)[CALENDAR]
    assert lint(text.encode()) == []
    assert "SUMMARY:Hub editors: look through 2 forces\\, 3 services" in text
    assert "DTSTART;VALUE=DATE:20270501" in text


def test_a_late_helpline_says_so_to_its_readers(hub):
    assert "nobody has done so yet" not in Macros(hub).by_name()["services"]("urgent")
    late = Macros(replace(hub, published_on=LATE)).by_name()["services"]("urgent")
    assert "It was to be checked again by 1 May 2027, and nobody has done so yet" in late


@pytest.mark.parametrize(
    ("address", "title", "more", "told"),
    [
        ("/guidance/confidentiality/", "Privacy", {}, "1 May 2027"),
        ("/train/modules/x/", "Asking about suicide", {}, "1 May 2027"),
        ("/support/", "Need to talk now?", {"kind": "urgent"}, "1 May 2027"),
        ("/guidance/launch/", "Launch", {}, None),
        ("/guidance/confidentiality/", "Privacy", {"leads_to": "../x/"}, None),
    ],
)
def test_a_late_page_that_people_rely_on_says_so(hub, address, title, more, told):
    meta = {"title": title, "owner": "hub-editors", "review_by": "2027-05-01", **more}
    assert Furniture(hub, STAMP).around(address, meta)["late_since"] is None
    furniture = Furniture(replace(hub, published_on=LATE), STAMP)
    assert furniture.around(address, meta)["late_since"] == told
