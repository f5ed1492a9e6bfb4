"""Numbers and addresses that people turn to, found in text however they are set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

BETWEEN = r"[\s\u00a0\u2009\u202f()./-]*"
"""What may stand between the digits of one number in print: never a letter or another digit."""


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


@cache
def _pattern(digits: str) -> re.Pattern[str]:
    within = BETWEEN.join(digits)
    forms = [within]
    if digits.startswith("0"):
        forms.append(r"(?:\+|00)44" + BETWEEN + r"(?:\(0\))?" + BETWEEN + BETWEEN.join(digits[1:]))
    return re.compile(rf"(?<![\d.])(?:{'|'.join(forms)})(?![\d]|\.\d)")


def retired(
    before: Iterable[Mapping[str, tuple[str, ...]]], now: Mapping[str, tuple[str, ...]]
) -> frozenset[str]:
    """Return what earlier editions gave as a way to reach somebody and the hub no longer does."""
    current = {_plain(one) for ways in now.values() for one in ways}
    named = {one for edition in before for ways in edition.values() for one in ways}
    return frozenset(one for one in named if _plain(one) not in current)


def _plain(way: str) -> str:
    return digits_of(way) if is_number(way) else way.casefold()
