"""The forces of the poster maker in parts: above so many, each part is a script loaded on need.

The page's own script then names the parts, each by its first force's id and by the names that it
begins and ends with. A part is a script, and no JSON, as `/about/verify/` has it: so a page on a
disk can load it too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from peerhub.questions.many_forces import MANY

FOLDER = "assets/js"

Force = Mapping[str, Any]
"""A force as `facts.forces` tells it."""


def in_parts(forces: Sequence[Force]) -> list[list[Force]]:
    """Return the forces in parts, by their ids; none where one list can hold them all."""
    if len(forces) <= MANY:
        return []
    every = sorted(forces, key=lambda one: one["id"])
    return [every[start : start + MANY] for start in range(0, len(every), MANY)]


def named(parts: Sequence[Sequence[Force]]) -> list[tuple[str, str]]:
    """Return what the page's own script says of each part: its first id, and its words."""
    return [(one[0]["id"], f"{one[0]['name']} to {one[-1]['name']}") for one in parts]


def part_files(parts: Sequence[Sequence[Force]]) -> dict[str, str]:
    """Return the script of each part by its path below the site."""
    return {
        f"{FOLDER}/maker-forces-{number}.js": (f"posterMaker.held[{number}] = {as_script(part)};\n")
        for number, part in enumerate(parts)
    }


def without_parts(script: str) -> str:
    """Return the page's own script for where no part stands beside it."""
    return f"{script}delete posterMaker.parts;\n"


def as_script(told: Any) -> str:
    """Return plain values as a script has them."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
