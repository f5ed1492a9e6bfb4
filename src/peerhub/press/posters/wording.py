"""The strings a poster's template prints, made ready so that the template computes nothing."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from peerhub.models.language_code import ENGLISH, tag_of
from peerhub.models.licence import LICENCE
from peerhub.press.engine.errors import PressError
from peerhub.press.posters.job import Job, OtherText, PosterFacts, PosterText, Tongue

FEW = 4
"""Up to this many urgent lines stand beside the danger line; more stand closer, beneath it."""

MOST = 6
"""No poster has room for more urgent lines than this."""

TAG = tag_of(ENGLISH)
MONTHS = "January February March April May June July August September October November December"
SMALL = Tongue(
    ENGLISH,
    TAG,
    draft="",
    draft_english="",
    code="Code",
    revision="revision",
    months=tuple(MONTHS.split()),
    qr="QR code",
    email="Email",
    phone="Phone",
    intranet="Intranet",
    place="Where we are",
    is_draft=False,
)
"""The small words in English."""

LONG = 36
"""More letters than this in a mailbox or an address take two lines."""


@dataclass(frozen=True)
class Way:
    """One way to reach the force's peer supporters: what it is, what is read, what it opens."""

    label: str
    text: str
    link: str | None = None
    other_label: str = ""


def words(job: Job) -> dict[str, Any]:
    """Return every string the template of a poster prints, by the name the template calls it."""
    return {
        "title": title(job),
        "tongues": tongues(job),
        "draft": draft(job),
        "force": force_line(job.facts),
        "design": job.design,
        "other": job.design.other,
        "ways": ways(job.facts, job.design.other),
        "contact_class": contact_class(ways(job.facts)),
        "page": job.opens,
        "address": short_address(job.opens),
        "breakable_address": breakable(short_address(job.opens)),
        "address_parts": address_parts(short_address(job.opens)),
        **codes(job),
        "urgent": job.facts.urgent,
        "urgent_class": urgent_class(job.facts),
        "licence": LICENCE,
        "colophon": colophon(job),
        "colophons": colophons(job),
    }


def title(job: Job) -> str:
    """Return the poster's title, as readers of the PDF see it."""
    return f"{' / '.join(one.title for one in tongues(job).values())}: {job.facts.name}"


def codes(job: Job) -> dict[str, Any]:
    """Return what readers of tags are told of the QR code: in each language, and in all at once."""
    address, other = short_address(job.opens), job.design.other
    names = [one.qr for one in small_words(job).values()]
    alone = {other.tongue.tag: f"{other.tongue.qr}: {address}"} if other else {}
    return {
        "code_alt": f"{' / '.join(names)}: {address}",
        "code_alts": {**alone, TAG: f"{SMALL.qr} for {address}"},
    }


def draft(job: Job) -> dict[str, str] | None:
    """Return what a poster says of itself while some of its words are a draft, by language."""
    other = job.design.other
    if other is None or not (
        other.is_draft or other.tongue.is_draft or any(line.is_draft for line in job.facts.urgent)
    ):
        return None
    return {other.tongue.tag: other.tongue.draft, TAG: other.tongue.draft_english}


def tongues(job: Job) -> dict[str, PosterText | OtherText]:
    """Return the words of a design by language, in the order they are read: English comes last."""
    other = job.design.other
    return {TAG: job.design} if other is None else {other.tongue.tag: other, TAG: job.design}


def small_words(job: Job) -> dict[str, Tongue]:
    """Return the small words of a poster by language, in the same order."""
    other = job.design.other
    return {TAG: SMALL} if other is None else {other.tongue.tag: other.tongue, TAG: SMALL}


def force_line(facts: PosterFacts) -> str:
    """Return the force's name, with that in its other language first where it has one."""
    return " · ".join(name for name in (facts.other_name, facts.name) if name)


def short_address(address: str) -> str:
    """Return an address as one would say it: no scheme, no closing slash."""
    return address.split("://", 1)[-1].rstrip("/")


def address_parts(address: str) -> tuple[str, ...]:
    """Return an address in the parts between which a narrow place may break it."""
    page, mark, place = address.partition("#")
    return (page, mark + place) if mark else (page,)


def ways(facts: PosterFacts, other: OtherText | None = None) -> tuple[Way, ...]:
    """Return the ways to make contact that the force has confirmed, in the order they print."""
    there = {
        "email": (breakable(facts.mailbox or ""), f"mailto:{facts.mailbox}"),
        "phone": (facts.phone, None),
        "intranet": (breakable(short_address(facts.intranet or "")), facts.intranet),
        "place": (facts.place, None),
    }
    return tuple(
        Way(getattr(SMALL, name), text, link, getattr(other.tongue, name) if other else "")
        for name, (text, link) in there.items()
        if text
    )


def breakable(address: str) -> str:
    """Return an address that may go on to a new line after a dot, a slash or an @, never a hyphen.

    A reader that copies words takes a hyphen at the end of a line for one that was put in to divide
    a word, and drops it. The marks have no width and are in nobody's copy: a zero-width space
    (U+200B) where it may break, a word joiner (U+2060) where it may not.
    """
    return re.sub(r"(?<=[.@/])(?=[^/])", "\u200b", address).replace("-", "-\u2060")


def _letters(text: str) -> int:
    """Return how many letters of a text are drawn."""
    return len(re.sub("[\u200b\u2060]", "", text))


def contact_class(found: tuple[Way, ...]) -> str:
    """Return the class that says how closely the ways to make contact must stand."""
    return "close" if any(_letters(way.text) > LONG for way in found) else "roomy"


def urgent_class(facts: PosterFacts) -> str:
    """Return the class that says how closely the urgent lines must stand.

    Raises `PressError` when there are more than there is room for.
    """
    if len(facts.urgent) > MOST:
        raise PressError(
            f"{facts.name} has {len(facts.urgent)} urgent lines; a poster has room for {MOST}.",
            "Give it fewer.",
        )
    return "few" if len(facts.urgent) <= FEW else "many"


def colophon(job: Job) -> tuple[str, ...]:
    """Return the small print, line by line: which poster this is, which revision, of what day."""
    return colophons(job)[TAG]


def colophons(job: Job) -> dict[str, tuple[str, ...]]:
    """Return the small print by language, in the order the languages are read."""
    found: dict[str, tuple[str, ...]] = {}
    for (language, text), small in zip(
        tongues(job).items(), small_words(job).values(), strict=True
    ):
        revision = f"{small.revision} {job.stamp.revision}"
        version = (
            f"{small.code} {job.design.code}, {revision}"
            if job.design.code
            else revision.capitalize()
        )
        found[language] = (text.title, version, long_date(job.stamp.date, small.months))
    return found


def long_date(day: dt.date, months: tuple[str, ...] = SMALL.months) -> str:
    """Return a date as 23 November 2026, whatever language the machine speaks."""
    return f"{day.day} {months[day.month - 1]} {day.year}"
