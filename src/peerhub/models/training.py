"""The suggested curriculum: modules made of timed steps, and workshops made of modules."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Discriminator, Field, Tag

from peerhub.models.base import Id, Line, Minutes, Part, Record, Text, fault, rule_on
from peerhub.models.clock import ClockTime
from peerhub.models.outcome import unseen
from peerhub.models.plain_words import Title
from peerhub.models.public import PlainPrinted, PrintedText, PublicLine, PublicTitle

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
Form = Literal["attendance", "evaluation", "observation", "marking", "teach-back", "certificate"]
USUAL_FORMS: tuple[Form, ...] = ("attendance", "evaluation", "certificate")
"""The forms of a workshop that does not say: those that need nothing from its modules."""


POINTS = 6
"""How many points a slide may have: five, and the last one with what to do now."""

LETTERS = 80
"""How long a point may be. Six points of 80 letters fit a slide in 20 points of type."""

NOW = "Now: "
"""How the last point of a slide begins: it tells the room what to do."""


def _short_enough(point: str) -> str:
    if len(point) > LETTERS:
        raise fault(
            f"this point of a slide has {len(point)} letters",
            f"Write at most {LETTERS}: the trainer says the rest.",
        )
    return point


def _few_enough(points: tuple[str, ...]) -> tuple[str, ...]:
    if not 1 <= len(points) <= POINTS:
        raise fault(
            f"this slide has {len(points)} points",
            f"Write one to {POINTS}, the last of them with what to do now.",
        )
    if not points[-1].startswith(NOW):
        raise fault(
            "this slide does not end with what to do now", f"Begin its last point with '{NOW}'."
        )
    return points


Point = Annotated[PublicLine, AfterValidator(_short_enough)]


class Step(Part):
    """One timed step of a session plan.

    `trainer` and `people` are for the trainer, who reads what to say and what people will do.
    `slide` is for the room: points that speak to whoever sits there, and what to do now. After it
    comes its `drawing`, if it has one, large enough for the last row.
    """

    title: PublicTitle
    minutes: Minutes
    method: Method
    slide: Annotated[tuple[Point, ...], AfterValidator(_few_enough)]
    trainer: PrintedText
    people: PrintedText
    resources: tuple[PublicLine, ...] = ()
    sheets: tuple[Line, ...] = ()
    """The room sheets that it uses, by their titles: each stands among the module's needs."""
    priority: Priority
    drawing: Id | None = None


class SheetNeed(Part):
    """Something to bring that the module's own text holds: one of its room sheets, by title."""

    sheet: Line
    file: Literal["ods"] | None = None
    """Set for a sheet that is no paper: a spreadsheet to open in class."""


def _need_kind(value: Any) -> str:
    return "sheet" if isinstance(value, dict | SheetNeed) else "words"


Need = Annotated[
    Annotated[Line, Tag("words")] | Annotated[SheetNeed, Tag("sheet")],
    Discriminator(_need_kind),
]
"""One thing to bring: in words, or as the title of a room sheet."""


class Module(Record):
    """One session of the curriculum: what people will be able to do, and the plan to get there."""

    title: PublicTitle
    strand: Strand
    summary: PlainPrinted
    minutes: Minutes
    outcomes: Annotated[tuple[PublicLine, ...], Field(min_length=1)]
    needs: tuple[Need, ...] = ()
    before: tuple[Id, ...] = ()
    content_note: PrintedText | None = None
    evidence: tuple[Id, ...] = ()
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]

    @property
    def sheets(self) -> tuple[SheetNeed, ...]:
        """The room sheets it needs."""
        return tuple(need for need in self.needs if isinstance(need, SheetNeed))

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
            why = unseen(outcome)
            if why:
                raise fault(
                    why,
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
    slide: Annotated[tuple[Point, ...], AfterValidator(_few_enough)] = ()
    """What the room sees of it in the slides for the whole day, and what to do now."""
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

    title: PublicTitle
    start: ClockTime
    end: ClockTime | None = None
    """When the day is meant to end; running past it is shown, never hidden."""
    room: PublicLine | None = None
    week: Annotated[int, Field(ge=1, le=60)] | None = None
    """The week it falls in, for a programme spread over weeks; otherwise days follow each other."""
    helpers: Annotated[int, Field(ge=0, le=20)] = 0
    """How many trained people it needs beside the trainers of the whole workshop."""
    items: Annotated[tuple[Item, ...], Field(min_length=1)]


class Workshop(Record):
    """An ordered list of modules over days; its timetable is computed, never typed."""

    title: PublicTitle
    summary: PlainPrinted
    audience: PublicLine
    group: Group
    trainers: Annotated[int, Field(ge=1, le=20)]
    art: Id | None = None
    """A picture for the eye alone: the name of a file of `materials/drawings/`."""
    forms: tuple[Form, ...] = USUAL_FORMS
    days: Annotated[tuple[WorkshopDay, ...], Field(min_length=1)]

    @property
    def module_ids(self) -> tuple[str, ...]:
        """The ids of its modules, in the order they are taught."""
        return tuple(
            item.module for day in self.days for item in day.items if isinstance(item, ModuleItem)
        )


SheetForm = Literal["cards", "pages", "sheet", "checklist", "spreadsheet"]
"""What is made of its words: cards to cut out, a page for each, a sheet, lines to mark, a file."""


class RoomSheet(Part):
    """What is handed out in the room, in Markdown; its words stand once in the module's text."""

    title: Title
    form: SheetForm
    note: Text
    """How many to print, and what for: its first sentence stands beside its title."""
    words: Text
    numbered: bool = True
    """Whether cards made of a numbered list show their numbers."""
    own: str = ""
    """Those words that stand below its heading; the others are marked in the text above."""
    line: int
    """The line of its heading in the file."""


class ModuleText(Part):
    """What people read in a module, in Markdown: everyone's part, and the trainer's own."""

    participant: str
    trainer: str
    sheets: tuple[RoomSheet, ...] = ()
