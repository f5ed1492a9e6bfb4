"""Reasons not to publish. Each is one line that says what stands in the way, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peerhub.editions.objections import Objection, some_of
from peerhub.models import Site


@dataclass(frozen=True)
class PublishRequest:
    """How things stand when the hub is to be published."""

    site: Site
    changed: tuple[str, ...] = ()
    """Files that differ from the last commit, or that nobody has committed."""
    unwritten: tuple[str, ...] = ()
    """Records that their ledgers do not hold as they now stand."""


def objections(situation: PublishRequest) -> tuple[Objection, ...]:
    """Return every reason not to publish, or none."""
    return tuple(_object(situation))


def _object(situation: PublishRequest) -> Iterator[Objection]:
    if not situation.site.has_real_address:
        yield Objection(
            f"The site address {situation.site.address} leads nowhere, and posters print it",
            "Write the real one in data/site.yml as 'address', and commit it",
        )
    if situation.changed:
        yield Objection(
            f"The work tree differs from the last commit: {some_of(situation.changed)}",
            "Commit the changes, or undo them",
        )
    if situation.unwritten:
        yield Objection(
            f"The ledger does not hold {some_of(situation.unwritten)} as in the data",
            "Run: peerhub check --write-ledger, and commit it",
        )
