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
def test_other_pages_offer_the_feed_of_what_changed_on_the_hub(address):
    assert FURNITURE.around(address, {})["feed"] == {
        "title": "What changed on the hub",
        "href": "/changes.xml",
    }


def test_a_page_tells_programs_whose_it_is_and_what_may_be_done_with_it():
    block = FURNITURE.around("/forces/kent/", {})["structured"]
    facts = json.loads(
        block.removeprefix('<script type="application/ld+json">')[: -len("</script>")]
    )
    assert facts["url"].endswith("/forces/kent/")
    assert facts["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert block.count("<") == 2


def shown(address: str) -> dict[str, dict]:
    return {one["title"]: one for one in FURNITURE.around(address, {})["sections"]}


def test_the_navigation_holds_every_section_in_order():
    assert list(shown("/")) == [
        "Train",
        "Leaders",
        "Guidance",
        "Network",
        "Forces",
        "Posters",
        "Materials",
        "Evidence",
    ]
    assert [one["title"] for one in shown("/")["Network"]["below"]] == [
        "Mutual aid",
        "Events",
        "Community",
        "After trauma",
    ]


@pytest.mark.parametrize(
    ("address", "within"),
    [
        ("/events/spring-meeting/", "Events"),
        ("/network/mutual-aid/", "Mutual aid"),
        ("/trauma/", "After trauma"),
        ("/network/", None),
    ],
)
def test_a_page_of_the_network_says_so_on_both_levels(address, within):
    sections = shown(address)
    assert [title for title, one in sections.items() if one["current"]] == ["Network"]
    current = [one["title"] for one in sections["Network"]["below"] if one["current"]]
    assert current == ([within] if within else [])


def test_the_home_page_is_in_no_section():
    assert not any(one["current"] for one in shown("/").values())


@pytest.mark.parametrize(
    ("address", "stamped"),
    [("/about/verify/", True), ("/network/mutual-aid/", True), ("/train/", False), ("/", False)],
)
def test_only_pages_that_need_it_name_the_edition(address, stamped):
    assert FURNITURE.around(address, {})["is_stamped"] is stamped
