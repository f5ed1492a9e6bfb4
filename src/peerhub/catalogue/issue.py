"""A problem in a file, said so that an editor can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from peerhub.faults import Code


@dataclass(frozen=True, order=True)
class Issue:
    """One problem: where it is (line and column count from 1), what is wrong, what to do."""

    file: str
    line: int
    column: int
    code: Code
    message: str
    hint: str
    level: Literal["error", "warning"] = "error"
    """A warning stops nothing: it is said in good time."""

    def as_text(self) -> str:
        """Return what an editor reads, in one line: `file:line:column: message. Hint`."""
        stop = "" if self.message.endswith((".", "?", "!")) else "."
        said = f"{self.message}{stop} {self.hint}".strip()
        return f"{self.file}:{self.line}:{self.column}: {' '.join(said.split())}"

    def as_line(self) -> str:
        """Return the same with the code of the fault at its end, by which it can be looked up."""
        return f"{self.as_text()} [{self.code}]"

    def as_github(self) -> str:
        """Return the problem as a workflow command that GitHub shows beside the line."""
        place = f"file={_property(self.file)},line={self.line},col={self.column},title={self.code}"
        said = f"{self.message}\n{self.hint}".strip()
        return f"::{self.level} {place}::{_escaped(said)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


class Issues(Exception):
    """Every problem found in one go, in the order of files and lines."""

    def __init__(self, issues: Iterable[Issue], rest: Any = None) -> None:
        self.issues = tuple(sorted(set(issues)))
        self.rest = rest
        """The catalogue all the same, where each record is sound by itself and only links broke."""
        super().__init__(f"{len(self.issues)} problems")

    def __str__(self) -> str:
        count = len(self.issues)
        lines = [issue.as_line() for issue in self.issues]
        return "\n".join([*lines, f"{count} problem{'' if count == 1 else 's'} found."])
