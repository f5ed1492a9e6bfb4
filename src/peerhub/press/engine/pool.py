"""The crew of the press: processes that make posters side by side."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

from peerhub.press.engine.conform import enlarge, finish, mark, save
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.metadata import Description
from peerhub.press.posters.impose import impose
from peerhub.press.posters.job import SHEETS, Job, UrgentLine
from peerhub.press.posters.template_files import Materials
from peerhub.press.posters.typeset import Typesetter
from peerhub.press.posters.wording import title

ALONE = 4
"""Up to this many layouts are made in this process: sending for others would take longer."""

TOGETHER = 10
"""Up to this many jobs are in a batch."""

PR_SET_PDEATHSIG = 1
"""Linux's name for "send me a signal when my parent ends" (prctl(2))."""

Made = dict[str, bytes]
"""PDFs by their keys."""


@dataclass(frozen=True)
class Task:
    """A job, and which of its sizes must be made: each with its key."""

    job: Job
    keys: tuple[tuple[str, str], ...]


def make_all(
    tasks: Sequence[Task], materials: Materials, workers: int | None = None
) -> Iterator[Made]:
    """Yield what was made for each task, as it is made, in any order.

    Raises `PressError` when a poster cannot be made or a process dies.
    """
    if not tasks:
        return
    setter = Typesetter(materials)
    crew = min(workers or processors(), len(tasks))
    here = len(tasks) if crew == 1 or len(tasks) <= ALONE else 1
    # The first is always made here: it warms the type and the art, which a fork then shares.
    for task in tasks[:here]:
        yield make(task, setter)
    if here < len(tasks):
        yield from _side_by_side(tasks[here:], setter, crew)


def make(task: Task, setter: Typesetter) -> Made:
    """Return the PDFs of a task: each shape laid out and drawn once, enlarged for larger sheets."""
    job = task.job
    about = Description(
        title=title(job),
        subject=job.design.title,
        date=job.stamp.date,
        edition=job.stamp.edition,
        commit=job.stamp.commit,
    )
    made = {}
    shapes: dict[str, list[tuple[str, str]]] = {}
    for size, key in sorted(task.keys, key=lambda item: SHEETS[item[0]].paper):
        shapes.setdefault(job.shape(size), []).append((size, key))
    for shape, sizes in shapes.items():
        with setter.set(job, shape) as pdf:
            finish(pdf, about)
            for size, key in sizes:
                enlarge(pdf, SHEETS[size])
                mark(pdf, SHEETS[size])
                impose(pdf, SHEETS[size])
                made[key] = save(pdf)
    return made


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def batches(tasks: Sequence[Task]) -> list[list[Task]]:
    """Return tasks in batches that share the most: each for one process to make.

    The posters of one design share their shells, all the more for forces with the same urgent
    lines. So each batch is of one kind, and the kinds of a design follow one another, the rarest
    first.
    """
    alike: dict[tuple[str, tuple[UrgentLine, ...]], list[Task]] = {}
    for task in tasks:
        alike.setdefault((task.job.design.id, task.job.facts.urgent), []).append(task)
    found: list[list[Task]] = []
    designs = list(dict.fromkeys(design for design, _ in alike))
    order = sorted(alike, key=lambda kind: (designs.index(kind[0]), len(alike[kind])))
    for kind in map(alike.__getitem__, order):
        found.extend(kind[start : start + TOGETHER] for start in range(0, len(kind), TOGETHER))
    return found


def _side_by_side(tasks: Sequence[Task], setter: Typesetter, crew: int) -> Iterator[Made]:
    fork = "fork" in multiprocessing.get_all_start_methods()
    pool = ProcessPoolExecutor(
        crew,
        mp_context=multiprocessing.get_context("fork" if fork else None),
        initializer=_begin,
        initargs=(setter,),
    )
    try:
        for future in as_completed([pool.submit(_work, batch) for batch in batches(tasks)]):
            yield from future.result()
    except BrokenProcessPool:
        raise PressError(
            "A process of the press was stopped from outside, perhaps for want of memory.",
            "Run again, with fewer workers if it happens twice: what is made is kept.",
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


_setter: Typesetter | None = None
"""The typesetter of a process of the crew; in the process that sends for the crew, nothing."""


def _begin(setter: Typesetter) -> None:
    global _setter
    _setter = setter
    # What stands now stays, and need not be searched. What a batch leaves is swept up after it.
    gc.freeze()
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with_parent()


def _end_with_parent() -> None:
    """Have Linux end this process when the one that sent for it is gone, however that ended."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _work(tasks: Sequence[Task]) -> list[Made]:
    assert _setter is not None
    made = [make(task, _setter) for task in tasks]
    gc.collect()
    return made
