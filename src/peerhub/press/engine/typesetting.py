"""Setting documents: a template filled, drawn, and finished to both standards."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from pikepdf import Pdf

from peerhub.models.site import Stamp
from peerhub.press.engine.conform import finish, save
from peerhub.press.engine.drawing import Drawer
from peerhub.press.engine.listening import listening
from peerhub.press.engine.metadata import Description
from peerhub.press.engine.our_type import missing
from peerhub.press.engine.templates import environment, fill
from peerhub.press.engine.weasyprint_cache import brisk


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
