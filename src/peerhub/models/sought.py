"""Numbers and addresses that people turn to, found in text however they are set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

BETWEEN = (
    r"(?:[\s\u00a0\u00ad\u200b\u2009-\u2015\u202f\u2060\ufeff()./*_-]"
    r"|&nbsp;|&#160;|&#x[aA]0;|\\u00[aA]0|\\x[aA]0)*"
)
"""What may stand between the digits of one number: in print never a letter or another digit; in
a text that is typed, the signs of bold words and what stands for a hard space too."""


def digits_of(text: str) -> str:
    """Return the digits of a number, in the form that is rung within the UK."""
    digits = re.sub(r"\D", "", text.replace("+44", "0").replace("0(0)", "0"))
    return re.sub(r"^0+", "0", digits) if text.strip().startswith("+44") else digits


def is_number(text: str) -> bool:
    """Say whether somebody means a number and not an address."""
    return bool(re.fullmatch(r"\+?[\d\s\u00a0()./-]+", text.strip())) and bool(digits_of(text))


def holds(text: str, wanted: str) -> bool:
    """Say whether a text holds a number (however it is spaced) or an address (in any case)."""
    if is_number(wanted):
        return bool(_pattern(digits_of(wanted)).search(text))
    return wanted.casefold() in text.casefold()


def places(text: str, wanted: str) -> Iterator[int]:
    """Yield where a number or an address starts in a text, found as `holds` finds it."""
    if is_number(wanted):
        yield from (found.start() for found in _pattern(digits_of(wanted)).finditer(text))
    else:
        yield from (one.start() for one in re.finditer(re.escape(wanted), text, re.IGNORECASE))


def plain(way: str) -> str:
    """Return one form for all ways to write a number or an address."""
    return digits_of(way) if is_number(way) else way.casefold()


@cache
def _pattern(digits: str) -> re.Pattern[str]:
    within = BETWEEN.join(digits)
    forms = [within]
    if digits.startswith("0"):
        forms.append(r"(?:\+|00)44" + BETWEEN + r"(?:\(0\))?" + BETWEEN + BETWEEN.join(digits[1:]))
    return re.compile(rf"(?<![\d.])(?:{'|'.join(forms)})(?![\d]|\.\d)")
