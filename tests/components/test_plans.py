from __future__ import annotations

from dataclasses import replace

import pytest

from peerhub.components import outline, session_plan, timetable
from peerhub.components.plans import elapsed
from tests.components import specimens as some
from tests.components.reading import links, tags, words


def test_a_timetable_reads_time_then_what_then_how_long():
    assert words(timetable(some.day())) == [
        "Day 1",
        "09:30 to 11:40",
        "The big room",
        "Time",
        "What happens, and for how long",
        *["09:30", "to", "09:50", "Welcome", "20 minutes", "Say who you are."],
        *["09:50", "to", "10:55", "First steps", "1 hour 5 minutes"],
        *["10:55", "to", "11:40", "Lunch", "45 minutes"],
    ]


def test_a_timetable_is_a_table_with_a_caption_and_scoped_headers():
    shown = timetable(some.day())
    assert len(tags(shown, "caption")) == 1
    assert [header["scope"] for header in tags(shown, "th")] == ["col"] * 2 + ["row"] * 3


def test_a_timetable_is_told_as_a_table_by_its_elements_alone():
    assert "role=" not in timetable(some.day())


def test_a_module_in_a_timetable_leads_to_its_page():
    assert links(timetable(some.day())) == ["/train/modules/first-steps/"]


def test_a_session_plan_reads_clock_title_method_priority_and_who_does_what():
    assert words(session_plan(some.steps()))[:27] == [
        *["0:00–0:10", "10 minutes", "Settle in", "Talk", "Must"],
        *["You", 'Say: "Welcome."', "They", "Sit down."],
        *["Slide", "You are welcome.", "Now: sit down.", "With", "Chairs; Tea"],
        *["0:10–1:05", "55 minutes", "Try it", "In threes", "Could"],
        *["You", "Walk round.", "They", "Practise.", "Slide", "Now: practise."],
        *["Must", "always do it."],
    ]


def test_an_outline_tells_participants_what_happens_and_nothing_of_the_trainer():
    assert words(outline(some.steps())) == ["Settle in", "10 minutes", "Try it", "55 minutes"]


@pytest.mark.parametrize(
    ("minutes", "said"), [(0, "0:00"), (5, "0:05"), (60, "1:00"), (125, "2:05")]
)
def test_time_since_the_start_is_hours_and_minutes(minutes, said):
    assert elapsed(minutes) == said


def test_a_day_that_runs_past_its_planned_end_says_so_above_its_table():
    late = replace(some.day(), due="11:30")
    assert words(timetable(late))[0] == "This runs 10 minutes past the planned end at 11:30."
