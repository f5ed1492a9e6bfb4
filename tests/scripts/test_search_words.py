"""Words are folded in the browser as they are at build, and a search in trouble is known."""

from __future__ import annotations

import random

import pytest

from peerhub.catalogue import load
from peerhub.searching.fold import numbers, words
from tests.projects import ROOT
from tests.scripts.deno import asked

WORDS = ["stemmer.js", "search-words.js"]
TEXTS = [
    "Don\u2019t, won`t and O'Neill",
    "Ŵyr a Ŷd: dŵr, tŷ",
    "self-harm; SELFHARM  self harm",
    "Call 0300 131 2789, or 116\u00a0123 now. 999",
    "ﬁne ½ ² Ⅷ",
    "b.t.p. A & S, D&C e.g. 3.5 x.ray",
    "(0300) 131.2789",
    "",
]


def test_both_fold_words_alike_and_know_the_same_numbers():
    letters = "aŵé'\u2019\u02bc -–_.,&()9٣½ﬁßİ🎈\n"
    drawn = random.Random(20261128)
    texts = [*TEXTS, *("".join(drawn.choices(letters, k=20)) for _ in range(300))]
    said = asked(WORDS, [["searchWords.words", one] for one in texts])
    assert said == [words(one) for one in texts]
    plain = [one for one in texts if "٣" not in one]
    assert asked(WORDS, [["searchWords.numbers", one] for one in plain]) == [
        numbers(one) for one in plain
    ]


@pytest.mark.parametrize(
    ("one", "other", "is_slip"),
    [
        ("suicide", "sucide", True),
        ("suicide", "suicied", True),
        ("suicide", "suicides", True),
        ("suicide", "sxicide", True),
        ("suicide", "suicide", True),
        ("suicide", "scide", False),
        ("suicide", "usicied", False),
        ("", "ab", False),
    ],
)
def test_a_slip_is_one_letter_or_two_that_changed_places(one, other, is_slip):
    there, back = asked(
        WORDS, [["searchWords.isSlip", one, other], ["searchWords.isSlip", other, one]]
    )
    assert there is back is is_slip


def test_trouble_is_known_however_it_is_typed_and_work_is_not_taken_for_it():
    crisis = [word for one in load(ROOT).crisis for word in one.words]
    trouble = ["i want to die", "I WANT 2 DIE i want to die", "sucidal", "dont want to wake up"]
    work = ["timetable", "poster for Kent", "train the trainer", "A3", ""]
    is_crisis = [["searchWords.isCrisis", one, crisis] for one in (*trouble, *work)]
    assert asked(WORDS, is_crisis) == [True] * len(trouble) + [False] * len(work)
