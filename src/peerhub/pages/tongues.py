"""What stands around a page in the page's own language: the words of the shell, and its twin.

The Welsh is a draft: no translator has signed it off, and every page in Welsh says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peerhub.models import PageMeta
from peerhub.models.page import address_of

ENGLISH, WELSH = "en", "cy"
TAGS: Mapping[str, str] = {ENGLISH: "en-GB", WELSH: "cy"}
"""How a page's language is told to browsers."""

SHELL: Mapping[str, Mapping[str, str]] = {
    ENGLISH: {
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
    },
    WELSH: {
        "skip": "Neidio i'r prif gynnwys",
        "urgent": "Cymorth brys",
        "talk": "Angen siarad nawr?",
        "more": "Angen siarad nawr?",
        "menu": "Dewislen",
        "close": "Cau'r ddewislen",
        "search": "Chwilio",
        "main": "Prif lywio",
        "here": "Rydych chi yma",
        "home": "Hafan",
        "contents": "Ar y dudalen hon",
    },
}
"""The words of the shell of every page, by language."""

NAMES_CY: Mapping[str, str] = {
    "In danger": "Mewn perygl",
    "Train": "Hyfforddi",
    "Leaders": "Arweinwyr",
    "Network": "Rhwydwaith",
    "Guidance": "Canllawiau",
    "Forces": "Heddluoedd",
    "Posters": "Posteri",
    "Events": "Digwyddiadau",
    "Materials": "Deunyddiau",
    "Evidence": "Tystiolaeth",
}
"""The names of sections and lines in Welsh; what has none keeps its English."""

READ_IN: Mapping[str, str] = {ENGLISH: "Read this page in English", WELSH: "Cymraeg"}
DRAFT = (
    "Drafft: nid yw cyfieithydd wedi gwirio'r geiriau hyn eto.",
    "Draft: no translator has checked these words yet.",
)


def named(title: str, language: str) -> str:
    """Return the name of a section in a language, as far as it has one."""
    return NAMES_CY.get(title, title) if language == WELSH else title


def support_of(language: str, pages: Mapping[str, PageMeta]) -> str:
    """Return where people who need to talk are led from a page in a language."""
    return "/cy/support/" if language == WELSH and "cy/support.md" in pages else "/support/"


def twins(pages: Mapping[str, PageMeta]) -> dict[str, dict[str, str]]:
    """Return the same page in the other language, by address: where it is, and how it is told."""
    found: dict[str, dict[str, str]] = {}
    for path, meta in pages.items():
        if meta.lang == WELSH and meta.twin:
            own = address_of(path)
            found[meta.twin] = {"href": own, "title": READ_IN[WELSH], "tag": TAGS[WELSH]}
            found[own] = {"href": meta.twin, "title": READ_IN[ENGLISH], "tag": TAGS[ENGLISH]}
    return found


def spoken(meta: Mapping[str, Any], pages: Mapping[str, PageMeta]) -> dict[str, Any]:
    """Return the words of the shell for the page whose front matter is given."""
    language = WELSH if meta.get("lang") == WELSH else ENGLISH
    is_draft = meta.get("translation") == "draft"
    return {
        "said": SHELL[language],
        "tag": TAGS[language],
        "is_english": language == ENGLISH,
        "support": support_of(language, pages),
        "draft_note": DRAFT if is_draft else None,
    }
