"""The ledger of posters that fit: a sum of each design's words as they last fitted their places.

Setting a poster takes longer than the rest of a check. So only a design whose words the ledger does
not hold is set, to see whether they fit.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from peerhub.catalogue.ledger_lines import read_lines, write_lines
from peerhub.models import Poster

PLACE = Path("data") / "ledger" / "posters-fit.txt"
HEAD = """\
# Each poster design, and a sum of its words as they last fitted their places.
# Written by `peerhub check --write-ledger`. Do not change it by hand.
"""
UNSET = frozenset({"owner", "review_by", "summary", "audience", "code", "earlier", "readers"})
"""What a poster says of itself and does not print, or prints in a place that any of it fits."""
DIGITS = 12


def fit_sum(poster: Poster) -> str:
    """Return a sum of what a poster prints: its words in every language, its layout and sizes."""
    words = poster.model_dump(mode="json", exclude=set(UNSET))
    text = json.dumps(words, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def read_fit_ledger(root: Path) -> Mapping[str, str]:
    """Return the sum of each design that has fitted, by its id.

    A line that cannot be read is of no design, which is then set again.
    """
    found: dict[str, str] = {}

    def take(line: str, _: int) -> None:
        identity, total = line.split()
        found[identity] = total

    read_lines(root, PLACE, take)
    return found


def write_fit_ledger(root: Path, posters: Iterable[Poster]) -> None:
    """Note every design as it now is; whoever calls has seen it fit."""
    lines = (f"{poster.id} {fit_sum(poster)}" for poster in posters)
    write_lines(root, PLACE, HEAD, sorted(lines))


def not_seen_to_fit(root: Path, posters: Iterable[Poster]) -> list[Poster]:
    """Return the designs whose words the ledger does not hold as they now are."""
    known = read_fit_ledger(root)
    return [poster for poster in posters if known.get(poster.id) != fit_sum(poster)]
