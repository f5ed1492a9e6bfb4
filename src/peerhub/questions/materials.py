"""What can be downloaded for a module and for a workshop: where each file stands, and for whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from peerhub.models import Briefing, Module, Stamp, Workshop

Kind = Literal[
    "slides",
    "handout",
    "room-sheets",
    "spreadsheet",
    "pack",
    "package",
    "trainer-guide",
    "workbook",
    "timetable",
    "run-sheet",
    "day-print",
    "day-slides",
    "attendance",
    "evaluation",
    "observation",
    "marking",
    "teach-back",
    "certificate",
]
Audience = Literal["trainers", "participants"]
Format = Literal[
    "PPTX", "ODP", "PDF", "DOCX", "ODT", "ODS", "ZIP", "EPUB", "TXT", "SCORM 1.2", "cmi5"
]

KIND_NAMES: dict[Kind, str] = {
    "pack": "Session pack",
    "trainer-guide": "Trainer guide",
    "workbook": "Participant workbook",
    "timetable": "Timetable",
    "run-sheet": "Run sheet",
    "day-print": "Print list and sheets",
    "day-slides": "Slides for the whole day",
    "slides": "Slides",
    "handout": "Handout",
    "room-sheets": "Room sheets",
    "spreadsheet": "Practice spreadsheet",
    "attendance": "Attendance sheet",
    "evaluation": "Evaluation form",
    "observation": "Observation sheet",
    "marking": "Marking sheet",
    "teach-back": "Teach-back marking sheet",
    "certificate": "Certificate of attendance",
    "package": "Package for a learning system",
}
"""Every kind by name, in the order in which a trainer meets them."""

BRIEFINGS_PAGE = "/guidance/launch/"
"""Where briefings are offered."""

SHEETS: frozenset[Kind] = frozenset({"observation", "marking", "teach-back"})
"""The forms that are made of the text of a module."""

_FOR_ROOM: frozenset[Kind] = frozenset(
    {"handout", "workbook", "evaluation", "certificate", "package"}
)
MODULE_FILES: Sequence[tuple[Kind, Format]] = (
    ("slides", "PPTX"),
    ("slides", "ODP"),
    ("slides", "PDF"),
    ("handout", "PDF"),
    ("handout", "DOCX"),
    ("handout", "ODT"),
)
TWINNED: Sequence[Kind] = ("trainer-guide", "workbook")
WORKSHOP_FILES: Sequence[Kind] = ("trainer-guide", "workbook", "timetable", "run-sheet")
DAY_FILES: Sequence[tuple[Kind, Format]] = (
    ("day-print", "PDF"),
    ("day-slides", "PPTX"),
    ("day-slides", "ODP"),
)
"""The files of each day of a workshop."""
NAMED: Mapping[Kind, str] = {"day-print": "print", "day-slides": "slides"}
"""How the names of those files end."""
TWIN_FORMATS: Sequence[Format] = ("EPUB", "TXT")
"""How the long ones come too: for a reading program, and as plain text."""
FORM_FORMATS: Sequence[Format] = ("PDF", "DOCX", "ODT")
"""A form can be printed as it is, or changed first."""
PACKAGE_FORMATS: Mapping[Format, str] = {"SCORM 1.2": "scorm12", "cmi5": "cmi5"}
"""The standards that learning systems know, each with how its file's name ends."""
SHEET_FILES: Sequence[tuple[Kind, Format]] = (
    ("room-sheets", "PDF"),
    ("room-sheets", "DOCX"),
    ("room-sheets", "ODT"),
)
"""The files of a module that needs room sheets on paper."""


@dataclass(frozen=True)
class Material:
    """One file: its place below the site, what it is, what it belongs to, and for whom it is."""

    path: str
    kind: Kind
    format: Format
    audience: Audience
    belongs_to: Literal["module", "workshop", "briefing"]
    source: str
    """The id of the module, the workshop or the briefing it is made from."""
    subject: str
    """That one's title."""
    day: int | None = None
    """Which day of its workshop it is for, from 1; None for all of them."""
    part: str = ""
    """What that day is called, where there are several."""

    @property
    def name(self) -> str:
        """What a file of this kind is called."""
        return f"{KIND_NAMES[self.kind]}: {self.part}" if self.part else KIND_NAMES[self.kind]

    @property
    def stem(self) -> str:
        """The name of its file, which it shares with its other formats, without the ending."""
        return self.path.rpartition("/")[2].rpartition(".")[0]

    @property
    def page(self) -> str:
        """The address of the page it belongs to."""
        if self.belongs_to == "briefing":
            return BRIEFINGS_PAGE
        return f"/train/{self.belongs_to}s/{self.source}/"


