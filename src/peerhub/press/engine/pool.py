"""The pool: processes that make things side by side, each started clean.

A process forked from one that has drawn lacks the threads that newer versions of Pango keep, and
waits for them for ever. So every worker is a fresh interpreter: what it needs is sent to it with
its work, and it keeps what is worth keeping (type, styles, templates) in caches of its own.
"""

from __future__ import annotations

import gc
import os
import re
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Protocol

from peerhub.press.engine.errors import PressError
from peerhub.press.engine.garbage import search_if_due, settle

WORKERS = "PEERHUB_WORKERS"
"""The setting for the number of workers."""

ALONE = 4
"""Up to this many things are made in this process: sending for others would take longer."""

AHEAD = 4
"""Batches that are sent for each worker of this machine before it asks for more."""

AHEAD_ELSEWHERE = 1000
"""Batches that are sent at once to an executor, which does not say how many workers it has."""

ROUND = 500
"""Batches that a process makes before a fresh one takes its place: what draws leaves some 2 KiB of
memory behind for each poster, outside Python. To start and to get going takes it three seconds."""

HERE = 100
"""Batches that this process makes itself where it works alone. It has all that waits to hold too,
so a fresh one goes on sooner."""

PATIENCE = 60.0
"""Seconds in which a worker has to finish something."""

LOOK = 5.0
"""Seconds without news after which an executor that is elsewhere is looked at."""

STILL = 1.0
"""Seconds of a processor below which a worker that waits has not worked at all."""

FEWER = f"{WORKERS}=1, or --workers 1"
KEPT = "What is made is kept."

Made = Mapping[str, bytes]
"""Files by their keys."""


class Work(Protocol):
    """Something to be made: it can be sent to another process, and says what it is."""

    @property
    def what(self) -> str:
        """Return what it is, in a few words."""

    def make(self) -> Made:
        """Return the files. Raises `PressError` when they cannot be made."""


def make_all(
    batches: Iterable[Sequence[Work]],
    workers: int | None = None,
    executor: Executor | None = None,
    patience: float = PATIENCE,
    look: Callable[[], None] | None = None,
) -> Iterator[tuple[Work, Made]]:
    """Yield each work and what was made of it, as it is made, in any order.

    A batch is made by one process, in its order. Batches are asked for as they are needed, so
    that what waits does not grow with what there is to do. `executor` is where they are sent, if
    not to a pool of `workers` processes of this machine; `look` is asked now and then whether it is
    still there. Raises `PressError` when something cannot be made, when a process dies, and when
    one makes nothing for `patience` seconds.
    """
    source: Iterator[Sequence[Work]] = (batch for batch in batches if batch)
    if executor is not None:
        yield from _sent(executor, source, AHEAD_ELSEWHERE, look=look)
        return
    asked = workers or worker_count()
    first = list(islice(source, max(asked, ALONE + 1)))
    crew, source = min(asked, len(first)), chain(first, source)
    if crew <= 1 or sum(map(len, first)) <= ALONE:
        yield from _made_here(work for batch in islice(source, HERE) for work in batch)
    for batch in source:
        with _processes(max(crew, 1)) as (pool, alive):
            some = chain((batch,), islice(source, ROUND * crew - 1))
            yield from _sent(pool, some, AHEAD * crew, patience, alive)


def _made_here(works: Iterable[Work]) -> Iterator[tuple[Work, Made]]:
    """Yield each work as it is made in this process, which looks for garbage now and then.

    What was there before the first look stays for the whole run, and is not looked through again:
    that took the longer for each work, the more of them there were.
    """
    searches = gc.isenabled()
    gc.disable()
    try:
        is_first = True
        for work in works:
            yield work, work.make()
            if search_if_due() and is_first:
                gc.freeze()
                is_first = False
    finally:
        gc.unfreeze()
        if searches:
            gc.enable()


