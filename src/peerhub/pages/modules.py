"""A module's two pages: what participants read, and what only trainers need."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.catalogue.calls import carried_out
from peerhub.catalogue.careful import HARD
from peerhub.models import Module, ModuleText, Workshop
from peerhub.models.page import address_of
from peerhub.pages.compose import bullets, inert, page, section, still
from peerhub.pages.edition_macros import all_editions
from peerhub.pages.knowledge_check import to_try
from peerhub.pages.macros import Macros
from peerhub.pages.module_columns import beside, beside_trainers, modules_after, ways
from peerhub.pages.next_taught import scripts
from peerhub.pages.room_sheets import room_sheets, what_to_bring
from peerhub.questions.edition_changes import history
from peerhub.questions.first_lines import first_lines as first
from peerhub.questions.materials import Made
from peerhub.questions.plan_keys import step_keys
from peerhub.questions.suggested import MODULE_TO_AGREE
from peerhub.questions.timetable import session_plan

HELP_IN_TEXT = '{{ services("urgent") }}'
HELP_LINE = "{{ help_line() }}"


def module_page(
    catalogue: Catalogue, module: Module, made: Mapping[str, Made] = MappingProxyType({})
) -> str:
    """Return the page that participants read."""
    text = prose(catalogue, catalogue.texts[module.id])
    column = beside(catalogue, module, made)
    return page(
        module,
        module.title,
        module.summary,
        f"{inert(module.summary)}\n{{: .lead }}",
        still(ways(module, text, made)),
        still(show.callout("suggested", "A suggested module", MODULE_TO_AGREE)),
        still(show.callout("care", "Before you read on", module.content_note))
        if module.content_note
        else None,
        section("What you will be able to do", still(show.outcomes(module.outcomes))),
        section("The session in brief", still(show.outline(session_plan(module)))),
        to_try(text),
        section("Evidence behind this module", _evidence(catalogue, module)),
        section("Urgent help", first_lines(catalogue)) if _teaches_about_risk(module) else None,
        section(
            "What to do next",
            bullets(
                [
                    f"[Trainer's plan and notes](/train/modules/{module.id}/trainer/)",
                    *_where_used(catalogue, module),
                    *_guidance(catalogue, module),
                    "[All modules](/train/modules/)",
                ]
            ),
        ),
        scripts=scripts(column),
        beside=column,
    )


def trainer_page(
    catalogue: Catalogue, module: Module, made: Mapping[str, Made] = MappingProxyType({})
) -> str:
    """Return the page for trainers: the timed plan, the notes and the answers."""
    text = prose(catalogue, catalogue.texts[module.id])
    title = f"{module.title}: trainer's plan"
    return page(
        module,
        title,
        f"The timed plan, notes and answers for trainers of the module “{module.title}”.",
        f"The timed plan, notes and answers for trainers. "
        f"[What participants read](/train/modules/{module.id}/) is on its own page.\n{{: .lead }}",
        still(show.callout("suggested", "A suggested plan", MODULE_TO_AGREE)),
        still(show.callout("care", "Content note", module.content_note))
        if module.content_note
        else None,
        section("What people will be able to do", still(show.outcomes(module.outcomes))),
        section("What you need", bullets(what_to_bring(module, text))),
        section(
            "Session plan",
            still(show.own_plan(module.id)),
            still(show.session_plan(session_plan(module), step_keys(module))),
        ),
        section("What has changed in this module", history_of(catalogue, module)),
        section("Trainer notes", text.trainer),
        section("Room sheets", *room_sheets(text)),
        section("Urgent help to have ready", first_lines(catalogue)),
        section(
            "What to do next",
            bullets(
                [
                    f"[What participants read](/train/modules/{module.id}/)",
                    *(
                        f"Next plan: [{inert(one.title)}](/train/modules/{one.id}/trainer/)"
                        for one in modules_after(catalogue, module)
                    ),
                    *_where_used(catalogue, module),
                    "[All modules](/train/modules/)",
                ]
            ),
        ),
        scripts=("own-copy.js", "kept-plans.js", "own-plan.js"),
        beside=beside_trainers(catalogue, module, bool(text.sheets), made),
    )


def history_of(catalogue: Catalogue, module: Module) -> str | None:
    """Return in which editions a module changed, newest first; nothing where it never did."""
    rows = history(all_editions(catalogue), module.id)
    if not rows:
        return None
    said = bullets([f"Edition {inert(edition)}: {inert(what)}." for edition, what in rows])
    return f"{said}\n\n[Compare any two editions](/about/editions/)"


def prose(catalogue: Catalogue, text: ModuleText) -> ModuleText:
    """Return a module's text with its calls carried out: what is made of it is never read again."""
    macros = Macros(catalogue).by_name()
    return ModuleText(
        participant=carried_out(text.participant.replace(HELP_IN_TEXT, HELP_LINE), macros),
        trainer=carried_out(text.trainer, macros),
        sheets=tuple(
            sheet.model_copy(
                update={
                    "note": carried_out(sheet.note, macros),
                    "words": carried_out(sheet.words, macros),
                    "own": carried_out(sheet.own, macros),
                }
            )
            for sheet in text.sheets
        ),
    )


def first_lines(catalogue: Catalogue) -> str:
    """Return the lines that come first where help may be needed."""
    return show.first_list(first(catalogue.services))


def _teaches_about_risk(module: Module) -> bool:
    """Say whether what is learned here is about suicide, abuse or trauma."""
    return bool(HARD.search(" ".join((module.title, module.summary, *module.outcomes))))


def _evidence(catalogue: Catalogue, module: Module) -> str | None:
    return bullets(
        [
            f"{show.cite(source)}: {inert(source.kind)}. "
            + (f"Its limits: {inert(source.limits)}" if source.limits else "")
            for source in (catalogue.reference_by_id[identity] for identity in module.evidence)
        ]
    )


def _guidance(catalogue: Catalogue, module: Module) -> list[str]:
    """Return links back to the pages of guidance that lead to a module."""
    return [
        f"Guidance: [{inert(meta.title)}]({address_of(path)})"
        for path, meta in catalogue.pages.items()
        if path.startswith("guidance/")
        and f"(/train/modules/{module.id}/)" in catalogue.bodies[path]
    ]


def _where_used(catalogue: Catalogue, module: Module) -> list[str]:
    used: list[Workshop] = [
        workshop for workshop in catalogue.workshops if module.id in workshop.module_ids
    ]
    return [
        f"Workshop: [{inert(workshop.title)}](/train/workshops/{workshop.id}/)" for workshop in used
    ]
