"""Builds the whole site beside the last good one, and changes them over only when it is sound."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ENGINE = ("mkdocs", "build", "--strict", "--quiet", "--clean")


class BuildFailed(Exception):
    """The site could not be built; what was there before is untouched."""


def build(root: Path, site: Path, environ: Mapping[str, str]) -> None:
    """Build the project at `root` into the folder `site`, replacing what is there.

    The new site is made in a folder beside `site` on the same disk and put in place by renaming,
    so that a reader never finds half of it. Raises BuildFailed, having changed nothing.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent) as workroom:
        fresh = Path(workroom) / "site"
        command = [sys.executable, "-m", *ENGINE, "--site-dir", str(fresh)]
        done = subprocess.run(command, cwd=root, env=_environment(root, environ), check=False)
        if done.returncode:
            kept = f" {site.name}/ is as it was." if site.exists() else ""
            raise BuildFailed(f"The site was not built.{kept}")
        fresh.chmod(0o755)
        if site.exists():
            site.rename(Path(workroom) / "before")
        fresh.rename(site)


def _environment(root: Path, environ: Mapping[str, str]) -> dict[str, str]:
    """Return the engine's environment: the same input gives the same bytes."""
    return {
        "SOURCE_DATE_EPOCH": last_change(root),
        **environ,
        "NO_MKDOCS_2_WARNING": "1",
        "DISABLE_MKDOCS_2_WARNING": "true",
        "PYTHONHASHSEED": "0",
    }


def last_change(root: Path) -> str:
    """Return the time of the last commit, in seconds since 1970; a fixed time without git."""
    git = shutil.which("git")
    if git:
        told = subprocess.run(
            [git, "-C", str(root), "log", "-1", "--format=%ct"],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0"},
        )
        if told.returncode == 0 and told.stdout.strip():
            return told.stdout.strip()
    return "1767225600"
