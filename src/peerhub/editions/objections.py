"""Reasons not to publish. Each is one line that says what stands in the way, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peerhub.editions.edition_shelf import Edition, EditionShelf, NotAnEdition
from peerhub.models import Site

SHOWN = 3
"""Changed files named in a message; the rest are counted."""


@dataclass(frozen=True)
class EditionRequest:
    """How things stand when an edition is asked for."""

    version: str
    year: int
    """The year of the commit to be published."""
    site: Site
    shelf: EditionShelf
    branch: str
    branch_here: str | None
    """The branch that is checked out; none when the work tree is detached."""
    changed: tuple[str, ...]
    """Files that differ from the last commit, or that nobody has committed."""
    has_identity: bool
    """Whether git knows in whose name to commit."""
    unwritten: tuple[str, ...] = ()
    """Events, and codes of posters, that their ledgers do not hold as they now stand."""
    overdue: tuple[str, ...] = ()
    """Help that people turn to in need, and that nobody has looked through in time."""


@dataclass(frozen=True)
class Objection:
    """One reason, and its remedy."""

    reason: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.reason}. {self.remedy}."


def objections(standing: EditionRequest, force: bool = False) -> tuple[Objection, ...]:
    """Return every reason not to publish, or none. `force` lets an edition be replaced."""
    return tuple(_object(standing, force))


def _object(standing: EditionRequest, force: bool) -> Iterator[Objection]:
    edition = _edition(standing.version)
    fresh = standing.shelf.next_after(standing.year)
    if edition is None:
        yield Objection(
            f"'{standing.version}' is not the name of an edition",
            f"Give the year and a count: make edition VERSION={fresh}",
        )
    elif edition in standing.shelf and not force:
        yield Objection(
            f"Edition {edition} is already published on {standing.branch}",
            f"Publish the next one: make edition VERSION={fresh}, or replace it with FORCE=1",
        )
    if not standing.site.has_real_address:
        yield Objection(
            f"The site address {standing.site.address} leads nowhere, and posters print it",
            "Write the real one in data/site.yml as 'address', and commit it",
        )
    if standing.changed:
        yield Objection(
            f"The work tree differs from the last commit: {_some_of(standing.changed)}",
            "Commit the changes, or undo them",
        )
    if standing.unwritten:
        yield Objection(
            f"The ledger does not hold {_some_of(standing.unwritten)} as in the data",
            "Run: peerhub check --write-ledger, and commit it",
        )
    if standing.overdue:
        yield Objection(
            f"Help that people rely on is overdue for review: {_some_of(standing.overdue)}",
            "Look each through, set a new review_by, and commit it",
        )
    if standing.branch == standing.branch_here:
        yield Objection(
            f"{standing.branch} is the branch you are working on",
            "Publish to another one: BRANCH=gh-pages",
        )
    if not standing.has_identity:
        yield Objection(
            "git does not know in whose name to commit",
            "Run: git config user.name '…' and git config user.email '…'",
        )


def _edition(version: str) -> Edition | None:
    try:
        return Edition.parse(version)
    except NotAnEdition:
        return None


def _some_of(files: tuple[str, ...]) -> str:
    named = ", ".join(files[:SHOWN])
    rest = len(files) - SHOWN
    return f"{named} and {rest} more" if rest > 0 else named
