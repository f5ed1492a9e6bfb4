"""The calendar in a real browser: what is over by the reader's own clock, and what was asked."""

from __future__ import annotations

import datetime as dt
import shutil

import pytest

from peerhub.components import SidePart, next_taught, side
from peerhub.components.calendar import Subscription
from peerhub.finish.stylesheet import stylesheet
from peerhub.pages.calendar import MOST, events_block, workshops_block
from peerhub.pages.event_booking import how_to_book
from peerhub.pages.events import _over
from peerhub.pages.next_taught import SCRIPTS
from tests.invented import catalogue, day, meeting
from tests.projects import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("site")]

ZONES = ("Europe/London", "Pacific/Auckland")
ALL_DAY = {"kind": "observance", "source": "https://who.example/", "start": None, "end": None}
EVENTS = (
    meeting(id="winter", date=day("2027-01-12")),
    meeting(id="spring-forward", date=day("2027-03-28"), start="00:30", end="03:00"),
    meeting(id="summer", date=day("2027-07-01"), kind="cpd", roles=("supporter",)),
    meeting(
        id="online",
        date=day("2027-07-06"),
        kind="cpd",
        roles=("coordinator",),
        where={"online": True},
        regions=("north",),
    ),
    meeting(
        id="in-a-room",
        date=day("2027-09-07"),
        kind="workshop",
        where={"place": "Invented Hall"},
        regions=("south",),
    ),
    meeting(id="last-of-summer", date=day("2027-10-30"), **ALL_DAY),
    meeting(id="fall-back", date=day("2027-10-31"), start="00:30", end="02:30"),
    meeting(id="clocks-back-all-day", date=day("2027-10-31"), **ALL_DAY),
    meeting(
        id="new-years-night",
        date=day("2027-12-31"),
        end_date=day("2028-01-01"),
        start="22:00",
        end="02:00",
    ),
    meeting(id="last-of-the-year", date=day("2027-12-31"), **ALL_DAY),
    meeting(id="leap-day", date=day("2028-02-29"), **ALL_DAY),
)
BOOKED = meeting(
    id="booked",
    date=day("2027-04-10"),
    booking={
        "by": "email",
        "mailbox": "peer.support@northshire.police.uk",
        "closes": day("2027-03-28"),
    },
)
WORKSHOPS = (
    meeting(id="old-one", kind="workshop", date=day("2027-02-02")),
    meeting(id="new-one", kind="workshop", date=day("2027-08-03")),
)
OVER_AT = {
    "winter": "2027-01-12T12:30",
    "spring-forward": "2027-03-28T02:00",
    "summer": "2027-07-01T11:30",
    "last-of-summer": "2027-10-30T23:00",
    "fall-back": "2027-10-31T02:30",
    "clocks-back-all-day": "2027-11-01T00:00",
    "last-of-the-year": "2028-01-01T00:00",
    "new-years-night": "2028-01-01T02:00",
    "leap-day": "2028-03-01T00:00",
}
"""The first minute, in UTC, at which each of these is past."""


@pytest.fixture(scope="module")
def address(tmp_path_factory, serve) -> str:
    """A page with the calendar and the script that the hub gives it, and nothing else."""
    folder = tmp_path_factory.mktemp("calendar")
    (folder / "fonts").mkdir()
    (folder / "hub.css").write_text(stylesheet(ROOT / "overrides" / "assets" / "css"))
    for script in ("events.js", *SCRIPTS):
        shutil.copy(ROOT / "overrides" / "assets" / "js" / script, folder)
    (folder / "index.html").write_text(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Events</title>'
        '<link rel="stylesheet" href="hub.css"><script src="events.js" defer></script></head>'
        f"<body><main><h1>Events</h1>{events_block(catalogue(*EVENTS))}"
        f"{_over(EVENTS[0])}</main></body></html>",
        encoding="utf-8",
    )
    whole = catalogue(*WORKSHOPS, BOOKED)
    blocks = (workshops_block(whole), *filter(None, how_to_book(whole, BOOKED)))
    _page(folder / "workshops", "".join(blocks))
    many = [
        meeting(
            id=f"m-{number}",
            date=day("2027-01-05") + dt.timedelta(7 * (number % 52)),
            kind="cpd" if number % 52 < 10 else "networking",
        )
        for number in range(MOST + 4)
    ]
    off = meeting(id="off", date=day("2027-12-28"), status="cancelled", revision=1)
    _page(folder / "months", events_block(catalogue(*many, off)))
    _page(folder / "cancelled", events_block(catalogue(*many[:2], off)))
    dates = next_taught(WORKSHOPS, Subscription("These dates", "/events/workshops/one-day.ics"))
    _page(folder / "next", side([SidePart("next-taught", "Next taught", dates)]))
    return serve(folder)


