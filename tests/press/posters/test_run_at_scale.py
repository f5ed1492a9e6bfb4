"""A run over many posters keeps none of them: what it holds does not grow with what it is given."""

from __future__ import annotations

import weakref

from peerhub.press.engine import pool
from peerhub.press.posters import run, task
from peerhub.press.posters.task import Task
from tests.press.samples import numbered

COUNT, TOGETHER = 240, 15


class Watched:
    """Jobs that are made as they are asked for, and how many of them there were at once."""

    alive = most = gone_over = 0

    def __iter__(self):
        self.gone_over += 1
        for number in range(COUNT):
            one = numbered(number)
            weakref.finalize(one, self.ended)
            self.alive += 1
            self.most = max(self.most, self.alive)
            yield one

    def ended(self) -> None:
        self.alive -= 1


def test_jobs_are_gone_over_and_not_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "AT_ONCE", TOGETHER)
    monkeypatch.setattr(Task, "make", lambda self: {key: key.encode() for _, key in self.keys})
    jobs = Watched()
    report = run.press(jobs, tmp_path / "out", tmp_path / "store", workers=1)
    assert (report.rendered, jobs.gone_over) == (COUNT, 2)
    assert jobs.most <= (pool.ALONE + 1) * task.TOGETHER + 2 * TOGETHER
    assert len(list((tmp_path / "out").rglob("*.pdf"))) == COUNT


def test_jobs_that_can_be_gone_over_only_once_are_all_made(tmp_path, monkeypatch):
    monkeypatch.setattr(Task, "make", lambda self: {key: key.encode() for _, key in self.keys})
    jobs = map(numbered, range(5))
    assert run.press(jobs, tmp_path / "out", tmp_path / "store", workers=1).rendered == 5
