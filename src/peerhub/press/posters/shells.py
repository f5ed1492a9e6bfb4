"""The shells of posters, kept: what posters share is drawn once for all runs of a machine.

A shell is drawn far more slowly than a force's own words, and every process would draw each for
itself. So they stand in a store of their own, each under a key of its words and of all that draws.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from peerhub.press.engine.recipe import canonical, digest
from peerhub.press.engine.store import Store

FOLDER = "shells"
SUFFIX = ".shell"
"""The folder of the shells below the store of posters, and how the name of one ends."""


@dataclass(frozen=True)
class Shells:
    """Where shells are kept, and a digest of all that can change one beside its words."""

    folder: Path
    drawn_by: str

    @classmethod
    def beside(cls, store: Path, *drawn_by: str) -> Shells:
        """Return the shells below a store of posters, drawn by what some digests tell of."""
        return cls(store / FOLDER, digest(*drawn_by))

    def get(self, words: tuple[str, ...], make: Callable[[], bytes]) -> bytes:
        """Return the shell for some words: what is kept, or what is made now, to be kept.

        Raises `PressError` when it cannot be made, or cannot be written.
        """
        return _store(self.folder).get_or_make(digest(self.drawn_by, canonical(words)), make)

    def moved(self, folder: Path) -> Shells:
        """Return the same, kept in another folder, as on another machine."""
        return replace(self, folder=folder / FOLDER)

    def prune(self) -> None:
        """Drop the shells that nobody has asked for in a month."""
        _store(self.folder).prune(())


@lru_cache(maxsize=2)
def _store(folder: Path) -> Store:
    """Return this process's store of shells."""
    return Store(folder, SUFFIX)
