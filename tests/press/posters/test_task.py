"""Tasks: work is parted so that what can be shared is shared, and all of it is done once."""

from __future__ import annotations

from dataclasses import replace

from peerhub.press.engine.our_type import HOME
from peerhub.press.posters.task import TOGETHER, Task, batches
from peerhub.press.posters.template_files import Materials
from tests.press.samples import FOUR, SIX, job, reworded


def task(force: str, urgent=FOUR, design="talk-to-a-peer-supporter") -> Task:
    one = reworded(job(force, f"{force} Police", urgent=urgent), id=design)
    return Task(one, (("a4", f"{design}-{force}"),), Materials(HOME))


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
    parted = batches(tasks)
    for batch in parted:
        assert len({one.job.design.id for one in batch}) == 1
        assert len(batch) <= TOGETHER
    for batch in parted[2:]:
        assert len({one.job.facts.urgent for one in batch}) == 1


def test_one_of_each_kind_comes_first_a_design_together_and_then_design_by_design():
    one = [task(f"force-{number}") for number in range(TOGETHER + 7)]
    two = [task(f"force-{number}", design="two") for number in range(3)]
    rare = task("rare", SIX)
    assert batches([*one, *two, rare]) == [
        [one[0], rare],
        two[:1],
        one[1 : TOGETHER + 1],
        one[TOGETHER + 1 :],
        two[1:],
    ]


def test_sizes_do_not_part_a_task():
    both = replace(task("one"), keys=(("a4", "x"), ("a3", "y")))
    assert batches([both]) == [[both]]
