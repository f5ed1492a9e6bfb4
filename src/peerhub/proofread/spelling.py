"""Slips of spelling in pages and data, found with typos, which knows what people mistype.

It knows slips and not words, so a name that nobody has heard of is left alone. The words that are
right all the same stand in `pyproject.toml`.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from peerhub.catalogue.issue import Issue
from peerhub.faults import Code

READ = ("docs", "data")
WRITTEN = ("data/editions/*", "data/ledger/*")
"""What the program writes: digests look like words, and nobody may mend them."""
SETTINGS = "pyproject.toml"
_OWN = Path(__file__).resolve().parents[3]


def misspelt(root: Path) -> list[Issue]:
    """Return a problem for each slip in the pages and data of a project.

    Without typos, or without the list of words that are right, nothing is said.
    """
    return misspelt_as_asked(root, ask(root))


def ask(root: Path) -> subprocess.Popen[str] | None:
    """Let typos read the pages and data of a project, beside whatever is done meanwhile."""
    beside = Path(sys.executable).with_name("typos")
    program = beside if beside.is_file() else shutil.which("typos")
    settings = next((one / SETTINGS for one in (root, _OWN) if (one / SETTINGS).is_file()), None)
    folders = [name for name in READ if (root / name).is_dir()]
    if program is None or settings is None or not folders:
        return None
    return subprocess.Popen(
        [
            program,
            *("--format", "json", "--config", settings),
            *(part for one in WRITTEN for part in ("--exclude", one)),
            *folders,
        ],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def misspelt_as_asked(root: Path, asked: subprocess.Popen[str] | None) -> list[Issue]:
    """Return the problems that typos, once asked, has found."""
    return [] if asked is None else list(_issues(root, asked.communicate()[0]))


def _issues(root: Path, told: str) -> Iterator[Issue]:
    for line in told.splitlines():
        one: Any = json.loads(line)
        if one.get("type") != "typo" or "line_num" not in one:
            continue
        if one["typo"].isupper():
            continue  # letters that stand for a name
        name = Path(one["path"]).as_posix()
        if not _is_text(root / name):
            continue  # told where it is read; its words are not what they seem
        column = _column(root / name, one["line_num"], one["byte_offset"])
        right = " or ".join(one["corrections"])
        yield Issue(
            name,
            one["line_num"],
            column,
            Code.SPELLING,
            f"'{one['typo']}' is not spelled as in Britain",
            f"Write {right}." if right else "Look it up.",
        )


def _is_text(file: Path) -> bool:
    """Say whether a file is in UTF-8."""
    try:
        file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return True


def _column(file: Path, line: int, offset: int) -> int:
    """Return the column of a byte of a line, counted in letters from 1."""
    try:
        content = file.read_bytes().split(b"\n")[line - 1]
    except (OSError, IndexError):
        return 1
    return len(content[:offset].decode("utf-8", errors="replace")) + 1
