"""A poster's work for the pool: one job, set once in each shape, enlarged to its larger sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from peerhub.press.engine.conform import describe, enlarge, mark, save
from peerhub.press.engine.metadata import Description
from peerhub.press.engine.ready import in_batches
from peerhub.press.posters.impose import impose
from peerhub.press.posters.job import SHEETS, Job, UrgentLine
from peerhub.press.posters.shells import Shells
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
    shells: Shells | None = None

    @property
    def what(self) -> str:
        """Return what it is, in a few words."""
        return f"the poster {self.job.design.id} for {self.job.facts.name}"

    def moved(self, home: Path) -> Task:
        """Return the same with its templates and type elsewhere, as on another machine."""
        shells = self.shells and self.shells.moved(home.parent)
        return replace(self, materials=Materials(home), shells=shells)

    def make(self) -> dict[str, bytes]:
        """Return the PDFs: each shape laid out and drawn once, enlarged for larger sheets."""
        job, made = self.job, {}
        about = Description.of(title(job), job.design.title, job.stamp)
        shapes: dict[str, list[tuple[str, str]]] = {}
        for size, key in sorted(self.keys, key=lambda item: SHEETS[item[0]].paper):
            shapes.setdefault(job.shape(size), []).append((size, key))
        for shape, sizes in shapes.items():
            setter = typesetter(self.materials, self.drawn_from, self.shells)
            with setter.set(job, shape) as pdf:
                describe(pdf, about)
                for size, key in sizes:
                    enlarge(pdf, SHEETS[size])
                    mark(pdf, SHEETS[size])
                    impose(pdf, SHEETS[size])
                    made[key] = save(pdf)
        return made


@lru_cache(maxsize=1)
def typesetter(
    materials: Materials,
    drawn_from: str,  # noqa: ARG001
    shells: Shells | None,
) -> Typesetter:
    """Return this process's typesetter, which keeps what it has read and drawn."""
    return Typesetter(materials, shells)


def batches(tasks: Sequence[Task]) -> list[Sequence[Task]]:
    """Return tasks in batches that share the most: each for one process to make.

    The posters of one design share their shells, all the more for forces with the same urgent
    lines. One task of each kind comes first, those of a design together: they draw the shells that
    all others then find, and share the styles they are drawn in. The rest go design by design, each
    batch of one kind.
    """
    alike: dict[tuple[str, tuple[UrgentLine, ...]], list[Task]] = {}
    for task in tasks:
        alike.setdefault((task.job.design.id, task.job.facts.urgent), []).append(task)
    designs: dict[str, list[list[Task]]] = {}
    for (design, _), kind in sorted(alike.items(), key=lambda item: -len(item[1])):
        designs.setdefault(design, []).append(kind)
    first = [[kind[0] for kind in kinds] for kinds in designs.values()]
    rest = [kind[1:] for kinds in designs.values() for kind in kinds]
    return [*first, *(batch for kind in rest for batch in in_batches(kind, TOGETHER))]
