"""Which revision each material is: from a sum of its words, whatever they are set in.

Texts count as they were written, with their calls carried out. So no Markdown has to be set to know
it, and nothing that sets texts can give a file another revision.
"""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from peerhub.catalogue import Catalogue
from peerhub.models import Module, RoomSheet, Stamp
from peerhub.questions.materials import Material, pack_parts, training_materials
from peerhub.questions.revised import stamp_of, sum_of
from peerhub.training.prose import Prose
from peerhub.training.words import Words

_OWN_ADDRESS = re.compile(r'(?<=\]\()/|(?<=href=")/')
"""Where an address of the hub begins, in Markdown and in HTML."""


class _Written(Prose):
    """Texts as they were written, their calls carried out, with whole addresses."""

    def html(self, text: str, what: str, deeper: int = 0) -> Markup:  # noqa: ARG002
        return Markup(_OWN_ADDRESS.sub(self.catalogue.site.address, self.filled(text, what)))


class _Said(Words):
    """What materials say, before any of it is set."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__(catalogue, _Written(catalogue))

    def slides(self, module: Module) -> dict[str, Any]:
        return {"slides": self.deck(module).slides}

    def room_sheet(self, sheet: RoomSheet, module: str) -> dict[str, Any]:
        words = (self.prose.html(one, module) for one in (sheet.note, sheet.words))
        return {"title": sheet.title, "form": sheet.form, "words": [sheet.numbered, *words]}

    def apart(self, html: Markup, place: str) -> list[tuple[str, Markup]]:
        return [(place, html)]

    def to_write_in(self, html: Markup) -> Markup:
        return html

    def with_room(self, html: Markup) -> Markup:
        return html


class Revisions:
    """The revision of each material of a catalogue. Words are found once for all of its formats."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.words = _Said(catalogue)
        self._sums: dict[str, str] = {}

    def stamp(self, material: Material) -> Stamp:
        """Return what a material says of itself: its revision, and the day of that."""
        return stamp_of(self.catalogue, name_of(material), self.sum(material))

    def sum(self, material: Material) -> str:
        """Return the sum of a material's words."""
        name = name_of(material)
        if name not in self._sums:
            self._sums[name] = sum_of(self._words(material))
        return self._sums[name]

    def _words(self, material: Material) -> Any:
        """Return the words of a material; those of a pack are its start page's and its parts'."""
        if material.kind != "pack":
            return self.words.of(material)
        workshop = self.catalogue.workshop_by_id[material.source]
        held = pack_parts(workshop, self.catalogue.module_by_id)
        return [self.words.of(material), *(self.sum(one) for one in held)]

    def sums(self) -> dict[str, str]:
        """Return the sum of every material by its name in the ledger."""
        wanted = training_materials(self.catalogue.modules, self.catalogue.workshops)
        return {name_of(one): self.sum(one) for one in wanted}


def name_of(material: Material) -> str:
    """Return what the ledger calls a material; all its formats are one."""
    day = f"-{material.day}" if material.day else ""
    return f"{material.belongs_to}/{material.source}/{material.kind}{day}"


def material_sums(catalogue: Catalogue) -> dict[str, str]:
    """Return the sum of the words of every material of a catalogue."""
    return Revisions(catalogue).sums()
