"""The knowledge check of a module's text: its numbered questions, and the answers to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from peerhub.catalogue.document import Document, Mark
from peerhub.faults import Code

ANSWER_HEAD = "### Answers to the knowledge check"
_BELOW = r"\s*$(?P<below>(?:\n(?!##).*)*\n?)"
QUESTIONS = re.compile(r"^## Knowledge check" + _BELOW, re.MULTILINE)
ANSWERS = re.compile(r"^### Answers to the knowledge check" + _BELOW, re.MULTILINE)
_HEADS = {QUESTIONS: "## Knowledge check", ANSWERS: ANSWER_HEAD}
"""How each begins: found far sooner than its pattern."""
NUMBERED = re.compile(
    r"^(?P<number>\d+)\.(?:[ \t]+(?P<said>\S.*(?:\n(?!\d+\.(?:\s|$))[ \t]*\S.*)*))?[ \t]*$",
    re.MULTILINE,
)
"""A number with its words, which may go on over the next lines."""


@dataclass(frozen=True)
class Numbered:
    """What stands behind a number: its words on one line, and where it begins in the text."""

    number: int
    said: str
    at: int


def numbered(section: re.Pattern[str], text: str) -> Iterator[Numbered]:
    """Return what is numbered in a section of a text, in order; nothing where there is none."""
    found = section.search(text, max(0, text.find(_HEADS[section])))
    if found is None:
        return
    for one in NUMBERED.finditer(text, found.start("below"), found.end("below")):
        yield Numbered(int(one["number"]), " ".join((one["said"] or "").split()), one.start())


def check_knowledge(document: Document, body: str, place: Callable[[int], Mark]) -> None:
    """Report each question without an answer, each answer without a question, and doubles.

    `place` gives the line of a position in the body.
    """
    asked = list(numbered(QUESTIONS, body))
    given = list(numbered(ANSWERS, body))
    kinds = (("question", "## Knowledge check", asked), ("answer", ANSWER_HEAD, given))
    for kind, head, found in kinds:
        seen: set[int] = set()
        for one in found:
            if one.number in seen:
                wrong = f"there are two of {kind} {one.number} of the knowledge check"
                hint = f"Number those below '{head}' 1, 2, 3 and so on."
                document.report(place(one.at), Code.KNOWLEDGE_CHECK, wrong, hint)
            elif not one.said:
                wrong = f"{kind} {one.number} of the knowledge check has no words"
                document.report(
                    place(one.at), Code.KNOWLEDGE_CHECK, wrong, "Write it behind its number."
                )
            seen.add(one.number)
    answered, questions = {one.number for one in given}, {one.number for one in asked}
    for one in asked:
        if one.number not in answered:
            wrong = f"question {one.number} of the knowledge check has no answer"
            hint = f"Write '{one.number}.', the answer and why, below '{ANSWER_HEAD}'."
            document.report(place(one.at), Code.KNOWLEDGE_CHECK, wrong, hint)
    for one in given:
        if one.number not in questions:
            wrong = f"answer {one.number} of the knowledge check has no question"
            hint = f"Ask question {one.number} below '## Knowledge check', or take this out."
            document.report(place(one.at), Code.KNOWLEDGE_CHECK, wrong, hint)
