"""What one poster is: the words of its design, the facts of its force, its revision, its sheets.

Everything here is plain and frozen, so that a job can be compared, hashed into a key and sent to
another process. Nothing here knows where the words or the facts were kept.
"""

from __future__ import annotations

from dataclasses import dataclass

from peerhub.models.language_code import ENGLISH
from peerhub.models.site import Stamp
from peerhub.press.engine.paper_size import PaperSize
from peerhub.questions.poster_files import poster_path

POSTER = "poster"
"""The shape of an upright poster, for which each layout has a template of its own."""

BOTH = "-both"
"""How the name of a shape, a template, a style or a picture ends that is for two languages."""


PIXEL = 25.4 / 96
"""Millimetres in a CSS pixel, in which the screen's sheet is told: 1280 by 720."""


SHEETS = {
    "a4": PaperSize(210, 297),
    "a3": PaperSize(297, 420),
    "a3-shop": PaperSize(297, 420, bleed=3, margin=10),
    "a5": PaperSize(148, 210, shape="a5", pages=2),
    "wallet": PaperSize(85.6, 54, shape="wallet", pages=2, across=2, down=5, on=(210, 297)),
    "screen": PaperSize(1280 * PIXEL, 720 * PIXEL, shape="screen"),
    "large": PaperSize(210, 297, shape="large"),
}
"""The sheets a poster can be had in, by the name that stands in the data and in file names."""


@dataclass(frozen=True)
class Tongue:
    """A language beside English as posters know it: its code, what it is called, its small words.

    `draft` and `draft_english` say that its words are a draft; `is_draft` is that of these words
    here. The months are in order; the others stand before what they name.
    """

    id: str
    tag: str
    draft: str
    draft_english: str
    code: str
    revision: str
    months: tuple[str, ...]
    qr: str
    email: str
    phone: str
    intranet: str
    place: str
    is_draft: bool = True


@dataclass(frozen=True)
class OtherText:
    """The words of one design in a language, and whether they are a draft nobody has signed off."""

    tongue: Tongue
    title: str
    headline: tuple[str, ...]
    contact: str
    write_in: tuple[str, ...]
    scan: str
    danger: tuple[str, ...]
    hours: str
    who: str
    invitation: tuple[str, ...] = ()
    does: tuple[str, ...] = ()
    is_not: str = ""
    limits: str = ""
    is_draft: bool = True


@dataclass(frozen=True)
class PosterText:
    """The words of one design.

    `layout` names the folder of `materials/posters/` whose template sets them. `headline`,
    `invitation` and `danger` come line by line: where a headline breaks is part of its design.
    A design that says nothing of a kind leaves it empty.
    """

    id: str
    title: str
    layout: str
    headline: tuple[str, ...]
    contact: str
    write_in: tuple[str, ...]
    scan: str
    danger: tuple[str, ...]
    hours: str
    who: str
    invitation: tuple[str, ...] = ()
    code: str = ""
    does: tuple[str, ...] = ()
    is_not: str = ""
    limits: str = ""
    other: OtherText | None = None
    """Only for a job in two languages, so that a change of the other makes no English one again."""


@dataclass(frozen=True)
class UrgentLine:
    """One service to turn to at any hour: its name, its number or what to text, whom it is for.

    `other_label` and the like are the same in the job's other language, where that differs: a
    number is a number. `is_draft` says that they are a draft that nobody has signed off.
    """

    label: str
    reach: str
    note: str = ""
    other_label: str = ""
    other_reach: str = ""
    other_note: str = ""
    is_draft: bool = False

    @property
    def said(self) -> str:
        """Return whose number it is and whom it is for, in English."""
        return f"{self.label}: {self.note}" if self.note else self.label

    @property
    def other_said(self) -> str:
        """Return the same in the other language, or nothing where that is no other."""
        label, note = self.other_label or self.label, self.other_note or self.note
        said = f"{label}: {note}" if note else label
        return "" if said == self.said else said


@dataclass(frozen=True)
class PosterFacts:
    """What a poster says about one force.

    `page` is the whole address of the force's page. `mailbox`, `phone` and `intranet` hold only
    what the force has confirmed; where it has confirmed none the poster has lines to write on.
    `place` is where a team can be found: only the poster maker fills it. `urgent` is in the order
    it is printed.
    """

    id: str
    name: str
    page: str
    urgent: tuple[UrgentLine, ...]
    other_name: str | None = None
    mailbox: str | None = None
    phone: str | None = None
    intranet: str | None = None
    place: str | None = None


@dataclass(frozen=True)
class Job:
    """One design for one force, on one or more sheets (keys of `SHEETS`).

    In English, or in another language first with English beside it: `language` is its code.
    `code_page` is the whole address of the page of the design's code, at the force.
    """

    design: PosterText
    facts: PosterFacts
    stamp: Stamp
    sizes: tuple[str, ...] = ("a4", "a3")
    language: str = ENGLISH
    code_page: str = ""

    @property
    def opens(self) -> str:
        """Return the address that is printed: the code's page, or else the force's page."""
        return self.code_page or self.facts.page

    def path(self, size: str, kind: str = "pdf") -> str:
        """Return where the poster of a size stands, below the site's root, as a kind of file."""
        return poster_path(self.design.id, self.facts.id, size, self.language, kind)

    def shape(self, size: str) -> str:
        """Return the name of the template that sets a size, in one language or in two."""
        shape = SHEETS[size].shape
        return shape if self.language == ENGLISH else f"{shape}{BOTH}"
