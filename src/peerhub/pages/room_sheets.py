"""Room sheets on the pages: what to bring, with a link to what is made, and their own words."""

from __future__ import annotations

from collections.abc import Iterator

from peerhub.models import Module, ModuleText
from peerhub.models.training import SheetForm
from peerhub.pages.compose import inert
from peerhub.questions.needs import needed

FORMS: dict[SheetForm, str] = {
    "cards": "Cards to cut out.",
    "pages": "A page for each, in large print.",
    "sheet": "A sheet to hand out.",
    "checklist": "A sheet to mark.",
    "spreadsheet": "A file to open. It hides what is marked as hidden here.",
}


def what_to_bring(module: Module, text: ModuleText) -> list[str]:
    """Return what a module needs as lines of Markdown; a need that is made says where it is."""
    return [
        f"[{inert(one.what)}](/{one.made}), made for you. {inert(one.how_many)}"
        if one.made
        else inert(one.what)
        for one in needed(module, text)
    ]


def room_sheets(text: ModuleText) -> Iterator[str]:
    """Yield each sheet's title, what it is, and the words that stand nowhere else."""
    for sheet in text.sheets:
        yield f"### {inert(sheet.title)}"
        yield f"{FORMS[sheet.form]} {sheet.note}"
        if sheet.own:
            yield sheet.own
        if sheet.own != sheet.words:
            yield f"{'The rest' if sheet.own else 'All'} of its words are on the module's pages."
