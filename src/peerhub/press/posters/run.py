"""A run of the press over posters: what each job asks for, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from itertools import islice
from pathlib import Path

from peerhub.press.engine.errors import PressError
from peerhub.press.engine.our_type import HOME
from peerhub.press.engine.ready import make_ready
from peerhub.press.engine.recipe import files_digest
from peerhub.press.engine.report import Report
from peerhub.press.engine.store import DIGITS
from peerhub.press.posters.job import SHEETS, Job
from peerhub.press.posters.keys import Keys
from peerhub.press.posters.task import Task, batches
from peerhub.press.posters.template_files import Materials
from peerhub.progress import SILENT, Progress

AT_ONCE = 2000
"""Jobs that are looked at together, to be put into batches that share the most."""


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

    A job's poster stands at `out / job.path(size)`. The jobs are gone over twice and not kept, so
    that memory does not grow with jobs that are made as they are asked for. `workers` is the number
    of processes (by default one a processor), `executor` what takes their place (see `make_all`).
    When more than `at_most` PDFs would have to be drawn, none is, and
    only those in the store are put in place. Raises `PressError` when a poster cannot be made:
    nothing below `out` has changed then, and what is made is in the store for the next run.
    """
    paper = Materials(materials.resolve())
    jobs = tuple(jobs) if isinstance(jobs, Iterator) else jobs
    maker = Keys(paper)
    keys = {job.path(size): key[:DIGITS] for (job, size), key in _keys(jobs, maker)}

    def work(missing: Sequence[str]) -> Iterator[Sequence[Task]]:
        drawn_from = files_digest(paper.every_file())
        shells = maker.shells(store, drawn_from)
        shells.prune()
        some = set(missing) if len(missing) < len(keys) else keys
        tasks = (
            Task(job, sizes, paper, drawn_from, shells)
            for job in jobs
            if (sizes := tuple((s, keys[job.path(s)]) for s in job.sizes if job.path(s) in some))
        )
        while several := list(islice(tasks, AT_ONCE)):
            yield from batches(several)

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


def keys_of(jobs: Iterable[Job], materials: Materials) -> dict[tuple[Job, str], str]:
    """Return the key of every poster asked for. Raises `PressError` when two share one place."""
    return dict(_keys(jobs, Keys(materials)))


def _keys(jobs: Iterable[Job], maker: Keys) -> Iterator[tuple[tuple[Job, str], str]]:
    """Yield each job and size with its key."""
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
            yield (job, size), maker.key(job, size)
