"""Rules for events that need more than the event: editions that exist, mailboxes that are real."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from peerhub.faults import Code
from peerhub.models import Event, Site
from peerhub.models.contact import is_invented

if TYPE_CHECKING:
    from peerhub.catalogue.record_list import RecordList


def check_events(shelves: Mapping[str, RecordList]) -> None:
    """Report each event that breaks a rule, at its place."""
    events = shelves["events"]
    for number, said in events.raw.items():
        _sessions_are_there(events, number, said)
    site: Site | None = next(iter(shelves["site"].records.values()), None)
    if site is None:
        return
    for number, event in events.records.items():
        _pinned_edition_exists(events, number, event, site)
        if not site.demonstration:
            _mailbox_is_real(events, number, event)


def _sessions_are_there(events: RecordList, number: int, said: Mapping[str, Any]) -> None:
    """Report a list of sessions with none in it: the event would last all day, and say so."""
    if said.get("sessions") == ():
        events.document.report(
            events.document.mark(("events", number, "sessions")),
            Code.SIZE,
            f"event '{said.get('id')}': 'sessions' has nothing in it",
            "Add one session at least, on a line with '- ', or take the line out.",
        )


def _pinned_edition_exists(events: RecordList, number: int, event: Event, site: Site) -> None:
    pinned = event.workshop_edition
    if pinned and _edition(pinned) > _edition(site.edition):
        events.document.report(
            events.document.mark(("events", number, "workshop_edition")),
            Code.NO_EDITION,
            f"there is no edition {pinned} yet",
            f"This edition is {site.edition}: write it in quotes, or an earlier one.",
        )


def _mailbox_is_real(events: RecordList, number: int, event: Event) -> None:
    if event.booking and event.booking.mailbox and is_invented(event.booking.mailbox):
        events.document.report(
            events.document.mark(("events", number, "booking", "mailbox")),
            Code.INVENTED_HOST,
            f"event '{event.id}': {event.booking.mailbox!r} is on an invented host",
            "Hosts in .example are for the demonstration in examples/. Write the team's own.",
        )


def _edition(name: str) -> tuple[int, int]:
    year, number = name.split(".")
    return int(year), int(number)
