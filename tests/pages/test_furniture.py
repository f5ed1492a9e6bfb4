"""What stands around a page."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from peerhub.models import Stamp
from peerhub.pages.furniture import Furniture
from tests.invented import catalogue

FURNITURE = Furniture(catalogue(), Stamp("2026.1", dt.date(2026, 11, 23)))


@pytest.mark.parametrize(
    "address", ["/events/", "/events/spring-meeting/", "/events/months/2027-02/"]
)
def test_pages_about_events_offer_the_feed_of_changes_to_news_readers(address):
    assert FURNITURE.around(address, {})["feed"] == {
        "title": "New and changed events",
        "href": "/events/changes.xml",
    }


@pytest.mark.parametrize("address", ["/", "/forces/kent/"])
def test_other_pages_offer_no_feed(address):
    assert FURNITURE.around(address, {})["feed"] is None


def test_a_page_tells_programs_whose_it_is_and_what_may_be_done_with_it():
    block = FURNITURE.around("/forces/kent/", {})["structured"]
    facts = json.loads(
        block.removeprefix('<script type="application/ld+json">')[: -len("</script>")]
    )
    assert facts["url"].endswith("/forces/kent/")
    assert facts["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert block.count("<") == 2
