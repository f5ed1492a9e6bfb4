"""Papers: documents that are printed as they are, each from a template and plain words.

A poster has a place for everything and is enlarged; a paper is laid out on its own sheet and may
run on to the next. It meets the same two standards, is kept in a store of its own under a key of
everything that can change its bytes, and is never drawn twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path

from peerhub.press.engine.our_type import FIELDS, HOME, type_files
from peerhub.press.engine.paper import Paper
from peerhub.press.engine.ready import Making, make_ready
from peerhub.press.engine.recipe import canonical, code, digest, files_digest, made_with
from peerhub.press.engine.report import Report
from peerhub.press.engine.typesetting import Setter
from peerhub.progress import SILENT, Progress

FORMS = "tools"
"""The folder of the papers that are filled in."""

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

    The papers are gone over twice, for their keys and to be drawn, and none is kept meanwhile.
    When more than `at_most` would have to be drawn, those beyond are left out. Raises `PressError`
    when one cannot be made; nothing below `out` has changed then.
    """
    setter = _Setter(home)
    keys = {paper.path: setter.key(paper) for paper in papers}

    def work(missing: Sequence[str]) -> Iterator[Sequence[Making]]:
        left = set(missing)
        ordered = (one for one in papers if one.path in left)
        while some := list(islice(ordered, TOGETHER)):
            yield [
                Making(one.path, keys[one.path], _set, (home, setter.made_of(one), one))
                for one in some
            ]

    return make_ready(
        keys,
        work,
        out,
        store,
        "papers",
        workers=workers,
        progress=progress,
        limit=lambda missing: missing[:at_most],
    )


def _set(home: Path, made_of: str, paper: Paper) -> bytes:
    return _setter(home, made_of).set(paper)


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
        return (*self._shared(folder), *files, *type_files(self.home))

    def _shared(self, folder: str) -> tuple[Path, ...]:
        """Return the styles that a folder shares with others: what is filled in has fields."""
        return (self.home / FIELDS,) if folder == FORMS else ()

    def set(self, paper: Paper) -> bytes:
        """Return a paper as a finished PDF."""
        source = self.fill(paper.template, {"title": paper.title, **paper.words})
        folder = paper.template.split("/")[0]
        styles = [*self._shared(folder), *sorted((self.home / folder).glob("*.css"))]
        what = f"paper {paper.path}"
        return self.pdf(source, styles, paper.stamp, paper.title, paper.subject, what)
