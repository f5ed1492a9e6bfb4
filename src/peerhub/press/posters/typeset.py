"""Setting a poster: its template filled, laid out, and drawn as one tagged PDF.

A typesetter is worth keeping. Reading the type, the styles and the line art costs more than a
poster does, so it reads them once. What is common to the posters of a design it draws once, what
some forces share once for them, and imprints both with each force's own words (`imprint`). And
since every sheet has A4's shape, a poster is enlarged to the other sizes afterwards
(`conform.enlarge`), never laid out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import jinja2
from pikepdf import Pdf
from weasyprint import CSS
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from peerhub.press.engine.conform import save
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.fit import check_fit
from peerhub.press.engine.listening import listening, make_type_known, read_style
from peerhub.press.engine.our_type import VARIANT, check_letters
from peerhub.press.engine.templates import environment, telling
from peerhub.press.engine.weasyprint_cache import Source, brisk
from peerhub.press.posters.imprint import OWN_BODY, Parts, imprint, pages_of, parts
from peerhub.press.posters.job import BOTH, POSTER, Job
from peerhub.press.posters.language_tags import with_languages
from peerhub.press.posters.qr import QrImage
from peerhub.press.posters.template_files import Materials
from peerhub.press.posters.wording import words

LAYER: Mapping[str, Any] = {"pdf_tags": True}
"""How a layer is drawn: with tags, but without what a document has but once, in its shell."""

CODE = "qr:code"
"""The address under which a template finds the QR code of its own poster."""


SHELLS = 32
"""The most shells that are kept, those last used: enough for every shape of one design."""


class Typesetter:
    """Sets posters one after another, keeping type, styles, art and shells between them.

    Sent to another process, it is made afresh there from the same materials.
    """

    def __init__(self, materials: Materials) -> None:
        self.materials = materials
        self._fetcher = URLFetcher(allowed_protocols={"file", "data"})
        self._type = FontConfiguration()
        self._art: dict[str, Any] = {}
        self._templates = environment(materials.shared)
        self._styles: dict[Path, CSS] = {}
        self._layouts: dict[tuple[str, str], tuple[jinja2.Template, tuple[CSS, ...]]] = {}
        self._shells: dict[tuple[str, str, str, str], bytes] = {}

    def __reduce__(self) -> tuple[type[Typesetter], tuple[Materials]]:
        return type(self), (self.materials,)

    def set(self, job: Job, shape: str = POSTER) -> Pdf:
        """Return the job's poster in a shape, tagged but not yet finished to the standards.

        Raises `PressError` when a file is missing or faulty, when words do not fit their place,
        or when a letter is not in our type.
        """
        what = f"poster {job.design.id} for {job.facts.name}"
        with listening(what, self.materials.home), brisk():
            layout = job.design.layout
            template, _ = self._layout(layout, shape)
            layers = parts(_filled(template, job))
            self._art[CODE] = QrImage(job.opens)
            pdf = Pdf.open(BytesIO(self._shell(layout, shape, layers, what)))
            imprint(pdf, Pdf.open(BytesIO(self._draw(layout, shape, layers.own, what))))
        return pdf

    def _shell(self, layout: str, shape: str, layers: Parts, what: str) -> bytes:
        """Return what a poster shares with others, all or some, as a PDF with the force's slots."""
        key = (layout, shape, layers.common, layers.kin)
        shell = self._shells.pop(key, None)
        if shell is None and layers.kin:
            shell = self._shell(layout, shape, layers._replace(kin=""), what)
            kin = self._draw(layout, shape, layers.kin, what)
            with Pdf.open(BytesIO(shell)) as pdf:
                imprint(pdf, Pdf.open(BytesIO(kin)), "kin", layers.kin_slots)
                shell = save(pdf)
        elif shell is None:
            shell = self._draw(layout, shape, layers.common, what)
        self._shells[key] = shell
        if len(self._shells) > SHELLS:
            del self._shells[next(iter(self._shells))]
        return shell

    def _draw(self, layout: str, shape: str, source: str, what: str) -> bytes:
        """Return the pages of some HTML as a tagged PDF."""
        html = Source(
            string=source,
            base_url=f"{self.materials.layout(layout).as_uri()}/",
            url_fetcher=self._fetcher,
        )
        _, styles = self._layout(layout, shape)
        options = LAYER if OWN_BODY in source else {"pdf_variant": VARIANT}
        document = html.render(
            font_config=self._type, stylesheets=styles, cache=self._art, **options
        )
        check_fit(document.pages, what, pages_of(source))
        # The identifier is given when the PDF is finished: no need to work one out here.
        drawn: bytes = document.write_pdf(**options, pdf_identifier=False)
        check_letters(document.fonts.values(), what)
        return with_languages(drawn, document.pages) if shape.endswith(BOTH) else drawn

    def _layout(self, name: str, shape: str) -> tuple[jinja2.Template, tuple[CSS, ...]]:
        """Return the template and the styles of a layout in a shape, read at first use."""
        if (name, shape) not in self._layouts:
            self.materials.files(name, shape)
            self._layouts[name, shape] = (
                _template(self._templates, self.materials, name, shape),
                tuple(self._style(file) for file in self.materials.styles(name, shape)),
            )
        return self._layouts[name, shape]

    def _style(self, file: Path) -> CSS:
        if not self._styles:
            make_type_known(self._type, self.materials.home)
        if file not in self._styles:
            self._styles[file] = read_style(file, self._type, self._fetcher, self.materials.home)
        return self._styles[file]


def markup(materials: Materials, layout: str, shape: str, jobs: Iterable[Job]) -> list[str]:
    """Return the HTML that posters of one layout and shape are set from, before they are drawn."""
    template = _template(environment(materials.shared), materials, layout, shape)
    return [_filled(template, job) for job in jobs]


def _template(
    templates: jinja2.Environment, materials: Materials, layout: str, shape: str
) -> jinja2.Template:
    """Return the template of a shape, which may extend those of the folder all layouts share."""
    file = materials.template(layout, shape).relative_to(materials.shared)
    with telling(file.as_posix()):
        templates.get_template("base.html")
        return templates.get_template(file.as_posix())


def _filled(template: jinja2.Template, job: Job) -> str:
    """Return the HTML of a poster."""
    with telling(str(template.name)):
        try:
            return template.render(words(job))
        except jinja2.UndefinedError as fault:
            raise PressError(
                f"The template of the layout {job.design.layout} asks for words that nobody gives: "
                f"{fault.message}.",
                "Take them out of the template, or give them to every design.",
            ) from None
