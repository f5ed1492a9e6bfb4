"""A long list for other programs, in parts: the first stands where the whole would, and leads on.

A list that one file can hold is that file and says nothing of parts. So an address serves a small
hub whole, and no file grows with the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from pydantic_core import to_json

from peerhub.models.licence import RIGHTS

MOST = 500
"""Records of one file."""


def in_parts(
    path: str,
    key: str,
    items: Sequence[Any],
    most: int | None = None,
    also: Mapping[str, Any] = MappingProxyType({}),
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield each file of a list: its path below the site, and what it says.

    Where there are several, each says how many items there are in all, which part of how many it
    is, and where the next and the previous stand: `/api/v1/forces/2.json` after
    `/api/v1/forces.json`. `also` is what each file says besides.
    """
    most = most or MOST
    paths = part_paths(path, len(items), most)
    if len(paths) == 1:
        yield path, {"licence": RIGHTS, **also, key: items}
        return
    for number, place in enumerate(paths):
        beside = {
            "total": len(items),
            "part": number + 1,
            "parts": len(paths),
            **({"previous": f"/{paths[number - 1]}"} if number else {}),
            **({"next": f"/{paths[number + 1]}"} if number + 1 < len(paths) else {}),
        }
        some = items[number * most : (number + 1) * most]
        yield place, {"licence": RIGHTS, **also, **beside, key: some}


def part_paths(path: str, count: int, most: int) -> list[str]:
    """Return where each part of a list of so many stands: "a.json", "a/2.json" and so on."""
    stem, dot, ending = path.rpartition(".")
    parts = max(1, -(-count // most))
    return [path, *(f"{stem}/{number}{dot}{ending}" for number in range(2, parts + 1))]


def as_json(said: Mapping[str, Any]) -> str:
    """Return what a file says as its text."""
    return to_json(said, indent=1).decode() + "\n"
