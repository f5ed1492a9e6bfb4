"""Tries every macro call in `docs/` before anything is built, so that each fault has its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jinja2

from peerhub.catalogue import Issue
from peerhub.catalogue.document import nearest
from peerhub.catalogue.pages import split_front_matter
from peerhub.faults import Code
from peerhub.pages.choices import WrongChoice

CALL = re.compile(r"\{\{(?P<inside>.*?)\}\}", re.DOTALL)
SEE = "The calls and what they take are listed in CONTRIBUTING."


SURE: tuple[type[Exception], ...] = (WrongChoice, TypeError)
"""What is wrong with a call whatever the data say: a word it does not take, or too many."""

DOUBTFUL = (ValueError, KeyError, IndexError, AttributeError)
"""What may be no fault of the call while the data have faults of their own."""


def proof(docs: Path, macros: Mapping[str, Any], *, is_sound: bool = True) -> list[Issue]:
    """Return a problem for each call in a page that cannot be carried out, at its place.

    While the data have faults (`is_sound` is false) the macros stand over an empty catalogue, and
    only what is wrong whatever the data say is a problem.
    """
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=False)
    environment.globals = dict(macros)
    issues: list[Issue] = []
    for path in sorted(docs.rglob("*.md")):
        try:
            text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
        except (UnicodeDecodeError, OSError):
            continue  # said already, by whoever reads the page itself
        _, body, first = split_front_matter(text)
        name = f"{docs.name}/{path.relative_to(docs).as_posix()}"
        for line, column, message, hint in _faults(environment, body, macros, is_sound):
            issues.append(Issue(name, first + line - 1, column, Code.CALL, message, hint))
    return issues


def _faults(
    environment: jinja2.Environment, body: str, macros: Mapping[str, Any], is_sound: bool
) -> Iterator[tuple[int, int, str, str]]:
    found_one = False
    for call in CALL.finditer(body):
        told = _try(environment, call[0], macros, is_sound)
        if told:
            found_one = True
            before = body[: call.start()]
            line = before.count("\n") + 1
            yield line, call.start() - (before.rfind("\n") + 1) + 1, *told
    if not found_one:
        try:
            environment.parse(body)
        except jinja2.TemplateSyntaxError as error:
            yield error.lineno, 1, f"the braces here do not match ({error.message})", SEE


def _try(
    environment: jinja2.Environment, call: str, macros: Mapping[str, Any], is_sound: bool
) -> tuple[str, str] | None:
    """Return what is wrong with a call and what to do; None when it works."""
    try:
        environment.from_string(call).render()
    except jinja2.TemplateSyntaxError as error:
        return f"{_short(call)} cannot be read ({error.message})", SEE
    except jinja2.UndefinedError as error:
        name = re.match(r"'(\w+)' is undefined", str(error))
        if name:
            return f"there is nothing called '{name[1]}'", nearest(name[1], macros, SEE)
        return f"{_short(call)} asks for something that does not exist ({error})", SEE
    except SURE as error:
        return f"{_short(call)} does not work ({error})", SEE
    except DOUBTFUL as error:
        return (f"{_short(call)} does not work ({error})", SEE) if is_sound else None
    return None


def _short(call: str) -> str:
    words = " ".join(call.split())
    return words if len(words) <= 60 else f"{words[:57]}…"
