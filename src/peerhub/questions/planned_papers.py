"""What a workshop's planner needs to set out run sheets and print lists of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peerhub.catalogue import Catalogue
from peerhub.models import Workshop
from peerhub.questions.day_sheets import DaySheet, day_sheets, sheets_of
from peerhub.questions.day_slides import day_slides, slide_numbers
from peerhub.questions.moments import leads, moments
from peerhub.questions.printed_forms import PrintedForm, printed_forms
from peerhub.questions.timetable import DayPlan


@dataclass(frozen=True)
class StepPapers:
    """Who leads a step, as "1 and 2"; its slide; and the places of its sheets among all."""

    leads: str
    slide: int
    sheets: tuple[int, ...]


@dataclass(frozen=True)
class PlannedPapers:
    """Each step's papers by its day, its row and its place there, all from 0; and what is printed.

    `sheets` holds the sheets of all days, one day after the other.
    """

    steps: Mapping[tuple[int, int, int], StepPapers]
    sheets: Sequence[DaySheet]
    forms: Sequence[PrintedForm]


def planned_papers(
    catalogue: Catalogue, workshop: Workshop, days: Sequence[DayPlan]
) -> PlannedPapers:
    """Return what is printed for the days of a workshop, and which step uses what."""
    modules = catalogue.module_by_id
    steps: dict[tuple[int, int, int], StepPapers] = {}
    every: list[DaySheet] = []
    for at, day in enumerate(days):
        sheets = day_sheets(day, modules, catalogue.texts)
        slides = slide_numbers(day_slides(day, modules, catalogue.texts, is_first=at == 0))
        for moment in moments(day, modules):
            steps[at, moment.row, moment.number] = StepPapers(
                " and ".join(map(str, leads(moment, day, workshop.trainers))),
                slides[moment.row, moment.number],
                tuple(len(every) + number - 1 for number in sheets_of(moment, sheets)),
            )
        every += sheets
    return PlannedPapers(steps, every, printed_forms(catalogue, workshop))
