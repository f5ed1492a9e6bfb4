"""Calendars as RFC 5545 writes them: lines, folds, escapes, and the clock of London.

Written here and not by a library, so that the bytes depend on the events and on nothing else.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

OCTETS = 75
"""Octets in a line, without its end (RFC 5545 section 3.1)."""

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")

LONDON = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/London",
    "BEGIN:DAYLIGHT",
    "DTSTART:19810329T010000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "TZNAME:BST",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "TZNAME:GMT",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""The clock of London since 1996: forward at 01:00 on the last Sunday of March, back at 02:00
British Summer Time on the last Sunday of October (The Summer Time Order 2002)."""


def escaped(text: str) -> str:
    """Return text as a value of type TEXT (section 3.3.11)."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL.sub(" ", text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def folded(line: str) -> str:
    """Return a content line in pieces of at most 75 octets, none of which splits a letter.

    Nor is an escape split: the standard allows it, but there are programs that look for escapes
    before they unfold, and lose the event.
    """
    if len(line) <= OCTETS and line.isascii():
        return f"{line}\r\n"
    octets, start, room, pieces = line.encode(), 0, OCTETS, []
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:  # inside a letter of several octets
            end -= 1
        if _ends_in_half_an_escape(octets[start:end]):
            end -= 1
        pieces.append(octets[start:end].decode())
        start, room = end, OCTETS - 1  # the space that begins a further line counts
    return "\r\n ".join([*pieces, octets[start:].decode()]) + "\r\n"


def _ends_in_half_an_escape(piece: bytes) -> bool:
    """Say whether a piece ends in a backslash that belongs to the letter after it."""
    return (len(piece) - len(piece.rstrip(b"\\"))) % 2 == 1


def written(lines: Iterable[str]) -> str:
    """Return content lines, folded and ended as the standard asks."""
    return "".join(map(folded, lines))


def local(moment: dt.datetime) -> str:
    """Return a moment in London as a value of type DATE-TIME, to go with its TZID."""
    return f"{moment:%Y%m%dT%H%M%S}"


def day(value: dt.date) -> str:
    """Return a value of type DATE."""
    return f"{value:%Y%m%d}"


def midnight(value: dt.date) -> str:
    """Return the first moment of a day, in UTC."""
    return f"{value:%Y%m%d}T000000Z"
