"""Events and observances, in local clock time (Europe/London)."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from peerhub.models.base import Day, Id, Record, fault, rule_on
from peerhub.models.clock import ClockTime
from peerhub.models.event_parts import (
    FIRST,
    Booking,
    Session,
    Where,
    both_exist,
    moment,
    session_keys,
)
from peerhub.models.link_rules import HttpsUrl
from peerhub.models.public import PlainText, PublicLine, PublicTitle
from peerhub.models.recurrence import EXAMPLES, read_rule
from peerhub.models.site import EDITION_PATTERN

EventKind = Literal[
    "workshop", "supporter-course", "cpd", "networking", "national-workshop", "observance"
]
TRAINING: frozenset[EventKind] = frozenset({"workshop", "supporter-course", "national-workshop"})
"""The kinds at which people are taught."""

YEAR_AT_END = re.compile(r"-20\d\d$")
LONGEST_RUN = 31
"""Days up to which hours given for several days are taken as the hours of each."""

Status = Literal["planned", "open", "full", "cancelled"]
Role = Literal["supporter", "champion", "coordinator", "oh-clinician", "trainer", "senior-leader"]


class Event(Record):
    """Something that happens on a day or several; never deleted, only cancelled or moved."""

    title: PublicTitle
    kind: EventKind
    date: Day
    end_date: Day | None = None
    start: ClockTime | None = None
    end: ClockTime | None = None
    sessions: tuple[Session, ...] = ()
    where: Where | None = None
    organiser: PublicLine | None = None
    """The body that runs it. None is named for it when the data names none."""
    audience: PublicLine
    roles: tuple[Role, ...] = ()
    """Whom it is for, for the filters; nobody named means everyone."""
    regions: tuple[Id, ...] = ()
    forces: tuple[Id, ...] = ()
    places: PublicLine | None = None
    waiting_list: PublicLine | None = None
    access: PlainText | None = None
    joining: PlainText | None = None
    booking: Booking | None = None
    status: Status
    moved_from: Day | None = None
    revision: Annotated[int, Field(ge=0)]
    updated: Day
    source: HttpsUrl | None = None
    rule: PublicLine | None = None
    summary: PlainText
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

    @rule_on("date", "end_date", "start", "end", "sessions")
    def _its_clock_times_are_in_order(self) -> None:
        if self.start and self.end:
            if self.last_day == self.date and self.end <= self.start:
                raise fault(
                    f"the event ends ({self.end}) before it starts ({self.start})",
                    "Put start and end in order, or give an end_date.",
                    at="end",
                )
            both_exist(self.date, self.start, self.last_day, self.end)
            if len(self.part_keys) > 1:
                for number in range(len(self.part_keys)):
                    day = self.date + dt.timedelta(days=number)
                    both_exist(day, self.start, day, self.end)

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
        keys = session_keys(self.sessions) if self.sessions else ()
        twice = next((key for key in keys if keys.count(key) > 1), None)
        if twice:
            raise fault(
                f"two sessions are known by '{twice}'",
                "Give each session an id of its own.",
                at="sessions",
            )

    @rule_on("date", "end_date", "sessions")
    def _sessions_fill_its_days(self) -> None:
        days = [one.date for one in self.sessions]
        if not days or days != sorted(days):
            return  # in another order they are told for that
        first, last = days[0], days[-1]
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
        if self.workshop and not self.workshop_edition:
            raise fault(
                f"it delivers the workshop '{self.workshop}', but of no edition",
                "Add workshop_edition: the edition of the hub whose timetable it uses, in quotes.",
                at="workshop",
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
        if self.rule is None or self.last_day < self.date:
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
    def series(self) -> str:
        """What the yearly events of one kind have in common: the id without its year."""
        return YEAR_AT_END.sub("", self.id)

    @property
    def part_keys(self) -> tuple[str, ...]:
        """What calendars know each of its parts by: its sessions, its days with hours, or it."""
        if self.sessions:
            return session_keys(self.sessions)
        days = (self.last_day - self.date).days + 1
        has_hours_each_day = self.start and self.end and self.start < self.end
        if has_hours_each_day and days <= LONGEST_RUN:
            return tuple(str(number) for number in range(1, days + 1))
        return (FIRST,)

    @property
    def is_training(self) -> bool:
        """Whether people are taught there, so that trainers are in the room."""
        return self.kind in TRAINING or self.workshop is not None

    @property
    def certainty(self) -> Literal["TENTATIVE", "CONFIRMED", "CANCELLED"]:
        """Its status as calendars know it; a day that other bodies set is always certain."""
        if self.status == "cancelled":
            return "CANCELLED"
        is_certain = self.status != "planned" or self.kind == "observance"
        return "CONFIRMED" if is_certain else "TENTATIVE"

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
