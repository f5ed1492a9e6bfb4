"""What every target can do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from peerhub.publish.compose import Contents
from peerhub.publish.publication import Publication

KEPT_PUBLICATIONS = 5
"""Publications that a target keeps for going back, the current one among them."""


@dataclass(frozen=True)
class Written:
    """What one publication cost."""

    files: int
    """Contents that the target did not hold, without those of the record."""
    size: int
    """Their bytes, and those that the record took."""
    is_new: bool = True
    """False when the target served that very publication already."""


class Target(Protocol):
    """A place that serves publications."""

    @property
    def name(self) -> str:
        """What it is called in messages."""

    def held(self) -> AbstractContextManager[None]:
        """Keep others from publishing here meanwhile. Raises PublishStopped when others do."""

    def current(self) -> Publication | None:
        """Return what is served now, or none. Raises PublishStopped when that is not ours."""

    def read(self, digest: str) -> bytes:
        """Return a content that the target holds. Raises PublishStopped when it is damaged."""

    def read_all(self, digests: Sequence[str]) -> Mapping[str, bytes]:
        """Return some contents that the target holds, asked for at once; raises as `read` does."""

    def publish(self, publication: Publication, contents: Contents) -> Written:
        """Bring what is new, then serve the publication in one step.

        Raises PublishStopped, with readers served what they were before. Can be run again.
        """

    def earlier(self) -> Sequence[Publication]:
        """Return the publications that can be gone back to, the last one first."""

    def go_back(self, publication: Publication) -> None:
        """Serve an earlier publication again, in one step."""
