"""A poster's work for the pool: one job, set once in each shape, enlarged to its larger sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from peerhub.press.engine.conform import enlarge, finish, mark, save
from peerhub.press.engine.metadata import Description
from peerhub.press.posters.impose import impose
from peerhub.press.posters.job import SHEETS, Job, UrgentLine
from peerhub.press.posters.template_files import Materials
from peerhub.press.posters.typeset import Typesetter
from peerhub.press.posters.wording import title

TOGETHER = 10
"""Up to this many jobs are in a batch."""


@dataclass(frozen=True)
class Task:
    """A job, which of its sizes must be made (each with its key), and from which templates."""

    job: Job
    keys: tuple[tuple[str, str], ...]
    materials: Materials
    drawn_from: str = ""
    """A digest of the templates and the type: when they change, a process reads them again."""

    @property
    def what(self) -> str:
        """Return what it is, in a few words."""
        return f"the poster {self.job.design.id} for {self.job.facts.name}"

    def moved(self, home: Path) -> Task:
        """Return the same with its templates and type elsewhere, as on another machine."""
        return replace(self, materials=Materials(home))

    def make(self) -> dict[str, bytes]:
        """Return the PDFs: each shape laid out and drawn once, enlarged for larger sheets."""
        job, made = self.job, {}
        about = Description.of(title(job), job.design.title, job.stamp)
        shapes: dict[str, list[tuple[str, str]]] = {}
        for size, key in sorted(self.keys, key=lambda item: SHEETS[item[0]].paper):
            shapes.setdefault(job.shape(size), []).append((size, key))
        for shape, sizes in shapes.items():
            with typesetter(self.materials, self.drawn_from).set(job, shape) as pdf:
                finish(pdf, about)
                for size, key in sizes:
                    enlarge(pdf, SHEETS[size])
                    mark(pdf, SHEETS[size])
                    impose(pdf, SHEETS[size])
                    made[key] = save(pdf)
        return made


@lru_cache(maxsize=1)
def typesetter(materials: Materials, drawn_from: str) -> Typesetter:  # noqa: ARG001
    """Return this process's typesetter, which keeps what it has read and drawn."""
    return Typesetter(materials)


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
