"""Cards: choices of where to go next, each one link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from peerhub.components.render import render


@dataclass(frozen=True)
class LinkCard:
    """One choice: a title that is a link, a few words, and perhaps an icon and a tag."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    title: str
    text: str
    href: str
    icon: str | None = None
    tag: str | None = None


def cards(cards: Sequence[LinkCard], level: int = 3) -> Markup:
    """Return a list of cards; `level` is that of their headings."""
    return render("cards", cards=cards, level=level)


def home_paths(cards: Sequence[LinkCard], level: int = 3) -> Markup:
    """Return the big choices of the home page, one for each kind of reader."""
    return render("home_paths", cards=cards, level=level)
