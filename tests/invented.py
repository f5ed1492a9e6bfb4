"""Invented events to test with: none of them, nor any force or place in them, is real."""

from __future__ import annotations

import datetime as dt

from peerhub.catalogue import Catalogue
from peerhub.models import Event, Owner, Region, Site

KEPT = {"owner": "hub-editors", "review_by": dt.date(2027, 11, 23)}
SITE = Site(
    name="Hub",
    purpose="A hub for tests.",
    address="https://hub.example/",
    contact="contact@oscarkilo.org.uk",
    edition="2026.1",
    dated=dt.date(2026, 11, 23),
)

ONE = """\
- id: session-{number}
  title: Session {number}
  kind: cpd
  date: {date}
  start: "10:00"
  end: "12:30"
  where: {{place: Hall {room}, online: true}}
  audience: Everyone
  regions: [north]
  forces: [eastshire]
  booking: {{by: email, mailbox: peer.support@eastshire.police.uk, closes: {date}}}
  status: open
  revision: 0
  updated: 2026-11-23
  summary: A session to meet, number {number}.
"""


def many_events(number: int) -> str:
    """The file of a calendar with so many events, over two years from 2027."""
    first = dt.date(2027, 1, 1)
    head = "defaults:\n  owner: hub-editors\n  review_by: 2027-05-01\nevents:\n"
    return head + "".join(
        ONE.format(number=one, room=one % 40, date=first + dt.timedelta(one % 700))
        for one in range(number)
    )


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def meeting(**changes) -> Event:
    """A morning's meeting of an invented network, with some of its fields changed."""
    fields = {
        "id": "spring-meeting",
        "title": "Spring meeting",
        "kind": "networking",
        "date": dt.date(2027, 3, 9),
        "start": "10:00",
        "end": "12:30",
        "audience": "Everyone",
        "status": "open",
        "revision": 0,
        "updated": dt.date(2026, 11, 23),
        "summary": "A morning to meet.",
    }
    known = {**KEPT, **fields, **changes}
    return Event(**{key: value for key, value in known.items() if value is not None})


def evenings(**changes):
    """Two evenings, the first online like the event, the second in a room of its own."""
    sessions = (
        {"date": day("2027-06-08"), "start": "18:00", "end": "19:30"},
        {
            "date": day("2027-06-22"),
            "start": "18:00",
            "end": "19:30",
            "where": {"place": "Invented Hall"},
        },
    )
    fields = {"date": day("2027-06-08"), "end_date": day("2027-06-22"), "start": None, "end": None}
    return meeting(**fields, sessions=sessions, where={"online": True}, **changes)


def catalogue(*events: Event, **fields) -> Catalogue:
    """A catalogue of nothing but some events and two regions."""
    return Catalogue(
        **{
            "site": SITE,
            "owners": (
                Owner(id="hub-editors", name="Editors", mailbox="contact@oscarkilo.org.uk"),
            ),
            "regions": (Region(id="north", name="North"), Region(id="south", name="South")),
            "events": events,
            **fields,
        }
    )
