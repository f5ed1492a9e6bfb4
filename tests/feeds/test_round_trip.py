"""Invented events with hostile words, read back from calendars and data: the page's own minutes.

Two libraries that do not share a line read the calendars: `icalendar` and `vobject`.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import re

import icalendar
import lxml.html
import markdown
import pytest
import vobject
from pydantic import ValidationError

from peerhub.feeds.calendar import calendars, event_path, uid
from peerhub.feeds.event_data import json_ld
from peerhub.models import Event
from peerhub.pages.events import event_page
from peerhub.questions.sittings import sittings
from tests.feeds.rfc5545 import lint
from tests.invented import catalogue, meeting

FIRST = dt.date(2026, 1, 1)
CHANGES = [dt.date(2026, 3, 29), dt.date(2026, 10, 25), dt.date(2027, 3, 28), dt.date(2027, 10, 31)]
HOSTILE = [
    *("\\", "\\n", "\\,", ";", ",", ":", '"', "'", "“q”", "&", "<b>", "</script>", "{{ x }}", "{%"),
    *("BEGIN:VEVENT", "END:VCALENDAR", "DTSTART:1", "=0D=0A", "%0A", "ŵ", "Tŷ", "O'Neill", "é"),
    *("—", "…", "£", "a" * 59, "#", "|", "- ", "1.", "]]>", "\\;", "\\\\,", "TZID=X"),
]


def words(chosen: random.Random, most: int) -> str:
    """Some hostile words in one line, so long that calendars have to fold them."""
    said = " ".join(chosen.choice(HOSTILE) for _ in range(chosen.randint(1, most)))
    return f"Meet {said}"[:95].strip()


def clocks(chosen: random.Random) -> tuple[str, str]:
    first, last = sorted(chosen.sample(range(24 * 60), 2))
    return (f"{first // 60:02}:{first % 60:02}", f"{last // 60:02}:{last % 60:02}")


def invented(chosen: random.Random, number: int) -> Event | None:
    """An event by chance: all day, of one day, of several, through a night, or of sessions."""
    day = (
        chosen.choice(CHANGES)
        if chosen.random() < 0.3
        else FIRST + dt.timedelta(chosen.randrange(1000))
    )
    start, end = clocks(chosen)
    fields: dict = {"date": day, "start": start, "end": end}
    shape = chosen.choice(["hours", "hours", "all-day", "days", "night", "sessions"])
    if shape == "all-day":
        fields |= {"start": None, "end": None, "end_date": day + dt.timedelta(chosen.randrange(4))}
    elif shape == "days":
        fields["end_date"] = day + dt.timedelta(chosen.randrange(1, 5))
    elif shape == "night":
        fields |= {"start": end, "end": start, "end_date": day + dt.timedelta(1)}
    elif shape == "sessions":
        days = sorted({day + dt.timedelta(chosen.randrange(20)) for _ in range(3)})
        sessions = tuple(
            {"date": one, "start": first, "end": last, "title": words(chosen, 3)}
            for one, (first, last) in ((one, clocks(chosen)) for one in days)
        )
        fields = {"date": days[0], "end_date": days[-1], "sessions": sessions}
        fields |= {"start": None, "end": None}
    try:
        return meeting(
            **fields,
            id=f"event-{number}",
            title=words(chosen, 6),
            summary=words(chosen, 9),
            joining=words(chosen, 9) + "\n\n" + words(chosen, 9),
            where={"place": words(chosen, 4), "address": words(chosen, 4)},
        )
    except ValidationError as refused:
        if "the clocks go forward" not in str(refused):
            raise
        return None


def moments(event: Event) -> list[tuple[str, object, object]]:
    """What the page is made from: for each sitting its identifier, start and end in UTC."""
    return sorted(
        (uid(event.id, one.key), _utc(one.starts, one.all_day), _utc(one.ends, one.all_day))
        for one in sittings(event)
    )


def _utc(value: dt.date, all_day: bool = False) -> object:
    if all_day or not isinstance(value, dt.datetime):
        return value.date() if isinstance(value, dt.datetime) else value
    return value.astimezone(dt.UTC)


def holds(events: list[Event]) -> None:
    hub = catalogue(*events)
    files = calendars(hub)
    for event in events:
        source = files[event_path(event.id)]
        assert lint(source.encode()) == []
        by_icalendar = icalendar.Calendar.from_ical(source).walk("VEVENT")
        by_vobject = list(vobject.readOne(source).vevent_list)
        assert sorted(
            (str(one["UID"]), _utc(one["DTSTART"].dt), _utc(one["DTEND"].dt))
            for one in by_icalendar
        ) == moments(event)
        assert sorted(
            (one.uid.value, _utc(one.dtstart.value), _utc(one.dtend.value)) for one in by_vobject
        ) == moments(event)
        told = {str(one["DESCRIPTION"]) for one in by_icalendar}
        assert told == {one.description.value for one in by_vobject}
        assert told == {f"{event.summary}\n{event.joining}\n{hub.site.address}events/{event.id}/"}
        assert all(str(one["SUMMARY"]).startswith(event.title) for one in by_icalendar)
        _data_agree(hub, event)
        _page_agrees(hub, event)


def _data_agree(hub, event: Event) -> None:
    script = json_ld(event, hub.site.address)
    assert script.count("</script>") == (1 if script.startswith("<script") else 0)
    facts = json.loads(re.sub(r"^<script[^>]*>|</script>\s*$", "", script.strip()))
    assert (facts["name"], facts["description"]) == (event.title, event.summary)
    if event.is_all_day:
        assert facts["startDate"] == event.date.isoformat()
        assert facts["endDate"] == event.last_day.isoformat()
        return
    parts = facts.get("subEvent") or [facts]
    assert [
        tuple(dt.datetime.fromisoformat(one[name]).astimezone(dt.UTC) for name in _ENDS)
        for one in parts
    ] == [(_utc(one.starts), _utc(one.ends)) for one in sittings(event)]


def _page_agrees(hub, event: Event) -> None:
    """Hold the page, as HTML, to the event: its words, its days and its minutes."""
    page = lxml.html.fragment_fromstring(_rendered(event_page(hub, event)), create_parent=True)
    facts = {
        part.findtext("dt"): " ".join(part.find("dd").text_content().split())
        for part in page.iterfind(".//dl[@class='facts']/div")
    }
    assert _said(page.find(".//h1")) == _plain(event.title)
    assert _said(page.find(".//p[@class='lead']")) == _plain(event.summary)
    assert facts["Where"] == _plain(event.where.place)
    told = [_said(line) for line in page.xpath("//h2[.='When']/following-sibling::ul[1]/li")]
    told = told or [facts["When"]]
    parts = sittings(event)
    if event.is_all_day:
        assert str(event.date.day) in facts["When"]
        assert not re.search(r"\d:\d", facts["When"])
        return
    assert len(told) == len(parts)
    for line, one in zip(told, parts, strict=True):
        assert line.removesuffix(" (UK time)").endswith(f", {one.starts:%H:%M} to {_last(one)}")
        assert f"{one.starts.day} " in line
    over = page.find(".//div[@data-over]").get("data-over")
    assert dt.datetime.fromisoformat(over).astimezone(dt.UTC) == _utc(parts[-1].ends)


def _last(one) -> str:
    return f"{one.ends:%H:%M}"


def _rendered(page: str) -> str:
    body = page.split("---\n", 2)[2]
    return markdown.markdown(body, extensions=EXTENSIONS)


def _said(part) -> str:
    return " ".join(part.text_content().split())


def _plain(text: str) -> str:
    return " ".join(text.split())


_ENDS = ("startDate", "endDate")
EXTENSIONS = ["attr_list", "def_list", "md_in_html", "tables", "toc"]
"""What the engine reads pages with, as mkdocs.yml has it."""


def some_events(count: int, seed: int) -> list[Event]:
    chosen = random.Random(seed)
    made = (invented(chosen, number) for number in range(count * 2))
    return [one for one in made if one is not None][:count]


def test_invented_events_come_back_from_calendars_and_data_to_the_minute():
    holds(some_events(60, seed=7))


@pytest.mark.nightly
def test_two_thousand_invented_events_come_back_to_the_minute():
    holds(some_events(2000, seed=10))
