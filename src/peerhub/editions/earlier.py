"""What editions published before this one said: of the forces, and of workshops."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from peerhub.editions.edition_shelf import Edition
from peerhub.editions.repository import GitTrouble, Repository

BRANCH = "gh-pages"
FORCES = "api/v1/forces.json"
"""Where the forces stand below each edition."""

WORKSHOPS = "api/v1/workshops.json"
"""Where the workshops stand below each edition, with their timetables."""

SAMPLES = "editions"
"""The folder of a demonstration that holds what its editions said."""

Published = tuple[Mapping[str, Any], ...]


def earlier_editions(root: Path, before: str, branch: str = BRANCH) -> Published:
    """Return the `forces.json` of each edition on a branch that comes before one, oldest first.

    An edition without that file is left out, and a project without git has none.
    """
    repository = Repository(root)
    now = Edition.parse(before)
    try:
        editions = sorted(one for one in repository.shelf(branch).editions if one < now)
    except GitTrouble:
        return ()
    found = (repository.published(branch, f"{edition}/{FORCES}") for edition in editions)
    return tuple(json.loads(text) for text in found if text)


def kept_workshops(
    root: Path, editions: Iterable[str], branch: str = BRANCH
) -> dict[str, dict[str, Any]]:
    """Return the workshops of those of these editions that are on a branch, by edition and id."""
    repository = Repository(root)
    try:
        there = {str(one) for one in repository.shelf(branch).editions}
    except GitTrouble:
        return {}
    found = {}
    for edition in sorted(there.intersection(editions)):
        text = repository.published(branch, f"{edition}/{WORKSHOPS}")
        items = json.loads(text)["workshops"] if text else []
        found[edition] = {one["id"]: one for one in items}
    return found


def sample_editions(root: Path) -> Published:
    """Return what the editions of a demonstration said, in the order of their names."""
    files = sorted((root / SAMPLES).glob("*.json"))
    return tuple(json.loads(file.read_text(encoding="utf-8")) for file in files)
