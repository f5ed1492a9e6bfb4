"""Which revision each thing that is printed or handed out is, and of what day.

A file says its own revision and never the edition's, so a file whose words have not changed is the
same file in every edition. What an edition's name and day alone would change is not among words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from typing import Any

from pydantic_core import to_json

from peerhub.catalogue import Catalogue
from peerhub.catalogue.material_ledger import revision_now
from peerhub.models import Stamp
from peerhub.words import day

SHORT = 12
"""Characters of a digest that tell whether words have changed."""

KEPT = ("module/", "workshop/", "tool/", "page/")
"""How the names begin of what an edition keeps; all else exists once and is always current."""

Sums = Mapping[str, str]
"""Sums of words, by the name that the ledger of materials has for what says them."""


def sum_of(words: Any) -> str:
    """Return a sum of the words of something, before its revision stands in them."""
    return hashlib.sha256(to_json(words, fallback=_plain)).hexdigest()[:SHORT]


def _plain(value: Any) -> Any:
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else list(value)


def stamp_of(catalogue: Catalogue, name: str, total: str) -> Stamp:
    """Return what a thing of a name says of itself, its words being of a sum.

    Words that the ledger does not hold yet are the next revision, of the day of the catalogue.
    """
    now = revision_now(catalogue.revisions.get(name), total, catalogue.today)
    return Stamp("", now.on, revision=now.number)


def said(stamp: Stamp) -> str:
    """Return a revision as it is printed: "revision 3, 23 November 2026"."""
    return f"{stamp.named}, {day(stamp.date)}"
