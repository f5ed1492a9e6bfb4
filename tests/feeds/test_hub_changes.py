"""The feed of what changed on the hub."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from dataclasses import replace

from peerhub.catalogue import load
from peerhub.catalogue.material_ledger import Revision
from peerhub.feeds.hub_changes import MOST, hub_changes, hub_feed
from peerhub.models import Stamp
from tests.projects import ROOT

FOUND = load(ROOT)
STAMP = Stamp("2026.1", dt.date(2026, 11, 23))
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_the_newest_change_stands_first_and_leads_to_its_page():
    day = dt.date(2027, 6, 1)
    changed = replace(FOUND, revisions={"module/listening/slides": Revision(3, day, "x")})
    first = hub_changes(changed)[0]
    assert (first.on, first.address) == (day, "/train/modules/listening/")
    feed = ET.fromstring(hub_feed(changed, STAMP))
    assert feed.find("a:updated", ATOM).text == "2027-06-01T00:00:00Z"
    entry = feed.find("a:entry", ATOM)
    assert entry.find("a:title", ATOM).text == "Module: Listening"
    link = f"{FOUND.site.address}train/modules/listening/"
    assert entry.find("a:link", ATOM).get("href") == link


def test_it_is_sound_and_no_longer_than_it_has_to_be():
    feed = ET.fromstring(hub_feed(FOUND, STAMP))
    entries = feed.findall("a:entry", ATOM)
    ids = [one.find("a:id", ATOM).text for one in entries]
    assert 0 < len(ids) == len(set(ids)) <= MOST
    for entry in entries:
        for wanted in ("a:title", "a:updated", "a:summary"):
            assert entry.find(wanted, ATOM).text


def test_the_same_data_give_the_same_bytes_on_any_day():
    later = Stamp("2027.3", dt.date(2027, 9, 9))
    assert hub_feed(FOUND, STAMP) == hub_feed(FOUND, later)
