"""Words as the search compares them. `overrides/assets/js/search-words.js` folds the same way."""

from __future__ import annotations

import re
import unicodedata

_APOSTROPHES = re.compile("['\u2018\u2019\u02bc`\u00b4]")
_WORD = re.compile(r"[^\W_]+")
_INITIALS = re.compile(r"(^|[\W_])((?:[^\W\d_](?:\.| ?& ?))+[^\W\d_])(?![^\W_])")
"""Single letters that stand for words: "b.t.p.", "A & S"."""
_NUMBER = re.compile(r"\d[\d\s\u00a0().\u2013-]*\d")
SHORTEST_NUMBER = 5

STOP_WORDS = frozenset(
    "a about after all am an and any are as at be been but by can could did do does for from get "
    "had has have he her him his how i if in into is it its me my no not of on one or our own she "
    "should so some that the their them then there these they this to too up us was we what when "
    "where which who why will with would you your".split()
)
"""Words that say nothing of what is looked for."""


def words(text: str) -> list[str]:
    """Return the words of a text in their order: no capitals, accents, apostrophes or dashes.

    Initials are one word: "b.t.p." is "btp", and "A & S" is "as".
    """
    plain = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()
    return _WORD.findall(_INITIALS.sub(_joined, _APOSTROPHES.sub("", bare)))


def _joined(found: re.Match[str]) -> str:
    return found[1] + re.sub("[.& ]", "", found[2])


def numbers(text: str) -> list[str]:
    """Return the long numbers of a text without their spaces: "116 123" is "116123"."""
    found = (re.sub(r"\D", "", one) for one in _NUMBER.findall(text))
    return [one for one in found if len(one) >= SHORTEST_NUMBER]
