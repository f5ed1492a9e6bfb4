"""The questions of `peerhub new event`, in the order in which they are asked."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

from peerhub.catalogue import Catalogue
from peerhub.models import EventKind, Role

Answers = dict[str, Any]
SKIP = "press Enter to leave it out"
LIST = "? lists the ids, ?word looks for one"
YES_NO = {"no": "", "yes": ""}


@dataclasses.dataclass(frozen=True)
class Question:
    """One question: the field its answer fills, its words, and when it is asked.

    `choices` are the answers there are, each with what it stands for. A field with a dot belongs
    to a part of the record.
    """

    field: str
    words: str
    is_needed: bool = False
    choices: Mapping[str, str] = dataclasses.field(default_factory=dict)
    is_list: bool = False
    when: Callable[[Answers], bool] = lambda _: True


def questions(catalogue: Catalogue) -> list[Question]:
    """Return every question about an event."""
    regions = {region.id: region.name for region in catalogue.regions}
    forces = {force.id: force.name for force in catalogue.forces}
    roles = _plain(get_args(Role))
    return [
        Question("kind", "What kind of event is it?", True, _plain(get_args(EventKind))),
        Question("title", "What is it called?", True),
        *_times(),
        *_places(),
        Question("organiser", f"Which body runs it? ({SKIP})", when=_is_ours),
        Question("audience", "Who is it for, in a few words?", True),
        Question("roles", f"Which roles? ({SKIP} for everyone)", False, roles, True),
        Question("regions", f"Which regions? ({LIST}; {SKIP} for all)", False, regions, True),
        Question("forces", f"Which forces are invited? ({LIST}; {SKIP})", False, forces, True),
        Question("places", f"How many places, in words? ({SKIP})", when=_is_ours),
        Question("waiting_list", f"Is there a waiting list, in words? ({SKIP})", when=_is_ours),
        Question("access", f"What about access needs? ({SKIP})", when=_is_ours),
        Question("joining", f"What should people know before they come? ({SKIP})", when=_is_ours),
        *_booking(),
        Question(
            "workshop",
            f"Which workshop does it deliver? ({LIST}; {SKIP})",
            False,
            {workshop.id: workshop.title for workshop in catalogue.workshops},
            when=_is_ours,
        ),
        Question("source", "The web page that sets the date", True, when=_is_theirs),
        Question("rule", f"The rule the date follows ({SKIP})", when=_is_theirs),
        Question("status", "Is it planned, or open to book?", True, _plain(("planned", "open"))),
        Question("summary", "What is it, in one or two sentences?", True),
    ]


def _times() -> list[Question]:
    return [
        Question(
            SESSIONS,
            "Has it several sessions, each with a day and hours of its own?",
            True,
            YES_NO,
            when=_is_ours,
        ),
        Question("date", "On which day does it start? (2027-02-04)", True, when=_is_whole),
        Question("end_date", f"Its last day, if it has several ({SKIP})", when=_is_whole),
        Question(
            "start", f"When does it start? (09:30; {SKIP} if it lasts all day)", when=_is_whole
        ),
        Question(
            "end",
            "When does it end? (16:30)",
            True,
            when=lambda said: _is_whole(said) and "start" in said,
        ),
    ]


def _places() -> list[Question]:
    return [
        Question("where.place", f"In which place? ({SKIP})", when=_is_ours),
        Question(
            "where.address",
            f"The address, with its postcode ({SKIP})",
            when=lambda said: _is_ours(said) and "where.place" in said,
        ),
        Question("where.online", "Can people join online?", True, YES_NO, when=_is_ours),
    ]


def _booking() -> list[Question]:
    def by(*routes: str) -> Callable[[Answers], bool]:
        return lambda said: _is_ours(said) and said.get("booking.by") in routes

    return [
        Question(
            "booking.by",
            f"How do people book? ({SKIP} if they need not)",
            False,
            _plain(("invitation", "website", "email")),
            when=_is_ours,
        ),
        Question("booking.url", "The address of the booking page", True, when=by("website")),
        Question(
            "booking.mailbox", "The team's role mailbox", True, when=by("email", "invitation")
        ),
        Question(
            "booking.closes",
            f"The last day to book ({SKIP})",
            when=by("invitation", "website", "email"),
        ),
    ]


SESSIONS = "has_sessions"
"""The question whether there are sessions; they are asked for one by one."""


def session_questions(number: int) -> list[Question]:
    """Return the questions about one session; `number` counts from 1."""
    return [
        Question("date", f"Session {number}: on which day? (2027-02-04)", True),
        Question("start", f"Session {number}: when does it start? (09:30)", True),
        Question("end", f"Session {number}: when does it end? (16:30)", True),
        Question("title", f"Session {number}: has it a title of its own? ({SKIP})"),
        Question("where.place", f"Session {number}: a place of its own? ({SKIP})"),
        Question(
            "where.address",
            f"Session {number}: its address, with its postcode ({SKIP})",
            when=lambda said: "where.place" in said,
        ),
        Question(
            "where.online",
            f"Session {number}: can people join it online? ({SKIP} for as the event)",
            False,
            YES_NO,
        ),
    ]


def _plain(choices: Sequence[str]) -> dict[str, str]:
    return dict.fromkeys(choices, "")


def _is_theirs(said: Answers) -> bool:
    return said.get("kind") == "observance"


def _is_ours(said: Answers) -> bool:
    return not _is_theirs(said)


def _is_whole(said: Answers) -> bool:
    return not said.get(SESSIONS)
