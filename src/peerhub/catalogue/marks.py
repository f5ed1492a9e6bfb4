"""Places in a file, and the places of all that a file says."""

from __future__ import annotations

from dataclasses import dataclass, field

Path = tuple[str | int, ...]
"""The keys and numbers that lead to a value."""


@dataclass(frozen=True)
class Mark:
    """A place in a file; both numbers count from 1."""

    line: int
    column: int
    file: str = ""
    """The file, where it is another than that of the document it was asked of."""


@dataclass
class Marks:
    """The places of a file's values and keys, by their paths."""

    values: dict[Path, Mark] = field(default_factory=dict)
    keys: dict[Path, Mark] = field(default_factory=dict)
