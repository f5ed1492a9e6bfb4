"""Every download as JSON: what stands on a built site, told with what the catalogue knows of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.models import Stamp
from peerhub.questions.materials import Made, Material, training_materials

PATH = "api/v1/materials.json"
ENDINGS = frozenset({".pdf", ".pptx", ".odp", ".docx", ".odt", ".ods", ".zip"})


def write_materials_feed(
    site: Path, catalogue: Catalogue, stamp: Stamp, made: Mapping[str, Made]
) -> None:
    """Write the list of every download below a built site."""
    known = {one.path: one for one in training_materials(catalogue.modules, catalogue.workshops)}
    items = [
        {
            **_about(path.relative_to(site).as_posix(), known),
            **_measures(path.relative_to(site).as_posix(), path, made),
        }
        for path in sorted(site.rglob("*"))
        if path.suffix in ENDINGS
    ]
    whole = {"edition": stamp.edition, "dated": stamp.date.isoformat(), "materials": items}
    file = site / PATH
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _about(path: str, known: Mapping[str, Material]) -> dict[str, Any]:
    one = known.get(path)
    about: dict[str, Any] = {"path": f"/{path}", "format": path.rsplit(".", 1)[-1].upper()}
    if one is None:
        return {**about, "kind": path.split("/")[0], "language": "en-GB"}
    return {
        **about,
        "title": f"{one.subject}: {one.name.lower()}",
        "kind": one.kind,
        "audience": one.audience,
        one.belongs_to: one.source,
        "language": "en-GB",
    }


def _measures(path: str, file: Path, made: Mapping[str, Made]) -> dict[str, Any]:
    facts = made.get(path)
    size = facts.size if facts else file.stat().st_size
    return {"bytes": size, **({"pages": facts.pages} if facts and facts.pages else {})}
