"""Makes one material: which words, which template, which format."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from peerhub.catalogue import Catalogue
from peerhub.models import Stamp
from peerhub.models.licence import LICENCE
from peerhub.press.engine import office, readers
from peerhub.press.engine.readers import epub, plain_text
from peerhub.press.engine.recipe import recipe
from peerhub.press.engine.store import Store
from peerhub.questions.materials import TWIN_FORMATS, Kind, Material
from peerhub.questions.revised import said
from peerhub.training import package, setter
from peerhub.training.odp import odp
from peerhub.training.ods import ods
from peerhub.training.pictures import Pictures
from peerhub.training.pptx import pptx
from peerhub.training.revisions import Revisions
from peerhub.training.setter import MaterialSetter
from peerhub.training.slides import Deck
from peerhub.training.words import TEMPLATES, Words

EDITABLE: Mapping[Kind, str] = {"room-sheets": "room-sheets-office"}
"""The templates of what is set out otherwise in a document that can be edited."""

CHAPTER = ".chapter"
"""How the name of a chapter that is kept ends."""

ROW_HEAD = re.compile(r'<th scope="row">(.*?)</th>', re.DOTALL)
"""Neither document can say that a cell heads its row; one would only make its words bold."""


class Desk:
    """Where materials are made: one catalogue, one edition, type and templates kept warm."""

    def __init__(
        self, catalogue: Catalogue, stamp: Stamp, home: Path, chapters: Path | None = None
    ) -> None:
        self.catalogue = catalogue
        self.stamp = stamp
        self.chapters = chapters
        """The folder that keeps the chapters of guides and workbooks; None where nothing does."""
        self._store: Store | None = None
        self.words = Words(catalogue)
        self.revisions = Revisions(catalogue)
        self.setter = MaterialSetter(home)
        self.pictures = Pictures(catalogue, home)
        self._found: dict[tuple[str, str, str, int | None], Mapping[str, Any]] = {}
        """Words that are found already: a material has one set of them for all of its formats."""

    def __reduce__(self) -> tuple[type[Desk], tuple[Catalogue, Stamp, Path, Path | None]]:
        return type(self), (self.catalogue, self.stamp, self.setter.home, self.chapters)

    def make(self, material: Material) -> bytes:
        """Return a material's bytes. Raises PressError."""
        match material.format:
            case "PDF":
                stamp = self._stamp(material)
                paper, fill = self._paper(material), self.pictures.for_paper
                return self.setter.pdf(*paper, stamp, fill, self._kept_chapter)
            case "PPTX":
                return pptx(*self._show(material))
            case "ODP":
                return odp(*self._show(material))
            case "SCORM 1.2" | "cmi5":
                stamp, words = self._stamp(material), self._lesson(material)
                filled = self.setter.fill(package.TEMPLATE, words["title"], words)
                page = self.pictures.for_paper(filled)
                return package.package(material, words, self.setter, stamp, page)
            case "ODS":
                return ods(self._spreadsheet(material), self._stamp(material).named)
            case "EPUB":
                html, title, address = self._twin(material)
                drawn = self.pictures.for_others(html)
                return epub(drawn, title, address, self._stamp(material))
            case "TXT":
                html, title, address = self._twin(material)
                said = self.pictures.in_words(html)
                return plain_text(said, title, address, self._stamp(material))
        document, kind = self._document(material)
        document = replace(document, html=self.pictures.for_others(document.html))
        with TemporaryDirectory(prefix="office-") as folder:
            return office.write(document, kind, Path(folder))

    def key(self, material: Material) -> str:
        """Return the key of a material: a digest of what it is filled with and made by."""
        match material.format:
            case "PDF":
                paper = self._paper(material)
                words = (paper, self._stamp(material), self._art(paper))
                return recipe(setter.__name__, words, self.setter.files())
            case "PPTX":
                return recipe(pptx.__module__, self._shown(material))
            case "ODP":
                return recipe(odp.__module__, self._shown(material))
            case "SCORM 1.2" | "cmi5":
                said = (self._lesson(material), material, self._stamp(material))
                art = self._art(said[0])
                return recipe(package.__name__, (*said, art), package.parts_of(self.setter))
            case "ODS":
                return recipe(ods.__module__, (self._spreadsheet(material), self._stamp(material)))
        if material.format in TWIN_FORMATS:
            twin = self._twin(material)
            told = (material.format, twin, self._stamp(material), self._art(twin))
            return recipe(readers.__name__, told)
        document = self._document(material)
        return recipe(office.__name__, (document, self._art(document[0].html)))

    def _kept_chapter(self, html: str, make: Callable[[], bytes]) -> bytes:
        """Return a chapter as it was set before from the same HTML, or as it is set now."""
        if self.chapters is None:
            return make()
        store = self._store = self._store or Store(self.chapters, CHAPTER)
        return store.get_or_make(recipe(setter.__name__, html, self.setter.files()), make)

    def _art(self, words: Any) -> tuple[Any, ...]:
        return self.pictures.key(self.pictures.used(words))

    def _shown(self, material: Material) -> tuple[Any, ...]:
        """Return the slides of a material, and what makes the pictures on them what they are."""
        deck = self._deck(material)
        return deck, self.pictures.key(self.pictures.shown(deck))

    def _show(self, material: Material) -> tuple[Deck, dict[str, bytes]]:
        """Return the slides of a material, and the pictures that stand on them."""
        deck = self._deck(material)
        return deck, {place: self.pictures.png(place) for place in self.pictures.shown(deck)}

    def _paper(self, material: Material) -> tuple[str, str, str, Mapping[str, Any]]:
        """Return the template of a paper, its title, its subject, and the words to fill it with."""
        template, words = self._words(material)
        return template, _title(material), material.name, words

    def _lesson(self, material: Material) -> dict[str, Any]:
        """Return the words that a package is filled with."""
        return package.page_words(material, self._words(material)[1], self.catalogue.site)

    def _twin(self, material: Material) -> tuple[str, str, str]:
        """Return the HTML that a paper is printed from, its title, and the address of its twin."""
        template, words = self._words(material)
        title = _title(material)
        address = f"{self.catalogue.site.address.rstrip('/')}/{material.path}"
        return self.setter.fill(template, title, words), title, address

    def _document(self, material: Material) -> tuple[office.OfficeDocument, office.Kind]:
        """Return a document that can be edited, and in which of its kinds it is asked for."""
        template, words = self._words(material)
        template = EDITABLE.get(material.kind, template)
        html = self.setter.fill(template, _title(material), {**words, "editable": True})
        html = ROW_HEAD.sub(r"<td>\1</td>", html)
        kind = cast(office.Kind, material.format.lower())
        path = material.path.rsplit(".", 1)[0]
        stamp = self._stamp(material)
        return office.OfficeDocument(path, _title(material), html, stamp, (kind,)), kind

    def _deck(self, material: Material) -> Deck:
        stamp = self._stamp(material)
        made = self.words.deck_of(material)
        imprint = f"{self.catalogue.site.name}, {said(stamp)}. {LICENCE}."
        return replace(made, named=said(stamp), imprint=imprint)

    def _spreadsheet(self, material: Material) -> str:
        return self.words.spreadsheet(self.catalogue.module_by_id[material.source])

    def _stamp(self, material: Material) -> Stamp:
        return self.revisions.stamp(material)

    def _words(self, material: Material) -> tuple[str, Mapping[str, Any]]:
        """Return the template of a printed material, and the words to fill it with."""
        asked = (material.belongs_to, material.source, material.kind, material.day)
        if asked not in self._found:
            words = self.words.signed(self.words.of(material), self._stamp(material))
            if held := self.revisions.of_modules(material):
                pairs = zip(words["modules"], held, strict=True)
                words["modules"] = [{**one, "revised": revised} for one, revised in pairs]
            self._found[asked] = words
        return TEMPLATES.get(material.kind, material.kind), self._found[asked]


def _title(material: Material) -> str:
    return f"{material.subject}: {material.name.lower()}"
