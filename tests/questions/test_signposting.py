"""Services are shown in their order, and only when they were checked."""

from __future__ import annotations

import pytest

from peerhub.catalogue import load
from peerhub.models import UK_NATIONS
from peerhub.questions.signposting import nations_of, numbers_for, signpost
from tests.projects import ROOT

FOUND = load(ROOT)
SERVICES = FOUND.services


def test_danger_stands_first_then_urgent_then_the_rest():
    levels = [service.urgency for service in signpost(SERVICES)]
    assert levels == sorted(levels, key=("danger", "urgent", "rest").index)
    assert signpost(SERVICES)[0].phone == "999"


def test_no_service_that_is_still_to_be_checked_is_shown():
    assert {service.publish for service in signpost(SERVICES)} == {"yes"}
    assert "call-wales" not in {service.id for service in signpost(SERVICES)}


def test_no_line_that_closes_is_called_urgent():
    assert all(service.is_open_all_hours for service in signpost(SERVICES, level="urgent"))
    assert "breathing-space" not in {one.id for one in signpost(SERVICES, level="urgent")}


@pytest.mark.parametrize(
    ("nation", "first"),
    [
        ("England", "nhs-111-england"),
        ("Wales", "nhs-111-wales"),
        ("Scotland", "nhs-24-scotland"),
        ("Northern Ireland", "lifeline-ni"),
    ],
)
def test_each_nation_has_its_own_urgent_line(nation, first):
    urgent = [one.id for one in signpost(SERVICES, level="urgent", nation=nation)]
    assert urgent[0] == first
    assert "samaritans" in urgent
    assert ("npws-crisis-line" in urgent) == (nation in ("England", "Wales"))


def test_a_force_of_many_nations_has_the_numbers_of_each():
    assert nations_of("United Kingdom") == UK_NATIONS
    assert nations_of("Great Britain") == ("England", "Wales", "Scotland")
    assert nations_of("Crown Dependency") == ()


def numbers(force):
    return [one.id for one in numbers_for(FOUND.force_by_id[force], SERVICES)]


def test_a_force_has_the_numbers_of_its_own_nations_danger_first():
    assert numbers("kent") == [
        "999",
        "nhs-111-england",
        "samaritans",
        "shout",
        "npws-crisis-line",
    ]
    assert numbers("northern-ireland") == ["999", "lifeline-ni", "samaritans", "shout"]
    assert numbers("jersey") == []


@pytest.mark.parametrize("force", ["british-transport-police", "police-scotland", "jersey"])
def test_the_policing_line_is_not_offered_where_its_cover_is_not_confirmed(force):
    assert "npws-crisis-line" not in numbers(force)
