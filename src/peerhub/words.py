"""How the hub writes days, lengths of time and lists of words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence


def day(value: dt.date, months: Sequence[str] | None = None) -> str:
    """Return "4 February 2027"; with the names of another language's months, "4 Chwefror 2027"."""
    named = months[value.month - 1] if months else f"{value:%B}"
    return f"{value.day} {named} {value.year}"


def weekday(value: dt.date) -> str:
    """Return "Thursday 4 February 2027"."""
    return f"{value:%A} {day(value)}"


def month(value: dt.date) -> str:
    """Return "February 2027"."""
    return f"{value:%B %Y}"


def days(first: dt.date, last: dt.date) -> str:
    """Return one day, or the first and last of several: "9 to 15 October 2027"."""
    if first == last:
        return weekday(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def length(minutes: int) -> str:
    """Return a length of time: "45 minutes", "1 hour", "1 hour 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(f"{hours} hour{'' if hours == 1 else 's'}")
    if rest or not hours:
        parts.append(f"{rest} minute{'' if rest == 1 else 's'}")
    return " ".join(parts)


def listed(words: Sequence[str], joint: str = "and") -> str:
    """Return "a", "a and b" or "a, b and c"; nothing for no words."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return "1 module", "3 modules"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def sentence(words: str) -> str:
    """Return words with the stop that ends a sentence, and never with a second one."""
    return words if words.endswith((".", "?", "!")) else f"{words}."
