"""Arguments of macros that are one of a few words."""

from __future__ import annotations

from collections.abc import Collection


class WrongChoice(ValueError):
    """An argument is none of the words it may be, whatever the data say."""


def one_of(name: str, value: str | None, known: Collection[str]) -> None:
    """Raise `WrongChoice` unless a value is one of the known ones, or is left out."""
    if value is not None and value not in known:
        said = f"{name} '{value}'" if name else f"'{value}'"
        raise WrongChoice(f"{said} is none of {', '.join(known)}")
