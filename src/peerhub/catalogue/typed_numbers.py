"""A helpline's number stands once, in the data: typed into a text it would stay as it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from peerhub.catalogue.issue import Issue
from peerhub.faults import Code
from peerhub.models import Service

FOLDERS = (("docs", ".md"), ("materials", ".html"), ("overrides", ".html"))
"""Where texts stand that are made into pages and papers, and how their files end."""
SHORTEST = 5
"""Digits from which on a number is a helpline's own: 999, 111 and 101 are everybody's."""

_DIGITS = re.compile(
    r"(?<![\d.#/-])\+?\d(?:(?:[ \u00a0\u2009-\u2015\u202f()./*_-]|&nbsp;){0,6}\d){4,}(?![\d.-]\d)"
)
"""A number however it is set: with hyphens, dots or hard spaces, from abroad, half in bold."""


def typed_numbers(root: Path, services: Iterable[Service]) -> list[Issue]:
    """Return a fault for each number of a service that is typed into a text."""
    known = {digits: one for one in services for digits in _numbers(one) if len(digits) >= SHORTEST}
    return [
        issue
        for folder, ending in FOLDERS
        for file in sorted((root / folder).rglob(f"*{ending}"))
        for issue in _in_text(file, file.relative_to(root).as_posix(), known)
    ]


def _rung(said: str) -> str:
    """Return the digits of a number as they are rung in the UK."""
    digits = re.sub(r"\D", "", said)
    abroad = ("+44", digits[2:]) if said.startswith("+") else ("0044", digits[4:])
    return f"0{abroad[1].lstrip('0')}" if said.startswith(abroad[0]) else digits


def _numbers(service: Service) -> Iterator[str]:
    for said in (service.phone, service.text):
        yield from (re.sub(r"\D", "", found) for found in re.findall(r"\d[\d ]*", said or ""))


def _in_text(file: Path, name: str, known: Mapping[str, Service]) -> Iterator[Issue]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return  # told of where pages are read
    for found in _DIGITS.finditer(text):
        service = known.get(_rung(found[0]))
        if service is not None:
            start = text.rfind("\n", 0, found.start())
            yield Issue(
                name,
                text.count("\n", 0, found.start()) + 1,
                found.start() - start,
                Code.NUMBER_TYPED,
                f"the number of {service.name} is typed here",
                "Link to /support/ or show it from the data, so that it changes in one place.",
            )
