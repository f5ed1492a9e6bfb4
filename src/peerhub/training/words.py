"""The words of each printed material, as plain values that its template sets out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from peerhub.catalogue import Catalogue
from peerhub.models import Module, RoomSheet, Stamp, Workshop
from peerhub.models.licence import LICENCE
from peerhub.models.plain_words import unmarked
from peerhub.questions import suggested
from peerhub.questions.bringing import bringing
from peerhub.questions.evaluation import outcomes_asked
from peerhub.questions.knowledge_check import CheckQuestion, knowledge_check
from peerhub.questions.marking_sheets import marking_sheet
from peerhub.questions.materials import KIND_NAMES, SHEETS, Kind, Material
from peerhub.questions.needs import needed
from peerhub.questions.staffing import more_on_days
from peerhub.questions.strands import meant_for
from peerhub.questions.timetable import timetable
from peerhub.room import with_room
from peerhub.training.briefing_deck import briefing_deck
from peerhub.training.day_deck import day_deck
from peerhub.training.day_papers import SetOut, of_day
from peerhub.training.deck import deck
from peerhub.training.marking_sheets import sheet_words
from peerhub.training.package_html import apart
from peerhub.training.package_words import package_words
from peerhub.training.paper_slides import slides_on_paper
from peerhub.training.plan_words import day_words, taught_in, tidy
from peerhub.training.prose import Prose
from peerhub.training.room_sheets import printed
from peerhub.training.slides import Deck
from peerhub.training.workbook import to_write_in
from peerhub.words import counted, day, length

CLAIMS = (
    "I felt safe to say no, sit out or step outside",
    "There was enough practice, with feedback I can use",
    "I could take part fully, whatever my access needs",
)
"""What every workshop is asked about itself, whatever it teaches."""

TEMPLATES: Mapping[Kind, str] = {"trainer-guide": "guide", **dict.fromkeys(SHEETS, "sheet")}
"""The templates that are not called what they print."""

IMPRINT = "\ue000"
"""Stands in the words where a material says its revision: a letter that no text may have."""

SIGNED = ("imprint", "foot")
"""The words that hold it."""

CROWDED = 13
"""From this many places on, the rows of an attendance sheet stand closer."""


class Words:
    """Finds the words for materials of one catalogue.

    Where a material says its revision they have IMPRINT, which `signed` fills.
    """

    def __init__(self, catalogue: Catalogue, prose: Prose | None = None) -> None:
        self.catalogue = catalogue
        self._modules: dict[tuple[str, int], dict[str, Any]] = {}
        self._needs: dict[str, list[str]] = {}
        self.prose = prose or Prose(catalogue)
        self.urgent = self.prose.urgent()
        self.imprint = IMPRINT

    def of(self, material: Material) -> dict[str, Any]:
        """Return the words of any material; of a pack, those of the page it starts with."""
        if material.kind == "package":
            said = package_words(self.catalogue, material, self.prose, self.apart, self._sources)
            return {**said, "imprint": f"{self.imprint} {LICENCE}."}
        if material.belongs_to == "workshop":
            workshop = self.catalogue.workshop_by_id[material.source]
            if material.kind == "day-slides":
                return {"slides": self.deck_of(material).slides}
            said = self.workshop(workshop, material.kind)
            set_out = SetOut(self.room_sheet, lambda form: sheet_words(form, self.prose))
            more = of_day(self.catalogue, workshop, material.kind, material.day, set_out)
            return {**said, **more}
        if material.kind == "slides":
            return self.slides(self.deck_of(material))
        module = self.catalogue.module_by_id[material.source]
        match material.kind:
            case "room-sheets":
                return self.room_sheets(module)
            case "spreadsheet":
                return {"words": self.spreadsheet(module)}
        return self.handout(module)

    def signed(self, words: Mapping[str, Any], stamp: Stamp) -> dict[str, Any]:
        """Return some words with the imprint of a stamp: who made it, its revision, its day."""
        said = f"{self.catalogue.site.name}, {stamp.named}, {day(stamp.date)}."
        return {
            **words,
            **{key: words[key].replace(IMPRINT, said) for key in SIGNED if key in words},
        }

    def spreadsheet(self, module: Module) -> str:
        """Return the HTML of a module's practice spreadsheet."""
        sheets = self.catalogue.texts[module.id].sheets
        words = next(one.words for one in sheets if one.form == "spreadsheet")
        return self.prose.html(words, module.title)

    def deck_of(self, material: Material) -> Deck:
        """Return the slides of a module, of a briefing, or of a whole day of a workshop."""
        if material.belongs_to == "briefing":
            briefing = self.catalogue.briefing_by_id[material.source]
            return briefing_deck(self.catalogue, briefing, self.urgent)
        if material.day is None:
            return self.deck(self.catalogue.module_by_id[material.source])
        workshop = self.catalogue.workshop_by_id[material.source]
        return day_deck(self.catalogue, workshop, material.day, self.urgent, self.check)

    def deck(self, module: Module) -> Deck:
        """Return the slides of a module."""
        return deck(self.catalogue, module, self.urgent, self.check(module))

    def check(self, module: Module) -> list[CheckQuestion]:
        """Return a module's knowledge check in plain words."""

        def plain(text: str) -> str:
            return unmarked(self.prose.filled(text, module.title))

        return [
            CheckQuestion(one.number, plain(one.asked), plain(one.answer))
            for one in knowledge_check(self.catalogue.texts[module.id])
        ]

    def slides(self, shown: Deck) -> dict[str, Any]:
        """Return the words of some slides on paper."""
        said = slides_on_paper(shown)
        return {**said, "imprint": f"{self.imprint} {LICENCE}."}

    def handout(self, module: Module) -> dict[str, Any]:
        """Return the words of a module's handout."""
        return {
            "module": self._module(module, deeper=0),
            "foot": f"{module.title}: handout. {self.imprint}",
            "editable": False,
            "imprint": f"{self.imprint} {LICENCE}.",
            "suggested": suggested.MODULE,
        }

    def apart(self, html: Markup, place: str) -> list[tuple[str, Markup]]:
        """Return the sections of a text that stands in a place, as a package has them."""
        return apart(html, self.catalogue.site, place)

    def room_sheets(self, module: Module) -> dict[str, Any]:
        """Return the words of a module's room sheets."""
        return {
            "name": module.title,
            "content_note": tidy(module.content_note) if module.content_note else None,
            "sheets": [
                self.room_sheet(sheet, module.title)
                for sheet in self.catalogue.texts[module.id].sheets
                if sheet.form != "spreadsheet"
            ],
            "urgent": self.urgent,
            "foot": f"{module.title}: room sheets. {self.imprint}",
            "imprint": f"{self.imprint} {LICENCE}.",
            "suggested": suggested.MODULE,
        }

    def room_sheet(self, sheet: RoomSheet, module: str) -> dict[str, Any]:
        """Return the words of one room sheet of a module with this title."""
        return printed(sheet, self.prose, module)

    def workshop(self, workshop: Workshop, kind: Kind) -> dict[str, Any]:
        """Return the words of any printed material of a workshop."""
        modules = [self.catalogue.module_by_id[one] for one in workshop.module_ids]
        plan = timetable(workshop, self.catalogue.module_by_id)
        return {
            "name": workshop.title,
            "summary": tidy(workshop.summary),
            "audience": workshop.audience[:1].lower() + workshop.audience[1:]
            if not workshop.audience.isupper()
            else workshop.audience,
            "group": f"{workshop.group.min} to {workshop.group.max} people",
            "trainers": _trainers(workshop),
            "days": [day_words(one) for one in plan],
            "needs": self._to_bring(workshop),
            "danger": self.prose.danger(),
            "urgent": self.urgent,
            "modules": [
                self._module(module, deeper=1) | when | self._to_write_in(module, kind)
                for module, when in zip(
                    modules, taught_in(plan, self.catalogue.module_by_id), strict=True
                )
            ]
            if kind in ("trainer-guide", "workbook")
            else [],
            "notes": kind == "trainer-guide",
            "foot": f"{workshop.title.split(':')[0]}: {KIND_NAMES[kind].lower()}. {self.imprint}",
            "imprint": f"{self.imprint} {LICENCE}.",
            "suggested": suggested.WORKSHOP,
            "places": range(1, workshop.group.max + 1),
            "crowded": workshop.group.max >= CROWDED,
            "outcomes": outcomes_asked(workshop, self.catalogue.module_by_id),
            "claims": CLAIMS,
            "kind": KIND_NAMES[kind],
            "sheet": self._sheet(workshop, kind),
            "editable": False,
            "ending": "",
        }

    def _to_bring(self, workshop: Workshop) -> list[str]:
        if workshop.id not in self._needs:
            found = self.catalogue
            needs = bringing(workshop, found.module_by_id, found.texts, found.things).said
            self._needs[workshop.id] = needs
        return self._needs[workshop.id]

    def _sheet(self, workshop: Workshop, kind: Kind) -> dict[str, Any] | None:
        if kind not in SHEETS:
            return None
        return sheet_words(marking_sheet(self.catalogue, workshop, kind), self.prose)

    def _module(self, module: Module, deeper: int) -> dict[str, Any]:
        """Return the words of a module; several materials of several workshops have the same."""
        if (module.id, deeper) not in self._modules:
            self._modules[module.id, deeper] = self._module_words(module, deeper)
        return self._modules[module.id, deeper]

    def _module_words(self, module: Module, deeper: int) -> dict[str, Any]:
        text = self.catalogue.texts[module.id]
        return {
            "id": module.id,
            "title": module.title,
            "revised": "",
            "kind": f"{meant_for(module.strand)}, {length(module.minutes)}",
            "summary": tidy(module.summary),
            "content_note": tidy(module.content_note) if module.content_note else None,
            "outcomes": module.outcomes,
            "needs": [one.said for one in needed(module, text)],
            "participant": self.with_room(self.prose.html(text.participant, module.title, deeper)),
            "trainer": self.prose.html(text.trainer, module.title, deeper),
            "sources": self._sources(module),
        }

    def _to_write_in(self, module: Module, kind: Kind) -> dict[str, Any]:
        """Return a module's text as a workbook has it; other papers have it as it is."""
        if kind != "workbook":
            return {}
        return {"workbook": self.to_write_in(self._module(module, deeper=1)["participant"])}

    def to_write_in(self, html: Markup) -> Markup:
        """Return a module's text with room to write, its urgent numbers inside the cover."""
        return to_write_in(html, [name for name, _ in self.urgent])

    def with_room(self, html: Markup) -> Markup:
        """Return a text with room to write in each of its gaps."""
        return Markup(with_room(html))

    def _sources(self, module: Module) -> list[Markup]:
        found = [self.catalogue.reference_by_id[identity] for identity in module.evidence]
        return [
            Markup("<strong>{}</strong>: {}{}").format(
                one.short, one.citation, f" Its limits: {tidy(one.limits)}" if one.limits else ""
            )
            for one in found
        ]


def _trainers(workshop: Workshop) -> str:
    more = more_on_days(workshop)
    return counted(workshop.trainers, "trainer") + (f", and {more}" if more else "")
