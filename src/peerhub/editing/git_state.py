"""States of the project as git knows them: read, and laid out in a folder."""

from __future__ import annotations

import os
import subprocess
import tarfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from peerhub.stopped import Stopped

READ = ("data", "docs", "overrides", "materials", "hooks", "mkdocs.yml")
"""What of a state decides about its pages and papers; the program is that of now."""


class GitStopped(Stopped):
    """Why git could not be asked, in one line."""


def git(
    root: Path, *words: str, given: bytes | None = None, also: Mapping[str, str] | None = None
) -> bytes | None:
    """Return what git answers in the project, given some bytes; None where it refuses.

    `also` is set in its environment besides. Raises GitStopped where there is no git.
    """
    done = asked(root, *words, given=given, also=also)
    return done.stdout if done.returncode == 0 else None


def asked(
    root: Path, *words: str, given: bytes | None = None, also: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Return what git did: its answer, what it complains of, and its status."""
    try:
        return subprocess.run(
            ["git", *words],
            cwd=root,
            input=given,
            env={**os.environ, **also} if also else None,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise GitStopped("git is not installed. Install it, or name a folder.") from None


def laid_out(root: Path, base: str, room: Path) -> bool:
    """Put what git has of a state into a folder; say whether it knows the state."""
    if base.startswith("-"):
        return False
    held = [one for one in READ if git(root, "cat-file", "-e", f"{base}:./{one}") is not None]
    if not held:
        return False
    packed = git(root, "archive", base, "--", *held) or b""
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        archive.extractall(room, filter="data")
    (room / "src").mkdir(exist_ok=True)  # the settings name it; the program is that of now
    return True
