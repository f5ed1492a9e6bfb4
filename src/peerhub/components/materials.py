"""Materials: every download in one list that can be narrowed down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from peerhub.components.render import render


@dataclass(frozen=True)
class MaterialRow:
    """One file: its link, what it is, its format, for whom, and a few words about it."""

    href: str
    name: str
    kind: str
    format: str
    audience: str
    detail: str


@dataclass(frozen=True)
class MaterialGroup:
    """The files that belong to one page."""

    id: str
    title: str
    href: str
    rows: tuple[MaterialRow, ...]


Filter = tuple[str, str, str, Sequence[tuple[str, str]]]
"""A filter's name, its label, what no choice is called, and the choices: value and words."""


def material_list(
    groups: Sequence[MaterialGroup], filters: Sequence[Filter], level: int = 3
) -> Markup:
    """Return the files by the page they belong to; a script shows the filters and uses them."""
    return render("material_list", groups=groups, filters=filters, level=level)
