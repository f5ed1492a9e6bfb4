"""The words of each printed material, as plain values that its template sets out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from peerhub.catalogue import Catalogue
from peerhub.components.plans import METHODS, PRIORITIES, elapsed
from peerhub.models import Module, Stamp, Workshop
from peerhub.packs.deck import AUDIENCES, SUGGESTED, Deck, deck
from peerhub.packs.look import LINE, RUST, body_size, time_gone
from peerhub.packs.prose import Prose
from peerhub.packs.room_sheets import printed
from peerhub.press.tools import with_room
from peerhub.questions.needs import brought, needed
from peerhub.questions.timetable import DayPlan, session_plan, timetable
from peerhub.words import counted, day, length

SUGGESTED_WORKSHOP = (
    "This workshop is our own suggestion. The National Police Wellbeing Service has not "
    "published the length or the content of its courses."
)
CLAIMS = (
    "I can say what a peer supporter does and does not do",
    "I can say what stays private, and what cannot",
    "I know who to turn to when it is more than I can hold",
    "I felt safe to say no, sit out or step outside",
    "There was enough practice, with feedback I can use",
    "I could take part fully, whatever my access needs",
)
SIGNS = (
    "Says the limits of privacy before the talk begins",
    "Leaves space, and does not fill a silence",
    "Asks open questions",
    "Reflects what was said, or names a feeling",
    "Gives no advice, and tells no story of their own",
    "Picks up a hint of risk, and asks plainly about suicide",
    "Closes with a summary and a next step the person chose",
)
TEACHING = (
    "Says what people will be able to do, and why it matters on shift",
    "Gives the content note and a way out, without drama",
    "States the limits of privacy when they apply, and gets them right",
    "Speaks for less than half of the time",
    "Gives instructions that people can follow the first time",
    "Notices the room: who is lost, who is silent, who has had enough",
    "Handles the surprise with calm and respect",
    "Keeps to the content: nothing unsafe is added and nothing vital is lost",
    "Makes honest claims and gives the source when asked",
    "Ends on time, with a check on what people can now do",
)
"""The ten lines of the module on teach-back, so that learners meet one standard."""


class Words:
    """Finds the words for materials of one catalogue and one edition."""

    def __init__(self, catalogue: Catalogue, stamp: Stamp) -> None:
        self.catalogue = catalogue
        self.stamp = stamp
        self.prose = Prose(catalogue)
        self.urgent = self.prose.urgent()
        self.imprint = f"{catalogue.site.name}, edition {stamp.edition}, {day(stamp.date)}."

    def deck(self, module: Module) -> Deck:
        """Return the slides of a module."""
        return deck(self.catalogue, module, self.urgent, self.stamp.edition)

    def slides(self, module: Module) -> dict[str, Any]:
        """Return the words of a module's slides on paper."""
        shown = self.deck(module)
        return {
            "track": f"#{LINE}",
            "go": f"#{RUST}",
            "slides": [
                {
                    "title": slide.title,
                    "kicker": slide.kicker,
                    "lines": slide.lines,
                    "bulleted": slide.bulleted,
                    "opening": number == 0,
                    "size": body_size(slide, opening=number == 0),
                    "gone": gone and {"said": gone.said, "width": f"{gone.part:.2%}"},
                }
                for number, slide in enumerate(shown.slides)
                for gone in (time_gone(shown, slide),)
            ],
        }

    def handout(self, module: Module) -> dict[str, Any]:
        """Return the words of a module's handout."""
        return {
            "module": self._module(module, deeper=0),
            "foot": f"{module.title}: handout. {self.imprint}",
            "imprint": self.imprint,
            "suggested": SUGGESTED,
        }

    def room_sheets(self, module: Module) -> dict[str, Any]:
        """Return the words of a module's room sheets."""
        return {
            "name": module.title,
            "content_note": _tidy(module.content_note) if module.content_note else None,
            "sheets": [
                printed(sheet, self.prose, module.title)
                for sheet in self.catalogue.texts[module.id].sheets
                if sheet.form != "spreadsheet"
            ],
            "urgent": self.urgent,
            "foot": f"{module.title}: room sheets. {self.imprint}",
            "imprint": self.imprint,
            "suggested": SUGGESTED,
        }

    def workshop(self, workshop: Workshop, kind: str) -> dict[str, Any]:
        """Return the words of any printed material of a workshop."""
        modules = [self.catalogue.module_by_id[one] for one in workshop.module_ids]
        things, sheets = brought(modules, self.catalogue.texts)
        return {
            "name": workshop.title,
            "summary": _tidy(workshop.summary),
            "audience": workshop.audience[:1].lower() + workshop.audience[1:]
            if not workshop.audience.isupper()
            else workshop.audience,
            "group": f"{workshop.group.min} to {workshop.group.max} people",
            "trainers": counted(workshop.trainers, "trainer"),
            "days": [_day(one) for one in timetable(workshop, self.catalogue.module_by_id)],
            "needs": [*things, *(one.said for one in sheets)],
            "urgent": self.urgent,
            "modules": [self._module(module, deeper=1) for module in modules]
            if kind in ("trainer-guide", "workbook")
            else [],
            "notes": kind == "trainer-guide",
            "foot": f"{workshop.title}: {kind.replace('-', ' ')}. {self.imprint}",
            "imprint": self.imprint,
            "suggested": SUGGESTED_WORKSHOP,
            "places": range(1, workshop.group.max + 1),
            "claims": CLAIMS,
            "signs": TEACHING if kind == "teach-back" else SIGNS,
        }

    def _module(self, module: Module, deeper: int) -> dict[str, Any]:
        text = self.catalogue.texts[module.id]
        return {
            "id": module.id,
            "title": module.title,
            "kind": f"{AUDIENCES[module.strand]}, {length(module.minutes)}",
            "summary": _tidy(module.summary),
            "content_note": _tidy(module.content_note) if module.content_note else None,
            "outcomes": module.outcomes,
            "needs": [one.said for one in needed(module, text)],
            "steps": _steps(module),
            "participant": Markup(
                with_room(self.prose.html(text.participant, module.title, deeper))
            ),
            "trainer": self.prose.html(text.trainer, module.title, deeper),
            "sources": self._sources(module),
        }

    def _sources(self, module: Module) -> list[Markup]:
        found = [self.catalogue.reference_by_id[identity] for identity in module.evidence]
        return [
            Markup("<strong>{}</strong>: {}{}").format(
                one.short, one.citation, f" Its limits: {_tidy(one.limits)}" if one.limits else ""
            )
            for one in found
        ]


def _steps(module: Module) -> list[dict[str, Any]]:
    return [
        {
            "title": planned.step.title,
            "starts": elapsed(planned.starts),
            "ends": elapsed(planned.ends),
            "method": METHODS[planned.step.method].lower(),
            "priority": PRIORITIES[planned.step.priority].lower(),
            "trainer": _tidy(planned.step.trainer),
            "people": _tidy(planned.step.people),
            "resources": "; ".join(planned.step.resources),
        }
        for planned in session_plan(module)
    ]


def _day(one: DayPlan) -> dict[str, Any]:
    return {
        "title": one.title,
        "short": one.title.split(":")[0],
        "start": one.start,
        "end": one.end,
        "room": one.room,
        "late": one.overrun,
        "rows": _rows(one),
    }


def _rows(one: DayPlan) -> Sequence[dict[str, Any]]:
    return [
        {
            "start": row.start,
            "end": row.end,
            "title": row.title,
            "note": _tidy(row.note) if row.note else None,
            "length": length(row.minutes),
            "pause": row.kind in ("break", "lunch"),
        }
        for row in one.rows
    ]


def _tidy(text: str) -> str:
    return " ".join(text.split())
