"""Every download as JSON: what stands on a built site, told with what the catalogue knows of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.feeds.downloads import Download, downloads
from peerhub.feeds.in_parts import in_parts
from peerhub.questions.materials import Made

PATH = "api/v1/materials.json"

MOST = 5000
"""Downloads that one file names."""


def write_materials_feed(site: Path, catalogue: Catalogue, made: Mapping[str, Made]) -> None:
    """Write the list of every download below a built site; a preview lacks what it did not make.

    `made` holds what is known of finished files by their paths.
    """
    items = [
        {**_about(one), **_measures(site / one.path, one, made)}
        for one in sorted(downloads(catalogue), key=lambda one: one.path)
        if (site / one.path).is_file()
    ]
    for path, said in in_parts(PATH, "materials", items, MOST):
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _about(one: Download) -> dict[str, Any]:
    return {
        "path": f"/{one.path}",
        "format": one.format,
        "title": one.title,
        "of": one.group,
        "page": one.page,
        "kind": one.kind,
        "audience": one.audience,
        "language": one.language,
    }


def _measures(file: Path, one: Download, made: Mapping[str, Made]) -> dict[str, Any]:
    facts = made.get(one.path)
    pages = facts.pages if facts and facts.pages else one.pages
    size = facts.size if facts else file.stat().st_size
    return {"bytes": size, **({"pages": pages} if pages else {})}
