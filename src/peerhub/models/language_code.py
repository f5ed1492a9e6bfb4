"""The code of a language, as a page's `lang` says it, and how it is told to browsers."""

from __future__ import annotations

ENGLISH = "en"
"""The language of the hub: whatever is not translated is in it."""

CODE_PATTERN = r"^[a-z]{2,3}$"

TAGS = {ENGLISH: "en-GB"}
"""How a language is told to readers of pages and PDF, where that is not its code."""


def tag_of(language: str) -> str:
    """Return how a language is told to browsers and to readers of tags."""
    return TAGS.get(language, language)
