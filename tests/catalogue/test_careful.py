"""What is looked for quickly first is never missed by it: every way of saying it is found."""

from __future__ import annotations

import itertools

import pytest

from peerhub.catalogue.careful import harsh

SELF = ("himself", "Herself", "MYSELF", "yourself", "themself", "ourselves", "themselves")
WAYS = [
    *(" ".join(pair) for pair in itertools.product(("hang", "hung", "shoot", "shots"), SELF)),
    *(" ".join(pair) for pair in itertools.product(("Hangs", "gassed", "poisoned"), SELF)),
    *("ligature", "Ligatures", "a noose", "jumped off", "jumping in front of", "slit her wrists"),
    *("cutting my wrist", "took an overdose", "suicide note", "a suicide **note**"),
    *("suicide\nnote", "committed suicide", "Commit\n suicide"),
]
WHOLLY = (
    *("100%", "100 %", "completely", "Totally", "absolutely", "entirely", "fully", "strictly"),
    *("wholly", "always"),
)
PROMISES = [
    *(" ".join(pair) for pair in itertools.product(WHOLLY, ("confidential", "private", "Secret"))),
    *(
        " ".join(pair)
        for pair in itertools.product(
            ("complete", "total", "absolute", "FULL", "strict", "guaranteed"),
            ("confidentiality", "privacy", "secrecy"),
        )
    ),
    "fully **confidential**",
    "always\nprivate",
]


@pytest.mark.parametrize("said", [*WAYS, *PROMISES])
def test_it_is_found_wherever_it_stands(said):
    for text in (said, f"Nobody ought to change. He {said}, they said."):
        assert len(harsh(text)) == 1, text


def test_words_that_only_look_alike_are_left_alone():
    assert not harsh("Change yourself. Exchange it. Make a note of suicide risk. It is private.")
