"""Every kind of fault is explained, and its code leads to the explanation."""

from __future__ import annotations

import re

import pytest

from peerhub.cli import main
from peerhub.faults import Code
from peerhub.faults.rule import rules


def test_every_code_is_explained_and_nothing_else():
    assert list(rules()) == sorted(Code)


@pytest.mark.parametrize("rule", rules().values(), ids=rules())
def test_an_explanation_says_what_why_and_shows_two_different_examples(rule):
    assert rule.title[0].isupper()
    assert not rule.title.endswith(".")
    assert rule.why.strip().endswith(".")
    assert rule.right.strip()
    assert rule.wrong != rule.right


def test_codes_are_three_digits_after_our_letters():
    assert all(re.fullmatch(r"PH\d{3}", code) for code in Code)


def test_a_code_is_explained_at_the_shell(capsys):
    assert main(["check", "--explain", "ph012"]) == 0
    assert capsys.readouterr().out.startswith(
        "PH012: A value is of the wrong kind\n\n"
        "A list, a text, a number and a date are read in different ways."
    )


def test_a_code_that_there_is_not_is_told_in_one_line(capsys):
    assert main(["check", "--explain", "PH999"]) == 1
    assert capsys.readouterr().err.startswith("There is no code 'PH999'. Codes are PH001 to PH0")
