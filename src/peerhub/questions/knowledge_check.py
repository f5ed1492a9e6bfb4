"""The questions of a module's knowledge check, and their answers, as its text has them."""

from __future__ import annotations

from dataclasses import dataclass

from peerhub.catalogue.knowledge_checks import ANSWERS, QUESTIONS, numbered
from peerhub.models import ModuleText


@dataclass(frozen=True)
class CheckQuestion:
    """One question of a knowledge check: its number, what is asked, and the answer, in Markdown."""

    number: int
    asked: str
    answer: str


def knowledge_check(text: ModuleText) -> tuple[CheckQuestion, ...]:
    """Return the questions of a module, in their order; an answer that is not given is empty."""
    answers = {one.number: one.said for one in numbered(ANSWERS, text.trainer)}
    asked = {one.number: one.said for one in numbered(QUESTIONS, text.participant)}
    return tuple(
        CheckQuestion(number, said, answers.get(number, "")) for number, said in asked.items()
    )
