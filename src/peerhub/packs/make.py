"""Makes one material: which words, which template, which format."""

from __future__ import annotations

import json
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, cast

import pypandoc

from peerhub.catalogue import Catalogue
from peerhub.models import Module, Stamp, Workshop
from peerhub.packs.odp import odp
from peerhub.packs.ods import ods
from peerhub.packs.paper import Setter
from peerhub.packs.pptx import pptx
from peerhub.packs.words import Words
from peerhub.press import brisk, conform, fit, metadata, office, tools
from peerhub.press.key import digest, files_digest, versions
from peerhub.questions import timetable
from peerhub.questions.materials import Material

LIBRARIES = ("python-pptx", "odfdo", "markdown", "lxml")


class Desk:
    """Where materials are made: one catalogue, one edition, type and templates kept warm."""

    def __init__(self, catalogue: Catalogue, stamp: Stamp, home: Path) -> None:
        self.catalogue = catalogue
        self.stamp = stamp
        self.words = Words(catalogue, stamp)
        self.setter = Setter(home, stamp)

    def make(self, material: Material) -> bytes:
        """Return a material's bytes. Raises PressError."""
        title = f"{material.subject}: {material.name.lower()}"
        if material.belongs_to == "workshop":
            return self._paper(material, title)
        module = self.catalogue.module_by_id[material.source]
        match material.format:
            case "PPTX":
                return pptx(self.words.deck(module))
            case "ODP":
                return odp(self.words.deck(module))
            case "ODS":
                return ods(self._spreadsheet(module), self.stamp.edition)
            case "PDF" if material.kind == "slides":
                return self.setter.pdf("slides", title, "Slides", self.words.slides(module))
            case "PDF" if material.kind == "room-sheets":
                words = self.words.room_sheets(module)
                return self.setter.pdf("room-sheets", title, "Room sheets", words)
            case "PDF":
                return self.setter.pdf("handout", title, "Handout", self.words.handout(module))
            case _:
                return self._office(material, title, module)

    def _spreadsheet(self, module: Module) -> str:
        sheets = self.catalogue.texts[module.id].sheets
        words = next(one.words for one in sheets if one.form == "spreadsheet")
        return self.words.prose.html(words, module.title)

    def _paper(self, material: Material, title: str) -> bytes:
        workshop = self.catalogue.workshop_by_id[material.source]
        template = "guide" if material.kind == "trainer-guide" else material.kind
        words = self.words.workshop(workshop, material.kind)
        return self.setter.pdf(template, title, material.name, words)

    def _office(self, material: Material, title: str, module: Module) -> bytes:
        if material.kind == "room-sheets":
            html = self.setter.fill("room-sheets-office", title, self.words.room_sheets(module))
        else:
            html = self.setter.fill("handout", title, self.words.handout(module))
        kind = cast(Literal["docx", "odt"], material.format.lower())
        document = office.Document(material.path.rsplit(".", 1)[0], title, html, (kind,))
        with TemporaryDirectory(prefix="office-") as folder:
            return office.write(document, kind, self.stamp, Path(folder))

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
        return digest(_whole(module), said, *sources, *services)


def _whole(record: Module | Workshop) -> str:
    return record.model_dump_json(by_alias=True)


@cache
def _code() -> str:
    """Return a digest of the modules that make materials."""
    here = sorted(Path(__file__).parent.glob("*.py"))
    shared = (
        brisk.__file__,
        conform.__file__,
        fit.__file__,
        metadata.__file__,
        office.__file__,
        timetable.__file__,
        tools.__file__,
    )
    return files_digest((*here, *(Path(str(name)) for name in shared)))
