"""What an edition needs to know from git, and the one thing it may undo there."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from peerhub.editions.edition_shelf import EditionShelf

SHELF_FILE = "versions.json"
SHORT = 10
"""Characters of a commit's name that are printed."""


class GitTrouble(Exception):
    """Something git would not do; its own words say what."""


@dataclass(frozen=True)
class Commit:
    """The commit that an edition is made from."""

    name: str
    """Its short name."""
    seconds: int
    """When it was made, in seconds since 1970."""

    @property
    def day(self) -> dt.date:
        """The day it was made, in UTC."""
        return dt.datetime.fromtimestamp(self.seconds, dt.UTC).date()


@dataclass(frozen=True)
class Repository:
    """The repository that the project lives in."""

    root: Path

    def head(self) -> Commit:
        """Return the last commit; raise `GitTrouble` when there is none."""
        name = self._ask("rev-parse", f"--short={SHORT}", "HEAD")
        return Commit(name, int(self._ask("show", "--no-patch", "--format=%ct", "HEAD")))

    def changed(self) -> tuple[str, ...]:
        """Return the files that differ from the last commit, new ones included."""
        listed = self._ask("status", "--porcelain", "-z", "--no-renames")
        return tuple(entry[3:] for entry in listed.split("\0") if entry)

    def branch_here(self) -> str | None:
        """Return the branch that is checked out, or nothing when the work tree is detached."""
        return self._ask("branch", "--show-current") or None

    def has_identity(self) -> bool:
        """Say whether git has been told a name and an address to commit with."""
        return all(
            os.environ.get(variable) or self._answers("config", key)
            for key, variable in (
                ("user.name", "GIT_COMMITTER_NAME"),
                ("user.email", "GIT_COMMITTER_EMAIL"),
            )
        )

    def tip(self, branch: str) -> str | None:
        """Return the commit a branch stands at, or nothing when there is no such branch."""
        try:
            return self._ask("rev-parse", "--verify", "--quiet", f"refs/heads/{branch}")
        except GitTrouble:
            return None

    def shelf(self, branch: str) -> EditionShelf:
        """Return the editions on a branch, here and as last fetched from `origin`."""
        here, there = (
            self._shelf_at(f"{place}/{branch}") for place in ("refs/heads", "refs/remotes/origin")
        )
        return EditionShelf.of((*here.editions, *there.editions), here.latest or there.latest)

    def published(self, branch: str, path: str) -> str | None:
        """Return a file as it stands on a branch here, or as last fetched; nothing without one."""
        for place in ("refs/heads", "refs/remotes/origin"):
            try:
                return self._ask("show", f"{place}/{branch}:{path}")
            except GitTrouble:
                continue
        return None

    def put_back(self, branch: str, tip: str | None) -> None:
        """Move a branch back to where `tip` says it stood, or remove it when it was not there."""
        reference = f"refs/heads/{branch}"
        if tip:
            self._ask("update-ref", reference, tip)
        elif self.tip(branch):
            self._ask("update-ref", "-d", reference)

    def _shelf_at(self, reference: str) -> EditionShelf:
        try:
            text = self._ask("show", f"{reference}:{SHELF_FILE}")
        except GitTrouble:
            return EditionShelf()
        try:
            return EditionShelf.from_json(text)
        except ValueError as error:
            raise GitTrouble(f"{SHELF_FILE} on {reference} cannot be read: {error}") from error

    def _answers(self, *words: str) -> bool:
        try:
            return bool(self._ask(*words))
        except GitTrouble:
            return False

    def _ask(self, *words: str) -> str:
        try:
            done = subprocess.run(
                ["git", *words], cwd=self.root, capture_output=True, text=True, check=False
            )
        except FileNotFoundError as error:
            raise GitTrouble("git was not found. Install it: sudo apt-get install git") from error
        if done.returncode:
            raise GitTrouble(done.stderr.strip() or f"git {words[0]} failed")
        return done.stdout.rstrip("\n")
