"""Which forces an affected force could ask for peer supporters, in what order, and why.

Planning help only: command and the National Police Coordination Centre decide. The order is
neighbours, then the region, then everyone else by distance on the tile map, then special forces
that work where the affected force does. `overrides/assets/js/aid-ranking.js` ranks in the same
way in the reader's browser; a test holds the two together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from peerhub.models import Force
from peerhub.questions.readiness import Readiness, readiness
from peerhub.questions.signposting import nations_of
from peerhub.questions.tiles import tile_distance

Tier = Literal["border", "crossing", "region", "distance", "within", "special"]
TIERS: tuple[Tier, ...] = ("border", "crossing", "region", "distance", "within", "special")
"""Why a force stands where it does, those to be asked first at the front."""

REASONS: Mapping[Tier, str] = {
    "border": "Shares a land border.",
    "crossing": "Joined by a bridge or a tunnel.",
    "region": "In the same region.",
    "distance": "By distance on the map: {steps}.",
    "within": "Polices an area where the affected force works.",
    "special": "A special force. Where it works: {nation}.",
}
OTHER_NATION = "In another nation: law, duties and services differ."
OUT_OF_REACH = "Does not work where the affected force does ({nation})."
CANNOT = "Cannot help this time."
"""Why a force that offers aid is left out of a call-out sheet."""

REQUEST_TITLE = "REQUEST FOR PEER SUPPORTERS (planning; command decides)"
REQUEST: tuple[tuple[tuple[str, str], ...], ...] = (
    (("From", "{host} (role: ……)"), ("To", "…… (donor force, role)"), ("On", "……")),
    (("Agreed with", "…… (command)"), ("Through", "…… (regional or national centre, if used)")),
    (("What is needed", "…… supporters, from …… to ……, at ……"),),
    (("For whom", "…… (groups, with no names)"), ("In which roles", "……")),
    (("Post-incident manager, if there is one", "…… (role)"),),
    (("Who looks after them", "…… (role, extension)"), ("Supervision by", "……")),
    (("Whose wording on privacy and its limits", "……"),),
    (("Travel, beds, food, costs", "……"),),
    (("Handover", "……"),),
)
"""A request to adapt: lines of labels, each with what is to be written in. `{host}` is who asks."""

CHECK_FIRST = "Its record is more than 12 months old: check first."


@dataclass(frozen=True)
class Helper:
    """A force that offers aid, with what it has confirmed."""

    force: Force
    state: Readiness


@dataclass(frozen=True)
class Candidate:
    """A force that could be asked: its tier, its steps on the map, and the reasons in words."""

    helper: Helper
    tier: Tier
    steps: int
    why: tuple[str, ...]

    @property
    def force(self) -> Force:
        """The force itself."""
        return self.helper.force


def helpers(forces: Iterable[Force], today: dt.date) -> tuple[Helper, ...]:
    """Return the Peer Support Forces among UK forces that offer aid, in the order given."""
    judged = (Helper(force, readiness(force, today)) for force in forces if force.is_uk_force)
    return tuple(helper for helper in judged if helper.state.offers_aid)


def who_could_be_asked(
    affected: Force, offering: Iterable[Helper], cannot: Collection[str] = ()
) -> tuple[Candidate, ...]:
    """Return the forces that could be asked, first to last; ids in `cannot` are left out.

    The order is total: tier, steps on the map, and the id settle it, whatever order they come in.
    """
    found = []
    for helper in offering:
        if helper.force.id == affected.id or helper.force.id in cannot:
            continue
        tier = _tier(affected, helper.force)
        if tier is not None:
            found.append(candidate(affected, helper, tier))
    return tuple(sorted(found, key=rank))


def rank(one: Candidate) -> tuple[int, int, str]:
    """Return what settles the place of a force among those that could be asked."""
    return TIERS.index(one.tier), one.steps, one.force.id


def _tier(affected: Force, other: Force) -> Tier | None:
    """Return why another force could be asked; nothing when it works nowhere near."""
    if other.id in affected.neighbours:
        return "border"
    if other.id in affected.fixed_crossings:
        return "crossing"
    if "special" in (affected.type, other.type):
        if not set(nations_of(affected.nation)) & set(nations_of(other.nation)):
            return None
        return "special" if other.type == "special" else "within"
    return "region" if other.region == affected.region else "distance"


def candidate(affected: Force, helper: Helper, tier: Tier) -> Candidate:
    """Return a force that could be asked, with the reasons in words."""
    other = helper.force
    has_place = tier not in ("within", "special")
    steps = tile_distance(affected.tile, other.tile) if has_place else 0
    said = "1 step" if steps == 1 else f"{steps} steps"
    why = [REASONS[tier].format(steps=said, nation=other.nation)]
    if not set(nations_of(affected.nation)) & set(nations_of(other.nation)):
        why.append(OTHER_NATION)
    if helper.state.is_stale:
        why.append(CHECK_FIRST)
    return Candidate(helper, tier, steps, tuple(why))
