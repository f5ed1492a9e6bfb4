"""Records to show, each with every field that a reader may see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from peerhub.components import DownloadLink, LinkCard
from peerhub.models import (
    Event,
    Force,
    Language,
    Module,
    Poster,
    Reference,
    Region,
    Service,
    Workshop,
)
from peerhub.models.language import ServiceLabels, ShellWords
from peerhub.models.poster import SPOKEN
from peerhub.questions.timetable import session_plan, timetable

KEPT = {"owner": "hub-editors", "review_by": dt.date(2027, 11, 23)}


def service(**changes) -> Service:
    fields = {
        "id": "listening-line",
        "name": "The Listening Line",
        "category": "crisis",
        "urgent": True,
        "what": "Somebody who listens.",
        "who": "Anyone in Wales",
        "nations": ("Wales",),
        "hours": "24 hours, every day",
        "phone": "0300 123 4567",
        "text": "LISTEN to 12345",
        "url": "https://www.listening.example/help",
        "say": "Press 2",
        "words": {"cy": {"translation": "draft", "say": "Gwasgwch 2"}},
        "publish": "yes",
        "last_checked": dt.date(2026, 11, 1),
    }
    return Service(**KEPT, **{**fields, **changes})


def reference(**changes) -> Reference:
    fields = {
        "id": "writer-2020",
        "short": "Writer, 2020",
        "year": 2020,
        "kind": "qualitative study",
        "design": "interviews",
        "about": "peer-support",
        "authors": ("Writer A",),
        "title": "On listening",
        "doi": "10.1000/182",
        "isbn": "978-0-00-000000-0",
        "finding": "People like to be listened to.",
        "limits": "Nine people.",
        "use_for": "The module on listening",
        "confidence": "high",
    }
    return Reference(**KEPT, **{**fields, **changes})


def event(**changes) -> Event:
    fields = {
        "id": "listening-day",
        "title": "Listening Day",
        "kind": "observance",
        "date": dt.date(2027, 2, 4),
        "audience": "Everyone in policing",
        "status": "planned",
        "revision": 0,
        "updated": dt.date(2026, 11, 23),
        "source": "https://listening.example/",
        "summary": "A day to listen.",
    }
    return Event(**KEPT, **{**fields, **changes})


def force(**changes) -> Force:
    fields = {
        "id": "northshire",
        "name": "Northshire & Isle of Wŷr Constabulary",
        "short_name": "Northshire",
        "nation": "England",
        "type": "territorial",
        "region": "north",
        "website": "https://www.northshire.example/",
        "tile": {"row": 0, "col": 0},
    }
    return Force(**KEPT, **{**fields, **changes})


def module(**changes) -> Module:
    steps = (
        {
            "title": "Settle in",
            "minutes": 10,
            "method": "talk",
            "slide": ("You are welcome.", "Now: sit down."),
            "trainer": 'Say: "Welcome."',
            "people": "Sit down.",
            "resources": ("Chairs", "Tea"),
            "priority": "must",
        },
        {
            "title": "Try it",
            "minutes": 55,
            "method": "threes",
            "slide": ("Now: practise.",),
            "trainer": "Walk round.",
            "people": "Practise.",
            "priority": "could",
        },
    )
    fields = {
        "id": "first-steps",
        "title": "First steps",
        "strand": "supporter",
        "summary": "Where to begin.",
        "minutes": 65,
        "outcomes": ("Show how to begin",),
        "steps": steps,
    }
    return Module(**KEPT, **{**fields, **changes})


def workshop(**changes) -> Workshop:
    fields = {
        "id": "one-day",
        "title": "One day",
        "summary": "A day to begin.",
        "audience": "New supporters",
        "group": {"min": 6, "max": 12},
        "trainers": 2,
        "days": (
            {
                "title": "Day 1",
                "start": "09:30",
                "room": "The big room",
                "items": (
                    {"session": "Welcome", "minutes": 20, "note": "Say who you are."},
                    {"module": "first-steps"},
                    {"lunch": 45},
                ),
            },
        ),
    }
    return Workshop(**KEPT, **{**fields, **changes})


def poster(others: Mapping[str, Any] = MappingProxyType({}), **changes) -> Poster:
    """Return a design; `others` are its words in other languages than English."""
    fields = {
        "id": "talk",
        "title": "Talk to us",
        "summary": "Says how to reach a supporter.",
        "audience": "Everyone",
        "code": "T1",
        "readers": "everyone",
        "requires": "trained-supporters",
        "layout": "talk",
        "sizes": ("a4",),
        "headline": ("Need to", "talk?"),
        "invitation": ("Talk to", "one of us."),
        "who": "Colleagues.",
        "does": ("We listen.",),
        "is_not": "Not counselling.",
        "limits": "Private, within limits.",
        "contact": "Talk to us",
        "write_in": ("Team phone",),
        "scan": "Scan:",
        "danger": ("In danger?", "Call 999"),
        "hours": "24 hours",
    }
    fields |= changes
    own = {name: value for name, value in fields.items() if name in Poster.model_fields}
    said = {name: value for name, value in fields.items() if name in SPOKEN}
    return Poster(**KEPT, **{"words": {"en": said, **others}, **own})


def welsh(**changes) -> Language:
    """The language of the table that has words in tests."""
    draft = {"translation": "draft", "draft": "Drafft.", "draft_english": "Draft."}
    small = "code revision qr email phone intranet place example".split()
    words = {name: f"Gair {name}" for name in small}
    fields = {
        "id": "cy",
        "name": "Welsh",
        "own_name": "Cymraeg",
        "nations": ("Wales",),
        "months": ("Ionawr",) * 12,
        "places": {"Wales": "Cymru"},
        "poster": {**draft, **words},
        "pages": {
            **draft,
            "closing": "Beth nesaf",
            "shell": dict.fromkeys(ShellWords.model_fields, "Gair"),
            "names": {},
            "services": dict.fromkeys(ServiceLabels.model_fields, "Gair"),
        },
    }
    return Language(**KEPT, **{**fields, **changes})


REGION = Region(id="north", name="The North", name_cy="Y Gogledd")
CARDS = (
    LinkCard("Train", "Run a workshop.", "/train/", icon="book", tag="For trainers"),
    LinkCard("Talk", "Find someone.", "/support/"),
)
DOWNLOADS = (DownloadLink("Poster, A4", "/posters/talk/northshire-a4.pdf", "PDF", "A4, 1 page"),)


def day():
    """The one day of the specimen workshop, worked out."""
    return timetable(workshop(), {"first-steps": module()})[0]


def steps(**changes):
    """The timed steps of the specimen module."""
    return session_plan(module(**changes))
