"""Reasons not to make an edition: one line each, with what stands in the way and the remedy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peerhub.editions.name import Edition, NotAnEdition, next_after

SHOWN = 3
"""Named in a message; the rest are counted."""


@dataclass(frozen=True)
class EditionRequest:
    """How things stand when an edition is asked for."""

    version: str
    year: int
    """The year of the day on which it is made."""
    made: tuple[Edition, ...] = ()
    """The editions that have a record."""
    current: Edition | None = None
    """The edition that the hub says it is."""
    overdue: tuple[str, ...] = ()
    """Help that people turn to in need, and that nobody has looked through in time."""


@dataclass(frozen=True)
class Objection:
    """One reason, and its remedy."""

    reason: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.reason}. {self.remedy}."


def objections(situation: EditionRequest) -> tuple[Objection, ...]:
    """Return every reason not to make the edition, or none."""
    return tuple(_object(situation))


def _object(situation: EditionRequest) -> Iterator[Objection]:
    fresh = next_after(situation.made, situation.year)
    last = max(situation.made, default=None)
    try:
        edition = Edition.parse(situation.version)
    except NotAnEdition:
        yield Objection(
            f"'{situation.version}' is not the name of an edition",
            f"Give the year and a count: make edition VERSION={fresh}",
        )
    else:
        if edition in situation.made:
            yield Objection(
                f"Edition {edition} has been made, and an edition never changes",
                f"Make the next one: make edition VERSION={fresh}",
            )
        elif last and edition < last:
            yield Objection(
                f"Edition {edition} would come before {last}, which has been made",
                f"Editions only go up: make edition VERSION={fresh}",
            )
        elif edition.year > situation.year + 1:
            yield Objection(
                f"Edition {edition} is of a year far ahead, and none before it could follow",
                f"Give the next one: make edition VERSION={fresh}",
            )
        elif not last and situation.current and edition < situation.current:
            yield Objection(
                f"Edition {edition} would come before {situation.current}, which the hub is now",
                f"Editions only go up: make edition VERSION={situation.current}",
            )
    if situation.overdue:
        yield Objection(
            f"Help that people rely on is overdue for review: {some_of(situation.overdue)}",
            "Look each through, set a new review_by, and commit it",
        )


def some_of(names: tuple[str, ...]) -> str:
    """Return the first few of some names, and how many more there are."""
    named = ", ".join(names[:SHOWN])
    rest = len(names) - SHOWN
    return f"{named} and {rest} more" if rest > 0 else named
