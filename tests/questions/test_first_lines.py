"""What comes first for somebody in need: five lines, in the order of how urgent they are."""

from __future__ import annotations

from peerhub.catalogue import load
from peerhub.models import UK_NATIONS
from peerhub.questions.first_lines import first_lines
from tests.components import specimens as some
from tests.projects import ROOT


def test_danger_comes_first_then_the_policing_line_which_says_where_it_answers():
    lines = [one for one in first_lines(load(ROOT).services) if one.is_first]
    assert [(one.phone or one.text, one.nations) for one in lines] == [
        ("999", UK_NATIONS),
        ("0300 131 2789", ("England", "Wales")),
        ("116 123", UK_NATIONS),
        ("111", ("England", "Wales", "Scotland")),
        ("SHOUT to 85258", UK_NATIONS),
    ]


def test_every_other_urgent_line_waits_for_the_choice_of_its_nation():
    services = load(ROOT).services
    lines = first_lines(services)
    urgent = {
        one.phone or one.text for one in services if one.is_published and one.urgency != "rest"
    }
    assert {one.phone or one.text for one in lines} == urgent
    assert all(not one.is_everywhere for one in lines if not one.is_first)


def test_a_service_that_is_still_to_be_checked_is_no_first_line():
    hidden = some.service(id="samaritans", publish="after-check")
    assert first_lines([hidden]) == ()
