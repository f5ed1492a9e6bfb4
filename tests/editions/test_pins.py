"""The edition whose workshop an event uses: it was made, holds the workshop, and fits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from peerhub.catalogue import Issues
from peerhub.hub import Hub
from tests.projects import EVENT, SMALL

WORKSHOP = """\
workshops:
- id: short-one
  owner: hub-editors
  review_by: 2027-05-01
  title: A short one
  summary: An hour.
  audience: Everyone
  group: {min: 6, max: 12}
  trainers: 2
  days:
  - title: The hour
    start: "09:00"
    items:
    - {session: Talk, minutes: 60}
"""
USED = """\
  start: "13:00"
  end: "14:00"
  workshop: short-one
  workshop_edition: "{edition}"
"""
PUBLISHED = {
    "workshops": [
        {
            "id": "short-one",
            "timetable": [
                {
                    "title": "The hour as it was",
                    "rows": [
                        {"start": "09:00", "end": "10:30", "title": "Long talk", "kind": "session"}
                    ],
                }
            ],
        }
    ]
}


@pytest.fixture
def root(tmp_path):
    """A small project with a workshop, and records of the editions 2025.1 and 2025.2."""
    made = tmp_path / "project"
    for folder in ("docs", "data/editions"):
        (made / folder).mkdir(parents=True)
    for name, text in {**SMALL, "workshops.yml": WORKSHOP}.items():
        (made / "data" / name).write_text(text, encoding="utf-8")
    for name, held in (("2025.1", {"workshops": []}), ("2025.2", PUBLISHED)):
        whole = {"edition": name, "dated": "2025-06-01", "forces": [], **held}
        (made / "data" / "editions" / f"{name}.json").write_text(json.dumps(whole))
    return made


def opened(root: Path, edition: str, **changes: str):
    text = EVENT + USED.format(edition=edition)
    for old, new in changes.values():
        text = text.replace(old, new)
    (root / "data" / "events.yml").write_text(text, encoding="utf-8")
    return Hub.open(root).catalogue


def told(root: Path, edition: str, **changes: str) -> list[str]:
    with pytest.raises(Issues) as raised:
        opened(root, edition, **changes)
    return [issue.as_text() for issue in raised.value.issues]


def test_this_edition_needs_no_record(root):
    assert "2026.1" not in opened(root, "2026.1").kept


def test_an_edition_that_was_never_made_is_refused(root):
    assert told(root, "2019.1") == [
        "data/events.yml:16:21: event 'open-day': edition 2019.1 was not published. "
        "Name one that has a record in data/editions/, or this one, 2026.1."
    ]


def test_an_edition_without_the_workshop_is_refused(root):
    assert told(root, "2025.1") == [
        "data/events.yml:16:21: event 'open-day': edition 2025.1 has no workshop 'short-one'. "
        "Name an edition that has it, or this one, 2026.1."
    ]


def test_an_event_keeps_to_the_hours_of_the_edition_it_names(root):
    assert told(root, "2025.2") == [
        "data/events.yml:15:13: event 'open-day' is from 13:00 to 14:00 on 2027-03-01, but that "
        "day of the workshop 'short-one' takes 1 hour 30 minutes. "
        'Write end: "14:30", or name another workshop.'
    ]
    found = opened(root, "2025.2", end=('end: "14:00"', 'end: "14:30"'))
    (only,) = found.kept["2025.2"]["short-one"]["timetable"]
    assert only["title"] == "The hour as it was"


def test_an_event_that_does_not_fit_this_edition_is_refused(root):
    (only,) = told(root, "2026.1", end=('end: "14:00"', 'end: "15:00"'))
    assert only.endswith(
        "is from 13:00 to 15:00 on 2027-03-01, but that day of the workshop 'short-one' takes "
        '1 hour. Write end: "14:00", or name another workshop.'
    )
