"""A workshop says how many trainers it needs, and whom single days need as well."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.questions.staffing import staffing
from tests.projects import ROOT


@pytest.mark.parametrize(
    ("trainers", "helpers", "said"),
    [
        (2, (0, 0, 1, 0), "2, and a third on day 3"),
        (2, (0, 0, 0, 0), "2"),
        (3, (1, 2, 0, 0), "3, and a fourth on day 1 and 2 more on day 2"),
    ],
)
def test_trainers_and_helpers_are_told(trainers, helpers, said):
    course = load(ROOT).workshop_by_id["supporter-course"]
    days = tuple(
        day.model_copy(update={"helpers": more})
        for day, more in zip(course.days, helpers, strict=True)
    )
    assert staffing(course.model_copy(update={"trainers": trainers, "days": days})) == said


def test_the_four_day_course_needs_a_third_person_for_its_marked_talks():
    assert staffing(load(ROOT).workshop_by_id["supporter-course"]) == "2, and a third on day 4"
