"""The gallery of posters, a force's own list of what it may put up, and the pack of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from peerhub.components.downloads import DownloadLink
from peerhub.components.render import render
from peerhub.models import Force, Language, Poster
from peerhub.models.language_code import ENGLISH
from peerhub.models.poster import Readers, Size
from peerhub.questions.poster_files import (
    copies,
    kinds,
    pack_path,
    pages,
    picture_path,
    poster_path,
    printed_in,
)
from peerhub.questions.poster_rule import Leave, Verdict
from peerhub.words import counted, listed

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
IN_ENGLISH = "English"
LEAVES: dict[Leave, str] = {
    "now": "You can put these up now",
    "unknown": "Check first",
    "not-yet": "Not yet",
}
AT_ONCE = 2
"""How many files of a design are in sight: its first sizes are those for a wall."""
WIDTH, HEIGHT = 210, 297
"""The shape of a picture, in CSS pixels."""


@dataclass(frozen=True)
class Design:
    """A design in the gallery, with its condition as a sentence."""

    poster: Poster
    condition: str
    tongues: tuple[Language, ...] = ()
    """The languages in which it has words, with English beside."""

    @property
    def picture(self) -> str:
        """Return the address of its picture."""
        return f"/{picture_path(self.poster.id)}"

    @property
    def reads(self) -> str:
        """Return what the picture shows, in words."""
        english = self.poster.english
        lines = [" ".join(english.headline), " ".join(english.invitation)]
        return f"The poster reads: {' '.join(line for line in lines if line)}"

    @property
    def others(self) -> list[tuple[str, str, str]]:
        """Return each of its languages beside English: code, name, and what its picture shows."""
        english = self.poster.english.headline
        found = []
        for one in self.tongues:
            said = (self.poster.words[one.id].headline, english)
            both = " / ".join(" ".join(lines) for lines in said)
            shows = f"The poster reads, in {one.name} and English: {both}"
            found.append((one.id, language_name(self.poster, one), shows))
        return found

    @property
    def sizes(self) -> tuple[tuple[Size, str], ...]:
        """Return its sizes, each with its name."""
        return tuple((size, SIZES[size]) for size in self.poster.sizes)

    @property
    def languages(self) -> str:
        """Return its languages as a sentence part, each marked while it is a draft."""
        beside = (
            f"{language_name(self.poster, one)} for forces that work in {listed(one.nations)}"
            for one in self.tongues
        )
        return "; ".join((IN_ENGLISH, *beside))


@dataclass(frozen=True)
class GalleryForce:
    """A force in the gallery, and whether each design may go up there (by the design's id)."""

    force: Force
    verdicts: tuple[tuple[str, Verdict], ...]
    tongues: tuple[Language, ...] = ()
    """The languages beside English that are at home where it works."""

    @property
    def languages(self) -> str:
        """Return the languages it may have posters in, as one value of a data attribute."""
        return " ".join((ENGLISH, *(one.id for one in self.tongues)))

    @property
    def told(self) -> str:
        """Return the verdicts as one value of a data attribute: "talk:now hard-job:not-yet"."""
        return " ".join(f"{design}:{one.leave}" for design, one in self.verdicts)


def poster_gallery(
    designs: Sequence[Design], forces: Sequence[GalleryForce], *, keeps_packs: bool = True
) -> Markup:
    """Return the gallery: designs with pictures, and every force with its posters and its pack.

    Without script each force's page and pack are links; with it, a choice of force puts that
    force's files beside each design. Packs that are not kept are put together on a force's page.
    """
    return render(
        "poster_gallery",
        designs=designs,
        forces=forces,
        packs={one.force.id: f"/{pack_path(one.force.id)}" for one in forces},
        keeps_packs=keeps_packs,
        readers=[(kind, name) for kind, name in READERS.items() if _has(designs, kind)],
        sizes=[(size, name, " ".join(kinds(size))) for size, name in SIZES.items()],
        languages=[
            (ENGLISH, IN_ENGLISH),
            *dict.fromkeys(
                (one.id, f"{one.name} and {IN_ENGLISH}") for held in designs for one in held.tongues
            ),
        ],
        width=WIDTH,
        height=HEIGHT,
    )


def _has(designs: Sequence[Design], kind: Readers) -> bool:
    return any(one.poster.readers == kind for one in designs)


def force_posters(
    force: Force, judged: Sequence[tuple[Poster, Verdict]], languages: Sequence[Language] = ()
) -> Markup:
    """Return a force's posters: those it may put up now, those to check first, and those not yet.

    Each stands with the reason and its files, those for a wall in sight. What may not go up before
    something was checked is folded away.
    """
    groups = [
        (
            leave,
            title,
            [
                _own(poster, said, poster_files(poster, force, languages))
                for poster, said in judged
                if said.leave == leave
            ],
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


def _own(poster: Poster, said: Verdict, files: list[DownloadLink]) -> _Own:
    return _Own(poster, said.why, files[:AT_ONCE], files[AT_ONCE:])


def poster_forces(forces: Sequence[Force], now: str, ask: str) -> Markup:
    """Return every force with a link to its page, each marked by its id.

    A poster's code opens the page at one of them. That one is brought to view and set off by its
    style alone, with a link that asks `ask` and leads to the numbers at `now` on the same page.
    """
    return render("poster_forces", forces=forces, now=now, ask=ask)


def poster_files(poster: Poster, force: Force, languages: Sequence[Language]) -> list[DownloadLink]:
    """Return a force's own files of a design."""
    names = {one.id: language_name(poster, one) for one in printed_in(poster, languages, force)}
    return [
        DownloadLink(
            ", ".join(
                [
                    SIZES[size],
                    *([names[language]] if language in names else []),
                    *([kind.upper()] if kind != "pdf" else []),
                ]
            ),
            f"/{poster_path(poster.id, force.id, size, language, kind)}",
            kind.upper(),
            "1 picture" if kind == "png" else counted(pages(size, language), "page"),
        )
        for size, language in copies(poster, force, languages)
        for kind in kinds(size)
    ]


def language_name(poster: Poster, language: Language) -> str:
    """Return what a design's copies in a language are called: a draft says that it is one."""
    name = f"{language.name} and {IN_ENGLISH}"
    return f"{name} (draft)" if poster.words[language.id].translation == "draft" else name
