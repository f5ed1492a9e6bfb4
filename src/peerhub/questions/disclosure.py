"""How small counts of people are kept from telling who they are."""

from __future__ import annotations

from collections.abc import Iterable

SMALLEST_COUNT = 5
"""Counts below this are not shown: few people can be told apart."""


def public_count(count: int | None) -> str | None:
    """Return a count as it is shown, "fewer than 5" for a small one; nothing when unknown."""
    if count is None:
        return None
    return f"{count:,}" if count >= SMALLEST_COUNT else f"fewer than {SMALLEST_COUNT}"


def public_number(count: int | None) -> int | None:
    """Return a count that may be shown as a number, or nothing."""
    return count if count is not None and count >= SMALLEST_COUNT else None


def public_total(counts: Iterable[int | None]) -> int:
    """Return the sum of the counts that are shown themselves.

    Small counts stay out of it: a total that held them would give them away by subtraction.
    """
    return sum(public_number(count) or 0 for count in counts)
