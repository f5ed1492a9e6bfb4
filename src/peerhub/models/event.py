"""Events and observances, in local clock time (Europe/London)."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, StringConstraints

from peerhub.models.base import ClockTime, Day, HttpsUrl, Id, Line, Part, Record, fault, rule_on
from peerhub.models.contact import PublicText, RoleMailbox
from peerhub.models.public import PublicLine
from peerhub.models.recurrence import EXAMPLES, read_rule
from peerhub.models.site import EDITION_PATTERN

LONDON = ZoneInfo("Europe/London")

EventKind = Literal[
    "workshop", "supporter-course", "cpd", "networking", "national-workshop", "observance"
]
Status = Literal["planned", "open", "full", "cancelled"]
Role = Literal["supporter", "champion", "coordinator", "oh-clinician", "trainer", "senior-leader"]


class Where(Part):
    """Where an event takes place: somewhere, online, or both."""

    place: PublicLine | None = None
    address: PublicLine | None = None
    """The address with its postcode, as a map finds it."""
    online: bool = False

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

    title: PublicLine | None = None
    date: Day
    start: ClockTime
    end: ClockTime
    where: Where | None = None

    @rule_on("date", "start", "end")
    def _ends_after_it_starts(self) -> None:
        if self.end <= self.start:
            raise fault(
                f"the session ends ({self.end}) before it starts ({self.start})",
                "Put start and end in order; a session ends on the day it starts.",
                at="end",
            )
        _both_exist(self.date, self.start, self.date, self.end)

    @property
    def starts_at(self) -> dt.datetime:
        """The moment it starts, in London time."""
        return moment(self.date, self.start)

    @property
    def ends_at(self) -> dt.datetime:
        """The moment it is over, in London time."""
        return moment(self.date, self.end)


class Event(Record):
    """Something that happens on a day or several; never deleted, only cancelled or moved."""

    title: PublicLine
    kind: EventKind
    date: Day
    end_date: Day | None = None
    start: ClockTime | None = None
    end: ClockTime | None = None
    sessions: tuple[Session, ...] = ()
    where: Where | None = None
    audience: PublicLine
    roles: tuple[Role, ...] = ()
    """Whom it is for, for the filters; nobody named means everyone."""
    regions: tuple[Id, ...] = ()
    forces: tuple[Id, ...] = ()
    places: PublicLine | None = None
    waiting_list: PublicLine | None = None
    access: PublicText | None = None
    joining: PublicText | None = None
    booking: Booking | None = None
    status: Status
    moved_from: Day | None = None
    revision: Annotated[int, Field(ge=0)]
    updated: Day
    source: HttpsUrl | None = None
    rule: Line | None = None
    summary: PublicText
    workshop: Id | None = None
    workshop_edition: Annotated[str, StringConstraints(pattern=EDITION_PATTERN)] | None = None
    """The edition of the hub whose timetable and pack the event uses."""

    @rule_on("date", "end_date")
    def _ends_after_it_starts(self) -> None:
        if self.end_date is not None and self.end_date < self.date:
            raise fault(
                f"the event ends ({self.end_date}) before it starts ({self.date})",
                "Put date and end_date in order.",
                at="end_date",
            )

    @rule_on("start", "end")
    def _has_both_clock_times(self) -> None:
        if (self.start is None) != (self.end is None):
            given, absent = ("start", "end") if self.start else ("end", "start")
            raise fault(
                f"the event has {given!r} but no {absent!r}",
                f"Add {absent!r}, or take out {given!r} for an event that lasts all day.",
                at=given,
            )

    @rule_on("date", "end_date", "start", "end")
    def _its_clock_times_are_in_order(self) -> None:
        if self.start and self.end:
            if self.last_day == self.date and self.end <= self.start:
                raise fault(
                    f"the event ends ({self.end}) before it starts ({self.start})",
                    "Put start and end in order, or give an end_date.",
                    at="end",
                )
            _both_exist(self.date, self.start, self.last_day, self.end)

    @rule_on("sessions", "start")
    def _has_hours_once(self) -> None:
        if self.sessions and self.start:
            raise fault(
                "the event has clock times of its own beside its sessions",
                "Take out start and end: the sessions have theirs.",
                at="start",
            )

    @rule_on("sessions")
    def _sessions_follow_each_other(self) -> None:
        for before, after in zip(self.sessions, self.sessions[1:], strict=False):
            if (after.date, after.start) < (before.date, before.end):
                raise fault(
                    f"the session of {after.date} at {after.start} starts before the one above "
                    "it is over",
                    "Put the sessions in order, without overlap.",
                    at="sessions",
                )

    @rule_on("date", "end_date", "sessions")
    def _sessions_fill_its_days(self) -> None:
        if not self.sessions:
            return
        first, last = self.sessions[0].date, self.sessions[-1].date
        if (first, last) != (self.date, self.last_day):
            raise fault(
                f"the sessions run from {first} to {last}, but the event from {self.date} to "
                f"{self.last_day}",
                "Make date the first session's day, and end_date the last one's.",
                at="sessions",
            )

    @rule_on("kind", "source")
    def _has_its_source(self) -> None:
        if self.kind == "observance" and not self.source:
            raise fault(
                "an observance needs its source", "Add the web page that sets its date.", at="kind"
            )

    @rule_on("date", "booking")
    def _booking_closes_in_time(self) -> None:
        if self.booking and self.booking.closes and self.booking.closes > self.date:
            raise fault(
                f"booking closes ({self.booking.closes}) after the event starts ({self.date})",
                "Set an earlier closing day.",
                at="booking.closes",
            )

    @rule_on("workshop", "workshop_edition")
    def _has_the_workshop_of_its_edition(self) -> None:
        if self.workshop_edition and not self.workshop:
            raise fault(
                "there is a workshop_edition but no workshop",
                "Name the workshop it delivers.",
                at="workshop_edition",
            )

    @rule_on("date", "moved_from", "revision")
    def _has_really_moved(self) -> None:
        if self.moved_from and (self.revision == 0 or self.moved_from == self.date):
            raise fault(
                f"the event was moved from {self.moved_from}, but "
                + ("its revision is 0" if self.revision == 0 else "that is still its date"),
                "Set the new date, raise revision by one, and set updated to today.",
                at="moved_from",
            )

    @rule_on("rule", "date", "end_date", "moved_from")
    def _keeps_to_its_rule(self) -> None:
        if self.rule is None:
            return
        due_by = read_rule(self.rule)
        if due_by is None:
            raise fault(
                f"the rule {self.rule!r} cannot be read", f"Write it like {EXAMPLES}.", "rule"
            )
        set_for = self.moved_from or self.date
        due = due_by.in_year(set_for.year)
        given = (set_for, set_for + (self.last_day - self.date))
        if due != given:
            said = "no day" if due is None else " to ".join(str(day) for day in sorted(set(due)))
            raise fault(
                f"the rule {self.rule!r} gives {said} in {set_for.year}, but the event is on "
                f"{self.date}",
                "Correct the date or the rule. If the body moved its day this once, say "
                "moved_from: and the day by the rule.",
                at="date",
            )

    @property
    def last_day(self) -> dt.date:
        """The last day of the event, which is its first for an event of one day."""
        return self.end_date or self.date

    @property
    def is_all_day(self) -> bool:
        """Whether it has no clock times."""
        return self.start is None and not self.sessions

    @property
    def starts_at(self) -> dt.datetime:
        """The moment it starts, in London time; midnight for an event that lasts all day."""
        if self.sessions:
            return self.sessions[0].starts_at
        return moment(self.date, self.start or "00:00")

    @property
    def ends_at(self) -> dt.datetime:
        """The moment it is over, in London time; the next midnight if it lasts all day."""
        if self.sessions:
            return self.sessions[-1].ends_at
        if self.end is None:
            return moment(self.last_day + dt.timedelta(days=1), "00:00")
        return moment(self.last_day, self.end)


def moment(day: dt.date, clock: str) -> dt.datetime:
    """Return the moment of a clock time in London; the first of two when clocks go back."""
    return dt.datetime.combine(day, dt.time.fromisoformat(clock), tzinfo=LONDON)


def _both_exist(first: dt.date, start: str, last: dt.date, end: str) -> None:
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
