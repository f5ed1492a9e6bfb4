"""What a package for a learning system says: a module to read and answer, or a pre-reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from peerhub.catalogue import Catalogue
from peerhub.catalogue.knowledge_checks import NUMBERED, QUESTIONS
from peerhub.models import Module, ModuleText, Workshop
from peerhub.questions import suggested
from peerhub.questions.knowledge_check import knowledge_check
from peerhub.questions.limits import limits_words
from peerhub.questions.materials import Material
from peerhub.questions.strands import meant_for
from peerhub.questions.timetable import timetable
from peerhub.training.plan_words import tidy
from peerhub.training.prose import Prose
from peerhub.words import length, listed

OPENING, CHECK, SOURCES = "Before you begin", "Knowledge check", "Evidence"
HOW = (
    "Think or write first. Then open our answer and compare. What you write stays in this window. "
    "It is not kept, not sent and not marked."
)
TOLD = (
    "This lesson tells your learning system that you began it and that you finished it. It reports "
    "no score, no answer and no time."
)
YOURS = (
    "You may watch, sit out or step outside at any time, and you need not say why.",
    "Tell a trainer before the day what would help you to take part.",
    "This reading may stir something. Stop at any line, and come back or not.",
)
"""What we suggest that everyone hears before a workshop."""

IN_ROOM = "Activit"
"""How the headings begin of what people do in the room: no pre-reading has it."""

Part = dict[str, Any]
"""A part: its `title`, its words as `html`, and the `questions` that follow them."""

Apart = Callable[[Markup, str], list[tuple[str, Markup]]]
"""Takes a text that stands in a place apart at its second-level headings, links made words."""

Sources = Callable[[Module], Sequence[Any]]
"""What a module is based on, a line each."""


def package_words(
    catalogue: Catalogue, material: Material, prose: Prose, apart: Apart, sources: Sources
) -> dict[str, Any]:
    """Return what the package of a module or a workshop says. Raises PressError as `apart` does."""
    said: dict[str, Any]
    if material.belongs_to == "module":
        module = catalogue.module_by_id[material.source]
        read = _Reading(module, catalogue.texts[module.id], prose, apart)
        said = {
            "title": module.title,
            "lead": tidy(module.summary),
            "kind": f"{meant_for(module.strand)}, {length(module.minutes)}",
            "suggested": suggested.MODULE,
            "parts": _module_parts(read, sources(module)),
        }
    else:
        workshop = catalogue.workshop_by_id[material.source]
        said = {
            "title": f"Before you come: {workshop.title}",
            "lead": tidy(workshop.summary),
            "kind": "To read before a workshop",
            "suggested": suggested.WORKSHOP,
            "parts": _reading_parts(catalogue, workshop, prose, apart),
        }
    more = {"how": HOW, "told": TOLD, "danger": listed(prose.danger(), "or")}
    return {**said, **more, "urgent": prose.urgent()}


@dataclass(frozen=True)
class _Reading:
    """A module's text, and what makes HTML of it and takes that apart."""

    module: Module
    text: ModuleText
    prose: Prose
    apart: Apart

    def parts(self, markdown: str) -> list[Part]:
        place = f"docs/train/modules/{self.module.id}.md"
        found = self.apart(self.prose.html(markdown, self.module.title), place)
        return [_part(title, below) for title, below in found]

    def html(self, markdown: str) -> Markup:
        return Markup().join(one["html"] for one in self.parts(markdown))

    def before_check(self) -> str:
        found = QUESTIONS.search(self.text.participant)
        return self.text.participant[: found.start()] if found else self.text.participant


def _module_parts(read: _Reading, sources: Sequence[Any]) -> list[Part]:
    """Return what is read in a module, part by part, its knowledge check at its place."""
    parts = [_part(OPENING, _opening(read.module)), *read.parts(read.before_check())]
    if found := QUESTIONS.search(read.text.participant):
        check = _part(CHECK, read.html(NUMBERED.sub("", found["below"]).strip("\n")))
        check["questions"] = [
            {"number": one.number, "asked": read.html(one.asked), "answer": read.html(one.answer)}
            for one in knowledge_check(read.text)
        ]
        parts += [check, *read.parts(read.text.participant[found.end("below") :])]
    return [*parts, *([_part(SOURCES, _list(sources))] if sources else [])]


def _reading_parts(
    catalogue: Catalogue, workshop: Workshop, prose: Prose, apart: Apart
) -> list[Part]:
    """Return what people read before a workshop: what it is, its limits, and its first reading.

    No activity and no question: those are for the room.
    """
    plan = timetable(workshop, catalogue.module_by_id)
    modules = [catalogue.module_by_id[one] for one in dict.fromkeys(workshop.module_ids)]
    days = [f"{one.title}: {one.start} to {one.end}" for one in plan]
    notes = [f"{one.title}: {tidy(one.content_note)}" for one in modules if one.content_note]
    about = Markup("<p>{}</p>").format(tidy(workshop.summary)) + _list(days)
    about += Markup("<p>The times are suggested. Your trainers tell you theirs.</p>") + _list(YOURS)
    able = Markup().join(
        Markup("<h3>{}</h3>").format(one.title) + _list(one.outcomes) for one in modules
    )
    parts = [_part("About this workshop", about)]
    if catalogue.site.limits:
        private = prose.html(limits_words(catalogue.site.limits, "full"), workshop.title)
        said = Markup("<p>What is said in the room is private, unless:</p>") + private
        parts.append(_part("What is private, and what is not", said))
    parts += [_part("What some of it is about", _list(notes))] if notes else []
    parts.append(_part("What you will be able to do", able))
    read = _Reading(modules[0], catalogue.texts[modules[0].id], prose, apart)
    first = read.parts(read.before_check())
    return parts + [one for one in first if not one["title"].startswith(IN_ROOM)]


def _opening(module: Module) -> Markup:
    said = Markup("<p>{}</p>").format(tidy(module.summary))
    if module.content_note:
        note = '<p class="note"><strong>Before you read on.</strong> {}</p>'
        said += Markup(note).format(tidy(module.content_note))
    return said + Markup("<h3>What you will be able to do</h3>") + _list(module.outcomes)


def _list(items: Iterable[Any]) -> Markup:
    rows = Markup().join(Markup("<li>{}</li>").format(one) for one in items)
    return Markup("<ul>{}</ul>").format(rows) if rows else rows


def _part(title: str, html: Markup) -> Part:
    return {"title": title, "html": html, "questions": []}
