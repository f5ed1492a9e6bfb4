"""The keys of posters: one for each size of a job."""

from __future__ import annotations

from pathlib import Path

from peerhub.press.engine.recipe import canonical, code, digest, files_digest, made_with
from peerhub.press.posters.job import SHEETS, Job
from peerhub.press.posters.shells import Shells
from peerhub.press.posters.template_files import Materials

DRAWS = "peerhub.press.posters.task"
"""The module that draws a poster."""


class Keys:
    """Makes the keys of posters, reading each file of the press once."""

    def __init__(self, materials: Materials) -> None:
        self.materials = materials
        self.drawn_by = digest(code(DRAWS), made_with(DRAWS))
        """A digest of our source and of the libraries that draw."""
        self._layouts: dict[tuple[str, str], str] = {}
        self._last: tuple[Job, str] | None = None
        """The job last asked about, and its words: it is asked about for each of its sizes."""

    def shells(self, store: Path, drawn_from: str) -> Shells:
        """Return the shells in a store of posters, given a digest of templates and type."""
        return Shells.beside(store, self.drawn_by, drawn_from)

    def key(self, job: Job, size: str) -> str:
        """Return the key of a job's poster in one size: 64 hexadecimal digits.

        Raises `PressError` when a file of its layout is missing.
        """
        layout, shape = job.design.layout, job.shape(size)
        if (layout, shape) not in self._layouts:
            self._layouts[layout, shape] = files_digest(self.materials.files(layout, shape))
        if self._last is None or self._last[0] is not job:
            words = (job.design, job.facts, job.stamp, job.language, job.opens)
            self._last = job, canonical(words)
        sheet = canonical((shape, size, SHEETS[size]))
        return digest(self.drawn_by, self._layouts[layout, shape], self._last[1], sheet)
