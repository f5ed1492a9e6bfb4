"""Makes one material: which words, which template, which format."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, cast

import pypandoc

import peerhub.words
from peerhub import office_package
from peerhub.catalogue import Catalogue
from peerhub.catalogue import marking_sheets as sections
from peerhub.components import plans
from peerhub.models import Module, Stamp, Workshop
from peerhub.orders import tools
from peerhub.press.engine import conform, fields, fit, metadata, office, structure, weasyprint_cache
from peerhub.press.engine.recipe import digest, files_digest, versions
from peerhub.questions import evaluation, staffing, timetable
from peerhub.questions import marking_sheets as marking_sheets
from peerhub.questions.marking_sheets import sheets_of
from peerhub.questions.materials import SHEETS, Kind, Material
from peerhub.training.odp import odp
from peerhub.training.ods import ods
from peerhub.training.pptx import pptx
from peerhub.training.setter import Setter
from peerhub.training.words import Words

TEMPLATES: Mapping[Kind, str] = {"trainer-guide": "guide", **dict.fromkeys(SHEETS, "sheet")}
"""The templates that are not called what they print."""

EDITABLE: Mapping[Kind, str] = {"room-sheets": "room-sheets-office"}
"""The templates of what is set out otherwise in a document that can be edited."""

ROW_HEAD = re.compile(r'<th scope="row">(.*?)</th>', re.DOTALL)
"""Neither document can say that a cell heads its row; one would only make its words bold."""

LIBRARIES = ("python-pptx", "odfdo", "markdown", "lxml")


class Desk:
    """Where materials are made: one catalogue, one edition, type and templates kept warm."""

    def __init__(self, catalogue: Catalogue, stamp: Stamp, home: Path) -> None:
        self.catalogue = catalogue
        self.stamp = stamp
        self.words = Words(catalogue, stamp)
        self.setter = Setter(home, stamp)

    def __reduce__(self) -> tuple[type[Desk], tuple[Catalogue, Stamp, Path]]:
        return type(self), (self.catalogue, self.stamp, self.setter.home)

    def make(self, material: Material) -> bytes:
        """Return a material's bytes. Raises PressError."""
        title = f"{material.subject}: {material.name.lower()}"
        if material.kind == "slides":
            return self._slides(material, title)
        if material.format == "ODS":
            return ods(self._spreadsheet(material.source), self.stamp.edition)
        template, words = self._words(material)
        if material.format == "PDF":
            return self.setter.pdf(template, title, material.name, words)
        template = EDITABLE.get(material.kind, template)
        html = self.setter.fill(template, title, {**words, "editable": True})
        html = ROW_HEAD.sub(r"<td>\1</td>", html)
        kind = cast(Literal["docx", "odt"], material.format.lower())
        document = office.OfficeDocument(material.path.rsplit(".", 1)[0], title, html, (kind,))
        with TemporaryDirectory(prefix="office-") as folder:
            return office.write(document, kind, self.stamp, Path(folder))

    def _slides(self, material: Material, title: str) -> bytes:
        module = self.catalogue.module_by_id[material.source]
        match material.format:
            case "PPTX":
                return pptx(self.words.deck(module))
            case "ODP":
                return odp(self.words.deck(module))
            case _:
                return self.setter.pdf("slides", title, "Slides", self.words.slides(module))

    def _spreadsheet(self, identity: str) -> str:
        sheets = self.catalogue.texts[identity].sheets
        words = next(one.words for one in sheets if one.form == "spreadsheet")
        return self.words.prose.html(words, self.catalogue.module_by_id[identity].title)

    def _words(self, material: Material) -> tuple[str, dict[str, Any]]:
        """Return the template of a printed material, and the words to fill it with."""
        if material.belongs_to == "module":
            module = self.catalogue.module_by_id[material.source]
            said = self.words.room_sheets if material.kind == "room-sheets" else self.words.handout
            return material.kind, said(module)
        workshop = self.catalogue.workshop_by_id[material.source]
        words = self.words.workshop(workshop, material.kind)
        return TEMPLATES.get(material.kind, material.kind), words

    def key(self, material: Material) -> str:
        """Return the key of a material: a digest of all that can change its bytes."""
        if material.belongs_to == "module":
            source = self._module_source(material.source)
        else:
            workshop = self.catalogue.workshop_by_id[material.source]
            modules = [self._module_source(one) for one in workshop.module_ids]
            source = digest(_whole(workshop), *modules)
        return digest(self._everything, material.path, material.subject, source)

    @cached_property
    def _everything(self) -> str:
        """What every material depends on: code, templates, type, libraries, edition, numbers."""
        site = self.catalogue.site
        shared = json.dumps([self.words.urgent, site.name, site.address, repr(self.stamp)])
        files = files_digest(self.setter.files())
        used = [f"{name} {version(name)}" for name in LIBRARIES]
        used += [pypandoc.get_pandoc_version(), *map(str, versions().items())]
        return digest(
            _code(),
            files,
            shared,
            pypandoc.get_pandoc_version(),
            *used,
            *map(str, versions().items()),
        )

    def _module_source(self, identity: str) -> str:
        module = self.catalogue.module_by_id[identity]
        text = self.catalogue.texts[identity]
        said = "\0".join((text.participant, text.trainer, *map(repr, text.sheets)))
        sources = [
            one.model_dump_json()
            for one in self.catalogue.evidence
            if one.id in module.evidence or one.id in said
        ]
        services = [one.model_dump_json() for one in self.catalogue.services if "services(" in said]
        sheets = [one.model_dump_json() for one in sheets_of(self.catalogue, module)]
        return digest(_whole(module), said, *sheets, *sources, *services)


def _whole(record: Module | Workshop) -> str:
    return record.model_dump_json(by_alias=True)


@cache
def _code() -> str:
    """Return a digest of the modules that make materials."""
    here = sorted(Path(__file__).parent.glob("*.py"))
    shared = (
        weasyprint_cache.__file__,
        conform.__file__,
        structure.__file__,
        fields.__file__,
        fit.__file__,
        metadata.__file__,
        office.__file__,
        office_package.__file__,
        peerhub.words.__file__,
        plans.__file__,
        evaluation.__file__,
        marking_sheets.__file__,
        sections.__file__,
        staffing.__file__,
        timetable.__file__,
        tools.__file__,
    )
    return files_digest((*here, *(Path(str(name)) for name in shared)))
