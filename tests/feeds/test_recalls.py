"""What was taken back is asked of forces in one wording: on the page, on paper and in the feed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from peerhub.catalogue import load
from peerhub.feeds.recalls import recalls_feed
from peerhub.models import Stamp
from peerhub.pages.macros import Macros
from peerhub.pages.tools import tool_texts
from peerhub.questions.recalls import recall_notices
from tests.projects import ROOT
from tests.publish.sites import OLD, taken

ATOM = "{http://www.w3.org/2005/Atom}"
STAMP = Stamp("2026.1", dt.date(2026, 11, 23))
CODED = taken("number", OLD, codes=("H1", "T1"))
MODULE = taken("module", "listening", "The line").model_copy(update={"on": dt.date(2027, 1, 5)})
TOLD = (
    "Take down posters with the codes H1 and T1. Destroy cards, handouts, slides and packs that "
    "bear it, and get them again."
)


@pytest.fixture(scope="module")
def hub():
    return replace(load(ROOT), recalls=(CODED, MODULE))


def test_the_newest_comes_first_and_no_number_is_told_whole():
    module, number = recall_notices([CODED, MODULE])
    assert module.title == "Taken back: the module “The line”"
    assert number.title == "Taken back: the number of The line that ends in 789"
    assert number.ask == TOLD


def test_the_feed_has_an_entry_for_each(hub):
    feed = ElementTree.fromstring(recalls_feed(hub, STAMP))
    assert [one.text for one in feed.iterfind(f"{ATOM}entry/{ATOM}summary")][1] == TOLD
    assert feed.find(f"{ATOM}updated").text == "2027-01-05T00:00:00Z"
    assert len({one.text for one in feed.iter(f"{ATOM}id")}) == 3


def test_the_feed_without_any_is_dated_by_the_edition():
    feed = ElementTree.fromstring(recalls_feed(load(ROOT), STAMP))
    assert feed.find(f"{ATOM}updated").text == "2026-11-23T00:00:00Z"
    assert feed.find(f"{ATOM}entry") is None


def test_page_and_paper_say_the_same(hub):
    (paper,) = [one for one in tool_texts(hub) if one.id == "recall-notice"]
    page = Macros(hub).by_name()["recalls"]()
    for made in (paper.html, page):
        assert TOLD in made
        assert "131" not in made


def test_without_any_both_say_so():
    assert "Nothing has been taken back so far." in Macros(load(ROOT)).by_name()["recalls"]()
