"""What editions gave as a way to reach somebody, and the hub no longer does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from peerhub.models.sought import plain


def retired(
    before: Iterable[Mapping[str, tuple[str, ...]]], now: Mapping[str, tuple[str, ...]]
) -> frozenset[str]:
    """Return what earlier editions gave as a way to reach somebody and the hub no longer does."""
    current = {plain(one) for ways in now.values() for one in ways}
    named = {one for edition in before for ways in edition.values() for one in ways}
    return frozenset(one for one in named if plain(one) not in current)
