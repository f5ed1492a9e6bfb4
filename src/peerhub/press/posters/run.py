"""A run of the press over posters: what each job asks for, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from pathlib import Path

from peerhub.press.engine.errors import PressError
from peerhub.press.engine.our_type import HOME
from peerhub.press.engine.ready import make_ready
from peerhub.press.engine.recipe import files_digest
from peerhub.press.engine.report import Report
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
    paper = Materials(materials.resolve())
    keys_by_size = keys_of(tuple(jobs), paper)
    asked = {job.path(size): (job, size) for job, size in keys_by_size}
    keys = {path: keys_by_size[one] for path, one in asked.items()}

    def work(missing: Sequence[str]) -> list[list[Task]]:
        sizes: dict[Job, list[tuple[str, str]]] = {}
        for path in missing:
            job, size = asked[path]
            sizes.setdefault(job, []).append((size, keys[path]))
        drawn_from = files_digest(paper.every_file())
        return batches([Task(job, tuple(some), paper, drawn_from) for job, some in sizes.items()])

    return make_ready(
        keys,
        work,
        out,
        store,
        "PDFs",
        workers=workers,
        progress=progress,
        executor=executor,
        look=look,
        limit=lambda missing: missing if at_most is None or len(missing) <= at_most else (),
    )


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
