"""Reflection and readiness: what a person fills in for themselves, and nobody else is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from peerhub.components.render import render
from peerhub.questions.prompts import Week


@dataclass(frozen=True)
class CheckGroup:
    """Questions of a self-check that belong together."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}

    title: str
    questions: Sequence[str]


def journal(weeks: Sequence[Week]) -> Markup:
    """Return the private journal. Its script shows it; without script, a line says what to do."""
    return render("journal", weeks=weeks)


def self_check(groups: Sequence[CheckGroup], level: int = 3) -> Markup:
    """Return the questions with yes, partly and no beside each; works with no script at all."""
    return render("self_check", groups=groups, level=level, answers=("Yes", "Partly", "No"))


def own_words(question: str) -> Markup:
    """Return a place to write in; `question` is the id of the words that name it.

    It belongs to no form and has no name, so that nothing can send or keep what is written.
    """
    return render("own_words", question=question)
