"""A workshop's page: its files, its plans, its computed timetable and what to bring."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from markupsafe import Markup

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.components.plans import METHODS
from peerhub.models import Module, Workshop
from peerhub.pages.compose import bullets, inert, page, section, still
from peerhub.pages.materials import day_rows, file_rows, for_learning_system, pack_scripts
from peerhub.pages.next_taught import next_workshop, scripts
from peerhub.questions import suggested
from peerhub.questions.bringing import Bringing, bringing
from peerhub.questions.materials import Made, workshop_materials
from peerhub.questions.planned_papers import planned_papers
from peerhub.questions.staffing import staffing
from peerhub.questions.time_spent import minutes_by_method
from peerhub.questions.timetable import DayPlan, timetable
from peerhub.words import counted, length

PLANNING = (
    "own-copy.js",
    "kept-plans.js",
    "plan-days.js",
    "plan-papers.js",
    "run-sheet.js",
    "planner.js",
    "plan-own.js",
)
"""The scripts of the planner, in the order in which they need one another."""

PACK = "The pack holds all of these, and works from a memory stick with no network."


def workshop_page(
    catalogue: Catalogue, workshop: Workshop, made: Mapping[str, Made] = MappingProxyType({})
) -> str:
    """Return the page of a workshop."""
    plan = timetable(workshop, catalogue.module_by_id)
    modules = [catalogue.module_by_id[identity] for identity in workshop.module_ids]
    papers = planned_papers(catalogue, workshop, plan)
    column = _beside(catalogue, workshop, plan, modules, made)
    return page(
        workshop,
        workshop.title,
        workshop.summary,
        f"{inert(workshop.summary)}\n{{: .lead }}",
        still(show.callout("suggested", "A suggested workshop", suggested.WORKSHOP)),
        section("Modules and trainer's plans", _plans(modules)),
        section(
            "Timetable",
            still(show.planner(workshop, plan, catalogue.module_by_id, papers)),
        ),
        section("What to bring", still(show.bring(_to_bring(catalogue, workshop)))),
        section(
            "What to do next",
            f"Read the {counted(len(modules), 'plan')} above, then walk through the room with your "
            "co-trainer. Agree who will step out with anyone who needs a quiet word. "
            "Keep the [urgent numbers](/support/) in sight all day.",
        ),
        scripts=(*PLANNING, *scripts(column), *pack_scripts(catalogue)),
        beside=column,
    )


def _beside(
    catalogue: Catalogue,
    workshop: Workshop,
    plan: Sequence[DayPlan],
    modules: Sequence[Module],
    made: Mapping[str, Made],
) -> list[show.SidePart]:
    """Return the second column: the pack and its parts, where to begin, dates, and the facts."""
    calendar = show.FileFormat(
        "ICS", f"/train/workshops/{workshop.id}/timetable.ics", "drafts for your own dates"
    )
    found = workshop_materials(workshop)
    forms = [one for one in found if one.kind in workshop.forms]
    files = (
        file_rows(
            [one for one in found if one not in forms],
            made,
            keeps_packs=catalogue.site.keeps_packs,
        )
        + show.file_rows([show.FileRow("Calendar file", (calendar,))])
        + (show.fold("Forms, to fill in, print or change", file_rows(forms, made)) if forms else "")
        + show.fold("For each day: all slides, and sheets in order", day_rows(found, made))
        + Markup('<p class="side-note">{}</p>').format(PACK)
    )
    begin = [
        (f"Plan for “{one.title}”", f"/train/modules/{one.id}/trainer/") for one in modules[:1]
    ]
    return [
        show.SidePart("files", "Take it with you", files),
        *([show.SidePart("next", "Next step", show.links(begin))] if begin else []),
        *next_workshop(catalogue, workshop),
        show.SidePart("facts", "In brief", show.facts(_facts(workshop, plan))),
        *([show.SidePart("time", "How the time is spent", _time(modules))] if modules else []),
        for_learning_system(workshop, made),
    ]


def _time(modules: Sequence[Module]) -> Markup:
    """Return the minutes of each method, as bars."""
    spent = minutes_by_method(modules)
    rows = [(METHODS[method], minutes) for method, minutes in spent]
    said = [length(minutes) for _, minutes in spent]
    return show.bars("Time in each way of working", ("Way of working", "Time"), rows, said)


def _facts(workshop: Workshop, plan: Sequence[DayPlan]) -> list[tuple[str, str]]:
    return [
        ("For", workshop.audience),
        ("Group", f"{workshop.group.min} to {workshop.group.max} people"),
        ("Trainers", staffing(workshop)),
        ("Days", str(len(plan))),
        ("Taught time", length(sum(day.minutes_taught for day in plan))),
    ]


def _to_bring(catalogue: Catalogue, workshop: Workshop) -> Bringing:
    return bringing(workshop, catalogue.module_by_id, catalogue.texts, catalogue.things)


def _plans(modules: Sequence[Module]) -> str | None:
    return bullets(
        [
            f"[{inert(module.title)}](/train/modules/{module.id}/), {length(module.minutes)}: "
            f"[plan for trainers](/train/modules/{module.id}/trainer/)"
            for module in modules
        ]
    )
