"""The suggested curriculum: modules made of timed steps, and workshops made of modules."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from peerhub.models.base import ClockTime, Id, Minutes, Part, Record, fault, rule_on
from peerhub.models.public import PrintedText, PublicLine

Strand = Literal[
    "supporter", "champion", "coordinator", "oh-clinician", "trainer", "senior-leader", "refresher"
]
Method = Literal[
    "talk",
    "discussion",
    "pairs",
    "threes",
    "groups",
    "individual",
    "demonstration",
    "practice",
    "quiz",
    "reflection",
]
Priority = Literal["must", "should", "could"]

VAGUE_VERBS = frozenset("understand know appreciate learn realise grasp be become gain".split())
"""First words that name no act: nobody can watch a person do them."""


class Step(Part):
    """One timed step of a session plan."""

    title: PublicLine
    minutes: Minutes
    method: Method
    trainer: PrintedText
    people: PrintedText
    resources: tuple[PublicLine, ...] = ()
    priority: Priority


class Module(Record):
    """One session of the curriculum: what people will be able to do, and the plan to get there."""

    title: PublicLine
    strand: Strand
    summary: PrintedText
    minutes: Minutes
    outcomes: Annotated[tuple[PublicLine, ...], Field(min_length=1)]
    needs: tuple[PublicLine, ...] = ()
    before: tuple[Id, ...] = ()
    content_note: PrintedText | None = None
    evidence: tuple[Id, ...] = ()
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]

    @rule_on("minutes", "steps")
    def _steps_fill_the_time(self) -> None:
        total = sum(step.minutes for step in self.steps)
        if total != self.minutes:
            raise fault(
                f"the steps take {total} minutes but the module says {self.minutes}",
                f"Change the steps, or write minutes: {total}.",
                at="minutes",
            )

    @rule_on("outcomes")
    def _outcomes_can_be_seen(self) -> None:
        for outcome in self.outcomes:
            verb = outcome.split()[0].lower().rstrip(",:")
            if verb in VAGUE_VERBS:
                raise fault(
                    f"the outcome {outcome!r} cannot be observed",
                    "Start with what a person does: explain, show, ask, list, choose …",
                    at="outcomes",
                )


class ModuleItem(Part):
    """A module's place in a day."""

    module: Id


class BreakItem(Part):
    """A short break, in minutes."""

    break_: Minutes = Field(alias="break")


class LunchItem(Part):
    """A lunch break, in minutes."""

    lunch: Minutes


class SessionItem(Part):
    """Time in a day that no module fills: a welcome, a close."""

    session: PublicLine
    minutes: Minutes
    note: PrintedText | None = None


def _item_kind(value: Any) -> str | None:
    """Tell the items of a day apart by the one key that each kind must have."""
    if isinstance(value, dict):
        for key in ("module", "break", "lunch", "session"):
            if key in value:
                return key
        return None
    kinds: dict[type[Part], str] = {ModuleItem: "module", BreakItem: "break", LunchItem: "lunch"}
    return kinds.get(type(value), "session")


Item = Annotated[
    Annotated[ModuleItem, Tag("module")]
    | Annotated[BreakItem, Tag("break")]
    | Annotated[LunchItem, Tag("lunch")]
    | Annotated[SessionItem, Tag("session")],
    Discriminator(
        _item_kind,
        custom_error_type="hub",
        custom_error_message="{message}",
        custom_error_context={
            "message": "this is not an item of a day",
            "hint": "Use one of: module: id, break: minutes, lunch: minutes, session: title.",
        },
    ),
]


class Group(Part):
    """How many people a workshop suits."""

    min: Annotated[int, Field(ge=1)]
    max: Annotated[int, Field(ge=1)]

    @rule_on("min", "max")
    def _in_order(self) -> None:
        if self.max < self.min:
            raise fault(
                f"the largest group ({self.max}) is below the smallest ({self.min})",
                "Swap min and max.",
                at="max",
            )


class WorkshopDay(Part):
    """One day of a workshop: when it starts, and what fills it, in order."""

    title: PublicLine
    start: ClockTime
    end: ClockTime | None = None
    """When the day is meant to end; running past it is shown, never hidden."""
    room: PublicLine | None = None
    week: Annotated[int, Field(ge=1, le=60)] | None = None
    """The week it falls in, for a programme spread over weeks; otherwise days follow each other."""
    items: Annotated[tuple[Item, ...], Field(min_length=1)]


class Workshop(Record):
    """An ordered list of modules over days; its timetable is computed, never typed."""

    title: PublicLine
    summary: PrintedText
    audience: PublicLine
    group: Group
    trainers: Annotated[int, Field(ge=1, le=20)]
    days: Annotated[tuple[WorkshopDay, ...], Field(min_length=1)]

    @property
    def module_ids(self) -> tuple[str, ...]:
        """The ids of its modules, in the order they are taught."""
        return tuple(
            item.module for day in self.days for item in day.items if isinstance(item, ModuleItem)
        )


class ModuleText(Part):
    """What people read in a module, in Markdown: everyone's part, and the trainer's own."""

    participant: str
    trainer: str
