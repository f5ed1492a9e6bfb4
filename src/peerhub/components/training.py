"""The curriculum: what people will be able to do, and lists of modules and workshops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup

from peerhub.components.drawing import small_art
from peerhub.components.render import render
from peerhub.models import Module, Strand, Workshop
from peerhub.questions.bringing import Bringing
from peerhub.words import counted, length


@dataclass(frozen=True)
class _Entry:
    """A module or a workshop in a list: its link, its summary and facts in a few words."""

    title: str
    href: str
    summary: str
    facts: tuple[str, ...]
    picture: str = ""


def outcomes(items: Sequence[str]) -> Markup:
    """Return what people will be able to do, as a list."""
    return render("outcomes", items=items)


STRAND_ART: Mapping[Strand, str] = {
    "supporter": "supporter",
    "champion": "champion",
    "coordinator": "coordinator",
    "oh-clinician": "clinician",
    "trainer": "board",
    "senior-leader": "mirror",
    "refresher": "repeat",
}
"""The picture of each strand, for the eye alone: a file of `materials/drawings/`."""


def strand_picture(strand: Strand, art: Mapping[str, str]) -> Markup:
    """Return the small picture of a strand; nothing where there is no such art."""
    picture = small_art(art.get(STRAND_ART[strand], ""))
    return Markup('<div class="strand-picture">{}</div>').format(picture) if picture else picture


def module_list(modules: Sequence[Module], level: int = 3) -> Markup:
    """Return the modules in the order given, each with its length."""
    entries = [
        _Entry(
            title=module.title,
            href=f"/train/modules/{module.id}/",
            summary=module.summary,
            facts=(length(module.minutes), counted(len(module.steps), "step")),
        )
        for module in modules
    ]
    return render("training_list", entries=entries, level=level, list="ol")


def workshop_list(
    workshops: Sequence[Workshop],
    level: int = 3,
    art: Mapping[str, str] = MappingProxyType({}),
) -> Markup:
    """Return the workshops in the order given, each with its picture, days, modules and group."""
    entries = [
        _Entry(
            title=workshop.title,
            href=f"/train/workshops/{workshop.id}/",
            summary=workshop.summary,
            facts=(
                counted(len(workshop.days), "day"),
                counted(len(workshop.module_ids), "module"),
                f"{workshop.group.min} to {workshop.group.max} people",
            ),
            picture=small_art(art.get(workshop.art or "", "")),
        )
        for workshop in workshops
    ]
    return render("training_list", entries=entries, level=level, list="ul")


def bring(found: Bringing) -> Markup:
    """Return what to bring to a workshop: by kind, then the sheets to print of each module."""
    return render("bring", found=found)
