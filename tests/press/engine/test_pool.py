"""The crew: work is parted so that what can be shared is shared, and all of it is done once."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from peerhub.press.engine.pool import TOGETHER, Task, batches
from tests.press.samples import FOUR, ROOT, SIX, job, reworded


def task(force: str, urgent=FOUR, design="talk-to-a-peer-supporter") -> Task:
    one = reworded(job(force, f"{force} Police", urgent=urgent), id=design)
    return Task(one, (("a4", f"{design}-{force}"),))


def test_every_task_is_in_one_batch():
    tasks = [task(f"force-{number}", SIX if number % 5 else FOUR) for number in range(23)]
    parted = batches(tasks)
    assert sorted(id(one) for batch in parted for one in batch) == sorted(map(id, tasks))


def test_a_batch_has_one_design_for_forces_with_the_same_urgent_lines():
    tasks = [
        task(f"force-{number}", SIX if number % 2 else FOUR, design)
        for design in ("one", "two")
        for number in range(3 * TOGETHER)
    ]
    for batch in batches(tasks):
        assert len({(one.job.design.id, one.job.facts.urgent) for one in batch}) == 1
        assert len(batch) <= TOGETHER


def test_designs_follow_one_another_and_the_rarest_kind_of_each_comes_first():
    one = [task(f"force-{number}") for number in range(7)]
    two = [task(f"force-{number}", design="two") for number in range(3)]
    rare = task("rare", SIX)
    assert batches([*one, *two, rare]) == [[rare], one, two]


def test_sizes_do_not_part_a_task():
    both = replace(task("one"), keys=(("a4", "x"), ("a3", "y")))
    assert batches([both]) == [[both]]


CREW = """
import multiprocessing, os, time
from peerhub.press.engine.pool import _begin
def work(number):
    time.sleep(0.2)
    return os.getpid()
context = multiprocessing.get_context("fork")
with context.Pool(2, _begin, (None,)) as pool:
    print(*set(pool.map(work, range(8), 1)), flush=True)
    time.sleep(60)
"""


def test_a_crew_ends_with_the_process_that_sent_for_it_even_when_that_is_killed():
    with subprocess.Popen(
        [sys.executable, "-c", CREW],
        env={"PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        text=True,
    ) as parent:
        crew = [int(one) for one in parent.stdout.readline().split()]
        assert all(alive(one) for one in crew)
        parent.send_signal(signal.SIGKILL)
    ends = time.monotonic() + 10
    while any(alive(one) for one in crew) and time.monotonic() < ends:
        time.sleep(0.05)
    assert [one for one in crew if alive(one)] == []


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
