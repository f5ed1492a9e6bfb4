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
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
BESIDE_PARTS: Mapping[str, tuple[str, ...]] = {"poster": ("months", "places"), "pages": ()}
"""What stands beside the parts in a row, by the part that it is signed off with. Posters and pages
both say months and places; every language has posters, and not every one has pages."""
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


def small_words(part: str, row: Mapping[str, Any]) -> dict[tuple[str, ...], tuple[str, str]]:
    """Return the English and the other words that are signed off with a part, by path in the row.

    `row` is that of the language. A list is one text, a line for each thing in it.
    """
    said = row.get(part) or {}
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
        found[(part, *path)] = (str(english), words)
    for name in BESIDE_PARTS[part] if said else ():
        for path, words in _leaves(row.get(name), (name,)):
            found[path] = ("\n".join(MONTHS) if name == "months" else path[-1], words)
    return found


def small_digest(part: str, row: Mapping[str, Any]) -> str:
    """Return the digest of what both languages say in what is signed off with a part of a row."""
    return digest_of([[*path, *words] for path, words in sorted(small_words(part, row).items())])


def _leaves(said: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(said, Mapping):
        for name, one in said.items():
            yield from _leaves(one, (*above, str(name)))
    elif isinstance(said, str):
        yield above, said
    elif isinstance(said, tuple):
        yield above, "\n".join(said)
