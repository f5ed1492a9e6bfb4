"""What publishing needs to know from git. A project without git is told nothing."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def changed(root: Path) -> tuple[str, ...]:
    """Return the files that differ from the last commit, new ones included; none without git."""
    try:
        done = subprocess.run(
            ["git", "status", "--porcelain", "-z", "--no-renames"],
            cwd=root,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0"},
        )
    except FileNotFoundError:
        return ()
    if done.returncode:
        return ()
    return tuple(entry[3:] for entry in done.stdout.split("\0") if entry)
