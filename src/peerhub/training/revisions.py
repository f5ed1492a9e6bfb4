"""Which revision each material is: from a sum of its words, whatever they are set in.

All files of a module are made of one text, so they share one revision: slides, handout, sheets and
package. A guide and a workbook say of each module within them which revision they hold.

Texts count as they were written, with their calls carried out. So no Markdown has to be set to know
it, and nothing that sets texts can give a file another revision.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from peerhub.catalogue import Catalogue
from peerhub.models import Module, RoomSheet, Stamp, Workshop
from peerhub.questions.materials import (
    TWINNED,
    Material,
    module_materials,
    pack_parts,
    packages,
    training_materials,
)
from peerhub.questions.revised import said, stamp_of, sum_of
from peerhub.training.prose import Prose
from peerhub.training.slides import Deck
from peerhub.training.words import Words

_OWN_ADDRESS = ("](", 'href="')
"""What stands before an address of the hub, in Markdown and in HTML."""


class _Written(Prose):
    """Texts as they were written, their calls carried out, with whole addresses."""

    def html(self, text: str, what: str, deeper: int = 0) -> Markup:  # noqa: ARG002
        written, address = self.filled(text, what), self.catalogue.site.address
        for begins in _OWN_ADDRESS:
            written = written.replace(f"{begins}/", f"{begins}{address}")
        return Markup(written)


class _Said(Words):
    """What materials say, before any of it is set."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__(catalogue, _Written(catalogue))

    def slides(self, shown: Deck) -> dict[str, Any]:
        return {"slides": shown.slides}

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
        """Return the words of a material.

        Those of a file of a module are the words of all of them; those of a guide or a workbook
        say the sums of its modules; those of a pack are its start page's and its parts'.
        """
        if material.belongs_to == "module":
            module = self.catalogue.module_by_id[material.source]
            shown = {one.kind: one for one in (*module_materials(module), *packages(module))}
            return {kind: self.words.of(one) for kind, one in shown.items()}
        if material.belongs_to == "briefing":
            return self.words.of(material)
        workshop = self.catalogue.workshop_by_id[material.source]
        if material.kind in TWINNED:
            return self.words.of(material), [self.sum(_text(one)) for one in self._taught(workshop)]
        if material.kind != "pack":
            return self.words.of(material)
        held = pack_parts(workshop, self.catalogue.module_by_id)
        return [self.words.of(material), *(self.sum(one) for one in held)]

    def of_modules(self, material: Material) -> list[str]:
        """Return the revision and its day of each module within a guide or a workbook, in order."""
        if material.belongs_to != "workshop" or material.kind not in TWINNED:
            return []
        workshop = self.catalogue.workshop_by_id[material.source]
        return [said(self.stamp(_text(one))) for one in self._taught(workshop)]

    def _taught(self, workshop: Workshop) -> list[Module]:
        return [self.catalogue.module_by_id[one] for one in workshop.module_ids]

    def sums(self) -> dict[str, str]:
        """Return the sum of every material by its name in the ledger."""
        held = self.catalogue
        wanted = training_materials(held.modules, held.workshops, held.briefings)
        return {name_of(one): self.sum(one) for one in wanted}


def _text(module: Module) -> Material:
    """Return a file of a module: all of them share their revision."""
    return module_materials(module)[0]


def name_of(material: Material) -> str:
    """Return what the ledger calls a material; all its formats are one, as are a module's files."""
    if material.belongs_to == "module":
        return f"module/{material.source}/text"
    day = f"-{material.day}" if material.day else ""
    return f"{material.belongs_to}/{material.source}/{material.kind}{day}"


def material_sums(catalogue: Catalogue) -> dict[str, str]:
    """Return the sum of the words of every material of a catalogue."""
    return Revisions(catalogue).sums()
