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


CRISIS = load(ROOT).crisis
PHRASES = [word for one in CRISIS for word in one.words]
UNLESS = [word for one in CRISIS for word in one.unless]
LIKE_CRISIS = (
    "jump to contents|breaking news|help desk|Help desks|help page|emergency contact form|"
    "cutting cards|burden of proof|hanging a poster|lone worker policy|helpful tips|dead line"
).split("|")
IN_TROUBLE = (
    "kil myself|kll myself|klil myself|dont want 2 b here|world would be better without me|"
    "my kids would be better off|i want to vanish|taken paracetamol|drive off a cliff|"
    "got a rope|going to do something stupid|lifes not worth it|life isnt worth it|"
    "my head is a mess|he is controlling me|on the ledge|mewn perygl|wont be here tomorrow|"
    "the help desk said i should die|help desk help me|jump to contents of my pills|"
    "say sorry to my family|ready to go|wish i could sleep and never wake|lost the will to live|"
    "dont want to carry on|my family would be fine without me|i should never have been born|"
    "life is over|tired of fighting|i want it all to end|goodbye everyone|a painless way|"
    "walk into traffic|i might do something|cant eat|ddim eisiau byw|helpful tips, i cant go on"
).split("|")


def test_what_is_said_at_work_is_no_crisis_and_whoever_needs_help_is_never_missed():
    said = [["searchWords.isCrisis", one, PHRASES, UNLESS] for one in (*LIKE_CRISIS, *IN_TROUBLE)]
    assert asked(WORDS, said) == [False] * len(LIKE_CRISIS) + [True] * len(IN_TROUBLE)


def test_nothing_that_is_said_at_work_hides_a_phrase_of_crisis():
    every = asked(WORDS, [["searchWords.isCrisis", one, PHRASES, UNLESS] for one in PHRASES])
    assert [one for one, is_known in zip(PHRASES, every, strict=True) if not is_known] == []
