"""Scratch repositories in which editions are published for trial."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Scratch:
    """A repository made for one test."""

    root: Path

    @classmethod
    def make(cls, root: Path) -> "Scratch":
        scratch = cls(root)
        root.mkdir(parents=True, exist_ok=True)
        scratch.git("init", "--quiet", "--initial-branch=main")
        scratch.git("config", "user.name", "Hub editors")
        scratch.git("config", "user.email", "editors@hub.example")
        return scratch

    def git(self, *words: str) -> str:
        return subprocess.run(
            ["git", *words], cwd=self.root, check=True, capture_output=True, text=True
        ).stdout

    def commit(self, message: str) -> str:
        """Commit everything; return the commit's name as editions print it."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "--short=10", "HEAD").strip()

    def published(self, path: str, branch: str = "gh-pages") -> str:
        """Return the text of a file on the publishing branch."""
        return self.git("show", f"{branch}:{path}")

    def tree(self, folder: str, branch: str = "gh-pages") -> str:
        """Return the name git gives to everything in a folder of the publishing branch."""
        return self.git("rev-parse", f"{branch}:{folder}").strip()

    def paths(self, branch: str = "gh-pages") -> set[str]:
        return set(self.git("ls-tree", "-r", "--name-only", branch).splitlines())

    def versions(self) -> list[tuple[str, list[str]]]:
        listed = json.loads(self.published("versions.json"))
        return [(entry["version"], entry["aliases"]) for entry in listed]
