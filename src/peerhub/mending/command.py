"""The command `peerhub fix`."""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import json
from pathlib import Path
from typing import Any

from peerhub.mending.run import Mending, mend, write, write_ledgers
from peerhub.mending.suggestions import as_review, shown_lines, suggestions
from peerhub.models.event_parts import LONDON
from peerhub.stopped import Stopped
from peerhub.words import counted


class MendingStopped(Stopped):
    """Why nothing was mended, in a line that says what to do."""


def add_fix(commands: Any) -> None:
    """Add the command to those of `peerhub`."""
    fix = commands.add_parser("fix", help="mend what is safe to mend, and say what was mended")
    fix.add_argument(
        "--check", action="store_true", help="show what would be mended, and change nothing"
    )
    fix.add_argument("--format", choices=("text", "github", "review"), default="text")
    fix.add_argument(
        "--base",
        default="main",
        help="with --format review: the state of which the comparison shows lines to suggest on",
    )
    fix.add_argument("--today", type=dt.date.fromisoformat, help="date what is mended on this day")
    fix.set_defaults(run=_fix)


def _fix(root: Path, options: argparse.Namespace) -> int:
    today = options.today or dt.datetime.now(LONDON).date()
    if options.format == "review":
        print(_review(mend(root, today), options.base))
        return 0
    try:
        work = mend(root, today)
        changes = list(work.changes)
        if not options.check:
            write(work)
            changes += write_ledgers(root, today)
    except OSError as fault:
        where = fault.filename or root
        raise MendingStopped(
            f"{where}: {(fault.strerror or str(fault)).lower()}. Allow reading and writing there, "
            "then run again: every file is as it was, or whole."
        ) from fault
    for change in changes:
        print(change.as_github() if options.format == "github" else change.as_line())
    if options.check and options.format == "text":
        print(_difference(work), end="")
    files = len({change.file for change in changes})
    if not changes:
        print("Nothing to mend.")
    elif options.check:
        print(f"{counted(len(changes), 'thing')} to mend. To mend: peerhub fix")
    else:
        print(
            f"Mended {counted(len(changes), 'thing')} in {counted(files, 'file')}. Look it over, ",
            end="",
        )
        print("then run: make check")
    return 1 if options.check and changes else 0


def _review(work: Mending, base: str) -> str:
    """Return what would be mended, as suggestions on the lines that a comparison shows; JSON.

    Nothing is changed.
    """
    shown = shown_lines(work.root, base)
    held, elsewhere = [], []
    for name, content in sorted(work.files.items()):
        done = [one for one in work.changes if one.file == name]
        before = (work.root / name).read_text(encoding="utf-8")
        texts = (before, content.decode("utf-8"))
        found, rest = suggestions(name, *texts, done, shown.get(name, ()))
        held += found
        elsewhere += rest
    return json.dumps(as_review(held, elsewhere), ensure_ascii=False, indent=1)


def _difference(work: Mending) -> str:
    """Return what would change, line by line, as a comparison of each file before and after."""
    shown: list[str] = []
    for name, content in sorted(work.files.items()):
        before = (work.root / name).read_text(encoding="utf-8").splitlines(keepends=True)
        after = content.decode("utf-8").splitlines(keepends=True)
        shown += (
            line if line.endswith("\n") else f"{line}\n"
            for line in difflib.unified_diff(before, after, name, name, n=1)
        )
    return "".join(shown)