def _page(folder, blocks: str) -> None:
    folder.mkdir()
    (folder / "index.html").write_text(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Events</title>'
        '<link rel="stylesheet" href="../hub.css"><script src="../events.js" defer></script>'
        f'<script src="../{SCRIPTS[0]}" defer></script>'
        f"</head><body><main><h1>Events</h1>{blocks}</main></body></html>",
        encoding="utf-8",
    )


@pytest.fixture
def at(chromium, address):
    """A function that opens the calendar at a moment (UTC) in a zone, with the clock held."""
    contexts = []

    def opened(moment: str, zone: str = "Europe/London", query: str = "", path: str = ""):
        context = chromium.new_context(timezone_id=zone)
        contexts.append(context)
        page = context.new_page()
        now = dt.datetime.fromisoformat(moment).replace(tzinfo=dt.UTC)
        # An installed clock goes on by itself until it is held: a slow machine must not tell.
        page.clock.install(time=now - dt.timedelta(minutes=5))
        page.goto(f"{address}/{path}{query}")
        page.clock.pause_at(now)
        return page

    yield opened
    for context in contexts:
        context.close()


def ids(page, where: str) -> list[str]:
    """Return the ids of the events that can be seen below a selector."""
    return page.evaluate(
        "where => [...document.querySelectorAll(`${where} .event`)]"
        ".filter(item => item.checkVisibility())"
        ".map(item => item.querySelector('a').pathname.split('/').at(-2))",
        where,
    )


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("event", OVER_AT)
def test_an_event_is_past_from_the_minute_it_ends_wherever_the_reader_is(at, event, zone):
    over = dt.datetime.fromisoformat(OVER_AT[event])
    page = at((over - dt.timedelta(minutes=1)).isoformat(), zone)
    assert event in ids(page, ".month")
    assert event not in ids(page, ".past")
    page.clock.run_for(59_000)
    assert event in ids(page, ".month")
    page.clock.run_for(1_000)
    assert event in ids(page, ".past")
    assert event not in ids(page, ".month")


def test_past_events_stand_last_the_newest_first_and_their_months_go(at):
    page = at("2027-07-03T12:00")
    assert ids(page, ".past") == ["summer", "spring-forward", "winter"]
    assert page.locator("#past-title").is_visible()
    assert not page.locator("#month-2027-01").is_visible()
    assert not page.locator('.months a[href="#month-2027-01"]').is_visible()
    assert page.locator("#month-2027-07").is_visible()
    assert page.locator("#calendar-count").inner_text() == "8 dates to come, 3 past."


def test_nothing_is_past_before_the_first_event(at):
    page = at("2026-12-01T12:00")
    assert len(ids(page, ".month")) == len(EVENTS)
    assert not page.locator("#calendar-past").is_visible()
    assert page.locator("#calendar-count").inner_text() == "11 dates to come."


def test_without_script_every_event_shows_and_no_dead_filter_stands_there(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert page.locator(".event").count() == len(EVENTS)
    assert all(one.is_visible() for one in page.locator(".event").all())
    assert not page.locator("#calendar-filter").is_visible()
    assert not page.locator("#calendar-past").is_visible()
    context.close()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?kind=workshop", ["in-a-room"]),
        ("?kind=cpd", ["summer", "online"]),
        ("?kind=cpd&role=coordinator", ["online"]),
        ("?kind=cpd&region=south", ["summer"]),
        ("?kind=cpd&online=yes", ["online"]),
        ("?kind=cpd&online=no", ["summer"]),
        ("?kind=nonsense&region=north&online=yes", ["online"]),
        ("?kind=workshop&region=north", []),
    ],
)
def test_the_address_says_what_shows(at, query, expected):
    page = at("2026-12-01T12:00", query=query)
    assert ids(page, "#calendar") == expected


