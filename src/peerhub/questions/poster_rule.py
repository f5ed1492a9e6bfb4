"""Which posters a force may put up now, which not yet, and why: the rule as data.

A poster that says "we are here" may go up once the people are there. What each design requires
stands in `data/posters.yml`; whether a force has it follows from what it has confirmed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from peerhub.models.poster import Requirement
from peerhub.questions.readiness import Readiness

Leave = Literal["now", "not-yet", "unknown"]
"""Whether a poster may go up: now, not yet, or not known since nothing is recorded."""

ANYONE = "Any force can put it up now. It promises nothing that has to be set up first."


@dataclass(frozen=True)
class Condition:
    """What a design asks of a force: the criterion that meets it, and it in words."""

    field: str
    when: str
    met: str
    missing: str
    lapsed: str


CONDITIONS: Mapping[Requirement, Condition] = {
    "trained-supporters": Condition(
        "training_delivered_on",
        "Put it up once your force has Oscar Kilo trained peer supporters.",
        "The force has confirmed that it has trained peer supporters.",
        "The force has not confirmed that it has trained peer supporters.",
        "The training was confirmed too long ago. It has to be confirmed again.",
    ),
    "selection-criteria": Condition(
        "selection_criteria_adopted_on",
        "Put it up once your force has agreed how it will choose peer supporters.",
        "The force has confirmed that it uses the agreed selection criteria.",
        "The force has not confirmed that it uses the agreed selection criteria.",
        "The selection criteria were confirmed too long ago. They have to be confirmed again.",
    ),
}


@dataclass(frozen=True)
class Verdict:
    """Whether a poster may go up in a force, and why, in a sentence."""

    leave: Leave
    why: str


def condition(requires: Requirement) -> str:
    """Return what a design asks of any force, as a sentence that stands beside its download."""
    return CONDITIONS[requires].when if requires in CONDITIONS else ANYONE


def verdict(requires: Requirement, state: Readiness) -> Verdict:
    """Return whether a poster may go up in a force that stands where `state` says."""
    if requires not in CONDITIONS:
        return Verdict("now", ANYONE)
    asked = CONDITIONS[requires]
    if state.known is None:
        return Verdict("unknown", f"Nothing is recorded for this force. {asked.when}")
    (found,) = (one for one in state.criteria if one.field == asked.field)
    if found.state == "lapsed":
        return Verdict("not-yet", asked.lapsed)
    has_nobody = requires == "trained-supporters" and state.known.trained_supporters == 0
    if found.state == "missing" or has_nobody:
        return Verdict("not-yet", f"{asked.missing} {asked.when}")
    return Verdict("now", asked.met)
