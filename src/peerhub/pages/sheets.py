"""Room sheets on the pages: what to bring, with a link to what is made, and the sheets' own words."""

from __future__ import annotations

from collections.abc import Iterator

from peerhub.models import Module, ModuleText
from peerhub.models.training import SheetForm
from peerhub.pages.compose import inert
from peerhub.questions.materials import module_materials
from peerhub.questions.needs import needed

FORMS: dict[SheetForm, str] = {
    "cards": "Cards to cut out.",
    "pages": "A page for each, in large print.",
    "sheet": "A sheet to hand out.",
    "checklist": "A sheet to mark.",
}


def what_to_bring(module: Module, text: ModuleText) -> list[str]:
    """Return what a module needs as lines of Markdown; a need that is made says where it is."""
    made = next(
        (f"/{one.path}" for one in module_materials(module) if one.kind == "room-sheets"), ""
    )
    return [
        f"[{inert(one.what)}]({made}), made for you in the room sheets. {inert(one.how_many)}"
        if one.made
        else inert(one.what)
        for one in needed(module, text)
    ]


def room_sheets(text: ModuleText) -> Iterator[str]:
    """Yield each sheet's title, what it is, and the words that stand nowhere else."""
    for sheet in text.sheets:
        yield f"### {inert(sheet.title)}"
        yield f"{FORMS[sheet.form]} {sheet.note}"
        yield sheet.own or "The words are those on the pages of this module."