def test_choosing_changes_the_address_and_says_how_many_are_left(at):
    page = at("2026-12-01T12:00")
    page.get_by_label("What").select_option("cpd")
    assert page.url.endswith("/?kind=cpd")
    assert page.locator("#calendar-count").inner_text() == "2 dates to come, as you chose."
    page.get_by_label("Role").select_option("coordinator")
    assert page.url.endswith("/?kind=cpd&role=coordinator")
    page.get_by_label("Where").select_option("no")
    assert ids(page, "#calendar") == []
    assert page.locator("#calendar-count").inner_text() == (
        "No date matches. Choose fewer filters to see more."
    )
    for label in ("What", "Role", "Where"):
        page.get_by_label(label).select_option("")
    assert page.url.endswith("/")
    assert len(ids(page, "#calendar")) == len(EVENTS)


def test_an_events_own_page_says_when_it_is_over(at):
    page = at("2027-01-12T12:29")
    assert not page.get_by_text("This event is over").is_visible()
    page.clock.run_for(60_000)
    assert page.get_by_text("This event is over").is_visible()


def test_a_workshop_that_is_over_goes_below_the_others(at):
    page = at("2027-02-02T12:29", path="workshops/")
    assert ids(page, ".dated > .events") == ["old-one", "new-one"]
    assert not page.get_by_text("Past workshops").is_visible()
    page.clock.run_for(60_000)
    assert ids(page, ".dated > .events") == ["new-one"]
    page.get_by_text("Past workshops").click()
    assert ids(page, ".dated .past") == ["old-one"]
    assert not page.get_by_text("No workshop to come").is_visible()


def test_that_no_workshop_is_to_come_is_said_when_all_are_over(at):
    page = at("2027-09-01T12:00", path="workshops/")
    assert page.get_by_text("No workshop to come is published on this hub").is_visible()


def test_a_date_that_has_begun_is_next_taught_no_more_and_the_last_takes_its_part_along(at):
    page = at("2027-02-02T09:59", path="next/")
    first, second = page.locator('a[href="/events/old-one/"]'), page.locator('[href*="new-one"]')
    assert first.is_visible()
    page.clock.run_for(60_000)
    assert not first.is_visible()
    assert second.is_visible()
    gone = at("2027-08-03T09:00", path="next/")
    assert not gone.get_by_text("Next taught").is_visible()
    assert not gone.get_by_text("All events and dates").is_visible()


@pytest.mark.parametrize("zone", ZONES)
def test_booking_is_open_to_the_last_minute_of_its_last_day_in_london_and_closed_after(at, zone):
    page = at("2027-03-28T22:59", zone, path="workshops/")
    assert page.get_by_role("link", name="Email to book a place").is_visible()
    assert not page.get_by_text("Booking is closed.").is_visible()
    page.clock.run_for(60_000)
    assert not page.get_by_role("link", name="Email to book a place").is_visible()
    assert page.get_by_text("Booking is closed.").is_visible()


def test_without_script_the_way_to_book_stands_with_its_date(chromium, address):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/workshops/")
    assert page.get_by_role("link", name="Email to book a place").is_visible()
    assert page.get_by_text("Sunday 28 March 2027").is_visible()
    assert not page.get_by_text("Booking is closed.").is_visible()
    context.close()


def months(page, where: str) -> list[str]:
    """Return the names of the months that can be seen below a selector."""
    return page.evaluate(
        "where => [...document.querySelectorAll(`${where} li`)]"
        ".filter(item => item.checkVisibility()).map(item => item.querySelector('a').textContent)",
        where,
    )


def test_the_months_of_a_long_calendar_are_split_and_filtered_too(at):
    page = at("2027-11-15T12:00", path="months/")
    assert months(page, "#month-index") == ["November 2027", "December 2027"]
    assert months(page, ".past")[:2] == ["October 2027", "September 2027"]
    page.get_by_label("What").select_option("cpd")
    assert months(page, "#month-index") == []
    assert months(page, ".past") == ["March 2027", "February 2027", "January 2027"]
    assert page.locator("#calendar-count").inner_text() == "0 months to come, 3 past, as you chose."
    href = page.get_by_role("link", name="March 2027").evaluate("link => link.href")
    assert href.endswith("/events/months/2027-03/?kind=cpd")


def test_a_cancelled_date_is_not_counted_as_one_to_come(at):
    page = at("2027-01-06T12:00", path="cancelled/")
    assert page.locator("#calendar-count").inner_text() == "1 date to come, 1 cancelled, 1 past."
