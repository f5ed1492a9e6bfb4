"""A knowledge check to try on a module's page: think or write, then open the answer and compare."""

from __future__ import annotations

from peerhub import components as show
from peerhub.catalogue.knowledge_checks import NUMBERED, QUESTIONS
from peerhub.models import ModuleText
from peerhub.pages.compose import still
from peerhub.questions.knowledge_check import CheckQuestion, knowledge_check

HOW = (
    "Think or write first. Then open the answer and compare. What you write stays in this window: "
    "it is not kept and not sent, and it goes when you leave the page."
)

FOLDED = (
    '<details class="fold check-answer" markdown="1">\n<summary>Answer to question {}</summary>'
)


def to_try(text: ModuleText) -> str:
    """Return the text that participants read, with the questions of its check to be tried.

    Each question is followed by a place for words and by its answer, which is folded away. On
    paper the answers come after the last question.
    """
    section = QUESTIONS.search(text.participant)
    questions = [one for one in knowledge_check(text) if one.answer]
    if section is None or not questions:
        return text.participant
    start, end = section.span("below")
    rest = NUMBERED.sub("", section["below"]).strip("\n")
    said = "\n\n".join(filter(None, (rest, _check(questions))))
    return f"{text.participant[:start]}\n\n{said}\n\n{text.participant[end:]}"


def _check(questions: list[CheckQuestion]) -> str:
    parts = "\n\n".join(_one(one) for one in questions)
    return f'{HOW}\n{{: .check-how }}\n\n<div class="check" markdown="1">\n\n{parts}\n\n</div>'


def _one(question: CheckQuestion) -> str:
    """Return a question as Markdown between the tags that hold it."""
    asked = f"check-question-{question.number}"
    return "\n\n".join(
        [
            '<div class="check-one" markdown="1">',
            f"**{question.number}.** {question.asked}\n{{: #{asked} .check-asked }}",
            still(show.own_words(asked)),
            FOLDED.format(question.number),
            question.answer,
            "</details>",
            "</div>",
        ]
    )
