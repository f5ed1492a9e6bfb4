"""What editions published before this one said of the forces."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from peerhub.editions.repository import GitTrouble, Repository
from peerhub.editions.shelf import Edition

BRANCH = "gh-pages"
FORCES = "api/v1/forces.json"
"""Where the forces stand below each edition."""

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


def sample_editions(root: Path) -> Published:
    """Return what the editions of a demonstration said, in the order of their names."""
    files = sorted((root / SAMPLES).glob("*.json"))
    return tuple(json.loads(file.read_text(encoding="utf-8")) for file in files)
