"""A calendar of any length: quick to check, light to open."""

from __future__ import annotations

import datetime as dt
import gc
import time

import brotli
import pytest
import yaml

from peerhub.catalogue import load
from peerhub.feeds.api import api
from peerhub.feeds.calendar import calendars
from peerhub.feeds.changes import changes
from peerhub.models import Stamp
from peerhub.pages.calendar import (
    MOST,
    events_block,
    month_pages,
    subscribe_block,
    workshops_block,
)
from tests.invented import catalogue, day, many_events, meeting
from tests.projects import small_project

NUMBER = 10_000
FED = 5_000
"""How many events a calendar to subscribe to holds at most."""
SECONDS = 5
PLAIN_PARSE = 0.5
"""Seconds of a plain parse of so many events on two quiet cores of 2026."""
HEAVIEST = 40 * 1024
"""Bytes of the heaviest page of months, compressed: with the hub's look it stays below 75 KiB."""

STAMP = Stamp("2026.1", dt.date(2026, 11, 23))
TIMES = 3
"""How often it is measured at most: the best time counts, since other work only adds to one."""


@pytest.fixture(scope="module")
def long_one(tmp_path_factory):
    """A project of 10,000 invented events over two years."""
    return small_project(tmp_path_factory.mktemp("long"), events=many_events(NUMBER))


@pytest.fixture(scope="module")
def measured(long_one):
    """The long calendar checked and fed, and the seconds that took on a machine of its own.

    Other work on the machine slows this process by a half or more. So the seconds of the
    processor are weighed by what a plain parse of the same file takes beside it.
    """
    text = (long_one / "data" / "events.yml").read_text()
    found, index, seconds = measure(long_one, text)
    for _ in range(TIMES - 1):
        if seconds < SECONDS:
            break
        seconds = min(seconds, measure(long_one, text)[2])
    return found, index, seconds


def measure(long_one, text):
    """Return the catalogue, the calendar's page, and the weighed seconds of check and feeds."""
    # What other tests of this process hold is not searched for garbage.
    gc.collect()
    gc.freeze()
    before = plain_parse(text)
    began = time.process_time()
    found = load(long_one)
    made = {**calendars(found), **api(found, STAMP), "changes": changes(found, STAMP)}
    index = events_block(found)
    spent = time.process_time() - began
    gc.unfreeze()
    assert len(found.events) == NUMBER
    assert made["events/calendar.ics"].count("BEGIN:VEVENT") == FED
    busy = max(1.0, (before + plain_parse(text)) / 2 / PLAIN_PARSE)
    return found, index, spent / busy


def plain_parse(text):
    """Return the seconds of the processor that it takes to parse some YAML and keep nothing."""
    began = time.process_time()
    for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
        pass
    return time.process_time() - began


@pytest.mark.slow
@pytest.mark.xdist_group("calendar")
def test_ten_thousand_events_are_checked_and_fed_in_less_than_five_seconds(measured):
    assert measured[2] < SECONDS


@pytest.mark.slow
@pytest.mark.xdist_group("calendar")
def test_no_page_of_a_long_calendar_is_heavy_and_every_event_stands_on_one(measured):
    found, index, _ = measured
    pages = month_pages(found)
    assert len(brotli.compress(index.encode(), quality=5)) < HEAVIEST
    linked = 0
    for text in pages.values():
        assert len(brotli.compress(text.encode(), quality=5)) < HEAVIEST
        here = text.count('<li class="event')
        assert here <= MOST
        linked += here
    assert linked == NUMBER
    for address in (path.removesuffix(".md") for path in pages):
        assert f'href="/{address}/"' in index


def test_a_calendar_that_fits_a_page_is_one_page():
    whole = catalogue(*(meeting(id=f"m-{number}") for number in range(MOST)))
    assert month_pages(whole) == {}
    assert events_block(whole).count('<li class="event') == MOST


def test_the_newest_workshops_never_fall_out_of_their_list():
    first = day("2026-11-24")
    every = [
        meeting(id=f"w-{number}", kind="workshop", date=first + dt.timedelta(number - 60))
        for number in range(MOST + 20)
    ]
    block = workshops_block(catalogue(*every))
    assert block.count('<li class="event') == MOST
    assert f'href="/events/w-{MOST + 19}/"' in block
    assert 'href="/events/w-19/"' not in block
    assert '20 more dates stand in the <a href="#dates">months below</a>.' in block
    ahead = [one.model_copy(update={"date": one.date + dt.timedelta(900)}) for one in every]
    block = workshops_block(catalogue(*ahead))
    assert 'href="/events/w-0/"' in block
    assert f'href="/events/w-{MOST}/"' not in block
    assert '20 more dates stand in the <a href="#dates">months below</a>.' in block


def test_an_empty_calendar_says_so():
    assert "No event is published at the moment." in events_block(catalogue())


def test_only_filters_that_can_tell_events_apart_are_offered():
    alike = events_block(catalogue(meeting(id="a"), meeting(id="b")))
    assert "<select" not in alike
    apart = events_block(
        catalogue(
            meeting(id="a", regions=("south",), where={"online": True}),
            meeting(id="b", kind="cpd", roles=("trainer",), where={"place": "Hall"}),
        )
    )
    for name in ("kind", "region", "role", "online"):
        assert f'name="{name}"' in apart
    assert '<option value="south">South</option>' in apart
    assert '<option value="north">' not in apart


def test_subscribing_opens_a_program_only_where_the_hub_has_a_real_address():
    from tests.invented import SITE

    assert "webcal:" not in subscribe_block(catalogue(meeting()))
    real = SITE.model_copy(update={"address": "https://hub.police.uk/"})
    block = subscribe_block(catalogue(meeting(), site=real))
    assert 'href="webcal://hub.police.uk/events/calendar.ics"' in block
    assert 'href="/events/regions/north.ics"' in block
    assert 'href="webcal://hub.police.uk/events/regions/north.ics"' in block
    assert 'href="webcal://hub.police.uk/events/kinds/networking.ics"' in block
    assert 'href="/events/planner-2027.pdf"' in block
