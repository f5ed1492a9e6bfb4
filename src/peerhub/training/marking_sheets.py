"""The words of a sheet for watching or marking, as plain values that its template sets out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from peerhub.catalogue.marking_sheets import Section
from peerhub.models.marking_sheet import SheetKind
from peerhub.questions.marking_sheets import SheetText
from peerhub.training.prose import Prose

ASKED: Mapping[SheetKind, tuple[str, ...]] = {
    "observation": ("Practice round, and the day",),
    "marking": ("Who is marked", "Marked by", "Day, and card"),
    "teach-back": ("Who teaches", "Module and step", "Marked by, and the day"),
}
"""What the head of each sheet has room for."""

LEADS: Mapping[SheetKind, str] = {
    "observation": "For watching a practice talk. Write what you see and hear, and what it led to. "
    "Do not write down the speaker's story.",
    "marking": "For one whole practice talk, watched by a trainer. Short quotes only. "
    "Leave out health details, and the story on the card.",
    "teach-back": "For a trainer in training who teaches one step while others watch. Give quotes, "
    "and agree what comes next.",
}


def sheet_words(sheet: SheetText, prose: Prose) -> dict[str, Any]:
    """Return the words of a sheet; its lines come from the module's own text."""
    what = sheet.module.title

    def said(markdown: str) -> Markup:
        html = prose.html(markdown, what).removeprefix("<p>").removesuffix("</p>")
        return Markup(html)

    def told(section: Section) -> dict[str, Any]:
        return {
            "before": [said(one) for one in section.before],
            "items": [
                {"number": number, "said": said(one), "must": number in section.must}
                for number, one in enumerate(section.items, 1)
            ],
            "after": [said(one) for one in section.after],
        }

    return {
        "lead": LEADS[sheet.kind],
        "module": what,
        "asked": ASKED[sheet.kind],
        "marked": sheet.is_marked,
        "lines": told(sheet.lines),
        "fails_title": sheet.fails_title,
        "fails": told(sheet.fails),
        "results": told(sheet.results),
    }
