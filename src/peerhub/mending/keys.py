"""The keys that a record or a page may have, so that a line that begins with one is known."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from peerhub.catalogue.kinds import KINDS
from peerhub.models import PageMeta


@cache
def known_keys() -> frozenset[str]:
    """Return every key that a record or a page may have."""
    found: set[str] = set()
    for model in (PageMeta, *(kind.model for kind in KINDS)):
        _keys_of(model, found, set())
    return frozenset(found)


def _keys_of(kind: Any, found: set[str], seen: set[Any]) -> None:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        if kind not in seen:
            seen.add(kind)
            for name, one in kind.model_fields.items():
                found.add(name)
                _keys_of(one.annotation, found, seen)
        return
    for inner in get_args(kind):
        _keys_of(inner, found, seen)
