"""Printing materials: a template filled, laid out by WeasyPrint and finished to both standards."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pikepdf import Pdf
from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from peerhub.models.site import Stamp
from peerhub.press.engine.conform import finish, save
from peerhub.press.engine.fit import check_fit
from peerhub.press.engine.listening import listening, read_style
from peerhub.press.engine.metadata import Description
from peerhub.press.engine.templates import environment, fill
from peerhub.press.engine.weasyprint_cache import Source, brisk
from peerhub.press.posters.template_files import TYPE, missing
from peerhub.press.posters.typeset import VARIANT, check_letters

FOLDER = "training"
STYLE = "training.css"


class Setter:
    """Sets one material after another, keeping type, style and templates between them."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._type = FontConfiguration()
        self._fetcher = URLFetcher(allowed_protocols={"file", "data"})
        self._style: CSS | None = None
        self._templates = environment(home)

    def files(self) -> tuple[Path, ...]:
        """Return every file that can change what is printed, in a fixed order.

        Raises PressError when the style is missing.
        """
        folder = self.home / FOLDER
        if not (folder / STYLE).is_file():
            raise missing(folder / STYLE, "print style")
        files = sorted(one for one in folder.iterdir() if one.is_file())
        return (*files, *(self.home / "fonts" / name for name in TYPE))

    def fill(self, template: str, title: str, words: Mapping[str, Any]) -> str:
        """Return a template filled with words. Raises PressError when it is missing or faulty."""
        name = f"{FOLDER}/{template}.html"
        if not (self.home / name).is_file():
            raise missing(self.home / name, "template")
        return fill(self._templates, name, {"title": title, **words})

    def pdf(
        self, template: str, title: str, subject: str, words: Mapping[str, Any], stamp: Stamp
    ) -> bytes:
        """Return a material as a PDF that meets PDF/A-2a and PDF/UA-1.

        Raises PressError when the words of a card do not fit it.
        """
        source = self.fill(template, title, words)
        if self._style is None:
            style = self.home / FOLDER / STYLE
            self._style = read_style(style, self._type, self._fetcher, self.home)
        html = Source(
            string=source,
            base_url=f"{(self.home / FOLDER).as_uri()}/",
            url_fetcher=self._fetcher,
        )
        with listening(title, self.home), brisk():
            document = html.render(
                font_config=self._type, stylesheets=[self._style], pdf_variant=VARIANT
            )
            if 'class="card place"' in source:
                check_fit(document.pages, title, len(document.pages))
            # It is compressed when it is finished: to do so twice takes a twentieth of the time.
            drawn = document.write_pdf(
                pdf_variant=VARIANT, pdf_identifier=False, uncompressed_pdf=True
            )
        check_letters(document.fonts.values(), title)
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
