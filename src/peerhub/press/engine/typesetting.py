"""Setting documents: a template filled, laid out by WeasyPrint and finished to both standards."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from pikepdf import Pdf
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from peerhub.models.site import Stamp
from peerhub.press.engine.conform import finish, save
from peerhub.press.engine.fit import check_fit
from peerhub.press.engine.listening import listening, make_type_known, read_style
from peerhub.press.engine.metadata import Description
from peerhub.press.engine.our_type import VARIANT, check_letters, missing
from peerhub.press.engine.templates import environment, fill
from peerhub.press.engine.weasyprint_cache import Source, brisk

PLACED = 'class="card place"'
"""What says that a page has places, out of which no word may run."""


class Setter:
    """Sets one document after another, keeping type, styles and templates between them.

    All stand below `home`. Long documents are compressed only when they are finished: to do so
    twice takes a twentieth of their time. (What was printed without that keeps its bytes.) What
    `has_drawings` within its HTML is read by the parser that knows how SVG is spelt, and set at
    WeasyPrint's own pace: neither is for `Source` and `brisk`.
    """

    def __init__(
        self, home: Path, *, is_for_long: bool = False, has_drawings: bool = False
    ) -> None:
        self._is_for_long = is_for_long
        self._has_drawings = has_drawings
        self.home = home
        self._type = FontConfiguration()
        self._fetcher = URLFetcher(allowed_protocols={"file", "data"})
        self._styles: dict[Path, CSS] = {}
        self._templates = environment(home)

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

        The styles apply in their order, and pictures are found from the folder of the first. `what`
        is what is set, in a few words. Raises `PressError`, as when words run out of their place,
        or out of the number of `sheets` that are given.
        """
        read = [self._style(one) for one in styles]
        base = f"{styles[0].parent.as_uri()}/"
        parse, pace = (HTML, nullcontext) if self._has_drawings else (Source, brisk)
        html = parse(string=source, base_url=base, url_fetcher=self._fetcher)
        with listening(what, self.home), pace():
            document = html.render(font_config=self._type, stylesheets=read, pdf_variant=VARIANT)
            if sheets is not None or PLACED in source:
                check_fit(document.pages, what, sheets or len(document.pages))
            drawn = document.write_pdf(
                pdf_variant=VARIANT, pdf_identifier=False, uncompressed_pdf=self._is_for_long
            )
        check_letters(document.fonts.values(), what)
        about = Description(
            title=title,
            subject=subject,
            date=stamp.date,
            edition=stamp.edition,
            commit=stamp.commit,
            revision=stamp.revision,
        )
        with Pdf.open(io.BytesIO(drawn)) as pdf:
            finish(pdf, about)
            return save(pdf)

    def _style(self, file: Path) -> CSS:
        if not self._styles:
            make_type_known(self._type, self.home)
        if file not in self._styles:
            if not file.is_file():
                raise missing(file, "print style")
            self._styles[file] = read_style(file, self._type, self._fetcher, self.home)
        return self._styles[file]
