"""A problem in a file, said so that an editor can mend it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
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


FOLLOWS: Mapping[Code, tuple[Code, ...]] = {
    Code.LETTER: (Code.INVISIBLE,),
    Code.UNUSED_SOURCE: (Code.NO_SUCH_ID,),
    Code.PHONE: (Code.PHONE, Code.READ_OTHERWISE),
    Code.TIME: (Code.TIME, Code.READ_OTHERWISE),
    Code.MALFORMED_LINK: (Code.BADLY_WRITTEN,),
    Code.RAW_HTML: (Code.NOT_A_CALL,),
    Code.HOUSE_STYLE: (Code.HOUSE_STYLE,),
}
"""What is told by two rules, and of which the rule that knows more tells it better."""


def told_once(issues: Collection[Issue]) -> list[Issue]:
    """Return problems without those that say again what another says of the same place.

    A misspelt key is no key and no word: of both, the one that offers the right key is kept.
    """
    beside: dict[tuple[str, int], list[Issue]] = {}
    for one in issues:
        beside.setdefault((one.file, one.line), []).append(one)
    return [one for one in issues if not _is_said(one, beside[one.file, one.line])]


def _is_said(issue: Issue, beside: Iterable[Issue]) -> bool:
    for other in beside:
        if other is issue or other.level != issue.level:
            continue
        is_there = other.column == issue.column
        quoted = _QUOTED.search(other.message)
        if issue.code is Code.SPELLING and other.code is not Code.SPELLING and quoted:
            word = _QUOTED.search(issue.message)
            starts = other.column <= issue.column <= other.column + len(quoted[1])
            if word and starts and word[1] in other.message:
                return True
        if is_there and other.code in FOLLOWS.get(issue.code, ()):
            if other.code is not issue.code or len(other.message) > len(issue.message):
                return True
        if issue.message.startswith("there is a tab") and other.code in _OF_TABS:
            return True
        if (issue.code, other.code) == (Code.NO_LIMITS, Code.HARSH_WORDS) and quoted:
            if other.column <= issue.column < other.column + len(quoted[1]):
                return True
    return False


_QUOTED = re.compile(r"'([^']+)'")
_OF_TABS = (Code.BROKEN_TABLE, Code.BROKEN_LIST)


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


class Issues(Exception):
    """Every problem found in one go, in the order of files and lines."""

    def __init__(self, issues: Iterable[Issue], rest: Any = None) -> None:
        self.issues = tuple(sorted(told_once(set(issues))))
        self.rest = rest
        """The catalogue all the same, where each record is sound by itself and only links broke."""
        super().__init__(f"{len(self.issues)} problems")

    def __str__(self) -> str:
        count = len(self.issues)
        lines = [issue.as_line() for issue in self.issues]
        return "\n".join([*lines, f"{count} problem{'' if count == 1 else 's'} found."])
