"""What a workshop's planner needs to set out run sheets and print lists: plain values for a script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.components.plans import METHODS
from peerhub.models import Workshop
from peerhub.questions.day_sheets import DaySheet, day_sheets, sheets_of
from peerhub.questions.day_slides import day_slides, slide_numbers
from peerhub.questions.marking_sheets import marking_sheet
from peerhub.questions.materials import KIND_NAMES, SHEETS
from peerhub.questions.moments import Moment, leads, moments
from peerhub.questions.timetable import DayPlan


@dataclass(frozen=True)
class PlannedPapers:
    """Each step's method, leaders, slide and sheets by day, row and place; what is printed.

    A step's sheets are places in `sheets`. A form is printed every day, on the first, on the last,
    or when the module whose id it names is taught.
    """

    steps: Mapping[tuple[int, int, int], tuple[str, str, int, list[int]]]
    sheets: Sequence[Mapping[str, Any]]
    forms: Sequence[Mapping[str, Any]]
