"""How a list that is too long for one slide is shared out over several."""

from __future__ import annotations

from collections.abc import Sequence

OUTCOMES, QUESTIONS = 4, 4
"""How many outcomes and how many questions one slide has room for, in letters all can read."""


def shares(lines: Sequence[object], most: int) -> tuple[range, ...]:
    """Return the places of some lines in groups of about one length, none with more than `most`."""
    count = -(-len(lines) // most)
    share = -(-len(lines) // count) if count else 1
    return tuple(range(at, min(at + share, len(lines))) for at in range(0, len(lines), share))
