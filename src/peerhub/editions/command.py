"""The command `python -m peerhub.editions 2026.1`, which `make edition` runs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from peerhub.catalogue import Issues
from peerhub.editions.edition_shelf import LATEST
from peerhub.editions.publishing import EditionStopped, Published, publish
from peerhub.editions.repository import GitTrouble


def main(arguments: Sequence[str] | None = None) -> int:
    """Publish an edition of the project in this folder; return the exit status."""
    parser = argparse.ArgumentParser(prog="peerhub edition", description="Publish an edition.")
    parser.add_argument("version", help="the edition's name: the year and a count, as in 2026.1")
    parser.add_argument("--branch", default="gh-pages", help="the branch to publish on")
    parser.add_argument("--force", action="store_true", help="replace it if it is there already")
    asked = parser.parse_args(arguments)
    try:
        published = publish(Path.cwd(), asked.version, asked.branch, asked.force, _say)
    except EditionStopped as stopped:
        return _stop(stopped.reasons)
    except Issues as issues:
        return _stop([str(issues), "Nothing was published."])
    except GitTrouble as trouble:
        return _stop([f"git: {trouble}"])
    _say(_summary(published))
    return 0


def _summary(published: Published) -> str:
    made_from = f"commit {published.commit.name} of {published.commit.day.isoformat()}"
    lines = [f"Edition {published.edition} stands on {published.branch}, made from {made_from}."]
    if not published.is_latest:
        lines.append(f"A newer edition keeps the name '{LATEST}'.")
    lines.append(f"To show it to the world: git push origin {published.branch}")
    return "\n".join(lines)


def _say(line: str) -> None:
    print(line, flush=True)


def _stop(reasons: Sequence[str]) -> int:
    for reason in reasons:
        print(reason, file=sys.stderr)
    return 1
