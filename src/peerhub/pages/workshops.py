"""A workshop's page: what it is for, and its computed timetable."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.models import Workshop
from peerhub.pages.compose import bullets, inert, page, section, still
from peerhub.pages.materials import changeable, day_by_day, downloads
from peerhub.questions.materials import Made, workshop_materials
from peerhub.questions.needs import brought
from peerhub.questions.staffing import staffing
from peerhub.questions.timetable import timetable
from peerhub.words import counted, length

SUGGESTED = (
    "This workshop is our own suggestion. The National Police Wellbeing Service has not published "
    "the length or the content of its courses."
)


def workshop_page(
    catalogue: Catalogue, workshop: Workshop, made: Mapping[str, Made] = MappingProxyType({})
) -> str:
    """Return the page of a workshop."""
    plan = timetable(workshop, catalogue.module_by_id)
    files = workshop_materials(workshop)
    editable = [one for one in files if one.format in ("DOCX", "ODT")]
    of_days = [one for one in files if one.day]
    modules = [catalogue.module_by_id[identity] for identity in workshop.module_ids]
    things, sheets = brought(modules, catalogue.texts)
    return page(
        workshop,
        workshop.title,
        workshop.summary,
        f"{inert(workshop.summary)}\n{{: .lead }}",
        still(
            show.facts(
                [
                    ("For", workshop.audience),
                    ("Group", f"{workshop.group.min} to {workshop.group.max} people"),
                    ("Trainers", staffing(workshop)),
                    ("Days", str(len(plan))),
                    ("Taught time", length(sum(day.minutes_taught for day in plan))),
                ]
            )
        ),
        still(show.callout("suggested", "A suggested workshop", SUGGESTED)),
        section(
            "Take it with you",
            "The session pack holds all the other files, and a page to start from. It works "
            "from a memory stick with no network.",
            still(downloads([one for one in files if one not in [*editable, *of_days]], made)),
        ),
        section(
            "For each day",
            "The print list says how many of each sheet to print, which to cut, and what to bring. "
            "The sheets follow it in the order of the day. The slides run from the welcome to the "
            "close.",
            bullets(day_by_day(of_days, made)),
        ),
        section(
            "Forms to change",
            "The same forms, for you to put your own words in.",
            bullets(changeable(editable, made)),
        ),
        section(
            "Timetable",
            still(show.planner(workshop, plan, catalogue.module_by_id)),
            f"[The timetable as a calendar file](/train/workshops/{workshop.id}/timetable.ics) "
            "holds drafts for you to move to your own dates.",
        ),
        section(
            "Modules and trainer's plans",
            bullets(
                [
                    f"[{inert(module.title)}](/train/modules/{module.id}/), "
                    f"{length(module.minutes)}: "
                    f"[plan for trainers](/train/modules/{module.id}/trainer/)"
                    for module in modules
                ]
            ),
        ),
        section(
            "What to bring",
            bullets(sorted(map(inert, things))),
            "The cards and sheets are made for you. Print them, and cut out the cards."
            if sheets
            else None,
            bullets(
                [
                    f"{inert(one.module)}: [{inert(', '.join(one.titles))}](/{one.path})"
                    for one in sheets
                ]
            ),
        ),
        section(
            "What to do next",
            f"Read the {counted(len(modules), 'plan')} above, then walk through the room with your "
            "co-trainer. Agree who will step out with anyone who needs a quiet word. "
            "Keep the [urgent numbers](/support/) in sight all day.",
        ),
        scripts=("plan-days.js", "planner.js"),
    )