def worker_count(environ: Mapping[str, str] = os.environ) -> int:
    """Return how many workers there are to be: as the setting says, or one a processor.

    Raises `PressError` when the setting is no number of workers.
    """
    said = environ.get(WORKERS, "").strip()
    if not said:
        if hasattr(os, "sched_getaffinity"):
            return len(os.sched_getaffinity(0))
        return os.cpu_count() or 1
    if not re.fullmatch("0*[1-9][0-9]{0,3}", said):
        raise PressError(
            f"The number of workers ({WORKERS}, --workers) is '{said}'.",
            "Give a whole number from 1 on, or none for one a processor.",
        )
    return int(said)


def _sent(
    executor: Executor,
    batches: Iterator[Sequence[Work]],
    ahead: int,
    patience: float | None = None,
    workers: Callable[[], list[BaseProcess]] = list,
    look: Callable[[], None] | None = None,
) -> Iterator[tuple[Work, Made]]:
    """Yield what comes back from an executor, to which so many batches are sent `ahead`.

    Without `patience`, wait for as long as it takes. `look` raises `PressError` when there is
    nothing to wait for any more. Each batch tells by itself that it is done: to ask all that wait,
    each time, would take the square of their number.
    """
    waiting: dict[Future[list[Made]], Sequence[Work]] = {}
    done: SimpleQueue[Future[list[Made]]] = SimpleQueue()
    watch = _Watch()

    def send(number: int) -> None:
        with _deaf():
            for batch in islice(batches, number):
                future = executor.submit(make_batch, batch)
                waiting[future] = batch
                future.add_done_callback(done.put)

    try:
        send(ahead)
        while waiting:
            try:
                future = done.get(timeout=LOOK if look else patience)
            except Empty:
                if patience and watch.says_stuck(workers(), patience):
                    raise _stuck(next(iter(waiting.values()))[0], patience) from None
                if look:
                    look()
                continue
            batch, made = waiting.pop(future), future.result()
            send(1)
            yield from zip(batch, made, strict=True)
    except BrokenProcessPool:
        raise PressError(
            "A process of the press was stopped from outside, perhaps for want of memory.",
            f"Run again; if it happens twice, with fewer workers ({FEWER}). {KEPT}",
        ) from None
    finally:
        for future in waiting:
            future.cancel()


def _stuck(work: Work, patience: float) -> PressError:
    return PressError(
        f"The press made nothing for {patience:.0f} seconds and was ended, {work.what} first.",
        f"Run again; if it happens twice, with one worker ({FEWER}). {KEPT}",
    )


class _Watch:
    """Tells workers that are stuck from those that only wait their turn on a busy machine."""

    def __init__(self) -> None:
        self._seen: dict[int, float] = {}
        self._waited = 0.0

    def says_stuck(self, workers: Sequence[BaseProcess], patience: float) -> bool:
        """Say whether the workers stood still, or had a processor for all of their time."""
        spent = {one.pid: _processor_seconds(one.pid) for one in workers if one.pid}
        used = sum(spent[pid] - self._seen.get(pid, 0.0) for pid in spent)
        self._seen = spent
        self._waited += used
        return used < STILL or self._waited >= patience * len(spent)


def _processor_seconds(pid: int) -> float:
    """Return how long a process has had a processor, in seconds; 0 where nobody can tell."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / float(os.sysconf("SC_CLK_TCK"))


@contextmanager
def _processes(crew: int) -> Iterator[tuple[Executor, Callable[[], list[BaseProcess]]]]:
    """Give a pool of fresh processes, and a way to see them; they end with the block, at once."""
    others = set(active_children())
    pool = ProcessPoolExecutor(crew, mp_context=get_context("spawn"), initializer=_begin)

    def workers() -> list[BaseProcess]:
        return [one for one in active_children() if one not in others]

    try:
        yield pool, workers
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        ending = workers()
        for process in ending:
            process.kill()
        for process in ending:
            process.join()


@contextmanager
def _deaf() -> Iterator[None]:
    """Keep Ctrl-C from processes that are started in the block: it is for the one that sends."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def make_batch(batch: Sequence[Work]) -> list[Made]:
    """Return what was made of each work of a batch: this is what an executor is sent."""
    made = []
    for work in batch:
        made.append(work.make())
        search_if_due()
    settle()
    return made


def _begin() -> None:
    """Make a worker ready: it looks for garbage only between works, and ends with its parent."""
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait for the process that sent for this one to be gone, however that ended; then end."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
