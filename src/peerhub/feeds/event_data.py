"""An event for other programs: in the hub's own JSON, and in the words of schema.org."""

from __future__ import annotations

import json
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.feeds.calendar import uid
from peerhub.models import Event, Where
from peerhub.questions.calendar import in_order
from peerhub.questions.sittings import sittings

HIDDEN = {"owner", "review_by"}


def event_items(catalogue: Catalogue) -> list[dict[str, Any]]:
    """Return every event in order, with its identifier, its address and its moments worked out."""
    return [_item(event, catalogue.site.address) for event in in_order(catalogue.events)]


def _item(event: Event, address: str) -> dict[str, Any]:
    return {
        **event.model_dump(mode="json", exclude=HIDDEN, exclude_none=True),
        "uid": uid(event.id),
        "url": f"{address}events/{event.id}/",
        "sittings": [
            {"starts": one.starts.isoformat(), "ends": one.ends.isoformat(), "all_day": one.all_day}
            for one in sittings(event)
        ],
    }


def json_ld(event: Event, address: str, organiser: str) -> str:
    """Return an event as schema.org describes it, as JSON that is safe inside a page.

    An event whose days others set has no organiser here and no place.
    """
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": f"{address}events/{event.id}/#event",
        "name": event.title,
        "description": event.summary,
        "url": f"{address}events/{event.id}/",
        "startDate": _when(event, event.starts_at),
        "endDate": event.last_day.isoformat() if event.is_all_day else event.ends_at.isoformat(),
        "eventStatus": f"https://schema.org/{_status(event)}",
    }
    if event.moved_from:
        facts["previousStartDate"] = event.moved_from.isoformat()
    if event.where:
        facts["eventAttendanceMode"] = f"https://schema.org/{_mode(event.where)}"
        facts["location"] = _locations(event.where, f"{address}events/{event.id}/")
    if event.kind != "observance":
        facts["organizer"] = {"@type": "Organization", "name": organiser}
    several = sittings(event)
    if len(several) > 1:
        facts["subEvent"] = [
            {
                "@type": "Event",
                "name": one.title or f"{event.title}, part {number}",
                "startDate": one.starts.isoformat(),
                "endDate": one.ends.isoformat(),
            }
            for number, one in enumerate(several, 1)
        ]
    known = {key: value for key, value in facts.items() if value is not None}
    return _safe(json.dumps(known, ensure_ascii=False, separators=(",", ":")))


def _when(event: Event, moment: Any) -> str:
    return event.date.isoformat() if event.is_all_day else str(moment.isoformat())


def _status(event: Event) -> str:
    if event.status == "cancelled":
        return "EventCancelled"
    return "EventRescheduled" if event.moved_from else "EventScheduled"


def _mode(where: Where) -> str:
    if where.online:
        return "MixedEventAttendanceMode" if where.place else "OnlineEventAttendanceMode"
    return "OfflineEventAttendanceMode"


def _locations(where: Where, page: str) -> list[dict[str, str]]:
    found = []
    if where.place:
        there = {"@type": "Place", "name": where.place}
        found.append(there | ({"address": where.address} if where.address else {}))
    if where.online:
        found.append({"@type": "VirtualLocation", "url": page})
    return found


def _safe(text: str) -> str:
    """Return JSON in which nothing ends a script element, and nothing looks like a macro.

    Outside its strings JSON has no two of these signs side by side.
    """
    for sign, code in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(sign, code)
    for pair in ("{{", "{%", "{#"):
        while pair in text:
            text = text.replace(pair, "\\u007b" + pair[1])
    return text
