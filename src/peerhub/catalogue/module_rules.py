"""Rules for modules and their texts: each has one, cites its sources, and shows safe slides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from peerhub.catalogue.careful import LIMITS, PRIVATE
from peerhub.catalogue.document import Path
from peerhub.catalogue.issue import Issue
from peerhub.catalogue.pages import CITED
from peerhub.faults import Code
from peerhub.models import Module, ModuleText

if TYPE_CHECKING:
    from peerhub.catalogue.record_list import RecordList

KEPT = re.compile(r"\bprivacy\b|\b(?:stay|keep|kept)s?\b[^.?!]{0,30}\bprivate\b", re.IGNORECASE)
"""A mention of privacy that does not use the word 'confidential'."""

Fault = tuple[Path, Code, str, str]
"""Where it stands below the list of modules, the kind of fault, what is wrong, what to do."""


def check_modules(modules: RecordList, texts: Mapping[str, ModuleText]) -> list[Issue]:
    """Return the problems of modules that show only beside their texts, and of their slides."""
    faults = list(_textless(modules, texts))
    for number, module in modules.records.items():
        if module.id in texts:
            faults += _uncited(number, module, texts[module.id])
        faults += _unsafe_slides(number, module)
    document = modules.document
    issues = []
    for path, code, message, hint in faults:
        mark = document.mark(("modules", *path))
        issues.append(Issue(document.named(mark), mark.line, mark.column, code, message, hint))
    return issues


def _textless(modules: RecordList, texts: Mapping[str, ModuleText]) -> Iterator[Fault]:
    for identity, number in modules.ids.items():
        if identity not in texts:
            yield (
                (number, "id"),
                Code.MODULE_TEXT,
                f"module '{identity}' has no text",
                f"Write docs/train/modules/{identity}.md, or correct the id.",
            )


def _uncited(number: int, module: Module, text: ModuleText) -> Iterator[Fault]:
    """Report sources that stand in a module's list although its text says nothing of them."""
    cited = {one["id"] for one in CITED.finditer(f"{text.participant}\n{text.trainer}")}
    for place, identity in enumerate(module.evidence):
        if identity not in cited:
            yield (
                (number, "evidence", place),
                Code.UNUSED_SOURCE,
                f"module '{module.id}' lists the source '{identity}' and never cites it",
                f"Cite it in docs/train/modules/{module.id}.md, or take it out here.",
            )


def _unsafe_slides(number: int, module: Module) -> Iterator[Fault]:
    for place, step in enumerate(module.steps):
        at = (number, "steps", place, "slide")
        shown = " ".join((f"{step.title}.", *step.slide))
        private = KEPT.search(shown)
        # Where the whole step says no limits, `data_safety` has said so already.
        if LIMITS.search(f"{step.trainer} {step.people}"):
            private = PRIVATE.search(shown) or private
        if private and not LIMITS.search(shown):
            yield (
                at,
                Code.NO_LIMITS,
                f"the slide says '{private[0].lower()}' without its limits",
                "Say on the same slide when it has to be shared, or leave it to the trainer.",
            )
