"""What a text owes its readers: a way to help, a warning, the limits of privacy, careful words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from peerhub.catalogue.careful import HARD, Fault, careless, own_words, said, words_of
from peerhub.catalogue.document import Mark
from peerhub.catalogue.issue import Issue
from peerhub.catalogue.pages import TRAINER_ONLY, split_front_matter
from peerhub.faults import Code
from peerhub.models import Limits, Module

SIGNPOST = re.compile(r"""services\(|help_line\(|/support/""")
MODULES = "train/modules/"
DISTRESS = "If someone is distressed"


def unsafe(docs: Path, modules: Mapping[str, Module], limits: Limits | None = None) -> list[Issue]:
    """Return a problem for each page below `docs` that leaves its readers without care.

    With `limits`, the one wording of what ends privacy, pages are held to it.
    """
    issues = []
    for path in sorted(docs.rglob("*.md")):
        inside = path.relative_to(docs).as_posix()
        try:
            text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
        except (UnicodeDecodeError, OSError):
            continue  # said already, by whoever reads the page itself
        _, body, first = split_front_matter(text)
        identity = inside.removeprefix(MODULES).removesuffix(".md")
        module = modules.get(identity) if inside.startswith(MODULES) else None
        faults = list(_page(body) if module is None else _module(body, module))
        if limits:
            faults += own_words(words_of(body), limits.short)
        for position, code, message, hint in faults:
            mark = _mark(body, position, first)
            issues.append(
                Issue(f"{docs.name}/{inside}", mark.line, mark.column, code, message, hint)
            )
    return issues


def _page(body: str) -> Iterator[Fault]:
    yield from careless(body)
    hard = HARD.search(words_of(body))
    if hard and not SIGNPOST.search(body):
        yield (
            hard.start(),
            Code.NO_HELP,
            f"the page speaks of '{said(hard).lower()}' and shows no way to help",
            'Add {{ services("urgent") }}, or a link to /support/.',
        )


def _module(body: str, module: Module) -> Iterator[Fault]:
    """Find what a module lacks, whether its text or only its plan speaks of something hard."""
    yield from careless(body)
    in_text = HARD.search(words_of(body))
    hard = in_text or HARD.search(_plan(module))
    if hard is None:
        return
    at = in_text.start() if in_text else 0
    speaks = f"the module speaks of '{said(hard).lower()}'"
    participants, cut, trainers = body.partition(f"## {TRAINER_ONLY}")
    if not SIGNPOST.search(participants):
        yield (
            at,
            Code.NO_HELP,
            f"{speaks} and shows participants no way to help",
            'Add {{ services("urgent") }} above the trainer notes.',
        )
    if module.content_note is None:
        yield (
            at,
            Code.NO_HELP,
            f"{speaks} without a content note",
            f"Add content_note to '{module.id}' in data/modules.yml.",
        )
    if cut and not re.search(rf"^### {DISTRESS}\s*$", trainers, re.MULTILINE):
        yield (
            len(participants),
            Code.NO_HELP,
            f"{speaks} and does not tell trainers what to do if someone is distressed",
            f"Add the heading '### {DISTRESS}', and what to do, to the trainer notes.",
        )


def _plan(module: Module) -> str:
    """Return all that a module's record says in words."""
    steps = ("\n".join((one.title, one.trainer, one.people, *one.slide)) for one in module.steps)
    said = (module.title, module.summary, module.content_note or "", *module.outcomes)
    return "\n".join([*said, *steps])


def _mark(body: str, position: int, first: int) -> Mark:
    before = body[:position]
    return Mark(first + before.count("\n"), position - (before.rfind("\n") + 1) + 1)
