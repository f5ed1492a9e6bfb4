"""The command `peerhub diff`: what the project says now, beside what it said at another state."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from peerhub.catalogue import Issues
from peerhub.difference.compare import Side, difference, side_of
from peerhub.difference.gate import lost_pages, mixed, unchecked_numbers
from peerhub.difference.pictures import State, draw_pictures, told
from peerhub.difference.told import FORMATS, written
from peerhub.editing.git_state import git, laid_out
from peerhub.stopped import Stopped


class DiffStopped(Stopped):
    """Why two states could not be compared, in one line."""


def add_diff(commands: Any) -> None:
    """Add the command to those of the program."""
    diff = commands.add_parser("diff", help="say what a change changes for readers")
    diff.add_argument("base", help="what to compare with: a commit, a branch, or a folder")
    diff.add_argument("--format", choices=FORMATS, default="text")
    diff.add_argument(
        "--gate", action="store_true", help="end with status 1 where a proposal may not do this"
    )
    diff.add_argument(
        "--pictures", type=Path, metavar="DIR", help="draw some changed posters, before and after"
    )
    diff.set_defaults(run=_diff)


def _diff(root: Path, options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="peerhub-diff-") as room:
        base = _state(root, options.base, Path(room))
        before = _read(base, options.base)
        after = side_of(root)
        found = difference(before, after)
        print(written(found, options.format), end="")
        if options.pictures:
            states = State(before.catalogue, base), State(after.catalogue, root)
            _picture(*states, found.posters, options)
        if not options.gate:
            return 0
        files = [] if _is_folder(options.base) else _changed(root, options.base)
        refused = [
            *mixed(files),
            *lost_pages(base, root),
            *unchecked_numbers(before, after),
        ]
    for line in refused:
        print(f"Refused: {line}", file=sys.stderr)
    return 1 if refused else 0


def _picture(
    before: State, after: State, posters: Sequence[str], options: argparse.Namespace
) -> None:
    """Draw pictures, and say which there are: in the text, or apart from data for programs."""
    try:
        said = told(draw_pictures(before, after, posters, options.pictures))
    except OSError as error:
        why = error.strerror or str(error)
        raise DiffStopped(f"{options.pictures}: no picture can be put there ({why}).") from None
    where = sys.stderr if options.format == "json" else sys.stdout
    if said:
        print(f"\n{said}" if options.format == "markdown" else said, file=where)


def _read(base: Path, name: str) -> Side:
    try:
        return side_of(base)
    except Issues as found:
        first = found.issues[0].as_text()
        raise DiffStopped(
            f"The state {name} is not sound by today's check, so nothing can be compared with it: "
            f"{first}"
        ) from None


def _is_folder(name: str) -> bool:
    try:
        return Path(name).is_dir()
    except (OSError, ValueError):  # no name that a file could have
        return False


def _state(root: Path, base: str, room: Path) -> Path:
    """Return a folder that holds the state to compare with: itself, or what git has of it."""
    if _is_folder(base):
        return Path(base).resolve()
    if base.startswith("-"):
        raise DiffStopped(f"'{base}' is no commit and no branch.")
    if not laid_out(root, base, room):
        raise DiffStopped(
            f"git knows no state '{base}' of this project. Name a commit or a branch, such as main."
        )
    return room


def _changed(root: Path, base: str) -> list[str]:
    """Return the files that differ from where the two states parted."""
    told = git(root, "diff", "--name-only", "-z", "--no-renames", f"{base}...HEAD") or b""
    return [one for one in told.decode().split("\0") if one]
