"""What `peerhub fix` would write, as suggestions on the lines of a proposal.

A host takes a suggestion only where its comparison shows the lines: those that a proposal changed,
and a few around them. What stands elsewhere is told in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from peerhub.editing.git_state import git
from peerhub.mending.repair import Repair
from peerhub.stopped import Stopped

Shown = Mapping[str, Sequence[range]]
"""The stretches of lines that a comparison shows of each file, as they now are; lines from 1."""

_FILE = re.compile(rb'^\+\+\+ "?b/(?P<name>[^\t\n"]+)"?\t?$')
_HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(?P<start>\d+)(?:,(?P<count>\d+))? @@")
_FENCE = re.compile(r"`{3,}")


class SuggestionsStopped(Stopped):
    """Why nothing could be suggested, in one line."""


@dataclass(frozen=True)
class Suggestion:
    """A comment on lines of a file, first to last, with what would stand in their place."""

    path: str
    first: int
    last: int
    body: str

    def as_comment(self) -> dict[str, Any]:
        """Return it as the host wants it: a comment on one line, or on several."""
        told = {"path": self.path, "line": self.last, "side": "RIGHT", "body": self.body}
        if self.first == self.last:
            return told
        return {**told, "start_line": self.first, "start_side": "RIGHT"}


def shown_lines(root: Path, base: str) -> Shown:
    """Return the lines that a comparison with where the project left `base` shows.

    Raises SuggestionsStopped where git knows no such state.
    """
    words = ("-c", "core.quotePath=false", "diff", "--no-color", "--no-ext-diff", "--unified=3")
    told = (
        None
        if base.startswith("-") or not base
        else git(root, *words, "--relative", f"{base}...HEAD")
    )
    if told is None:
        raise SuggestionsStopped(
            f"git knows no state '{base}' of this project. Name a commit or a branch, such as main."
        )
    found: dict[str, list[range]] = {}
    name = ""
    for line in told.split(b"\n"):
        if file := _FILE.match(line):
            name = file["name"].decode(errors="replace")
        elif (hunk := _HUNK.match(line)) and name:
            start, count = int(hunk["start"]), int(hunk["count"] or 1)
            found.setdefault(name, []).append(range(start, start + count))
        elif line.startswith(b"diff --git "):
            name = ""
    return found


def suggestions(
    name: str, before: str, after: str, done: Sequence[Repair], shown: Sequence[range]
) -> tuple[list[Suggestion], list[Repair]]:
    """Return a file's changes as suggestions, and those of which the comparison shows no line.

    `done` is what was mended in the file, by the lines of `after`.
    """
    held: list[Suggestion] = []
    elsewhere: list[Repair] = []
    for first, last, lines, numbers in _changes(before.split("\n"), after.split("\n")):
        said = [one for one in done if one.line in numbers]
        if any(first in part and last in part for part in shown):
            held.append(Suggestion(name, first, last, _body(said, lines)))
        else:
            elsewhere += said or [Repair(name, first, "would be written otherwise")]
    return held, elsewhere


def _changes(before: list[str], after: list[str]) -> Iterator[tuple[int, int, list[str], range]]:
    """Yield the first and last line of each change, what comes there, and its new lines' numbers.

    What is only put in takes the line above it along, or the first line of the file the one below,
    since a suggestion has to stand on a line. Where both do, they are one change.
    """
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    changed = [one[1:] for one in matcher.get_opcodes() if one[0] != "equal"]
    if len(changed) > 1 and changed[0][:2] == (0, 0) and changed[1][:2] == (1, 1):
        _, _, new_start, _ = changed.pop(0)
        changed[0] = (0, 1, new_start, changed[0][3])
    for start, end, new_start, new_end in changed:
        numbers = range(new_start + 1, new_end + 2)
        if start < end:
            yield start + 1, end, after[new_start:new_end], numbers
        elif start:
            yield start, start, [before[start - 1], *after[new_start:new_end]], numbers
        else:
            yield 1, 1, [*after[new_start:new_end], before[0]], numbers


def _body(said: Sequence[Repair], lines: Sequence[str]) -> str:
    what = "; ".join(dict.fromkeys(one.what for one in said)) or "mended"
    longest = max((len(one) for line in lines for one in _FENCE.findall(line)), default=2)
    fence = "`" * (longest + 1)
    put = "".join(f"{line.removesuffix(chr(13))}\n" for line in lines)
    return f"`peerhub fix`: {what}.\n\n{fence}suggestion\n{put}{fence}"


def as_review(held: Sequence[Suggestion], elsewhere: Sequence[Repair]) -> dict[str, Any]:
    """Return both as plain data: comments for the host, and what stands on other lines."""
    return {
        "comments": [one.as_comment() for one in held],
        "elsewhere": [asdict(one) for one in elsewhere],
    }
