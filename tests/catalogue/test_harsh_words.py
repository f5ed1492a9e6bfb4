"""What must not be said of a death, of pain, or of privacy, and what good words may still say."""

from __future__ import annotations

import pytest

from peerhub.catalogue import harsh_words
from peerhub.catalogue.careful import harsh
from peerhub.catalogue.harsh_words import may_tell_how
from peerhub.faults import Code

VERDICTS = [
    *("a successful suicide", "an unsuccessful attempt on her", "a failed suicide attempt"),
    *("completed suicide", "completing **suicide**", "The suicide was successful"),
    *("succeeded in killing himself", "successfully took their own life", "a suicide bid"),
    *(
        "a suicide epidemic",
        "a coward's way out",
        "the easy way out",
        "a failed attempt at suicide",
    ),
]
LABELS = [
    "attention seeking",
    "attention-seeking",
    "an attention\u2011seeker",
    "seeks attention",
    "It was a cry for help",
    "to get attention",
    "Don't worry, it is our secret",
]
SECRETS = [
    *("I won't tell anyone", "I won\u2019t tell a soul", "We will never tell anybody"),
    *("It stays between us", "It is just between you and me", "This is our little secret"),
    *("Tell the child that nobody will know", "No one else needs to know", "Keep it a secret"),
    *("Your secret is safe", "Whatever you say stays with me", "It will never go any further"),
]
TELLINGS = [
    *("Tell the group how he died", "Explain to the whole team how she ended her life"),
    *("Say how your colleague died", "the method used", "the means of death"),
    *("Describe in what way they killed", "Share with the shift how someone took their own life"),
]
METHODS = [
    *(
        "died by hanging",
        "suicide by shooting",
        "ended his life by drowning",
        "dead of an overdose",
    ),
    *("drowned herself", "stabbed himself", "was found hanging in", "had been hanged"),
    *("overdosed on", "a lethal dose", "how many tablets it takes", "killed herself with a"),
    *("jumped from a high bridge", "stepped out in front of the train", "cuts her arms"),
    *("turned the gun on himself", "burns herself with", "took a large overdose", "cut the wrist"),
    *("ends their own life using", "lay down in front of a car", "strangled himself"),
]
FINE = [
    *("He died by suicide.", "She tried to end her life.", "Do not burn yourself out."),
    *("Do not tell the team how she died.", "Never say how he ended his life.", "Nobody died."),
    *("It is not attention seeking.", "Nobody needs to know why.", "Give it your full attention."),
    *("I won't tell anyone, unless someone is at risk.", "It stays between us, within limits."),
    *('**Promises secrecy.** "I won\'t tell a soul."', "Hand over, and tell us how it went."),
    *("A successful first year.", "The first attempts are too long.", "Cut yourself some slack."),
    *(
        "Keep it simple.",
        "The train is late.",
        "Say how many came.",
        "A colleague who was shot at.",
    ),
    *("Be steady, so that someone can tell you how they are.", "An open question on his life."),
]


@pytest.mark.parametrize("said", [*VERDICTS, *LABELS, *SECRETS])
def test_a_verdict_a_label_and_secrecy_are_harsh(said):
    assert [one[1] for one in harsh(f"Then: {said} today.")] == [Code.HARSH_WORDS]


@pytest.mark.parametrize("said", [*TELLINGS, *METHODS])
def test_telling_how_somebody_died_is_refused(said):
    assert {one[1] for one in harsh(f"Then: {said} today.")} == {Code.METHOD}


@pytest.mark.parametrize("said", METHODS)
def test_the_quick_look_lets_every_method_through(said):
    assert harsh_words.METHOD.search(said)
    assert may_tell_how(said.casefold())


@pytest.mark.parametrize("said", FINE)
def test_good_words_stay(said):
    assert harsh(said) == ()


def test_a_fault_is_told_with_its_remedy():
    (secret,) = harsh("Say to the child: I won't tell anyone. Then listen.")
    assert secret[2:] == (
        "'I won't tell anyone' promises what nobody can keep",
        "Say what stays private, and its limits.",
    )
    (verdict,) = harsh("After a successful suicide, stay.")
    assert verdict[2:] == (
        "'successful suicide' makes a success, a failure or a fault of it",
        "Write 'died by suicide', or 'tried to end their life'.",
    )


@pytest.mark.parametrize(
    "said",
    [
        "the easy way\nout",
        "a cry\nfor help",
        "No *one* will know",
        "Share how\nthey **did** it",
        "jumped in\nfront of a lorry",
        "It is safe with me. All you say stays\nwith me",
    ],
)
def test_the_quick_looks_see_words_on_two_lines(said):
    assert [found[0] for found in harsh(f"Good words.\n\n{said}, he said.\n\nMore good words.")]


def test_a_fault_in_a_later_paragraph_stands_at_its_own_place():
    text = "One.\n\nTwo.\n\nIt was a cry for help."
    assert [found[0] for found in harsh(text)] == [text.index("cry")]
