"""The questions of a module's knowledge check, and their answers, as its text has them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from peerhub.models import ModuleText

_BELOW = r"\s*$(?P<below>.*?)(?=^##|\Z)"
QUESTIONS = re.compile(r"^## Knowledge check" + _BELOW, re.MULTILINE | re.DOTALL)
ANSWERS = re.compile(r"^### Answers to the knowledge check" + _BELOW, re.MULTILINE | re.DOTALL)
_NUMBERED = re.compile(r"^(?P<number>\d+)\. (?P<said>.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Question:
    """One question of a knowledge check: its number, what is asked, and the answer, in Markdown."""

    number: int
    asked: str
    answer: str


def knowledge_check(text: ModuleText) -> tuple[Question, ...]:
    """Return the questions of a module, in their order; an answer that is not given is empty."""
    answers = _numbered(ANSWERS, text.trainer)
    return tuple(
        Question(number, asked, answers.get(number, ""))
        for number, asked in _numbered(QUESTIONS, text.participant).items()
    )


def _numbered(section: re.Pattern[str], text: str) -> dict[int, str]:
    found = section.search(text)
    lines = _NUMBERED.finditer(found["below"]) if found else ()
    return {int(one["number"]): one["said"].strip() for one in lines}
