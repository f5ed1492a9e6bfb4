"""Setting documents: a template filled, drawn, and finished to both standards."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from pikepdf import Pdf
from weasyprint import CSS

from peerhub.models.site import Stamp
from peerhub.press.engine.chapters import join, numbered, numbers, split
from peerhub.press.engine.conform import describe, finish, finish_tags, save
from peerhub.press.engine.drawing import Drawer
from peerhub.press.engine.listening import listening
from peerhub.press.engine.metadata import Description
from peerhub.press.engine.our_type import missing
from peerhub.press.engine.templates import environment, fill
from peerhub.press.engine.weasyprint_cache import brisk

Kept = Callable[[str, Callable[[], bytes]], bytes]
"""Returns what is set from some HTML: what is kept of it, or what is set now, to be kept."""

FRONT = 2
"""The pages that stand before the chapters, as a first guess: a cover and a list."""

NO_FEET = "@page { @bottom-left { content: none } @bottom-right { content: none } }"
NUMBERED = ".inside a::after { content: attr(data-page) }"
FEET = "@page :first { counter-reset: page %d } .leaf { break-before: page }"
LEAF = '<div class="leaf"></div>'
"""The styles of a chapter, of the front, and of the feet of all pages but those of the front."""


class Setter(Drawer):
    """Sets one document after another, keeping type, styles and templates between them.

    What has drawings within its HTML is set at WeasyPrint's own pace: `brisk` is not for it.
    """

    def __init__(
        self,
        home: Path,
        *,
        templates: Path | None = None,
        is_for_long: bool = False,
        has_drawings: bool = False,
    ) -> None:
        super().__init__(home, is_for_long=is_for_long, has_drawings=has_drawings)
        self._templates = environment(templates or home)
        self._own: dict[str, CSS] = {}

    def fill(self, template: str, words: Mapping[str, Any]) -> str:
        """Return a template filled with words. Raises `PressError` when it is missing or faulty."""
        if not (self.home / template).is_file():
            raise missing(self.home / template, "template")
        return fill(self._templates, template, words)

    def pdf(
        self,
        source: str,
        styles: Sequence[Path],
        stamp: Stamp,
        title: str,
        subject: str,
        what: str,
        sheets: int | None = None,
    ) -> bytes:
        """Return some HTML as a PDF that meets PDF/A-2a and PDF/UA-1.

        The styles apply in their order, and pictures are found from the folder of the last. `what`
        is what is set, in a few words. Raises `PressError`, as when words run out of their place,
        or out of the number of `sheets` that are given.
        """
        read = [self.style(one) for one in styles]
        with listening(what, self.home), nullcontext() if self._has_drawings else brisk():
            drawn = self.draw(source, styles[-1].parent, read, what, sheets)
        with Pdf.open(io.BytesIO(drawn.content)) as pdf:
            finish(pdf, Description.of(title, subject, stamp))
            return save(pdf)

    def chapters(
        self, source: str, styles: Sequence[Path], about: Description, kept: Kept
    ) -> bytes:
        """Return some HTML of chapters as a PDF that meets both standards.

        `kept` is given the HTML of each chapter and what sets it, and returns it, as it is set now
        or was before. Raises `PressError`, as when a letter is not in our type.
        """
        paper, what = split(source), about.title
        with ExitStack() as opened:

            def read(content: bytes) -> Pdf:
                return opened.enter_context(Pdf.open(io.BytesIO(content)))

            parts = [
                read(kept(one, partial(self._part, one, styles, what, NO_FEET)))
                for one in paper.chapters
            ]
            whole, pages = None, FRONT
            while whole is None or len(whole.pages) != pages:
                pages = len(whole.pages) if whole else pages
                front = numbered(paper.front, numbers(parts, pages))
                whole = read(self._part(front, styles, what, NUMBERED))
            leaves = paper.feet + LEAF * sum(len(one.pages) for one in parts)
            feet = read(self._drawn(f"{leaves}</body></html>", styles, what, FEET % (pages + 1)))
            join(whole, parts, feet, self.home)
            describe(whole, about)
            return save(whole)

    def _part(self, source: str, styles: Sequence[Path], what: str, own: str) -> bytes:
        """Return a part of a paper, its tags in order."""
        with Pdf.open(io.BytesIO(self._drawn(source, styles, what, own))) as pdf:
            finish_tags(pdf)
            return save(pdf)

    def _drawn(self, source: str, styles: Sequence[Path], what: str, own: str) -> bytes:
        if own not in self._own:
            self._own[own] = self.own_style(own)
        read = [*(self.style(one) for one in styles), self._own[own]]
        with listening(what, self.home), brisk():
            return self.draw(source, styles[-1].parent, read, what).content
