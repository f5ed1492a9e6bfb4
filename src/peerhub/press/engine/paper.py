"""What a paper is, for those who order it and for those who set it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from peerhub.models.site import Stamp


@dataclass(frozen=True)
class Paper:
    """One document: where it goes below the site, its template, what it is, and its words.

    `template` is a name below `materials/`, such as "events/door-sign.html"; the styles of the
    same folder (`*.css`) belong to it. The words are plain values that JSON can hold. `stamp` is
    what it says of itself: its revision, and the day of that.
    """

    path: str
    template: str
    title: str
    subject: str
    words: Mapping[str, Any] = field(hash=False)
    stamp: Stamp
