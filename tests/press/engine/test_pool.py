"""The pool: everything is made once, by fresh processes that end when they must."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from multiprocessing import active_children
from pathlib import Path

import pytest

from peerhub.press.engine.errors import PressError
from peerhub.press.engine.pool import WORKERS, make_all, worker_count
from tests.press.samples import ROOT
from tests.press.work import Errand, errands

CREW = """
import sys
from peerhub.press.engine.pool import make_all
from tests.press.work import errands
if __name__ == "__main__":
    work = errands(6, "is slow") + errands(2, sys.argv[1])
    for _, made in make_all(work, workers=2):
        print(*(one.decode() for one in made.values()), flush=True)
"""
"""A process that has two workers make something, and tells who made it."""


def made(batches, **options) -> dict[str, bytes]:
    return {key: one for _, found in make_all(batches, **options) for key, one in found.items()}


def test_a_few_things_are_made_here_and_many_by_others():
    assert set(made(errands(4), workers=2).values()) == {str(os.getpid()).encode()}
    told = made(errands(12), workers=2)
    assert len(told) == 12
    assert str(os.getpid()).encode() not in told.values()
    assert none_left()


def test_each_thing_comes_back_with_what_was_asked_for():
    work = [[Errand("one"), Errand("two")], [], [Errand("three"), Errand("four"), Errand("five")]]
    assert {one.name: list(found) for one, found in make_all(work, workers=2)} == {
        name: [name] for name in ("one", "two", "three", "four", "five")
    }


def test_any_executor_will_do():
    with ThreadPoolExecutor(2) as threads:
        assert len(made(errands(9), executor=threads)) == 9


class AtOnce(Executor):
    """Does what it is sent at once, and counts how often anybody touches what it gives back."""

    def __init__(self) -> None:
        self.touched = 0

    def submit(self, does, /, *given, **named):
        future = Touched(self)
        future.set_result(does(*given, **named))
        return future


class Touched(Future):
    def __init__(self, counts: AtOnce) -> None:
        self.counts = counts
        super().__init__()

    @property
    def _condition(self):
        self.counts.touched += 1
        return self.held

    @_condition.setter
    def _condition(self, held):
        self.held = held


@pytest.fixture
def no_garbage(monkeypatch):
    """Nobody looks for garbage, which takes longer than an errand."""
    monkeypatch.setattr(gc, "collect", lambda _: 0)


@pytest.mark.usefixtures("no_garbage")
def test_what_a_batch_costs_the_sender_is_the_same_however_many_wait():
    def touches(number: int) -> float:
        made(errands(number), executor=(executor := AtOnce()))
        return executor.touched / number

    assert touches(400) == touches(40)


@pytest.mark.usefixtures("no_garbage")
@pytest.mark.parametrize("options", [{"workers": 2}, {"executor": AtOnce()}, {"workers": 1}])
def test_batches_are_asked_for_as_they_are_needed(monkeypatch, options):
    monkeypatch.setattr("peerhub.press.engine.pool.AHEAD_ELSEWHERE", 8)
    asked, came, most = 0, 0, 0

    def batches():
        nonlocal asked
        for batch in errands(30):
            asked += 1
            yield batch

    for _ in make_all(batches(), **options):
        most = max(most, asked - came)
        came += 1
    assert (asked, came) == (30, 30)
    assert most <= 9


@pytest.mark.usefixtures("no_garbage")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_process_that_has_made_much_gives_way_to_a_fresh_one(monkeypatch, workers):
    monkeypatch.setattr("peerhub.press.engine.pool.ROUND", 5)
    monkeypatch.setattr("peerhub.press.engine.pool.HERE", 5)
    monkeypatch.setattr("peerhub.press.engine.pool.ALONE", 0)
    by = [one.decode() for one in made(errands(12), workers=workers).values()]
    assert len(by) == 12
    assert max(Counter(by).values()) <= 5 * workers
    assert (by.count(str(os.getpid())) == 5) == (workers == 1)
    assert len(set(by)) >= 3 - (workers == 2)
    assert none_left()


def test_the_search_for_garbage_is_afterwards_as_it_was():
    for number in (3, 30):
        made(errands(number), workers=1)
        assert gc.isenabled()
        assert not gc.get_freeze_count()


def test_the_setting_says_how_many_workers_there_are():
    assert worker_count({WORKERS: "3"}) == 3
    assert worker_count({WORKERS: " "}) == worker_count({}) >= 1


@pytest.mark.parametrize("said", ["0", "-1", "two", "1.5", "²", "9" * 5000])
def test_a_setting_that_is_no_number_of_workers_is_told(said):
    with pytest.raises(PressError) as fault:
        worker_count({WORKERS: said})
    assert str(fault.value) == (
        f"The number of workers (PEERHUB_WORKERS, --workers) is '{said}'. "
        "Give a whole number from 1 on, or none for one a processor."
    )


def test_a_worker_that_dies_is_told_with_the_setting_to_change():
    with pytest.raises(PressError) as fault:
        made(errands(5) + errands(1, "dies"), workers=2)
    assert str(fault.value) == (
        "A process of the press was stopped from outside, perhaps for want of memory. Run again; "
        "if it happens twice, with fewer workers (PEERHUB_WORKERS=1, or --workers 1). "
        "What is made is kept."
    )
    assert none_left()


def test_a_fault_in_another_process_is_the_same_line():
    with pytest.raises(PressError, match=r"^The errand cannot be made\. Make another\.$"):
        made(errands(5) + errands(1, "cannot be made"), workers=2)


@pytest.mark.parametrize(
    "kind", ["sleeps", pytest.param("runs in circles", marks=pytest.mark.nightly)]
)
def test_workers_that_make_nothing_are_ended_and_told(kind):
    began = time.monotonic()
    with pytest.raises(PressError) as fault:
        made(errands(4) + errands(2, kind), workers=2, patience=6.0)
    assert str(fault.value) == (
        f"The press made nothing for 6 seconds and was ended, the errand {kind} 0 first. "
        "Run again; if it happens twice, with one worker (PEERHUB_WORKERS=1, or --workers 1). "
        "What is made is kept."
    )
    assert time.monotonic() - began < 60
    assert none_left()


def crew(kind: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", CREW, kind],
        env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "PATH": "/usr/bin:/bin"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # What runs in the background of a shell is deaf to Ctrl-C, and so is all that it starts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def none_left() -> bool:
    """Say whether every worker has ended; one that was told to may take a moment."""
    ends = time.monotonic() + 60
    while active_children() and time.monotonic() < ends:
        time.sleep(0.05)
    return not active_children()


def gone(workers: list[int]) -> bool:
    ends = time.monotonic() + 60
    while any(alive(one) for one in workers) and time.monotonic() < ends:
        time.sleep(0.05)
    return not any(alive(one) for one in workers)


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
def test_workers_end_with_the_process_that_sent_for_them_however_hung_they_are(end):
    with crew("sleeps") as parent:
        workers = [int(parent.stdout.readline()) for _ in range(6)]
        assert all(alive(one) for one in workers)
        parent.send_signal(end)
        assert parent.wait(120) != 0
        said = parent.stderr.read()
    assert gone(workers)
    # Python tells of the interrupt once, for the process that sent; its workers say nothing.
    assert said.count("KeyboardInterrupt") == (1 if end is signal.SIGINT else 0)


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
