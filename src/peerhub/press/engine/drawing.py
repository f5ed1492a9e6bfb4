"""Drawing: HTML laid out by WeasyPrint, with our type and print styles, not yet finished.

Whatever is printed is drawn here: papers, materials, the briefing, the layers of posters, the band
of the demonstration, and line art that becomes a picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from peerhub.press.engine.fit import check_fit
from peerhub.press.engine.html_source import Source
from peerhub.press.engine.listening import make_type_known, read_style
from peerhub.press.engine.our_type import VARIANT, check_letters, missing

PLACED = 'class="card place"'
"""What says that a page has places, out of which no word may run."""

WHOLE: Mapping[str, Any] = {"pdf_variant": VARIANT}
"""How a document is drawn that is finished to both standards."""

BARE: Mapping[str, Any] = {}
"""How a picture is drawn: without tags."""


class DrawnPages(NamedTuple):
    """What was drawn and is not finished: a PDF, and the pages that it was drawn from."""

    content: bytes
    pages: list[Any]


class Drawer:
    """Draws one thing after another, keeping type and styles between them; they are below `home`.

    What is `for_long` is compressed only when it is finished: to do so twice takes a twentieth of
    its time. (What was printed without that keeps its bytes.) What `has_drawings` within its HTML
    is read by the parser that knows how SVG is spelt, which `Source` does not.
    """

    def __init__(
        self, home: Path, *, is_for_long: bool = False, has_drawings: bool = False
    ) -> None:
        self.home = home
        self._is_for_long = is_for_long
        self._has_drawings = has_drawings
        self._type = FontConfiguration()
        self._knows_type = False
        self._fetcher = URLFetcher(allowed_protocols={"file", "data"})
        self._styles: dict[Path, CSS] = {}

    def draw(
        self,
        source: str,
        folder: Path,
        styles: Sequence[CSS],
        what: str,
        sheets: int | None = None,
        *,
        options: Mapping[str, Any] = WHOLE,
        kept: dict[str, Any] | None = None,
    ) -> DrawnPages:
        """Return some HTML laid out and drawn, its pictures found from a folder.

        `options` are WeasyPrint's, of how it is drawn; `kept` holds pictures that were read before.
        Raises `PressError` when words do not fit their place, or a letter is not in our type.
        """
        parse = HTML if self._has_drawings else Source
        html = parse(string=source, base_url=f"{folder.as_uri()}/", url_fetcher=self._fetcher)
        document = html.render(
            font_config=self._type, stylesheets=list(styles), cache=kept, **options
        )
        if sheets is not None or PLACED in source:
            check_fit(document.pages, what, sheets or len(document.pages))
        # The identifier is given when the PDF is finished: no need to work one out here.
        how = {"uncompressed_pdf": self._is_for_long, **options}
        content: bytes = document.write_pdf(**how, pdf_identifier=False)
        check_letters(document.fonts.values(), what)
        return DrawnPages(content, document.pages)

    def style(self, file: Path) -> CSS:
        """Return a print style, read at first use. Raises `PressError` when it is missing."""
        self._know_type()
        if file not in self._styles:
            if not file.is_file():
                raise missing(file, "print style")
            self._styles[file] = read_style(file, self._type, self._fetcher, self.home)
        return self._styles[file]

    def own_style(self, text: str) -> CSS:
        """Return a style that is worked out and stands in no file."""
        self._know_type()
        return CSS(string=text, font_config=self._type)

    def _know_type(self) -> None:
        if not self._knows_type:
            make_type_known(self._type, self.home)
            self._knows_type = True
