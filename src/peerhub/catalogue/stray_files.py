"""Files in `data/` that nothing reads: whoever wrote one would wait in vain to see it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from peerhub.catalogue.issue import Issue
from peerhub.catalogue.nearest import nearest
from peerhub.faults import Code

PROGRAM_S_OWN = ("ledger", "editions", "schemas")
"""Folders of `data/` that the program writes itself."""

_ENDINGS = (".yml", ".yaml")


def stray_files(data: Path, names: Collection[str]) -> Iterator[Issue]:
    """Yield a problem for each file of a project's `data` that is none of those read.

    `names` are the files of all kinds, "forces.yml"; a folder of the same stem holds more of a
    kind. What stands in for a file that is missing is told as that: `called_otherwise` finds it.
    """
    for path in sorted(data.rglob("*")):
        inside = path.relative_to(data)
        if inside.parts[0] in PROGRAM_S_OWN or _is_left_over(inside) or not path.is_file():
            continue
        if inside.as_posix() in names or _is_of_a_folder(inside, names):
            continue
        if any(called_otherwise(data / name) == path for name in names):
            continue
        yield Issue(
            f"{data.name}/{inside.as_posix()}",
            1,
            1,
            Code.FILE_NAME,
            "nothing reads this file",
            _remedy(inside, names),
        )


def called_otherwise(missing: Path) -> Path | None:
    """Return the file that stands in for a missing one: Forces.yml or forces.yaml, if any."""
    if missing.exists() or not missing.parent.is_dir():
        return None
    found = (
        one
        for one in sorted(missing.parent.iterdir())
        if one.stem.casefold() == missing.stem and one.suffix.casefold() in _ENDINGS
    )
    return next(found, None)


def _is_left_over(inside: Path) -> bool:
    """Say whether an editor or a system has left a file, and means nothing by it."""
    return inside.name.endswith("~") or any(part.startswith(".") for part in inside.parts)


def _is_of_a_folder(inside: Path, names: Collection[str]) -> bool:
    parts = inside.parts
    return len(parts) == len(("forces", "one.yml")) and (
        inside.suffix == ".yml" and f"{parts[0]}.yml" in names
    )


def _remedy(inside: Path, names: Collection[str]) -> str:
    folder = inside.parts[0]
    if f"{folder}.yml" in names and inside.suffix in _ENDINGS:
        return f"Call it data/{folder}/{PurePosixPath(inside.name).stem}.yml."
    return nearest(
        inside.name, names, "Write its records into the file of their kind, and take it out."
    )
