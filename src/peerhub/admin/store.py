"""Where drafts are kept: what is asked of git on this machine, and of a host, alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from peerhub.stopped import Stopped

BRANCH = "draft/"
"""How the names of the branches begin on which drafts stand."""


class StoreStopped(Stopped):
    """A draft could not be read or kept; `str()` of it says why and what to do, in a sentence."""


class NoRights(StoreStopped):
    """Whoever asks may not do this."""


class LostConnection(StoreStopped):
    """The host did not answer."""


@dataclass(frozen=True)
class RecordsDraft:
    """A draft that is kept: its branch, and the address of its proposal, if it has one."""

    branch: str
    address: str = ""


class RecordStore(Protocol):
    """Keeps the project's states, and takes drafts. Each call may raise StoreStopped."""

    @property
    def words(self) -> str:
        """What it is, for the editor: "git on this machine"."""
        ...

    def newest(self) -> str:
        """Return the name of the state from which drafts begin."""
        ...

    def lay_out(self, state: str, room: Path) -> None:
        """Put the files of a state into a folder."""
        ...

    def keep(self, state: str, files: Mapping[str, bytes], title: str, body: str) -> RecordsDraft:
        """Keep files, changed since a state, as one commit on a branch of its own."""
        ...
