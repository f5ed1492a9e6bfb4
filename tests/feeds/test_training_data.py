"""Modules, workshops and their dates say what the Bioschemas profiles ask for at the least."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from peerhub.catalogue import load
from peerhub.feeds.training_data import CONFORMS_TO, course, course_instance, training_data
from peerhub.models import Where
from tests.projects import ROOT

FOUND = load(ROOT)
ALWAYS = ("@context", "@type", "@id", CONFORMS_TO, "name", "description", "keywords")
"""The minimum of TrainingMaterial 1.0 and Course 1.0."""
OF_AN_INSTANCE = ("@type", "@id", CONFORMS_TO, "courseMode", "location")
"""The minimum of CourseInstance 1.0, within a course that gives the context."""
TAUGHT = [
    *((f"/train/modules/{one.id}/", "LearningResource") for one in FOUND.modules),
    *((f"/train/workshops/{one.id}/", "Course") for one in FOUND.workshops),
]


def held(**places):
    workshop = FOUND.workshop_by_id["trainer-course"]
    event = FOUND.events[0].model_copy(update={"workshop": workshop.id, **places})
    return replace(FOUND, events=(event,)), workshop, event


@pytest.mark.parametrize(("address", "kind"), TAUGHT)
def test_what_a_profile_asks_for_at_the_least_is_there(address, kind):
    facts = training_data(FOUND, address)
    assert facts["@type"] == kind
    assert [one for one in ALWAYS if not facts.get(one)] == []
    assert facts["url"] == FOUND.site.address + address[1:]
    profile = facts[CONFORMS_TO]["@id"]
    assert profile.startswith("https://bioschemas.org/profiles/")
    assert profile.endswith("/1.0-RELEASE")
    json.dumps(facts)


@pytest.mark.parametrize("address", ["/", "/train/modules/", "/train/modules/listening/trainer/"])
def test_other_pages_teach_nothing(address):
    assert training_data(FOUND, address) is None


def test_a_module_names_the_courses_that_have_it_as_they_name_themselves():
    part = training_data(FOUND, "/train/modules/teach-back/")["isPartOf"]
    named = [training_data(FOUND, "/train/workshops/trainer-course/")["@id"]]
    assert [one["@id"] for one in part] == named


@pytest.mark.parametrize(
    ("where", "mode"),
    [
        (Where(place="Ryton"), "onsite"),
        (Where(online=True), "online"),
        (Where(place="Ryton", online=True), "blended"),
    ],
)
def test_a_workshop_that_is_held_says_where_and_how(where, mode):
    found, workshop, event = held(where=where)
    (instance,) = course(found, workshop)["hasCourseInstance"]
    assert [one for one in OF_AN_INSTANCE if not instance.get(one)] == []
    assert instance["courseMode"] == mode
    assert instance["startDate"] == event.date.isoformat()


def test_a_date_without_a_place_is_no_instance_since_its_profile_asks_for_one():
    found, workshop, event = held(where=None)
    assert course_instance(found, event) is None
    assert "hasCourseInstance" not in course(found, workshop)
