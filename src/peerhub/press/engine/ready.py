"""A run of the press: find what is made already, make the rest side by side, set all in place.

Everything printed goes this way: posters, papers, documents to change, pictures. Files go into the
store as they are made, and out of it only when all are made. A run that is stopped can be taken up
again where it stopped, and until the end what was there stays there.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from peerhub.press.engine.errors import PressError
from peerhub.press.engine.pool import Work, make_all
from peerhub.press.engine.report import Report
from peerhub.press.engine.store import PART, Store, write_whole
from peerhub.progress import SILENT, Progress

STORES = ".cache"
"""Where the stores stand below a project, one folder for each kind of order."""

Batches = Iterable[Sequence[Work]]
One = TypeVar("One")


def make_ready(
    wanted: Mapping[str, str],
    work: Callable[[Sequence[str]], Batches],
    out: Path,
    folder: Path,
    called: str,
    *,
    workers: int | None = None,
    alone: int = 0,
    progress: Progress = SILENT,
    executor: Executor | None = None,
    look: Callable[[], None] | None = None,
    limit: Callable[[Sequence[str]], Sequence[str]] = lambda missing: missing,
) -> Report:
    """Put files below `out`, making only those that the store in `folder` does not hold.

    `wanted` gives the key of each file by its path; `work` returns what makes the missing ones of
    these paths, in batches; `called` says what they are, for who watches. Up to `alone` are made in
    this process, since sending for others would take longer. `executor` and `look` are those of
    `make_all`. `limit` takes from the missing those that are made: the others are left out. Raises
    `PressError` when one cannot be made: nothing below `out` has changed then, and what is made is
    kept for the next run.
    """
    began = time.perf_counter()
    stores = {end: Store(folder, end) for end in dict.fromkeys(map(_ending, wanted))}
    for end, store in stores.items():
        store.fetch(key for path, key in wanted.items() if _ending(path) == end)
    missing = [path for path, key in wanted.items() if stores[_ending(path)].get(key) is None]
    asked = limit(missing)
    left_out = set(missing).difference(asked) if len(asked) < len(missing) else set()
    todo = list({wanted[path]: path for path in reversed(asked)}.values())[::-1]
    del missing, asked  # there may be a hundred thousand
    # What has one ending, as posters have, needs no list of which key has which.
    ends = {wanted[path]: _ending(path) for path in todo} if len(stores) > 1 else {}
    rendered, one_end = len(todo), next(iter(stores), "")
    progress.count(rendered, called)
    workers = 1 if rendered <= alone else workers
    for _, made in make_all(work(todo) if todo else (), workers, executor, look=look):
        for key, content in made.items():
            stores[ends.get(key, one_end)].put(key, content)
        progress.update(len(made))
    del todo, ends
    for path, key in wanted.items():
        if path not in left_out:
            _set_in_place(stores[_ending(path)], key, out / path)
    for store in stores.values():
        store.prune(wanted.values())
    placed = len(wanted) - len(left_out)
    seconds = time.perf_counter() - began
    return Report(rendered, placed - rendered, placed, seconds, len(left_out))


@dataclass(frozen=True)
class Making:
    """A file to be made for its key by a function of a module, from what that is given."""

    what: str
    key: str
    makes: Callable[..., bytes]
    given: tuple[Any, ...]

    def make(self) -> Mapping[str, bytes]:
        """Return the file under its key. Raises `PressError` when it cannot be made."""
        return {self.key: self.makes(*self.given)}


def each(
    keys: Mapping[str, str],
    makes: Callable[..., bytes],
    given: Callable[[str], tuple[Any, ...]],
    together: int = 1,
) -> Callable[[Sequence[str]], Batches]:
    """Return what makes each of some paths by a function, so many in a batch.

    `given` says what the function is given for a path, and is asked when its batch is sent.
    """

    def work(missing: Sequence[str]) -> Batches:
        for some in in_batches(missing, together):
            yield [Making(one, keys[one], makes, given(one)) for one in some]

    return work


def in_batches(works: Sequence[One], together: int) -> list[Sequence[One]]:
    """Return things in batches of so many, in its order."""
    return [works[start : start + together] for start in range(0, len(works), together)]


def _ending(path: str) -> str:
    return PurePosixPath(path).suffix


def _set_in_place(store: Store, key: str, place: Path) -> None:
    """Set a file of the store in its place, by link where the disk allows."""
    content = store.get(key)
    if content is None:
        raise PressError(f"{place.name} went from the store during the run.", "Run again.")
    link_or_write(place, content, store.entry(key))


def link_or_write(place: Path, content: bytes, entry: Path | None) -> None:
    """Set a file in its place, as another name of its entry in a store where the disk allows."""
    if place.is_file() and ((entry and place.samefile(entry)) or place.read_bytes() == content):
        return
    if entry is None or not _linked(entry, place):
        write_whole(place, content)


def _linked(entry: Path, place: Path) -> bool:
    """Make a place another name of an entry; say whether the disk allowed it."""
    beside = place.with_name(f"{place.name}.{os.getpid()}{PART}")
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        os.link(entry, beside)
        beside.replace(place)
        return True
    beside.unlink(missing_ok=True)
    return False
