"""What the last inspection of the whole site may be said to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from peerhub.catalogue.inspected import Found, Inspection, Look
from peerhub.words import counted

BROWSER = "Chromium"
OWN = "our own tests"
WORDS: Mapping[Look, tuple[str, str, str]] = {
    "axe-light": (
        (
            "Every page, 1,280 pixels wide and in light colours, has no fault that the program axe "
            "finds against WCAG 2.2 AA"
        ),
        "page",
        "axe-core",
    ),
    "axe-dark": ("The same, 360 pixels wide and in dark colours", "page", "axe-core"),
    "axe-forced": (
        "The same, 360 pixels wide and in colours that the reader's system forces on it",
        "page",
        "axe-core",
    ),
    "axe-open": ("The same, with everything open that can be folded", "page", "axe-core"),
    "markup": (
        "Every page keeps the rules of HTML, and the Nu checker has nothing to say about it",
        "page",
        "Nu HTML checker",
    ),
    "narrow": (
        "Every page fits a screen 320 pixels wide, and scrolls one way only",
        "page",
        BROWSER,
    ),
    "large-text": (
        "Every page, with letters at twice their size, scrolls one way only",
        "page",
        BROWSER,
    ),
    "pdf-ua1": (
        "Every PDF meets PDF/UA-1, the standard for PDFs that screen readers can follow",
        "file",
        "veraPDF",
    ),
    "pdf-2a": ("Every PDF meets PDF/A-2a, the standard for files to keep", "file", "veraPDF"),
    "office": (
        "Every Word, OpenDocument and PowerPoint file keeps the rules of its format",
        "file",
        OWN,
    ),
    "epub": (
        "Every EPUB has no fault that Ace finds, the checker of the DAISY Consortium",
        "file",
        "Ace",
    ),
}
"""What each look is for, what it is taken at, and with which tool."""

SHOWN = 5
"""Places with a fault that are named."""


@dataclass(frozen=True)
class LookRow:
    """One look, in the words that readers see."""

    claim: str
    checked: str
    tool: str
    result: str
    is_clean: bool


def rows(inspection: Inspection) -> tuple[LookRow, ...]:
    """Return what each look found, in the order of `WORDS`."""
    held = {one.look: one for one in inspection.found}
    return tuple(
        LookRow(
            claim,
            counted(held[look].checked, thing),
            _tool(named, inspection.tools),
            _result(held[look]),
            not held[look].failed,
        )
        for look, (claim, thing, named) in WORDS.items()
        if look in held
    )


def _tool(name: str, tools: Mapping[str, str]) -> str:
    return f"{name} {tools[name]}" if name in tools else name


def _result(found: Found) -> str:
    if not found.failed:
        return "No fault found"
    named = ", ".join(found.failed[:SHOWN])
    more = len(found.failed) - SHOWN
    return f"Fault in {len(found.failed):,}: {named}{f', and {more:,} more' if more > 0 else ''}"
