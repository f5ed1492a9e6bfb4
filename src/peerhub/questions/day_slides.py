"""The slides of a workshop's whole day, in order: which there are, and where each step stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from peerhub.models import Module, ModuleText
from peerhub.questions.knowledge_check import knowledge_check
from peerhub.questions.moments import DayMoment, moments
from peerhub.questions.slide_shares import OUTCOMES, QUESTIONS, shares
from peerhub.questions.timetable import DayPlan

SlideKind = Literal[
    "opening",
    "session",
    "today",
    "rules",
    "module",
    "content-note",
    "outcomes",
    "step",
    "drawing",
    "questions",
    "pause",
    "back",
    "next",
    "sources",
    "help",
]
LEFT = (60, 50, 40, 30, 20, 15, 10, 5, 2, 1)
"""The minutes left that a break's slides tell, as far as the break is that long."""

SOURCES = 8
"""How many sources one slide names."""


@dataclass(frozen=True)
class SlidePlace:
    """One slide of a day: what it is, the step it is for, and of a break the minutes left.

    `lasts` is after how many minutes the next slide shows by itself; None waits for the trainer.
    """

    kind: SlideKind
    moment: DayMoment | None = None
    left: int = 0
    lasts: int | None = None
    part: int = 0


def day_slides(
    day: DayPlan,
    modules: Mapping[str, Module],
    texts: Mapping[str, ModuleText],
    *,
    is_first: bool = True,
) -> tuple[SlidePlace, ...]:
    """Return the slides of a day; the house rules are told on the first day only.

    A day opens and closes with its own sessions; a break counts down; the day's last slide has
    the numbers to ring, and stays up. A step is followed by its drawing, and a module's last quiz
    by what is asked, as `texts` have it.
    """
    found = [SlidePlace("opening")]
    steps = moments(day, modules)
    for moment in steps:
        if moment.is_pause:
            found += _pause(moment)
        elif moment.module is None:
            found.append(SlidePlace("session", moment))
            if moment is steps[0]:
                found += [SlidePlace("rules", moment)] if is_first else []
                found.append(SlidePlace("today", moment))
        else:
            found += _opens(moment, moment.module) if moment.opens_module else []
            found += _step(moment, moment.module, texts[moment.module.id])
    cited = cited_on(day, modules)
    found.append(SlidePlace("next"))
    found += [SlidePlace("sources", part=at) for at in range(0, len(cited), SOURCES)]
    return (*found, SlidePlace("help"))


def _opens(moment: DayMoment, module: Module) -> list[SlidePlace]:
    """Return the slides with which a module begins."""
    note = [SlidePlace("content-note", moment)] if module.content_note else []
    goals = shares(module.outcomes, OUTCOMES)
    outcomes = [SlidePlace("outcomes", moment, part=part) for part in range(len(goals))]
    return [SlidePlace("module", moment), *note, *outcomes]


def _step(moment: DayMoment, module: Module, text: ModuleText) -> list[SlidePlace]:
    """Return the slide of a step, and those that are shown with it."""
    found = [SlidePlace("step", moment)]
    if module.steps[moment.number].drawing:
        found.append(SlidePlace("drawing", moment))
    if moment.number == last_quiz(module):
        asked = shares(knowledge_check(text), QUESTIONS)
        found += [SlidePlace("questions", moment, part=part) for part in range(len(asked))]
    return found


def last_quiz(module: Module) -> int | None:
    """Return the place of a module's last quiz among its steps, after which its questions stand."""
    quizzes = [number for number, step in enumerate(module.steps) if step.method == "quiz"]
    return quizzes[-1] if quizzes else None


def _pause(moment: DayMoment) -> list[SlidePlace]:
    """Return the slides of a break: each waits until the next is true, and the last for people."""
    told = [moment.minutes, *(one for one in LEFT if one < moment.minutes)]
    after = [*told[1:], 0]
    waits = [
        SlidePlace("pause", moment, one, one - then) for one, then in zip(told, after, strict=True)
    ]
    return [*waits, SlidePlace("back", moment)]


def cited_on(day: DayPlan, modules: Mapping[str, Module]) -> tuple[str, ...]:
    """Return the ids of the sources that a day's modules cite, each once, in order."""
    taught = (modules[row.module] for row in day.rows if row.module)
    return tuple(dict.fromkeys(one for module in taught for one in module.evidence))


def slide_numbers(slides: Sequence[SlidePlace]) -> dict[tuple[int, int], int]:
    """Return the number of the slide of each step, from 1, by its row and its place there."""
    numbers: dict[tuple[int, int], int] = {}
    for number, slide in enumerate(slides, 1):
        if slide.moment and slide.kind in ("session", "step", "pause"):
            numbers.setdefault((slide.moment.row, slide.moment.number), number)
    return numbers
