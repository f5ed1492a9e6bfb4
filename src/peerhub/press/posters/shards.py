"""Posters made in parts, each on a machine of its own, and the parts joined.

Which part a poster is of its key decides, so that every machine decides alike and parts are of like
size. A part is a folder: its files at their places, and `part.json`, written last, which says of
what whole it is a part and what it holds. Parts are joined only when every key of the whole is
there and every file has the bytes that its part says.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from peerhub.press.engine.errors import PressError
from peerhub.press.engine.recipe import digest
from peerhub.press.engine.store import Store, write_whole
from peerhub.press.posters.job import Job
from peerhub.press.posters.screens import screen_key
from peerhub.questions.poster_files import SCREEN

RECORD = "part.json"
MOST = 256
"""The most parts: as many as a matrix of the host's workflows may have."""

NAMED = 8
"""The most missing parts that are named."""

Keys = Mapping[tuple[Job, str], str]
"""The key of each job's poster in each size."""


@dataclass(frozen=True, order=True)
class Shard:
    """One part of several, counted from 1."""

    number: int
    count: int

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"

    def holds(self, key: str) -> bool:
        """Say whether what has this key is of this part."""
        return int(key[:16], 16) % self.count == self.number - 1


def shard_of(words: str) -> Shard:
    """Return the part that words such as "3/16" name. Raises `PressError` when they name none."""
    found = re.fullmatch(r"([0-9]{1,4})/([0-9]{1,4})", words)
    shard = Shard(int(found[1]), int(found[2])) if found else Shard(0, 0)
    if not 1 <= shard.number <= shard.count <= MOST:
        raise PressError(
            f"'{words}' names no part.",
            f"Write the part and how many there are, like 3/16; {MOST} at most.",
        )
    return shard


def parts_of(words: str) -> list[Shard]:
    """Return all parts, of as many as words such as "16" say. Raises `PressError` for no number."""
    count = int(words) if re.fullmatch("[0-9]{1,4}", words) else 0
    if not 1 <= count <= MOST:
        raise PressError(
            f"'{words}' is no number of parts.", f"Write a whole number from 1 to {MOST}."
        )
    return [Shard(number, count) for number in range(1, count + 1)]


def plan_of(keys: Keys) -> str:
    """Return a digest of everything to be made: the same data and program, the same plan."""
    return digest(*sorted(keys.values()))


def chosen(keys: Keys, shard: Shard) -> list[Job]:
    """Return the jobs of a part; all sizes of a job are drawn together, so they are of one."""
    return [job for job in dict.fromkeys(job for job, _ in keys) if shard.holds(_first(keys, job))]


def _first(keys: Keys, job: Job) -> str:
    return keys[job, job.sizes[0]]


def write_record(out: Path, keys: Keys, shard: Shard) -> int:
    """Write what a part that stands below `out` is and holds; return how many files."""
    mine = set(chosen(keys, shard))
    files = {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for job, size in keys
        if job in mine
        for path in (out / job.path(size), out / job.path(size, "png"))
        if path.is_file()
    }
    said = {"part": str(shard), "plan": plan_of(keys), "files": files}
    write_whole(out / RECORD, (json.dumps(said, indent=1, sort_keys=True) + "\n").encode())
    return len(files)


@dataclass(frozen=True)
class ShardPart:
    """A part that was made: where it stands, which it is, of what plan, its files' digests."""

    folder: Path
    shard: Shard
    plan: str
    files: Mapping[str, str]

    def read(self, path: str) -> bytes:
        """Return one of its files. Raises `PressError` unless it has the bytes that it says."""
        if path not in self.files:
            raise PressError(
                f"{self.folder} does not hold {path}.", _again(self.shard, self.folder)
            )
        try:
            content = (self.folder / path).read_bytes()
        except OSError:
            content = b""
        if hashlib.sha256(content).hexdigest() != self.files[path]:
            raise PressError(
                f"{self.folder / path} is damaged or missing.", _again(self.shard, self.folder)
            )
        return content


def join(folders: Iterable[Path], keys: Keys, store: Store, screens: Store) -> int:
    """Put every file of all parts into the stores; return how many posters there are.

    Raises `PressError` when a part is missing, unfinished, damaged or of another plan, or a key is
    in none: nothing is to be published then.
    """
    parts = _all_of(_whole_plan([_part(folder) for folder in folders], keys))
    for part in parts:
        for job in chosen(keys, part.shard):
            for size in job.sizes:
                _take(part, job, size, keys[job, size], store, screens)
    return len(keys)


def _take(part: ShardPart, job: Job, size: str, key: str, store: Store, screens: Store) -> None:
    """Put a poster of a part into the store, and its picture where it is for a screen."""
    content = part.read(job.path(size))
    store.put(key, content)
    if size == SCREEN:
        screens.put(screen_key(content), part.read(job.path(size, "png")))


def _part(folder: Path) -> ShardPart:
    if not folder.is_dir():
        raise PressError(f"{folder} is no folder.", "Name the folder of each part.")
    inside = sorted(found.parent.name for found in folder.glob(f"*/{RECORD}"))
    if inside and not (folder / RECORD).exists():
        raise PressError(
            f"{folder} is no part: it holds some.", f"Name each of them: {folder / inside[0]} …"
        )
    try:
        said: Any = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        return ShardPart(folder, shard_of(said["part"]), str(said["plan"]), dict(said["files"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError, PressError):
        raise PressError(
            f"{folder} is no finished part: it has no sound {RECORD}.",
            "Make it again: peerhub posters --shard NUMBER/COUNT --out FOLDER.",
        ) from None


def _whole_plan(parts: Sequence[ShardPart], keys: Keys) -> Sequence[ShardPart]:
    """Return the parts, all of the plan that this machine has too, and of one count."""
    plan = plan_of(keys)
    for part in parts:
        if part.plan != plan:
            raise PressError(
                f"{part.folder} was made from other data, or by another version.",
                "Make all parts, and join them, from one commit with the locked libraries.",
            )
        if part.shard.count != parts[0].shard.count:
            raise PressError(
                f"{part.folder} is part {part.shard}, and {parts[0].folder} part {parts[0].shard}.",
                "Make all parts of one count.",
            )
    return parts


def _all_of(parts: Sequence[ShardPart]) -> Sequence[ShardPart]:
    """Return the parts, each one once. Raises `PressError` naming those that are missing."""
    if not parts:
        raise PressError("There are no parts to join.", "Name the folders of all parts.")
    found = {part.shard: part for part in parts}
    count = parts[0].shard.count
    missing = [
        str(one) for one in (Shard(n, count) for n in range(1, count + 1)) if one not in found
    ]
    if missing:
        named = ", ".join(missing[:NAMED])
        if len(missing) > NAMED:
            named += f" and {len(missing) - NAMED} more"
        said = f"parts {named} are" if len(missing) > 1 else f"part {named} is"
        raise PressError(
            f"The {said} missing.",
            f"Make what is missing: peerhub posters --shard {missing[0]} --out FOLDER. "
            "Nothing was published.",
        )
    return [found[shard] for shard in sorted(found)]


def _again(shard: Shard, folder: Path) -> str:
    return f"Make it again: peerhub posters --shard {shard} --out {folder}. Nothing was published."
