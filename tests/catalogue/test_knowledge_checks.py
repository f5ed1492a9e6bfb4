"""Questions and answers of a knowledge check that do not fit together are told, at their lines."""

from __future__ import annotations

import pytest

from tests.catalogue.test_module_rules import TEXT, told

FILE = "docs/train/modules/small.md"
ANSWERS = "### Answers to the knowledge check"


def asked(folder, questions: str, answers: str) -> list[str]:
    text = TEXT.replace("## Knowledge check\n", f"## Knowledge check\n\n{questions}\n")
    return told(folder, text=text.replace(f"{ANSWERS}\n", f"{ANSWERS}\n\n{answers}\n"))


def test_questions_with_their_answers_are_sound_also_over_several_lines(tmp_path):
    assert (
        asked(tmp_path, "1. Who?\n2. What,\n   and why?", "1. They.\n2. This,\n   as said.") == []
    )


@pytest.mark.parametrize(
    ("questions", "answers", "expected"),
    [
        (
            "1. Who?\n2. What?",
            "1. They.",
            f"{FILE}:15:1: question 2 of the knowledge check has no answer. "
            f"Write '2.', the answer and why, below '{ANSWERS}'.",
        ),
        (
            "1. Who?",
            "1. They.\n3. That.",
            f"{FILE}:21:1: answer 3 of the knowledge check has no question. "
            "Ask question 3 below '## Knowledge check', or take this out.",
        ),
        (
            "1. Who?",
            "1.",
            f"{FILE}:20:1: answer 1 of the knowledge check has no words. "
            "Write it behind its number.",
        ),
        (
            "1. Who?\n1. What?",
            "1. They.",
            f"{FILE}:15:1: there are two of question 1 of the knowledge check. "
            "Number those below '## Knowledge check' 1, 2, 3 and so on.",
        ),
    ],
)
def test_each_fault_is_one_line_at_its_place(tmp_path, questions, answers, expected):
    assert asked(tmp_path, questions, answers) == [expected]
