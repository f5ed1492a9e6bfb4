"""Whom each strand of the curriculum is for, as pages, calendars, slides and papers name them."""

from __future__ import annotations

from collections.abc import Mapping

from peerhub.models import Strand

PROPER = "Occupational"
"""A name that keeps its capital within a sentence."""

ONE: Mapping[Strand, str] = {
    "supporter": "Peer supporter",
    "champion": "Peer champion",
    "coordinator": "Coordinator",
    "oh-clinician": f"{PROPER} Health clinician",
    "trainer": "Trainer",
    "senior-leader": "Senior leader",
    "refresher": "Refresher",
}
"""What one of them is called; of a refresher, what they come to."""

MANY: Mapping[Strand, str] = {
    **{strand: f"{name}s" for strand, name in ONE.items()},
    "refresher": "People who are trained already",
}
"""What several are called."""


def meant_for(strand: Strand) -> str:
    """Return "For peer supporters"."""
    many = MANY[strand]
    return f"For {many if many.startswith(PROPER) else many[:1].lower() + many[1:]}"
