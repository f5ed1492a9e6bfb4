"""What plain text in a data file stands for: a number, a date, true or false, or itself."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from peerhub.models.clock import CURLY

READ_AS = "without quotes is read as"
"""What is said of plain text that YAML takes for something else."""

_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?[0-9]{1,17}\.[0-9]{1,17}")
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?")
_CLOCK = re.compile(r"[-+]?\d+(:[0-5]?\d)+(\.\d*)?")
_LOOSE_BOOL = re.compile(r"(?i:yes|no|on|off)")
_FIRST = frozenset("+-0123456789yYnNoO")
"""What a number, a date, a clock time or a loose yes and no can begin with."""

CURLY_QUOTES = (
    "the quotes here are curly, as Word makes them",
    'Write straight ones: " at both ends.',
)
ENDS = f"{CURLY}\"'"

_BOOL = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NOTHING = ("", "~", "null", "Null", "NULL")

Complaint = tuple[str, str]
"""What is wrong, and what to do."""


def resolved(text: str) -> tuple[Any, Complaint | None]:
    """Return the value of plain text, and what is wrong with the text if anything is."""
    if text in _NOTHING:
        return None, None
    if text in _BOOL:
        return _BOOL[text], None
    if text[0] not in _FIRST:
        if text[0] in CURLY and text[-1] in ENDS:
            return text.strip(ENDS) or text, CURLY_QUOTES
        return text, None
    if _INT.fullmatch(text):
        return int(text), None
    if _FLOAT.fullmatch(text):
        return float(text), None
    if _DATE.fullmatch(text):
        return _date(text)
    if _CLOCK.fullmatch(text):
        return text, (f"{text} {READ_AS} a number", f'Write "{text}" in quotes.')
    if _LOOSE_BOOL.fullmatch(text):
        return text, (f"{text} {READ_AS} true or false", f'Write "{text}" in quotes.')
    return text, None


def typed(text: str) -> tuple[Any, Complaint | None]:
    """Return plain text as it was typed, as an answer to a question is; None for none.

    Curly quotes around it are no part of it.
    """
    if text in _NOTHING:
        return None, None
    return (text.strip(ENDS) or text) if text[0] in CURLY and text[-1] in ENDS else text, None


def _date(text: str) -> tuple[dt.date | None, Complaint | None]:
    year, month, day = map(int, text.split("-"))
    try:
        return dt.date(year, month, day), None
    except ValueError:
        return None, (f"the date {text} does not exist", "Check the calendar.")
