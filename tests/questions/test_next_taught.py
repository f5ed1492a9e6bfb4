"""What is taught when: by the workshop of the edition an event uses, and only what is to come."""

from __future__ import annotations

import pytest

from peerhub.models import Workshop
from peerhub.questions.next_taught import modules_taught, teaching_modules, to_come
from tests.components.specimens import workshop
from tests.invented import day, meeting

WORKSHOPS = {"one-day": Workshop.model_validate(workshop())}
KEPT = {"2025.2": {"one-day": {"modules": ["older-steps"]}}}


def course(**changes):
    fields = {"workshop": "one-day", "workshop_edition": "2026.1", **changes}
    return meeting(**fields)


@pytest.mark.parametrize(
    ("edition", "modules"),
    [("2026.1", ("first-steps",)), ("2025.2", ("older-steps",)), ("2025.1", ())],
)
def test_an_event_teaches_the_modules_of_the_edition_it_uses(edition, modules):
    event = course(workshop_edition=edition)
    assert modules_taught(event, "2026.1", WORKSHOPS, KEPT) == modules


def test_an_event_without_a_workshop_teaches_no_module():
    assert teaching_modules([meeting()], "2026.1", WORKSHOPS, KEPT) == {}


def test_a_module_has_its_events_in_order_of_time():
    later, sooner = course(id="later", date=day("2027-05-01")), course(id="sooner")
    found = teaching_modules([later, sooner], "2026.1", WORKSHOPS, KEPT)
    assert found == {"first-steps": [sooner, later]}


def test_what_begins_on_the_day_is_to_come_and_what_has_begun_or_is_cancelled_is_not():
    begun = course(id="begun", date=day("2027-03-08"), end_date=day("2027-03-10"))
    off = course(id="off", status="cancelled", revision=1)
    on = course(id="on")
    assert to_come([off, on, begun], day("2027-03-09")) == [on]
    assert to_come([off, on, begun], day("2027-03-10")) == []
