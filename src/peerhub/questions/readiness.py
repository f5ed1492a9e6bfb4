"""Where a force stands on the way to being a Peer Support Force, from what it has confirmed.

The stage is derived, never typed, and depends on the record and on a day, on nothing else. The
page, the map, the table, the JSON, the CSV and the briefing all show what `readiness` returns.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from peerhub.models import Force, PeerSupport
from peerhub.questions.months import months_after
from peerhub.words import day, listed

Stage = Literal["not recorded", "working towards", "Peer Support Force"]
STAGES: tuple[Stage, ...] = ("not recorded", "working towards", "Peer Support Force")
"""The stages, lowest first."""

State = Literal["met", "lapsed", "missing"]
Record = Literal["none", "current", "stale", "dropped"]
"""How fresh what is recorded is: nothing, confirmed lately, to be confirmed again, too old."""

STALE_AFTER = 12
DROPPED_AFTER = 18
"""Months after a confirmation when the hub marks it as old, and when it stops showing it."""

LAPSES_AFTER = 36
"""Months after which selection and training must be confirmed afresh.

The hub's own rule, so that an old date is not read as today's readiness: the national service
has published no such period.
"""


@dataclass(frozen=True)
class Criterion:
    """One criterion: its field, its words, whether it is met, and the days that belong to it."""

    field: str
    words: str
    needed: str
    """What to do to meet it, as a sentence."""
    is_minimum: bool
    state: State = "missing"
    met_on: dt.date | None = None
    lapses_on: dt.date | None = None


CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        "selection_criteria_adopted_on",
        "The agreed recruitment and selection criteria are adopted",
        "Adopt the agreed recruitment and selection criteria.",
        True,
    ),
    Criterion(
        "training_delivered_on",
        "The specified training is delivered",
        "Deliver the specified training to your supporters.",
        True,
    ),
    Criterion(
        "coordinator_in_post_on",
        "A coordinator is in post",
        "Put a coordinator, or an equivalent, in post.",
        False,
    ),
    Criterion(
        "oh_clinician_trained_on",
        "An Occupational Health clinician is trained in the model",
        "Have an Occupational Health clinician trained in the model.",
        False,
    ),
)
"""The service's own description names all four; it asks for the first two "as a minimum"."""


@dataclass(frozen=True)
class Readiness:
    """A force's stage on a day, the criteria behind it, and how fresh the record is."""

    stage: Stage
    record: Record
    criteria: tuple[Criterion, ...]
    known: PeerSupport | None
    """What may be shown: nothing once the record has been dropped."""

    @property
    def is_stale(self) -> bool:
        """Whether the record is shown, but must be confirmed again."""
        return self.record == "stale"

    @property
    def offers_aid(self) -> bool:
        """Whether it is a Peer Support Force that has said it offers mutual aid."""
        return (
            self.stage == "Peer Support Force"
            and self.known is not None
            and self.known.offers_mutual_aid
        )

    def count(self, state: State) -> int:
        """Return how many criteria are in a state."""
        return sum(criterion.state == state for criterion in self.criteria)


def readiness(force: Force, today: dt.date) -> Readiness:
    """Return where a force stands on a day.

    Without a record, or with one older than `DROPPED_AFTER` months, nothing is recorded. Both
    parts of the minimum, met and not lapsed, make a Peer Support Force.
    """
    record = freshness(force.peer_support, today)
    known = None if record == "dropped" else force.peer_support
    criteria = tuple(_judged(criterion, known, today) for criterion in CRITERIA)
    return Readiness(_stage(criteria), record, criteria, known)


def freshness(known: PeerSupport | None, today: dt.date) -> Record:
    """Return how fresh a record is on a day."""
    if known is None:
        return "none"
    if today >= months_after(known.confirmed_on, DROPPED_AFTER):
        return "dropped"
    return "stale" if today >= months_after(known.confirmed_on, STALE_AFTER) else "current"


def _judged(criterion: Criterion, known: PeerSupport | None, today: dt.date) -> Criterion:
    met_on: dt.date | None = getattr(known, criterion.field) if known else None
    if met_on is None:
        return criterion
    lapses_on = months_after(met_on, LAPSES_AFTER) if criterion.is_minimum else None
    state: State = "lapsed" if lapses_on is not None and today >= lapses_on else "met"
    return Criterion(
        criterion.field,
        criterion.words,
        criterion.needed,
        criterion.is_minimum,
        state,
        met_on,
        lapses_on,
    )


def _stage(criteria: tuple[Criterion, ...]) -> Stage:
    if all(criterion.state == "met" for criterion in criteria if criterion.is_minimum):
        return "Peer Support Force"
    if any(criterion.state != "missing" for criterion in criteria):
        return "working towards"
    return "not recorded"


def in_words(state: Readiness) -> str:
    """Return why a force stands where it does, in a sentence or two."""
    if state.record == "none":
        return (
            "This force has not told the hub about its peer support. "
            "That says nothing about what the force does, only that nothing is recorded here."
        )
    if state.record == "dropped":
        return (
            f"What was recorded is more than {DROPPED_AFTER} months old, so it is no longer shown. "
            "Once the force confirms it again, it comes back."
        )
    assert state.known is not None
    said = [_why(state)]
    if state.is_stale:
        said.append(
            f"It was last confirmed on {day(state.known.confirmed_on)}, "
            f"more than {STALE_AFTER} months ago, and has to be confirmed again."
        )
    return " ".join(said)


def _why(state: Readiness) -> str:
    if state.stage == "Peer Support Force":
        return "It has confirmed both things the national service asks for as a minimum."
    if state.stage == "not recorded":
        return "It has confirmed how to reach its peer support, and none of the four things yet."
    lapsed, missing = (
        [_short(one) for one in state.criteria if one.is_minimum and one.state == wanted]
        for wanted in ("lapsed", "missing")
    )
    said = ["It has confirmed part of what is needed."]
    if lapsed:
        were = "was" if len(lapsed) == 1 else "were"
        said = [
            f"Its {listed(lapsed)} {were} confirmed too long ago (more than {LAPSES_AFTER} months)."
        ]
    if missing:
        said.append(f"Still to come: {listed(missing)}.")
    return " ".join(said)


def _short(criterion: Criterion) -> str:
    return {
        "selection_criteria_adopted_on": "selection",
        "training_delivered_on": "training",
    }[criterion.field]


@dataclass(frozen=True)
class NextStep:
    """One thing for a force to do next: what it is about, and the sentence that says it."""

    about: str
    """A criterion's field, or "tell" (record something), "confirm" (again) or "offer" (aid)."""
    words: str


def next_steps(state: Readiness) -> tuple[NextStep, ...]:
    """Return what a force can do next, in order: the minimum first, and never nothing."""
    steps: list[NextStep] = []
    if state.is_stale or state.record == "dropped":
        steps.append(NextStep("confirm", "Confirm in writing what is still right."))
    for criterion in state.criteria:
        if criterion.state == "missing":
            steps.append(NextStep(criterion.field, criterion.needed))
        elif criterion.state == "lapsed":
            again = f"Renew this, and confirm it: {criterion.needed[0].lower()}"
            steps.append(NextStep(criterion.field, again + criterion.needed[1:]))
    if state.record == "none":
        steps.append(NextStep("tell", "Tell us what is in place, with a role mailbox to show."))
    elif state.stage == "Peer Support Force" and not state.offers_aid:
        steps.append(NextStep("offer", "Decide whether your force offers mutual aid, and tell us."))
    if not steps:
        steps.append(NextStep("keep", "Keep going, and confirm again within 12 months."))
    return tuple(steps)
