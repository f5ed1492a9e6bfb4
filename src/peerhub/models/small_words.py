"""The small words around pages and posters in English, beside which those of a language stand.

The words of other languages are data (`data/languages.yml`); each is here by the names of its
fields, so that a translator sees both, and a sign-off holds for both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from peerhub.models.force_words import FORCE_WORDS
from peerhub.models.sign_off import SignOff, digest_of

PARTS = ("poster", "pages")
"""The parts of a language's row that are signed off, each by itself."""
NAMES = "names"
"""The part of `pages` whose English words are its keys."""
APART = frozenset({"translation", *SignOff.model_fields})
BESIDE = {"draft": "draft_english"}
"""What stands in the data in both languages."""

SHELL: Mapping[str, str] = {
    "skip": "Skip to the main content",
    "urgent": "Urgent help",
    "talk": "Need to talk now?",
    "more": "Need to talk now?",
    "menu": "Menu",
    "close": "Close the menu",
    "search": "Search",
    "main": "Main",
    "here": "You are here",
    "home": "Home",
    "contents": "On this page",
}
"""The words of the shell of every page."""

ENGLISH: Mapping[str, Mapping[str, Any]] = {
    "poster": {
        "code": "Code",
        "revision": "revision",
        "qr": "QR code",
        "email": "Email",
        "phone": "Phone",
        "intranet": "Intranet",
        "place": "Where we are",
        "example": "Example only:",
    },
    "pages": {
        "closing": "What to do next",
        "shell": SHELL,
        "services": {
            "call": "Call",
            "text": "Text",
            "when": "When",
            "always": "24 hours a day, every day",
            "where": "Where",
            "everywhere": "The whole United Kingdom",
            "checked": "Last checked:",
        },
        "forces": FORCE_WORDS,
    },
}


def small_words(part: str, said: Mapping[str, Any]) -> dict[tuple[str, ...], tuple[str, str]]:
    """Return the English and the other words of a part of a language's row, by their path in it."""
    found = {}
    for path, words in _leaves(said):
        if path[0] in APART or path[0] in BESIDE.values():
            continue
        english: Any = ENGLISH[part]
        if path[0] == NAMES:
            english = path[-1]
        elif path[0] in BESIDE:
            english = said.get(BESIDE[path[0]], "")
        else:
            for step in path:
                english = english.get(step, "") if isinstance(english, Mapping) else ""
        found[path] = (str(english), words)
    return found


def small_digest(part: str, said: Mapping[str, Any]) -> str:
    """Return the digest of what both languages say in a part of a row."""
    return digest_of([[*path, *words] for path, words in sorted(small_words(part, said).items())])


def _leaves(said: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(said, Mapping):
        for name, one in said.items():
            yield from _leaves(one, (*above, str(name)))
    elif isinstance(said, str):
        yield above, said
