"""Papers: documents that are printed as they are, each from a template and plain words.

A poster has a place for everything and is enlarged; a paper is laid out on its own sheet and may
run on to the next. It meets the same two standards, is kept in a store of its own under a key of
everything that can change its bytes, and is never drawn twice.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from peerhub.press.engine.our_type import HOME, type_files
from peerhub.press.engine.paper import Paper
from peerhub.press.engine.pool import make_all
from peerhub.press.engine.recipe import canonical, code, digest, files_digest, made_with
from peerhub.press.engine.report import Report
from peerhub.press.engine.store import Store, write_whole
from peerhub.press.engine.typesetting import Setter
from peerhub.progress import SILENT, Progress

TOGETHER = 12
"""Papers in a batch; a process looks for garbage after each."""


def print_papers(
    papers: Iterable[Paper],
    out: Path,
    store: Path,
    home: Path = HOME,
    workers: int | None = None,
    progress: Progress = SILENT,
    at_most: int | None = None,
) -> Report:
    """Put every paper below `out`, drawing only those that the store does not hold.

    When more than `at_most` would have to be drawn, those beyond are left out. Raises `PressError`
    when one cannot be made; nothing below `out` has changed then.
    """
    began = time.perf_counter()
    shelf = Store(store)
    setter = _Setter(home)
    keys = {paper: setter.key(paper) for paper in papers}
    shelf.fetch(keys.values())
    tasks = [
        PaperTask(paper, key, home, setter.made_of(paper))
        for paper, key in keys.items()
        if shelf.get(key) is None
    ]
    left_out = 0 if at_most is None else max(0, len(tasks) - at_most)
    tasks = tasks[: len(tasks) - left_out]
    batches = [tasks[start : start + TOGETHER] for start in range(0, len(tasks), TOGETHER)]
    progress.count(len(tasks), "papers")
    for _, made in make_all(batches, workers):
        for key, drawn in made.items():
            shelf.put(key, drawn)
        progress.update()
    for paper, key in keys.items():
        content = shelf.get(key)
        place = out / paper.path
        if content is not None and not (place.is_file() and place.read_bytes() == content):
            write_whole(place, content)
    shelf.prune(set(keys.values()))
    placed = len(keys) - left_out
    seconds = time.perf_counter() - began
    return Report(len(tasks), placed - len(tasks), placed, seconds, left_out)


@dataclass(frozen=True)
class PaperTask:
    """A paper to be made for its key, from the materials of a digest."""

    paper: Paper
    key: str
    home: Path
    made_of: str

    @property
    def what(self) -> str:
        """Return what it is, in a few words."""
        return f"the paper {self.paper.path}"

    def make(self) -> dict[str, bytes]:
        """Return the PDF under its key. Raises `PressError` when it cannot be made."""
        return {self.key: _setter(self.home, self.made_of).set(self.paper)}


@lru_cache(maxsize=2)
def _setter(home: Path, made_of: str) -> _Setter:  # noqa: ARG001
    """Return this process's setter, which reads all again when the materials are others."""
    return _Setter(home)


class _Setter(Setter):
    """Sets papers, and knows the key of each."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self._folders: dict[str, str] = {}

    def key(self, paper: Paper) -> str:
        """Return the key of a paper: a digest of all that can change its bytes."""
        words = (paper.template, paper.title, paper.subject, paper.words, paper.stamp)
        return digest(self.made_of(paper), canonical(words))

    def made_of(self, paper: Paper) -> str:
        """Return a digest of what a paper is made of, beside its words."""
        folder = paper.template.split("/")[0]
        if folder not in self._folders:
            files = files_digest(self._files(folder))
            self._folders[folder] = digest(code(__name__), made_with(__name__), files)
        return self._folders[folder]

    def _files(self, folder: str) -> tuple[Path, ...]:
        files = tuple(sorted(one for one in (self.home / folder).iterdir() if one.is_file()))
        return (*files, *type_files(self.home))

    def set(self, paper: Paper) -> bytes:
        """Return a paper as a finished PDF."""
        source = self.fill(paper.template, {"title": paper.title, **paper.words})
        styles = sorted((self.home / paper.template.split("/")[0]).glob("*.css"))
        what = f"paper {paper.path}"
        return self.pdf(source, styles, paper.stamp, paper.title, paper.subject, what)
