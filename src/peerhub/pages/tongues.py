"""What stands around a page in the page's own language: the words of the shell, and its twin.

English stands in `models/small_words.py`; other languages stand in `data/languages.yml`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from inspect import signature
from typing import Any

from peerhub.models import Language, PageMeta
from peerhub.models.language_code import ENGLISH, tag_of
from peerhub.models.page import address_of
from peerhub.models.small_words import SHELL
from peerhub.pages.choices import WrongChoice
from peerhub.words import day, listed

SPEAKING = frozenset({"services", "day"})
"""The macros that speak another language, when they are told which."""
SILENT = frozenset({"callout", "contact", "on_screen", "on_paper"})
"""The macros that say nothing but what they are given: they may stand on a page in any language."""

READ_IN_ENGLISH = "Read this page in English"


def language_of(code: str, languages: Sequence[Language]) -> Language | None:
    """Return the language of a page's `lang`, or None for English."""
    return next((one for one in languages if one.id == code and one.pages), None)


def shell(language: Language | None) -> Mapping[str, str]:
    """Return the words of the shell in a language."""
    return SHELL if language is None or not language.pages else language.pages.shell.model_dump()


def named(title: str, language: Language | None) -> str:
    """Return the name of a section in a language, as far as it has one."""
    return language.pages.names.get(title, title) if language and language.pages else title


def support_of(language: str, pages: Mapping[str, PageMeta]) -> str:
    """Return where people who need to talk are led from a page in a language."""
    return f"/{language}/support/" if f"{language}/support.md" in pages else "/support/"


def twins(
    pages: Mapping[str, PageMeta], languages: Sequence[Language]
) -> dict[str, dict[str, str]]:
    """Return the same page in the other language, by address: where it is, and how it is told."""
    found: dict[str, dict[str, str]] = {}
    for path, meta in pages.items():
        language = language_of(meta.lang, languages)
        if language and meta.twin:
            found |= paired(address_of(path), meta.twin, language)
    return found


def paired(own: str, twin: str, language: Language) -> dict[str, dict[str, str]]:
    """Return what leads from a page in a language to its twin in English, and back."""
    return {
        twin: {"href": own, "title": language.own_name, "tag": tag_of(language.id)},
        own: {"href": twin, "title": READ_IN_ENGLISH, "tag": tag_of(ENGLISH)},
    }


def spoken(
    meta: Mapping[str, Any], pages: Mapping[str, PageMeta], language: Language | None
) -> dict[str, Any]:
    """Return the words of the shell for the page whose front matter is given."""
    code = language.id if language else ENGLISH
    small = language.pages if language else None
    is_draft = small is not None and "draft" in (meta.get("translation"), small.translation)
    return {
        "said": shell(language),
        "tag": tag_of(code),
        "is_english": language is None,
        "support": support_of(code, pages),
        "draft_note": (small.draft, small.draft_english) if small and is_draft else None,
    }


def in_language(
    macros: Mapping[str, Callable[..., Any]], language: str
) -> Mapping[str, Callable[..., Any]]:
    """Return the macros as a page in a language may call them.

    What would put English among its words raises WrongChoice, which says what may be called.
    """
    if language == ENGLISH:
        return macros
    return {name: _heard(name, macro, language) for name, macro in macros.items()}


def _heard(name: str, macro: Callable[..., Any], language: str) -> Callable[..., Any]:
    if name in SILENT:
        return macro

    @wraps(macro)
    def asked(*args: Any, **named: Any) -> Any:
        if name not in SPEAKING:
            may = listed([f"'{one}'" for one in sorted(SPEAKING | SILENT)])
            raise WrongChoice(
                f"it speaks English, and this page is in '{language}'; such a page may call {may}, "
                "or lead to the page in English"
            )
        given = signature(macro).bind(*args, **named).arguments
        if given.get("language", ENGLISH) != language:
            raise WrongChoice(f"this page is in '{language}'; add language=\"{language}\"")
        return macro(*args, **named)

    return asked


def written_day(date: str, language: str, languages: Sequence[Language]) -> str:
    """Return a day, given like 2027-02-04, as a language writes it. Raises ValueError."""
    spoken = {one.id: one for one in languages}
    if language not in (ENGLISH, *spoken):  # no `WrongChoice`: languages are data
        raise ValueError(f"language '{language}' is none of {', '.join((ENGLISH, *spoken))}")
    try:
        value = dt.date.fromisoformat(date)
    except ValueError:
        raise ValueError(f"'{date}' is not a day; write it like 2027-02-04") from None
    return day(value, spoken[language].months if language in spoken else None)
