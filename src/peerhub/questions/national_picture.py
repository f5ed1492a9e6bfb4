"""The national picture: every force with where it stands, and the counts over all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from peerhub.models import Force
from peerhub.questions.disclosure import public_total
from peerhub.questions.readiness import STAGES, Readiness, Stage, readiness

THIS_EDITION = "This edition"
"""How the edition in the making is called among those that are published."""


BRIEFING = "forces/briefing.pdf"
"""Where the briefing for the national lead stands, below the site."""


@dataclass(frozen=True)
class Standing:
    """A force or a partner, and where it stands; partners have no stage."""

    force: Force
    state: Readiness

    @property
    def stage(self) -> Stage | None:
        """Its stage; nothing for a partner, which is not a UK police force."""
        return self.state.stage if self.force.is_uk_force else None


@dataclass(frozen=True)
class Picture:
    """Every force and partner on one day, in the order of the data."""

    today: dt.date
    standings: tuple[Standing, ...]

    @property
    def forces(self) -> tuple[Standing, ...]:
        """The UK police forces, without partners."""
        return tuple(one for one in self.standings if one.force.is_uk_force)

    @property
    def by_stage(self) -> dict[Stage, int]:
        """How many UK forces stand at each stage, every stage named."""
        return {stage: sum(one.stage == stage for one in self.forces) for stage in STAGES}

    @property
    def stale(self) -> int:
        """How many UK forces have a record that has to be confirmed again."""
        return sum(one.state.is_stale for one in self.forces)

    @property
    def offering_aid(self) -> int:
        """How many Peer Support Forces offer mutual aid."""
        return sum(one.state.offers_aid for one in self.forces)

    @property
    def supporters(self) -> int:
        """Trained supporters, over the forces whose own count is shown."""
        return public_total(
            one.state.known.trained_supporters if one.state.known else None for one in self.forces
        )


def national_picture(forces: Iterable[Force], today: dt.date) -> Picture:
    """Return where each force stands on a day."""
    return Picture(today, tuple(Standing(force, readiness(force, today)) for force in forces))


@dataclass(frozen=True)
class Moment:
    """What one published edition said: its name, its day, and the stage of each UK force by id."""

    edition: str
    dated: dt.date
    stages: Mapping[str, Stage]
    reasons: Mapping[str, str]
    """Why a force's stage may have fallen, by id: its record was dropped, or a part lapsed."""

    def count(self, stage: Stage) -> int:
        """Return how many forces stood at a stage."""
        return sum(held == stage for held in self.stages.values())


def moment(published: Mapping[str, Any]) -> Moment:
    """Return what a published `forces.json` says. Raises ValueError when it is not one."""
    try:
        edition, dated = str(published["edition"]), dt.date.fromisoformat(str(published["dated"]))
        forces = published["forces"]
        assert isinstance(forces, list)
        stages = {force["id"]: force["stage"] for force in forces if force.get("stage")}
        reasons = {
            force["id"]: why
            for force in forces
            if (why := _reason(force.get("record"), _states(force)))
        }
    except (KeyError, TypeError, AttributeError, AssertionError, ValueError) as error:
        raise ValueError("this is not a list of forces as the hub publishes it") from error
    if set(stages.values()) - set(STAGES):
        raise ValueError("it holds a stage that the hub does not know")
    return Moment(edition, dated, stages, reasons)


def this_moment(picture: Picture) -> Moment:
    """Return the moment of the edition in the making."""
    return Moment(
        THIS_EDITION,
        picture.today,
        {one.force.id: one.stage for one in picture.forces if one.stage},
        {
            one.force.id: why
            for one in picture.forces
            if (why := _reason(one.state.record, {part.state for part in one.state.criteria}))
        },
    )


def _states(force: Mapping[str, Any]) -> set[str]:
    return {str(part["state"]) for part in force.get("criteria", ())}


def _reason(record: str | None, states: Collection[str]) -> str | None:
    if record == "dropped":
        return "record too old"
    return "lapsed" if "lapsed" in states else None


@dataclass(frozen=True)
class Change:
    """A force whose stage differs from one edition to the next."""

    edition: str
    dated: dt.date
    force: str
    before: Stage
    after: Stage
    why: str | None = None
    """Why it fell, where the edition says so."""


def over_time(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """Return the editions in order of day, each once; the last given of two equals counts."""
    by_name = {one.edition: one for one in moments}
    return tuple(sorted(by_name.values(), key=lambda one: (one.dated, one.edition)))


def changes(moments: Sequence[Moment]) -> tuple[Change, ...]:
    """Return each change of stage between an edition and the one before, newest first.

    A force that only one of the two editions knows has not changed its stage.
    """
    found = []
    for before, after in pairwise(moments):
        for force, stage in after.stages.items():
            held = before.stages.get(force)
            if held is not None and held != stage:
                fell = STAGES.index(stage) < STAGES.index(held)
                why = after.reasons.get(force) if fell else None
                found.append(Change(after.edition, after.dated, force, held, stage, why))
    return tuple(reversed(found))
