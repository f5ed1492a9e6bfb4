"""What a force may count about its peer support, so that many forces' figures can be added up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal, get_args

from pydantic import Field, StringConstraints

from peerhub.faults import Code
from peerhub.models.base import Id, Part, Record, fault, rule_on
from peerhub.models.public import PlainPrinted, PublicLine, PublicTitle

Topic = Literal[
    "fidelity",
    "reach",
    "load",
    "wellbeing",
    "help-seeking",
    "stigma",
    "referral",
    "reaction",
    "learning",
    "behaviour",
]
"""What an indicator is about. The last three are about training."""

TOPICS: tuple[Topic, ...] = get_args(Topic)
MOST = 15
"""How many indicators there are at most: each more is work for every force, and one more table."""

TOTAL = "total"
"""What the sum of an indicator's groups is called where a group has its id."""


class IndicatorGroup(Part):
    """One of the broad groups that split what an indicator counts."""

    id: Annotated[Id, StringConstraints(max_length=40)]
    title: Annotated[PublicTitle, StringConstraints(max_length=70)]


class Indicator(Record):
    """One thing that is counted for a whole force, split into groups: each thing is in one."""

    title: Annotated[PublicTitle, StringConstraints(max_length=70)]
    topic: Topic
    definition: PlainPrinted
    source: PublicLine
    counted: Annotated[PublicLine, StringConstraints(max_length=30)]
    groups: Annotated[tuple[IndicatorGroup, ...], Field(min_length=2, max_length=6)]
    share: tuple[Id, ...] = ()
    limits: PlainPrinted
    evidence: tuple[Id, ...] = ()

    @rule_on("groups")
    def _groups_are_distinct(self) -> None:
        for what, held in (("id", [one.id for one in self.groups]), ("title", self._titles)):
            if twice := _first_twice(held):
                raise fault(
                    f"two groups have the {what} '{twice}'",
                    "Give each its own, or take one of them out.",
                    at="groups",
                    code=Code.TAKEN,
                )
        if TOTAL in (one.id for one in self.groups):
            raise fault(
                f"a group has the id '{TOTAL}'",
                "Give it another: the sum of all groups is called that.",
                at="groups",
                code=Code.TAKEN,
            )

    @rule_on("groups", "share")
    def _share_is_a_part(self) -> None:
        held = [one.id for one in self.groups]
        for one in self.share:
            if one not in held:
                raise fault(
                    f"there is no group '{one}' to take the share of",
                    f"Choose from: {', '.join(held)}.",
                    at="share",
                    code=Code.NO_SUCH_ID,
                )
        if twice := _first_twice(self.share):
            raise fault(
                f"the share names the group '{twice}' twice",
                "Take one of them out.",
                at="share",
                code=Code.TAKEN,
            )
        if set(held) <= set(self.share):
            raise fault(
                "the share is of all groups, which is always 100%",
                "Leave out the groups whose part is not worth a percentage.",
                at="share",
            )

    @property
    def _titles(self) -> list[str]:
        return [one.title.casefold() for one in self.groups]

    @property
    def shared(self) -> tuple[IndicatorGroup, ...]:
        """The groups whose part of the total is worth a percentage, in the order of the groups."""
        return tuple(one for one in self.groups if one.id in self.share)

    @property
    def share_title(self) -> str:
        """What its share is the part of: "Inside the force or outside the force"."""
        titles = [one.title for one in self.shared]
        return " or ".join([*titles[:1], *(one[:1].lower() + one[1:] for one in titles[1:])])


def _first_twice(some: Iterable[str]) -> str | None:
    seen: set[str] = set()
    for one in some:
        if one in seen:
            return one
        seen.add(one)
    return None
