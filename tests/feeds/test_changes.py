"""The Atom feed: whole, in order, and silent about nothing that a subscriber should hear."""

from __future__ import annotations

import datetime as dt
import re
from xml.etree import ElementTree

from peerhub.feeds.changes import MOST, changes
from peerhub.models import Stamp
from tests.invented import catalogue, day, meeting

ATOM = {"": "http://www.w3.org/2005/Atom"}
STAMP = Stamp("2026.1", dt.date(2026, 11, 23))
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def read(*events):
    return ElementTree.fromstring(changes(catalogue(*events), STAMP))


def test_the_feed_has_all_that_rfc_4287_asks_of_a_feed_and_of_its_entries():
    feed = read(meeting())
    for needed in ("id", "title", "updated", "author/name"):
        assert feed.findtext(needed, namespaces=ATOM), needed
    assert {link.get("rel") for link in feed.findall("link", ATOM)} == {"self", "alternate"}
    for entry in feed.findall("entry", ATOM):
        for needed in ("id", "title", "updated", "summary"):
            assert entry.findtext(needed, namespaces=ATOM), needed
        assert entry.find("link", ATOM).get("href") == "https://hub.example/events/spring-meeting/"
    for updated in feed.iter("{http://www.w3.org/2005/Atom}updated"):
        assert MOMENT.fullmatch(updated.text)


def test_the_newest_change_comes_first_and_dates_the_feed():
    old = meeting(id="old", updated=day("2026-01-01"))
    new = meeting(id="new", updated=day("2026-12-24"))
    feed = read(old, new)
    links = [entry.find("link", ATOM).get("href") for entry in feed.findall("entry", ATOM)]
    assert [link.split("/")[-2] for link in links] == ["new", "old"]
    assert feed.findtext("updated", namespaces=ATOM) == "2026-12-24T00:00:00Z"


def test_what_has_become_of_an_event_is_in_its_title():
    events = [
        meeting(id="a"),
        meeting(id="b", status="cancelled", revision=1),
        meeting(id="c", moved_from=day("2027-02-01"), revision=1),
        meeting(id="d", status="full"),
        meeting(id="e", revision=2),
    ]
    titles = [
        one.findtext("title", namespaces=ATOM) for one in read(*events).findall("entry", ATOM)
    ]
    assert titles == [
        "Spring meeting",
        "Cancelled: Spring meeting",
        "New date: Spring meeting",
        "Full: Spring meeting",
        "Changed: Spring meeting",
    ]


def test_a_feed_of_nothing_is_still_a_feed_and_a_long_one_has_an_end():
    assert read().findtext("updated", namespaces=ATOM) == "2026-11-23T00:00:00Z"
    assert len(read(*(meeting(id=f"m-{n}") for n in range(80))).findall("entry", ATOM)) == MOST


def test_odd_letters_come_through():
    title = 'Tea & <b>"biscuits"</b> ŵ ŷ'
    assert read(meeting(title=title)).findtext("entry/title", namespaces=ATOM) == title
