"""A run of the press: find what is made already, make the rest in parallel, set all in place.

Posters go into the store as they are made, and out of it only when all are made. A run that is
stopped can be taken up again where it stopped, and until the end what was there stays there.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from pathlib import Path

from peerhub.press.engine.errors import PressError
from peerhub.press.engine.our_type import HOME
from peerhub.press.engine.pool import Made, make_all
from peerhub.press.engine.recipe import files_digest
from peerhub.press.engine.report import Report
from peerhub.press.engine.store import Store, write_whole
from peerhub.press.posters.job import SHEETS, Job
from peerhub.press.posters.keys import Keys
from peerhub.press.posters.task import Task, batches
from peerhub.press.posters.template_files import Materials
from peerhub.progress import SILENT, Progress


def press(
    jobs: Iterable[Job],
    out: Path,
    store: Path,
    workers: int | None = None,
    progress: Progress = SILENT,
    materials: Path = HOME,
    at_most: int | None = None,
    executor: Executor | None = None,
    look: Callable[[], None] | None = None,
) -> Report:
    """Put every job's posters below `out`, drawing only those the store does not hold.

    A job's poster stands at `out / job.path(size)`. `workers` is the number of processes (by
    default one a processor), `executor` what takes their place (see `make_all`).
    When more than `at_most` PDFs would have to be drawn, none is, and
    only those in the store are put in place. Raises `PressError` when a poster cannot be made:
    nothing below `out` has changed then, and what is made is in the store for the next run.
    """
    began = time.perf_counter()
    paper = Materials(materials.resolve())
    keys = keys_of(tuple(jobs), paper)
    shelf = Store(store)
    shelf.fetch(keys.values())
    tasks = _tasks(keys, shelf, paper)
    rendered = sum(len(task.keys) for task in tasks)
    left_out: set[str] = set()
    if at_most is not None and rendered > at_most:
        left_out = {key for task in tasks for _, key in task.keys}
        tasks, rendered = [], 0
    progress.count(rendered, "PDFs")
    for _, made in make_all(batches(tasks), workers, executor, look=look):
        _keep(made, shelf)
        progress.update(len(made))
    for (job, size), key in keys.items():
        if key not in left_out:
            _set_in_place(shelf, key, out / job.path(size))
    shelf.prune(set(keys.values()))
    placed = len(keys) - len(left_out)
    seconds = time.perf_counter() - began
    return Report(rendered, placed - rendered, placed, seconds, len(left_out))


def keys_of(jobs: Sequence[Job], materials: Materials) -> dict[tuple[Job, str], str]:
    """Return the key of every poster asked for. Raises `PressError` when two share one place."""
    maker = Keys(materials)
    keys: dict[tuple[Job, str], str] = {}
    places: set[str] = set()
    for job in jobs:
        for size in job.sizes:
            if size not in SHEETS:
                raise PressError(
                    f"The poster {job.design.id} asks for the size {size!r}.",
                    f"Use one of these: {', '.join(SHEETS)}.",
                )
            if job.path(size) in places:
                raise PressError(
                    f"Two posters would stand at {job.path(size)}.",
                    "Give each design and each force an id of its own.",
                )
            places.add(job.path(size))
            keys[job, size] = maker.key(job, size)
    return keys


def _tasks(keys: dict[tuple[Job, str], str], shelf: Store, materials: Materials) -> list[Task]:
    """Return the jobs with something left to make, each with what that is."""
    missing: dict[Job, dict[str, str]] = {}
    for (job, size), key in keys.items():
        if shelf.get(key) is None:
            missing.setdefault(job, {})[size] = key
    drawn_from = files_digest(materials.every_file()) if missing else ""
    return [
        Task(job, tuple(sizes.items()), materials, drawn_from) for job, sizes in missing.items()
    ]


def _keep(made: Made, shelf: Store) -> None:
    for key, content in made.items():
        shelf.put(key, content)


def _set_in_place(shelf: Store, key: str, place: Path) -> None:
    """Copy a poster from the store to its place, unless that very poster is there."""
    content = shelf.get(key)
    if content is None:
        raise PressError(
            f"The poster for {place.name} went from the store during the run.", "Run again."
        )
    if not place.is_file() or place.read_bytes() != content:
        write_whole(place, content)
