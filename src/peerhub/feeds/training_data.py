"""Modules, workshops and their dates in the words of schema.org, by the Bioschemas profiles.

The profiles are those for training of 2022: TrainingMaterial, Course and CourseInstance, each in
its release 1.0. What they ask for at the least is always there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.models import Event, Module, Workshop
from peerhub.models.licence import LICENCE_ADDRESS, ORIGIN
from peerhub.questions.sittings import wheres

CONFORMS_TO = "http://purl.org/dc/terms/conformsTo"
PROFILES = "https://bioschemas.org/profiles/"
KEYWORDS = ("peer support", "policing", "wellbeing")
"""What all training on the hub is about, beside the subject of each."""


def training_data(catalogue: Catalogue, address: str) -> dict[str, Any] | None:
    """Return what the page at an address ("/train/modules/listening/") teaches, if it does."""
    for module in catalogue.modules:
        if address == f"/train/modules/{module.id}/":
            return material(catalogue, module)
    for workshop in catalogue.workshops:
        if address == f"/train/workshops/{workshop.id}/":
            return course(catalogue, workshop)
    return None


def material(catalogue: Catalogue, module: Module) -> dict[str, Any]:
    """Return a module as a LearningResource."""
    page = f"{catalogue.site.address}train/modules/{module.id}/"
    courses = [one for one in catalogue.workshops if module.id in one.module_ids]
    return {
        **_head("LearningResource", "TrainingMaterial/1.0-RELEASE", f"{page}#module"),
        "name": module.title,
        "description": _line(module.summary),
        "keywords": [*KEYWORDS, module.title],
        "url": page,
        "inLanguage": "en-GB",
        "license": LICENCE_ADDRESS,
        "creditText": ORIGIN,
        "learningResourceType": "module",
        "timeRequired": f"PT{module.minutes}M",
        "teaches": list(module.outcomes),
        **(
            {
                "isPartOf": [
                    {"@id": _course_id(catalogue, one), "@type": "Course"} for one in courses
                ]
            }
            if courses
            else {}
        ),
    }


def course(catalogue: Catalogue, workshop: Workshop) -> dict[str, Any]:
    """Return a workshop as a Course, with the dates on which it is held."""
    base = catalogue.site.address
    held = [
        course_instance(catalogue, event)
        for event in catalogue.events
        if event.workshop == workshop.id
    ]
    modules = [catalogue.module_by_id[one] for one in workshop.module_ids]
    return {
        **_head("Course", "Course/1.0-RELEASE", _course_id(catalogue, workshop)),
        "name": workshop.title,
        "description": _line(workshop.summary),
        "keywords": [*KEYWORDS, *(one.title for one in modules)],
        "url": f"{base}train/workshops/{workshop.id}/",
        "inLanguage": "en-GB",
        "license": LICENCE_ADDRESS,
        "audience": {"@type": "Audience", "audienceType": workshop.audience},
        "syllabusSections": [
            {
                "@type": "LearningResource",
                "@id": f"{base}train/modules/{one.id}/#module",
                "name": one.title,
            }
            for one in modules
        ],
        **({"hasCourseInstance": [one for one in held if one]} if any(held) else {}),
    }


def course_instance(catalogue: Catalogue, event: Event) -> dict[str, Any] | None:
    """Return the holding of a workshop; nothing while where and how it is held is not said."""
    places = wheres(event)
    in_rooms = [one.place for one in places if one.place]
    is_online = any(one.online for one in places)
    if not in_rooms and not is_online:
        return None
    page = f"{catalogue.site.address}events/{event.id}/"
    mode = "blended" if in_rooms and is_online else "onsite" if in_rooms else "online"
    return {
        "@type": "CourseInstance",
        "@id": f"{page}#course",
        CONFORMS_TO: {
            "@id": f"{PROFILES}CourseInstance/1.0-RELEASE",
            "@type": "CreativeWork",
        },
        "name": event.title,
        "courseMode": mode,
        "location": in_rooms[0] if in_rooms else "Online",
        "startDate": event.date.isoformat(),
        "endDate": event.last_day.isoformat(),
        "url": page,
    }


def _course_id(catalogue: Catalogue, workshop: Workshop) -> str:
    return f"{catalogue.site.address}train/workshops/{workshop.id}/#course"


def _head(kind: str, profile: str, identity: str) -> Mapping[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": kind,
        "@id": identity,
        CONFORMS_TO: {"@id": f"{PROFILES}{profile}", "@type": "CreativeWork"},
    }


def _line(text: str) -> str:
    return " ".join(text.split())
