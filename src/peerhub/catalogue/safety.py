"""What a text owes its readers: a way to help, a warning, the limits of privacy, careful words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from peerhub.catalogue.document import Mark
from peerhub.catalogue.issue import Issue
from peerhub.catalogue.pages import TRAINER_ONLY, split_front_matter
from peerhub.models import Module

HARD = re.compile(
    r"\b(suicid\w*|self-harm\w*|abus(?:e|ed|es|ive|ing)\b|traumatic|trauma|rape\w*)", re.IGNORECASE
)
"""Words after which a reader may need somebody to talk to."""

PRIVATE = re.compile(r"\bconfidential(?:ity)?\b|\bin confidence\b", re.IGNORECASE)
LIMITS = re.compile(
    r"\blimits?\b|\bunless\b|\bat risk\b|\brisk to\b|\bmust (?:be )?(?:report|share)", re.IGNORECASE
)
ABSOLUTE = re.compile(
    r"\b(?:100 ?%|completely|totally|absolutely|entirely|fully|strictly) "
    r"(?:confidential|private)\b",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"(?:\bnot|\bnever|\bnobody|n't|\bno|\bstop|[\"“']\s*)[^.?!]{0,60}$", re.IGNORECASE
)
"""What stands before an absolute promise that is being warned of, or quoted as one not to make."""

BLAMING = re.compile(r"\bcommit(?:s|ted|ting)? suicide\b", re.IGNORECASE)
SIGNPOST = re.compile(r"""services\(|/support/""")
NOT_WORDS = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|https?://\S+", re.DOTALL)
MODULES = "train/modules/"

Fault = tuple[int, str, str]
"""The position in the text, what is wrong, what to do."""


def unsafe(docs: Path, modules: Mapping[str, Module]) -> list[Issue]:
    """Return a problem for each page below `docs` that leaves its readers without care."""
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
        faults = _page(body) if module is None else _module(body, module)
        for position, message, hint in faults:
            mark = _mark(body, position, first)
            issues.append(Issue(f"{docs.name}/{inside}", mark.line, mark.column, message, hint))
    return issues


def _page(body: str) -> Iterator[Fault]:
    words = _words(body)
    yield from _anywhere(words)
    hard = HARD.search(words)
    if hard and not SIGNPOST.search(body):
        yield (
            hard.start(),
            f"the page speaks of '{hard[0].lower()}' and shows no way to help",
            'Add {{ services("urgent") }}, or a link to /support/.',
        )


def _module(body: str, module: Module) -> Iterator[Fault]:
    words = _words(body)
    yield from _anywhere(words)
    hard = HARD.search(words)
    participants = body.partition(f"## {TRAINER_ONLY}")[0]
    if hard and not SIGNPOST.search(participants):
        yield (
            hard.start(),
            f"the module speaks of '{hard[0].lower()}' and shows participants no way to help",
            'Add {{ services("urgent") }} above the trainer notes.',
        )
    said = " ".join(" ".join((one.trainer, one.people, *one.slide)) for one in module.steps)
    spoken = hard or HARD.search(said)
    if spoken and module.content_note is None:
        yield (
            hard.start() if hard else 0,
            f"the module speaks of '{spoken[0].lower()}' without a content note",
            f"Add content_note to '{module.id}' in data/modules.yml.",
        )


def _anywhere(words: str) -> Iterator[Fault]:
    for found in BLAMING.finditer(words):
        yield found.start(), f"'{found[0]}' sounds like a crime", "Write 'died by suicide'."
    for found in ABSOLUTE.finditer(words):
        if not DENIED.search(words[: found.start()]):
            yield (
                found.start(),
                f"'{found[0]}' promises what nobody can keep",
                "Say what stays private, and its limits.",
            )
    private = PRIVATE.search(words)
    if private and not LIMITS.search(words):
        yield (
            private.start(),
            f"'{private[0].lower()}' stands here without its limits",
            "Say when something has to be shared: risk to someone, a duty to report, the law.",
        )


def _words(body: str) -> str:
    """Return the text with its calls and addresses blanked, every letter in its old place."""
    return NOT_WORDS.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), body)


def _mark(body: str, position: int, first: int) -> Mark:
    before = body[:position]
    return Mark(first + before.count("\n"), position - (before.rfind("\n") + 1) + 1)