@dataclass(frozen=True)
class Made:
    """One finished file: its size in bytes, and its pages or slides where it has any."""

    size: int
    pages: int | None
    stamp: Stamp | None = None
    """Its revision, and the day of that, where it is a material of the curriculum."""


def module_materials(module: Module) -> tuple[Material, ...]:
    """Return the files of a module, in the order they are shown."""
    return tuple(
        Material(
            f"materials/modules/{module.id}/{module.id}-{kind}.{form.lower()}",
            kind,
            form,
            _audience(kind),
            "module",
            module.id,
            module.title,
        )
        for kind, form in (*MODULE_FILES, *_sheet_files(module))
    )


def _sheet_files(module: Module) -> Sequence[tuple[Kind, Format]]:
    paper = SHEET_FILES if any(not one.file for one in module.sheets) else ()
    file: Sequence[tuple[Kind, Format]] = (("spreadsheet", "ODS"),)
    return (*paper, *(file if any(one.file for one in module.sheets) else ()))


def workshop_materials(workshop: Workshop) -> tuple[Material, ...]:
    """Return the files of a workshop, its pack first."""
    forms: list[tuple[Kind, Format]] = [("pack", "ZIP")]
    forms += [(kind, "PDF") for kind in WORKSHOP_FILES]
    forms += [(kind, form) for kind in TWINNED for form in TWIN_FORMATS]
    forms += [(kind, form) for kind in workshop.forms for form in FORM_FORMATS]
    whole = [_of_workshop(workshop, kind, form) for kind, form in forms]
    return (*whole, *_of_days(workshop))


def _of_workshop(
    workshop: Workshop, kind: Kind, form: Format, day: int | None = None, part: str = ""
) -> Material:
    name = f"{workshop.id}-{kind}" if day is None else f"{workshop.id}-day-{day}-{NAMED[kind]}"
    return Material(
        f"materials/workshops/{workshop.id}/{name}.{form.lower()}",
        kind,
        form,
        _audience(kind),
        "workshop",
        workshop.id,
        workshop.title,
        day,
        part,
    )


def packages(owner: Module | Workshop) -> tuple[Material, ...]:
    """Return what a force's learning system takes of a module or a workshop: one file a standard.

    No pack holds them: a pack is what a trainer carries.
    """
    belongs_to: Literal["module", "workshop"] = (
        "module" if isinstance(owner, Module) else "workshop"
    )
    folder = f"materials/{belongs_to}s/{owner.id}"
    return tuple(
        Material(
            f"{folder}/{owner.id}-{ending}.zip",
            "package",
            form,
            _audience("package"),
            belongs_to,
            owner.id,
            owner.title,
        )
        for form, ending in PACKAGE_FORMATS.items()
    )


def workshop_forms(workshop: Workshop) -> tuple[Material, ...]:
    """Return the forms of a workshop, each once: as the file that is printed."""
    return tuple(
        one
        for one in workshop_materials(workshop)
        if one.kind in workshop.forms and one.format == FORM_FORMATS[0]
    )


def _of_days(workshop: Workshop) -> Iterator[Material]:
    several = len(workshop.days) > 1
    for number, day in enumerate(workshop.days, 1):
        part = day.title.split(":")[0] if several else ""
        for kind, form in DAY_FILES:
            yield _of_workshop(workshop, kind, form, number, part)


def briefing_materials(briefing: Briefing) -> tuple[Material, ...]:
    """Return the slides of a briefing, in each of their formats."""
    return tuple(
        Material(
            f"materials/briefings/{briefing.id}/{briefing.id}-{kind}.{form.lower()}",
            kind,
            form,
            _audience(kind),
            "briefing",
            briefing.id,
            briefing.title,
        )
        for kind, form in MODULE_FILES
        if kind == "slides"
    )


def training_materials(
    modules: Sequence[Module], workshops: Sequence[Workshop], briefings: Sequence[Briefing] = ()
) -> tuple[Material, ...]:
    """Return every file of the curriculum: workshops first, then modules, then briefings."""
    return tuple(
        [one for each in workshops for one in (*workshop_materials(each), *packages(each))]
        + [one for each in modules for one in (*module_materials(each), *packages(each))]
        + [one for each in briefings for one in briefing_materials(each)]
    )


def _audience(kind: Kind) -> Audience:
    return "participants" if kind in _FOR_ROOM else "trainers"


def pack_parts(workshop: Workshop, modules: Mapping[str, Module]) -> tuple[Material, ...]:
    """Return the files that a workshop's pack holds."""
    own = [one for one in workshop_materials(workshop) if one.kind != "pack"]
    taught = dict.fromkeys(workshop.module_ids)
    return (*own, *(one for each in taught for one in module_materials(modules[each])))
