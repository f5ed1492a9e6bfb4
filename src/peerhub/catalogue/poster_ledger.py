"""The ledger of posters: every code that was printed, and what copies with it tell their readers.

A copy may hang on a wall for years, and its code leads to a page that says whether it may stay. So
a code in the ledger may not go from the data, or pass to another design. And when what its readers
rely on has changed, or a number on it is no longer one to call, the code has to be raised.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from peerhub.catalogue.document import Document
from peerhub.catalogue.ledger_lines import read_lines, write_lines
from peerhub.faults import Code
from peerhub.models import Poster, Service

PLACE = Path("data") / "ledger" / "posters.txt"
HEAD = """\
# Every code that was ever printed: its design, a sum of what its readers rely on, and its numbers.
# Written by `peerhub check --write-ledger`. Do not change it by hand.
"""
RELIED_ON = ("does", "is_not", "limits", "danger", "hours")
"""What a poster promises, and what it says of danger. Other words may change under one code."""

DIGITS = 12
NONE = "-"


@dataclass(frozen=True)
class Printed:
    """What copies with a code say: their design, a sum of its words, and the numbers to call."""

    design: str
    sum: str
    numbers: frozenset[str]


def printed(poster: Poster, services: Iterable[Service]) -> Printed:
    """Return what a copy of a poster says if it is printed today."""
    words = poster.english.model_dump(mode="json", include=set(RELIED_ON))
    text = json.dumps(words, sort_keys=True, ensure_ascii=False)
    total = hashlib.sha256(text.encode()).hexdigest()[:DIGITS]
    return Printed(poster.id, total, urgent_numbers(services))


def urgent_numbers(services: Iterable[Service]) -> frozenset[str]:
    """Return the digits of every number that posters may print: for danger, and at any hour."""
    urgent = (one for one in services if one.is_published and one.urgency != "rest")
    reached = (re.sub(r"\D", "", one.phone or one.text or "") for one in urgent)
    return frozenset(filter(None, reached))


def read_poster_ledger(root: Path) -> tuple[dict[str, Printed], Document]:
    """Return what was printed, by code, and the document whose issues name broken lines.

    A project without this ledger has printed nothing yet.
    """
    found: dict[str, Printed] = {}

    def take(line: str, _: int) -> None:
        code, design, total, numbers = line.split()
        if code in found:
            raise ValueError(code)
        found[code] = Printed(design, total, frozenset(numbers.split(",")) - {NONE})

    document = read_lines(root, PLACE, take)
    return found, document


def write_poster_ledger(root: Path, posters: Iterable[Poster], services: Iterable[Service]) -> None:
    """Add every code of the data to the ledger, with what its copies say now."""
    known, _ = read_poster_ledger(root)
    services = tuple(services)
    for poster in posters:
        known[poster.code] = printed(poster, services)
    lines = (
        f"{code} {one.design} {one.sum} {','.join(sorted(one.numbers)) or NONE}"
        for code, one in sorted(known.items())
    )
    write_lines(root, PLACE, HEAD, lines)


def check_poster_ledger(
    ledger: Mapping[str, Printed],
    document: Document,
    posters: Mapping[int, Poster],
    services: Iterable[Service] | None,
) -> None:
    """Report in the document of posters each code that is gone, has moved or has to be raised.

    `posters` are all of the file, by their number in it, and sound. `services` are None where
    their file has faults, for then a number may only seem to be gone.
    """
    holders = {code: poster for poster in posters.values() for code in _codes(poster)}
    for code, known in ledger.items():
        if code not in holders:
            document.report(
                document.key_mark(("posters",)),
                Code.PRINTED_CODE,
                f"the code {code} is gone, but copies of '{known.design}' bear it",
                f"List it under that poster's earlier: {{code: {code}, until: …, why: …}}.",
            )
        elif holders[code].id != known.design:
            document.report(
                document.key_mark(("posters",)),
                Code.PRINTED_CODE,
                f"the code {code} is on copies of '{known.design}', not of '{holders[code].id}'",
                "A code is never used twice: give this version the next number.",
            )
    now = None if services is None else tuple(services)
    for number, poster in posters.items():
        known_now = ledger.get(poster.code)
        if known_now is not None and known_now.design == poster.id:
            _has_to_be_raised(known_now, document, ("posters", number, "code"), poster, now)


def _has_to_be_raised(
    known: Printed,
    document: Document,
    place: tuple[str | int, ...],
    poster: Poster,
    services: tuple[Service, ...] | None,
) -> None:
    numbers = None if services is None else urgent_numbers(services)
    for reason in reasons_to_raise(known, poster, numbers):
        document.report(
            document.mark(place),
            Code.PRINTED_CODE,
            f"copies of '{poster.id}' with the code {poster.code} are out of date: {reason}",
            f"Write code: {next_code(poster.code)}, and list {poster.code} under earlier with its "
            "last day and the reason.",
        )


def reasons_to_raise(
    known: Printed, poster: Poster, numbers: frozenset[str] | None, *, for_readers: bool = False
) -> list[str]:
    """Return why a poster needs another code than the one that was printed; nothing if it may stay.

    `numbers` are those to be called now, or None where their file has faults. Reasons `for_readers`
    tell no number: somebody might ring it.
    """
    reasons = []
    if printed(poster, ()).sum != known.sum:
        reasons.append("what it promises or says of danger has changed")
    gone = known.numbers - numbers if numbers is not None else frozenset()
    if gone:
        named = "" if for_readers else f" ({', '.join(sorted(gone))})"
        reasons.append(f"it has a number that is no longer to be called{named}")
    return reasons


def unprinted(
    ledger: Mapping[str, Printed], posters: Iterable[Poster], services: Iterable[Service]
) -> list[str]:
    """Return the codes that the ledger does not hold as they would be printed now."""
    services = tuple(services)
    return [one.code for one in posters if ledger.get(one.code) != printed(one, services)]


def _codes(poster: Poster) -> tuple[str, ...]:
    return (poster.code, *(one.code for one in poster.earlier))


def next_code(code: str) -> str:
    """Return the code after a code: "T1" is followed by "T2"."""
    return f"{code[0]}{int(code[1:]) + 1}"
