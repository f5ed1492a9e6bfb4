"""The parts of an event: where it is, how to book it, and its single sessions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal
from zoneinfo import ZoneInfo

from peerhub.models.base import Day, Id, Part, fault, rule_on
from peerhub.models.clock import ClockTime
from peerhub.models.contact import RoleMailbox
from peerhub.models.link_rules import HttpsUrl
from peerhub.models.public import PublicLine, PublicTitle

LONDON = ZoneInfo("Europe/London")


class Where(Part):
    """Where an event takes place: somewhere, online, or both."""

    place: PublicLine | None = None
    address: PublicLine | None = None
    """The address with its postcode, as a map finds it."""
    online: bool = False

    @rule_on("address", "place", "online")
    def _is_somewhere(self) -> None:
        if not (self.place or self.address or self.online):
            raise fault(
                "it says neither a place nor online",
                "Add place: and its name, or online: true, or take the line out.",
            )

    @rule_on("address", "place")
    def _address_has_a_place(self) -> None:
        if self.address and not self.place:
            raise fault("there is an address but no place", "Add the name of the place.", "address")


class Booking(Part):
    """How to book: by the inviting team member, on a website, or by email."""

    by: Literal["invitation", "website", "email"]
    url: HttpsUrl | None = None
    mailbox: RoleMailbox | None = None
    closes: Day | None = None

    @rule_on("by", "url")
    def _has_its_page(self) -> None:
        if self.by == "website" and not self.url:
            raise fault(
                "booking is by website but has no url", "Add the url of the booking page.", at="by"
            )

    @rule_on("by", "mailbox")
    def _has_its_mailbox(self) -> None:
        if self.by == "email" and not self.mailbox:
            raise fault(
                "booking is by email but has no mailbox", "Add the team's role mailbox.", at="by"
            )


class Session(Part):
    """One sitting of an event that has several, each with its own day and hours."""

    id: Id | None = None
    """What calendars know it by; without one, the day it was first planned for."""
    title: PublicTitle | None = None
    date: Day
    start: ClockTime
    end: ClockTime
    where: Where | None = None
    moved_from: Day | None = None
    """The day it was first planned for, when that is no longer its date."""
    status: Literal["cancelled"] | None = None

    @rule_on("date", "start", "end")
    def _ends_after_it_starts(self) -> None:
        if self.end <= self.start:
            raise fault(
                f"the session ends ({self.end}) before it starts ({self.start})",
                "Put start and end in order; a session ends on the day it starts.",
                at="end",
            )
        both_exist(self.date, self.start, self.date, self.end)

    @property
    def first_planned(self) -> dt.date:
        """The day for which it was first announced."""
        return self.moved_from or self.date

    @property
    def starts_at(self) -> dt.datetime:
        """The moment it starts, in London time."""
        return moment(self.date, self.start)

    @property
    def ends_at(self) -> dt.datetime:
        """The moment it is over, in London time."""
        return moment(self.date, self.end)


FIRST = "1"
"""The key of the first part of an event, and of the only one."""


def session_keys(sessions: Sequence[Session]) -> tuple[str, ...]:
    """Return what calendars know each session by: its id, or the day it was first planned for.

    The first session of all takes the key of an event that has no others, so that an event may
    grow. So taking a session out, or moving it, leaves the keys of the others as they were.
    """
    first = min(range(len(sessions)), key=lambda number: (sessions[number].first_planned, number))
    keys: list[str] = []
    for number, session in enumerate(sessions):
        key = session.id or (FIRST if number == first else session.first_planned.isoformat())
        again = keys.count(key) if session.id is None else 0
        keys.append(f"{key}-{again + 1}" if again else key)
    return tuple(keys)


def moment(day: dt.date, clock: str) -> dt.datetime:
    """Return the moment of a clock time in London; the first of two when clocks go back."""
    return dt.datetime.combine(day, dt.time.fromisoformat(clock), tzinfo=LONDON)


def both_exist(first: dt.date, start: str, last: dt.date, end: str) -> None:
    """Refuse a clock time that is skipped on the night when clocks go forward."""
    for day, clock, field in ((first, start, "start"), (last, end, "end")):
        if not "01:00" <= clock < "02:00":
            continue
        at = moment(day, clock)
        if at.astimezone(dt.UTC).astimezone(LONDON).time() != at.time():
            raise fault(
                f"there is no {clock} on {day}: the clocks go forward from 01:00 to 02:00",
                "Choose a time before 01:00 or from 02:00.",
                at=field,
            )
