"""A time of day as an editor types it: hours and minutes, and one way of writing them only.

Python's own reader takes "10.30", "10-12" and "1030Z" as well, each for something else than the
page, the calendar and the JSON would make of it.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema

from peerhub.faults import Code
from peerhub.models.base import fault

PATTERN = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
CURLY = "“”„‟‘’‚‛«»"
"""Quotation marks that word processors make, and that YAML does not know."""
EXAMPLE = 'Write hours and minutes in quotes, such as "09:30".'

_CLOCK = re.compile(PATTERN.replace("$", r"\Z"))
_MEANT = re.compile(
    r"\s*T?(?P<hour>\d{1,2})(?:\s*(?P<between>[.:,;h])\s*(?P<minute>\d{2})|(?P<joined>\d{2}))?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*",
    re.IGNORECASE | re.ASCII,
)


def meant(value: str) -> str | None:
    """Return the "HH:MM" that a text seems to say ("9.30", "1030", "9:30 am"); None if none."""
    found = _MEANT.fullmatch(value.strip(CURLY + " \t"))
    if not found or not (found["minute"] or found["joined"] or found["half"]):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or found["joined"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"][0] in "pP" else 0)
    clock = f"{hour:02}:{minute:02}"
    return clock if _CLOCK.match(clock) else None


def _clock(value: Any) -> Any:
    if not isinstance(value, str):
        if isinstance(value, int | float) and not isinstance(value, bool):
            raise fault(f"{value} is a number, not a time of day", EXAMPLE, code=Code.TIME)
        return value
    if _CLOCK.match(value):
        return value
    clock = meant(value)
    raise fault(
        f"{value!r} is not a time of day",
        f'Write "{clock}", in quotes.' if clock else EXAMPLE,
        code=Code.TIME,
    )


ClockTime = Annotated[
    str,
    BeforeValidator(_clock),
    WithJsonSchema({"type": "string", "pattern": PATTERN, "examples": ["09:30"]}),
]
"""A time of day on a 24-hour clock, "HH:MM", in Europe/London."""
