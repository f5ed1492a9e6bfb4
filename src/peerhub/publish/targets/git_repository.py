"""A repository of git, asked in git's own words."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from peerhub.publish.errors import PublishStopped


class GitRefused(PublishStopped):
    """One line: what git did not do, and why."""


class GitRepository:
    """The repository that the folder `root` belongs to."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def blobs(self, names: Sequence[str]) -> dict[str, bytes]:
        """Return what git has under some names, such as `gh-pages:index.html`; all in one call."""
        if not names:
            return {}
        asked = "".join(f"{name}\n" for name in names).encode()
        told = self._run("cat-file", "--batch", given=asked).stdout
        found: dict[str, bytes] = {}
        at = 0
        for name in names if told else ():
            end = told.index(b"\n", at)
            kind, size = told[at:end].split()[-2:]
            at = end + 1
            if size.isdigit():  # else it says that there is no such thing
                if kind == b"blob":
                    found[name] = told[at : at + int(size)]
                at += int(size) + 1
        return found

    def says(self, *words: str) -> str | None:
        """Return what git says to some words, or none where it refuses or says nothing."""
        try:
            return self.ask(*words) or None
        except GitRefused:
            return None

    def ask(
        self, *words: str, given: str | None = None, extra: Mapping[str, str] | None = None
    ) -> str:
        """Return what git says to some words. Raises GitRefused with git's own reason."""
        done = self._run(*words, given=None if given is None else given.encode(), extra=extra)
        if done.returncode:
            said = " ".join(done.stderr.decode("utf-8", "replace").split())
            said = said.rstrip(".") or f"{words[0]} failed"
            raise GitRefused(f"git: {said}. Mend that, or name another target, then run again.")
        return done.stdout.decode("utf-8", "surrogateescape").strip("\n")

    def _run(
        self, *words: str, given: bytes | None = None, extra: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(
                ["git", *words],
                cwd=self.root,
                capture_output=True,
                check=False,
                input=given,
                env={**os.environ, **(extra or {})},
            )
        except FileNotFoundError:
            raise PublishStopped("git was not found. Run: sudo apt-get install git.") from None
