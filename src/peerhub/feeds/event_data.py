"""An event for other programs: in the hub's own JSON, and in the words of schema.org."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.feeds.calendar import uid
from peerhub.models import Event, Where
from peerhub.questions.calendar import in_order
from peerhub.questions.sittings import Sitting, sittings, wheres

HIDDEN = {"owner", "review_by"}


def event_items(catalogue: Catalogue) -> list[dict[str, Any]]:
    """Return every event in order, with its identifier, its address and its moments worked out."""
    return [_item(event, catalogue.site.address) for event in in_order(catalogue.events)]


def _item(event: Event, address: str) -> dict[str, Any]:
    return {
        **event.model_dump(mode="json", exclude=HIDDEN, exclude_none=True),
        "uid": uid(event.id),
        "url": f"{address}events/{event.id}/",
        "sittings": [_sitting(event, one) for one in sittings(event)],
    }


def _sitting(event: Event, one: Sitting) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "starts": one.starts.isoformat(),
        "ends": one.ends.isoformat(),
        "all_day": one.all_day,
        "uid": uid(event.id, one.key),
    }
    if one.where:
        facts["where"] = one.where.model_dump(mode="json", exclude_none=True)
    if one.is_cancelled:
        facts["cancelled"] = True
    return facts


def json_ld(event: Event, address: str) -> str:
    """Return an event as schema.org describes it, as JSON that is safe inside a page.

    It names an organiser only where the data does.
    """
    page = f"{address}events/{event.id}/"
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
    facts |= _held(wheres(event), page)
    if event.organiser:
        facts["organizer"] = {"@type": "Organization", "name": event.organiser}
    several = sittings(event)
    if len(several) > 1:
        facts["subEvent"] = [
            {
                "@type": "Event",
                "name": one.title or f"{event.title}, part {number}",
                "startDate": one.starts.isoformat(),
                "endDate": one.ends.isoformat(),
                "eventStatus": f"https://schema.org/{_part_status(one)}",
                **({"previousStartDate": one.moved_from.isoformat()} if one.moved_from else {}),
                **_held((one.where,) if one.where else (), page),
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


def _part_status(one: Sitting) -> str:
    if one.is_cancelled:
        return "EventCancelled"
    return "EventRescheduled" if one.moved_from else "EventScheduled"


def _held(places: Sequence[Where], page: str) -> dict[str, Any]:
    """Return where people come together, and in which way; nothing where that is not said."""
    locations: list[dict[str, str]] = []
    for where in places:
        if where.place:
            there = {"@type": "Place", "name": where.place}
            locations.append(there | ({"address": where.address} if where.address else {}))
    is_online = any(where.online for where in places)
    mode = "Mixed" if is_online and locations else "Online" if is_online else "Offline"
    if is_online:
        locations.append({"@type": "VirtualLocation", "url": page})
    if not locations:
        return {}
    return {
        "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
        "location": locations,
    }


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
