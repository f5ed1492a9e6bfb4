"""Tries every macro call in `docs/` before anything is built, so that each fault has its place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from peerhub.catalogue import Issue
from peerhub.catalogue.calls import faults
from peerhub.catalogue.document import read_document
from peerhub.catalogue.pages import split_front_matter
from peerhub.models.language_code import ENGLISH
from peerhub.pages.choices import WrongChoice
from peerhub.pages.tongues import in_language

SURE: tuple[type[Exception], ...] = (WrongChoice, TypeError)
"""What is wrong with a call whatever the data say: a word it does not take, or too many.

All else may be no fault of the call while the data have faults of their own.
"""


def proof(docs: Path, macros: Mapping[str, Any], *, is_sound: bool = True) -> list[Issue]:
    """Return a problem for each call in a page that cannot be carried out, at its place.

    While the data have faults (`is_sound` is false) the macros stand over an empty catalogue, and
    only what is wrong whatever the data say is a problem.
    """
    issues: list[Issue] = []
    for path in sorted(docs.rglob("*.md")):
        try:
            text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
        except (UnicodeDecodeError, OSError):
            continue  # said already, by whoever reads the page itself
        front, body, first = split_front_matter(text)
        name = f"{docs.name}/{path.relative_to(docs).as_posix()}"
        language = _language(front or "")
        is_there = name.startswith(f"{docs.name}/{language}/")  # elsewhere it is told for that
        known = in_language(macros, language if is_there else ENGLISH)
        for fault in faults(body, known, lambda error: is_sound or isinstance(error, SURE)):
            before = body[: fault.at]
            line = first + before.count("\n")
            column = fault.at - (before.rfind("\n") + 1) + 1
            issues.append(Issue(name, line, column, fault.code, fault.message, fault.hint))
    return issues


def _language(front: str) -> str:
    """Return the language that front matter says the page is in."""
    if "lang" not in front:
        return ENGLISH
    said = read_document(front.encode(), "").data
    return str(said.get("lang", ENGLISH)) if isinstance(said, dict) else ENGLISH
