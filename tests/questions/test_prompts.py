"""The prompts are read from the page that people read."""

from __future__ import annotations

from peerhub.questions.prompts import PAGE, Week, weeks
from tests.projects import ROOT

TEXT = """\
## Prompts

### Week 1: Notice

1. What landed?
2. What did you rush?

### Week 2: Load

1. What did you add?

### For a day with one minute

1. One good thing.
"""


def test_each_week_has_its_own_prompts_and_no_others():
    assert weeks(TEXT) == [
        Week(1, "Notice", ("What landed?", "What did you rush?")),
        Week(2, "Load", ("What did you add?",)),
    ]


def test_a_page_without_weeks_has_none():
    assert weeks("# A page\n\nSome words.\n") == []


def test_the_real_page_has_seven_weeks_of_five_working_days():
    found = weeks((ROOT / "docs" / PAGE).read_text(encoding="utf-8"))
    assert [(week.number, len(week.prompts)) for week in found] == [(n, 5) for n in range(1, 8)]
