"""Invented forces and one design, for trying the press on."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from peerhub.models import Stamp
from peerhub.press.engine.our_type import HOME
from peerhub.press.posters.job import Job, OtherText, PosterFacts, PosterText, Tongue, UrgentLine

ROOT = Path(__file__).resolve().parents[2]
SITE = "https://peer-support.example/forces"

FOUR = (
    UrgentLine("NHS 111, mental health option", "111"),
    UrgentLine("Samaritans", "116 123"),
    UrgentLine("Shout", "Text SHOUT to 85258"),
    UrgentLine("Mental Health Crisis Line for policing", "0300 131 2789"),
)
SIX = (
    UrgentLine("NHS 111, mental health option", "111", "England"),
    UrgentLine("NHS 111 Wales, press 2", "111", "Wales"),
    UrgentLine("NHS 24, mental health option", "111", "Scotland"),
    UrgentLine("Lifeline", "0808 808 8000", "Northern Ireland"),
    UrgentLine("Samaritans", "116 123"),
    UrgentLine("Shout", "Text SHOUT to 85258"),
)

WELSH = "cy"
STAMP = Stamp("", dt.date(2026, 11, 23), revision=1)


def facts(force: str = "northshire", name: str = "Northshire Police", **others) -> PosterFacts:
    usual = {"id": force, "name": name, "page": f"{SITE}/{force}/", "urgent": FOUR}
    return PosterFacts(**usual | others)


def job(force: str = "northshire", name: str = "Northshire Police", sizes=("a4",), **others) -> Job:
    return Job(design(), facts(force, name, **others), STAMP, sizes)


def jobs(count: int, sizes=("a4",)) -> list[Job]:
    return [numbered(number, sizes) for number in range(count)]


def numbered(number: int, sizes=("a4",)) -> Job:
    return job(f"force-{number}", f"Force {number} Police", sizes)


@dataclass(frozen=True)
class Jobs:
    """So many jobs, each made when it is asked for, and kept nowhere."""

    count: int

    def __iter__(self):
        return map(numbered, range(self.count))


@cache
def posters() -> dict[str, Any]:
    """The designs of data/posters.yml as they stand there, by id."""
    data = yaml.safe_load((ROOT / "data/posters.yml").read_text(encoding="utf-8"))
    return {one["id"]: one for one in data["posters"]}


@cache
def designs() -> dict[str, PosterText]:
    """Every design of data/posters.yml, by its id."""
    return {
        name: _text(PosterText, {**one, **one["words"]["en"]}) for name, one in posters().items()
    }


@cache
def welsh() -> Tongue:
    """The Welsh of data/languages.yml, as posters know it."""
    data = yaml.safe_load((ROOT / "data/languages.yml").read_text(encoding="utf-8"))
    (one,) = (one for one in data["languages"] if one["id"] == WELSH)
    return _text(Tongue, {**one, **one["poster"], "tag": WELSH})


@cache
def bilingual() -> dict[str, PosterText]:
    """Every design that has words in Welsh, with them, by its id."""
    return {
        name: replace(
            designs()[name], other=_text(OtherText, {**one["words"][WELSH], "tongue": welsh()})
        )
        for name, one in posters().items()
        if WELSH in one["words"]
    }


@cache
def sizes_of(name: str) -> tuple[str, ...]:
    """The sizes of a design of data/posters.yml."""
    return tuple(posters()[name]["sizes"])


def _text(kind, words):
    return kind(
        **{
            field: tuple(words[field]) if isinstance(words[field], list) else words[field]
            for field in kind.__dataclass_fields__
            if field in words
        }
    )


def in_welsh(one: Job, is_draft: bool = True) -> Job:
    """A job of a design, in Welsh and English."""
    both = bilingual()[one.design.id].other
    tongue = replace(both.tongue, is_draft=is_draft)
    other = replace(both, tongue=tongue, is_draft=is_draft)
    return replace(one, design=replace(one.design, other=other), language=WELSH)


def design() -> PosterText:
    """The design that asks people to talk to a peer supporter."""
    return designs()["talk-to-a-peer-supporter"]


def reworded(one: Job, **words) -> Job:
    return replace(one, design=replace(one.design, **words))


def materials_at(place: Path) -> Path:
    """Copy the materials of the press to a place where a test may spoil them."""
    for part in ("fonts", "posters"):
        shutil.copytree(HOME / part, place / part)
    return place
