"""The work of a preview: after each change first the pages that changed, then what follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from peerhub.pipeline import FAULTS, Pipeline
from peerhub.press.engine.store import write_whole
from peerhub.preview.keys import page_keys
from peerhub.questions.materials import Made


class Engine(Protocol):
    """A site engine that stays open and sets one page at a time."""

    def begin(self, pipeline: Pipeline, made: Mapping[str, str]) -> None:
        """Take a hub and the pages that its data make."""

    def set_page(self, path: str) -> None:
        """Set the page of a path below docs, in its place below the site."""

    def set_rest(self) -> None:
        """Put the files in place that are no pages, and the page for unknown addresses."""


@dataclass(frozen=True)
class Shown:
    """What one round of work came to: the pages it set, or why the pages are as they were."""

    pages: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


@dataclass
class Preview:
    """A site in the making at `site`, of the project at `root`."""

    root: Path
    site: Path
    engine: Engine
    every_poster: bool = False
    """Whether to make all posters, and not only the few that an edit touches."""
    _keys: dict[str, str] = field(default_factory=dict)
    _facts: Mapping[str, Made] = field(default_factory=dict)
    _pipeline: Pipeline | None = None

    def show(self) -> Shown:
        """Set the pages that differ from those that stand, with the last known lengths of files.

        While the project has a fault, every page stays as it was.
        """
        return self._told(self._show)

    def follow(self) -> Shown:
        """Make what pages tell of and what is made of pages, and check the whole.

        Pages that tell of something new are set again.
        """
        return self._told(self._follow)

    def _told(self, work: Callable[[], tuple[str, ...]]) -> Shown:
        try:
            return Shown(pages=work())
        except FAULTS as fault:
            return Shown(faults=tuple(str(fault).splitlines()))

    def _show(self) -> tuple[str, ...]:
        self._pipeline = None
        pipeline = Pipeline.open(
            self.root, self.site, is_preview=not self.every_poster, is_told=False
        )
        pipeline.facts = self._facts
        set_again = self._set(pipeline)
        self._pipeline = pipeline
        return set_again

    def _set(self, pipeline: Pipeline) -> tuple[str, ...]:
        made = pipeline.hub.pages(pipeline.facts)
        keys = page_keys(pipeline.hub, made)
        changed = tuple(path for path, key in keys.items() if self._keys.get(path) != key)
        if changed or self._keys.keys() - keys.keys():
            self.engine.begin(pipeline, made)
        for path in changed:
            self._keys.pop(path, None)
            self.engine.set_page(path)
            self._keys[path] = keys[path]
        for path in self._keys.keys() - keys.keys():
            del self._keys[path]
            _place_of(self.site, path).unlink(missing_ok=True)
        return changed

    def _follow(self) -> tuple[str, ...]:
        pipeline = self._pipeline
        if pipeline is None:
            return ()
        pipeline.before_pages()
        self._facts = pipeline.facts
        set_again = self._set(pipeline)
        for path, text in pipeline.hub.files().items():
            place = self.site / path
            if not place.is_file() or place.read_text(encoding="utf-8") != text:
                write_whole(place, text.encode())
        self.engine.set_rest()
        pipeline.after_pages()
        return set_again


def _place_of(site: Path, path: str) -> Path:
    """Return where the page of a path below docs stands below a site."""
    stem = path.removesuffix(".md")
    name = stem if stem == "index" or stem.endswith("/index") else f"{stem}/index"
    return site / f"{name}.html"
