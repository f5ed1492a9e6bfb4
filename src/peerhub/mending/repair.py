"""One change to one file: where, what stood there, and what stands there now."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Repair:
    """A change that was made, for people to read: the line counts from 1 in the new file."""

    file: str
    line: int
    what: str

    def as_line(self) -> str:
        """Return what an editor reads."""
        return f"{self.file}:{self.line}: {self.what}"

    def as_github(self) -> str:
        """Return the same as a notice that GitHub shows beside the line."""
        said = self.what.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        return f"::notice file={self.file},line={self.line},title=peerhub fix::{said}"
