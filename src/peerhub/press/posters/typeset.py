"""Setting a poster: its template filled, laid out, and drawn as one tagged PDF.

A typesetter is worth keeping. Reading the type, the styles and the line art costs more than a
poster does, so it reads them once. What is common to the posters of a design it draws once, what
some forces share once for them, and imprints both with each force's own words (`imprint`). Such
shells are kept from run to run and shared by the processes of a machine (`shells`). And since
every sheet has A4's shape, a poster is enlarged to the other sizes afterwards (`conform.enlarge`),
never laid out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from io import BytesIO
from typing import Any

import jinja2
from pikepdf import Pdf
from weasyprint import CSS

from peerhub.press.engine.conform import finish_tags, save
from peerhub.press.engine.drawing import WHOLE
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.listening import listening
from peerhub.press.engine.templates import environment, telling
from peerhub.press.engine.typesetting import Setter
from peerhub.press.engine.weasyprint_cache import brisk, type_elsewhere
from peerhub.press.posters.imprint import OWN_BODY, Parts, imprint, pages_of, parts
from peerhub.press.posters.job import BOTH, POSTER, Job
from peerhub.press.posters.language_tags import tell_languages
from peerhub.press.posters.qr import QrImage
from peerhub.press.posters.shells import Shells
from peerhub.press.posters.template_files import Materials
from peerhub.press.posters.type_case import SOURCE, STYLE, TypeCase
from peerhub.press.posters.wording import words

TAGGED: Mapping[str, Any] = {"pdf_tags": True}
"""How the type case is drawn, for its faces alone."""

LAYER: Mapping[str, Any] = {**TAGGED, "uncompressed_pdf": True}
"""How a layer is drawn: with tags, but without what a document has but once, in its shell."""

CODE = "qr:code"
"""The address under which a template finds the QR code of its own poster."""


SHELLS = 32
"""The most shells that are kept, those last used: enough for every shape of one design."""


class Typesetter(Setter):
    """Sets posters one after another, keeping type, styles, art and shells between them.

    Sent to another process, it is made afresh there from the same materials.
    """

    def __init__(self, materials: Materials, shells: Shells | None = None) -> None:
        super().__init__(materials.home, templates=materials.shared)
        self.materials = materials
        self._kept = shells
        self._art: dict[str, Any] = {}
        self._layouts: dict[tuple[str, str], tuple[jinja2.Template, tuple[CSS, ...]]] = {}
        self._shells: dict[tuple[str, str, str, str], bytes] = {}

    def __reduce__(self) -> tuple[type[Typesetter], tuple[Materials, Shells | None]]:
        return type(self), (self.materials, self._kept)

    def set(self, job: Job, shape: str = POSTER) -> Pdf:
        """Return the job's poster in a shape, its tags in order, but not yet described.

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
            del pdf.trailer["/ID"]  # the shell's own: a poster gets another when it is saved
            with self._layer(layout, shape, layers.own, what) as own:
                imprint(pdf, own, self._case)
        return pdf

    def _shell(self, layout: str, shape: str, layers: Parts, what: str) -> bytes:
        """Return what a poster shares with others, all or some, as a PDF with the force's slots."""
        key = (layout, shape, layers.common, layers.kin)
        shell = self._shells.pop(key, None)
        if shell is None:

            def make() -> bytes:
                return self._made_shell(layout, shape, layers, what)

            shell = self._kept.get(key, make) if self._kept else make()
        self._shells[key] = shell
        if len(self._shells) > SHELLS:
            del self._shells[next(iter(self._shells))]
        return shell

    def _made_shell(self, layout: str, shape: str, layers: Parts, what: str) -> bytes:
        """Return a shell that is drawn now, its tags in order."""
        if not layers.kin:
            with self._layer(layout, shape, layers.common, what) as pdf:
                for page in pdf.pages:
                    self._case.fill(pdf, page.Resources.Font)
                return save(pdf)
        shell = self._shell(layout, shape, layers._replace(kin=""), what)
        kin = self._layer(layout, shape, layers.kin, what)
        with Pdf.open(BytesIO(shell)) as pdf, kin as over:
            imprint(pdf, over, self._case, "kin", layers.kin_slots)
            return save(pdf)

    def _layer(self, layout: str, shape: str, source: str, what: str) -> Pdf:
        """Return the pages of some HTML as a tagged PDF, its tags in order."""
        _, styles = self._layout(layout, shape)
        options = LAYER if OWN_BODY in source else WHOLE
        folder, sheets = self.materials.layout(layout), pages_of(source)
        with type_elsewhere(self._case.glyphs):
            drawn = self.draw(source, folder, styles, what, sheets, options=options, kept=self._art)
        pdf = Pdf.open(BytesIO(drawn.content))
        if shape.endswith(BOTH):
            tell_languages(pdf, drawn.pages)
        finish_tags(pdf)
        return pdf

    @cached_property
    def _case(self) -> TypeCase:
        style = self.own_style(STYLE)
        return TypeCase(self.draw(SOURCE, self.home, [style], "type case", options=TAGGED).content)

    def _layout(self, name: str, shape: str) -> tuple[jinja2.Template, tuple[CSS, ...]]:
        """Return the template and the styles of a layout in a shape, read at first use."""
        if (name, shape) not in self._layouts:
            self.materials.files(name, shape)
            self._layouts[name, shape] = (
                _template(self._templates, self.materials, name, shape),
                tuple(self.style(file) for file in self.materials.styles(name, shape)),
            )
        return self._layouts[name, shape]


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
