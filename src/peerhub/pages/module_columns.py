"""What stands at the head of a module's pages and beside their text: ways in, files and facts."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from markupsafe import Markup

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.models import Module, ModuleText
from peerhub.pages.materials import file_rows, for_learning_system
from peerhub.pages.next_taught import next_module
from peerhub.pages.page_parts import page_parts
from peerhub.questions.materials import Made, module_materials
from peerhub.questions.revised import said
from peerhub.questions.strands import ONE
from peerhub.words import length

PRACTICE = ("Activity", "Activities", "Knowledge check")
"""What the headings begin with below which something is done or answered."""


def ways(module: Module, text: ModuleText, made: Mapping[str, Made]) -> Markup:
    """Return the three ways to use a module: read it, teach it, practise it."""
    parts = page_parts(text.participant)
    plan = f"/train/modules/{module.id}/trainer/"
    files = module_materials(module)
    practice = [(one.title, f"#{one.id}") for one in parts if one.title.startswith(PRACTICE)]
    begins = [
        (f"Begin: {one.title}", f"#{one.id}")
        for one in parts[:1]
        if not one.title.startswith(PRACTICE)
    ]
    found = [
        show.NextWay(
            "read",
            "Read",
            show.links(begins) + file_rows([one for one in files if one.kind == "handout"], made),
        ),
        show.NextWay(
            "teach",
            "Teach",
            show.links(
                [
                    ("Trainer's plan and notes", plan),
                    # Some sheets are kept back from participants: they stand on the trainers' page.
                    *([("Room sheets", f"{plan}#room-sheets")] if text.sheets else []),
                ]
            )
            + file_rows([one for one in files if one.kind == "slides"], made),
        ),
        show.NextWay("practise", "Practise", show.links(practice)),
    ]
    return show.ways(found if practice else found[:2])


def beside(catalogue: Catalogue, module: Module, made: Mapping[str, Made]) -> list[show.SidePart]:
    """Return what stands beside the text that participants read."""
    after = [(one.title, f"/train/modules/{one.id}/") for one in modules_after(catalogue, module)]
    return [
        show.SidePart("facts", "In brief", show.facts(_facts(catalogue, module, made))),
        *next_module(catalogue, module),
        *([show.SidePart("next", "Next module", show.links(after))] if after else []),
        for_learning_system(module, made),
    ]


def beside_trainers(
    catalogue: Catalogue, module: Module, has_sheets: bool, made: Mapping[str, Made]
) -> list[show.SidePart]:
    """Return what stands beside a trainer's plan: the files, the facts, and the next plan."""
    told = ["The slides have what to say in their notes. The handout has no answers."]
    if has_sheets:
        told.append("The room sheets are cards and forms to print and cut.")
    files = file_rows(module_materials(module), made)
    after = [
        (one.title, f"/train/modules/{one.id}/trainer/") for one in modules_after(catalogue, module)
    ]
    return [
        show.SidePart(
            "files",
            "Slides, handouts and sheets",
            files + Markup('<p class="side-note">{}</p>').format(" ".join(told)),
        ),
        show.SidePart("facts", "In brief", show.facts(_facts(catalogue, module, made))),
        *([show.SidePart("next", "Next plan", show.links(after))] if after else []),
        for_learning_system(module, made),
    ]


def modules_after(catalogue: Catalogue, module: Module) -> list[Module]:
    """Return the modules that follow this one in any workshop, each once."""
    following: dict[str, None] = {}
    for workshop in catalogue.workshops:
        following |= dict.fromkeys(
            after for one, after in pairwise(workshop.module_ids) if one == module.id
        )
    return [catalogue.module_by_id[one] for one in following]


def _facts(catalogue: Catalogue, module: Module, made: Mapping[str, Made]) -> list[tuple[str, str]]:
    rows = [("For", ONE[module.strand]), ("Time", length(module.minutes))]
    if module.before:
        before = [catalogue.module_by_id[identity].title for identity in module.before]
        rows.append(("Do first", "; ".join(before)))
    # All files of a module are of one revision, and so is the page that they share their text with.
    if stamp := next(
        (made[one.path].stamp for one in module_materials(module) if one.path in made), None
    ):
        rows.append(("Text and files", said(stamp)))
    return rows
