"""What somebody may have meant by a word that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

Path = tuple[int | str, ...]


def nearest(word: str, known: Iterable[str], otherwise: str) -> str:
    """Return a "did you mean" for a word that is not known, or else the remedy given."""
    close = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"Did you mean '{close[0]}'?" if close else otherwise


def is_spelt_otherwise(missing: Path, unknown: Iterable[Path]) -> bool:
    """Say whether a key is missing only because it stands beside, spelt otherwise.

    Both are paths of keys; the last step of each is the key itself.
    """
    *within, key = missing or ("",)
    beside = (one[-1] for one in unknown if one[:-1] == tuple(within))
    return any(nearest(str(one).lower(), (str(key),), "") for one in beside)
