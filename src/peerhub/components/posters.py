"""The gallery of posters, a force's own list of what it may put up, and the pack of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from peerhub.components.downloads import DownloadLink
from peerhub.components.render import render
from peerhub.models import Force, Poster
from peerhub.models.poster import Readers, Size
from peerhub.questions.poster_files import (
    copies,
    kinds,
    pack_path,
    pages,
    picture_path,
    poster_path,
    serves_wales,
)
from peerhub.questions.poster_rule import Leave, Verdict
from peerhub.words import counted

SIZES: dict[Size, str] = {
    "a4": "A4",
    "a3": "A3",
    "a3-shop": "A3 for a print shop",
    "a5": "A5 card (2 pages)",
    "wallet": "Wallet cards (2 pages)",
    "screen": "Screen (16:9)",
    "large": "Large print (A4)",
}
READERS: dict[Readers, str] = {
    "everyone": "Everyone",
    "managers": "Managers and control rooms",
    "leaders": "Leaders",
    "volunteers": "People who may want the role",
}
LANGUAGES: dict[str, str] = {"en": "English", "cy": "Welsh and English"}
LEAVES: dict[Leave, str] = {
    "now": "You can put these up now",
    "unknown": "Check first",
    "not-yet": "Not yet",
}
AT_ONCE = 2
"""How many files of a design are in sight: its first sizes are those for a wall."""
WIDTH, HEIGHT = 210, 297
"""CSS pixels that a picture takes at most; the file is twice as fine."""


@dataclass(frozen=True)
class Design:
    """A design in the gallery, with its condition as a sentence."""

    poster: Poster
    condition: str

    @property
    def picture(self) -> str:
        """Return the address of its picture."""
        return f"/{picture_path(self.poster.id)}"

    @property
    def reads_both(self) -> str:
        """Return what the picture in both languages shows, in words."""
        welsh = self.poster.welsh
        if welsh is None:
            return ""
        both = " / ".join(" ".join(lines) for lines in (welsh.headline, self.poster.headline))
        return f"The poster reads, in Welsh and English: {both}"

    @property
    def reads(self) -> str:
        """Return what the picture shows, in words."""
        lines = [" ".join(self.poster.headline), " ".join(self.poster.invitation)]
        return f"The poster reads: {' '.join(line for line in lines if line)}"

    @property
    def sizes(self) -> tuple[tuple[Size, str], ...]:
        """Return its sizes, each with its name."""
        return tuple((size, SIZES[size]) for size in self.poster.sizes)

    @property
    def bilingual(self) -> tuple[str, ...]:
        """Return the sizes that come in Welsh and English, for the forces that work in Wales."""
        return self.poster.sizes if self.poster.welsh is not None else ()

    @property
    def languages(self) -> str:
        """Return its languages as a sentence part, with the Welsh marked while it is a draft."""
        if not self.bilingual:
            return LANGUAGES["en"]
        return f"{LANGUAGES['en']}; {self.welsh} for forces that work in Wales"

    @property
    def welsh(self) -> str:
        """Return what its files in both languages are called."""
        return language_name(self.poster, "cy")


@dataclass(frozen=True)
class GalleryForce:
    """A force in the gallery, and whether each design may go up there (by the design's id)."""

    force: Force
    verdicts: tuple[tuple[str, Verdict], ...]

    @property
    def languages(self) -> str:
        """Return the languages it has posters in, as one value of a data attribute."""
        return "en cy" if serves_wales(self.force) else "en"

    @property
    def told(self) -> str:
        """Return the verdicts as one value of a data attribute: "talk:now hard-job:not-yet"."""
        return " ".join(f"{design}:{one.leave}" for design, one in self.verdicts)


def poster_gallery(designs: Sequence[Design], forces: Sequence[GalleryForce]) -> Markup:
    """Return the gallery: designs with pictures, and every force with its posters and its pack.

    Without script each force's page and pack are links; with it, a choice of force puts that
    force's files beside each design.
    """
    return render(
        "poster_gallery",
        designs=designs,
        forces=forces,
        packs={one.force.id: f"/{pack_path(one.force.id)}" for one in forces},
        readers=[(kind, name) for kind, name in READERS.items() if _has(designs, kind)],
        sizes=[(size, name, " ".join(kinds(size))) for size, name in SIZES.items()],
        languages=[
            (language, name)
            for language, name in LANGUAGES.items()
            if language == "en" or any(one.bilingual for one in designs)
        ],
        width=WIDTH,
        height=HEIGHT,
    )


def _has(designs: Sequence[Design], kind: Readers) -> bool:
    return any(one.poster.readers == kind for one in designs)


def force_posters(force: Force, judged: Sequence[tuple[Poster, Verdict]]) -> Markup:
    """Return a force's posters: those it may put up now, those to check first, and those not yet.

    Each stands with the reason and its files, those for a wall in sight. What may not go up before
    something was checked is folded away.
    """
    groups = [
        (
            leave,
            title,
            [_own(poster, said, force) for poster, said in judged if said.leave == leave],
        )
        for leave, title in LEAVES.items()
    ]
    return render("force_posters", groups=[group for group in groups if group[2]])


@dataclass(frozen=True)
class _Own:
    """A design as a force has it: why it may go up or not, its files for a wall, and the rest."""

    poster: Poster
    why: str
    wall: list[DownloadLink]
    more: list[DownloadLink]


def _own(poster: Poster, said: Verdict, force: Force) -> _Own:
    files = poster_files(poster, force)
    return _Own(poster, said.why, files[:AT_ONCE], files[AT_ONCE:])


def poster_forces(forces: Sequence[Force], now: str, ask: str) -> Markup:
    """Return every force with a link to its page, each marked by its id.

    A poster's code opens the page at one of them. That one is brought to view and set off by its
    style alone, with a link that asks `ask` and leads to the numbers at `now` on the same page.
    """
    return render("poster_forces", forces=forces, now=now, ask=ask)


def poster_files(poster: Poster, force: Force) -> list[DownloadLink]:
    """Return a force's own files of a design."""
    return [
        DownloadLink(
            ", ".join(
                [
                    SIZES[size],
                    *([language_name(poster, language)] if language != "en" else []),
                    *([kind.upper()] if kind != "pdf" else []),
                ]
            ),
            f"/{poster_path(poster.id, force.id, size, language, kind)}",
            kind.upper(),
            "1 picture" if kind == "png" else counted(pages(size, language), "page"),
        )
        for size, language in copies(poster, force)
        for kind in kinds(size)
    ]


def language_name(poster: Poster, language: str) -> str:
    """Return what a language of a design is called: a draft says that it is one."""
    name = LANGUAGES[language]
    is_draft = language != "en" and poster.welsh and poster.welsh.translation == "draft"
    return f"{name} (draft)" if is_draft else name
