"""The strings a poster's template prints, made ready so that the template computes nothing."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from peerhub.models.licence import LICENCE
from peerhub.press.engine.errors import PressError
from peerhub.press.posters.job import Job, PosterFacts, PosterText, WelshText

FEW = 4
"""Up to this many urgent lines stand beside the danger line; more stand closer, beneath it."""

MOST = 6
"""No poster has room for more urgent lines than this."""

DRAFT = (
    "Drafft: nid yw cyfieithydd wedi gwirio'r Gymraeg eto.",
    "Draft: no translator has checked the Welsh yet.",
)
"""What a poster says of itself, in both languages, until its Welsh is signed off."""

MONTHS = "January February March April May June July August September October November December"
SMALL_PRINT = {
    "cy": (
        "Cod",
        "fersiwn",
        "Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr",
    ),
    "en-GB": ("Code", "revision", MONTHS),
}
"""What the small print calls the code and the revision, and the months, by language."""

CODES = {"cy": "Cod QR:", "en-GB": "QR code for"}
"""What a reader of tags is told of the QR code, by language, before its address."""

LONG = 36
"""More letters than this in a mailbox or an address take two lines."""


@dataclass(frozen=True)
class Way:
    """One way to reach the force's peer supporters: what it is, what is read, what it opens."""

    label: str
    text: str
    link: str | None = None
    label_cy: str = ""


def words(job: Job) -> dict[str, Any]:
    """Return every string the template of a poster prints, by the name the template calls it."""
    return {
        "title": title(job),
        "tongues": tongues(job),
        "draft": draft(job),
        "force": force_line(job.facts),
        "design": job.design,
        "ways": ways(job.facts),
        "contact_class": contact_class(ways(job.facts)),
        "page": job.opens,
        "address": short_address(job.opens),
        "breakable_address": breakable(short_address(job.opens)),
        "address_parts": address_parts(short_address(job.opens)),
        "code_alt": f"Cod QR / QR code: {short_address(job.opens)}",
        "code_alts": {name: f"{said} {short_address(job.opens)}" for name, said in CODES.items()},
        "urgent": job.facts.urgent,
        "urgent_class": urgent_class(job.facts),
        "licence": LICENCE,
        "colophon": colophon(job),
        "colophons": colophons(job),
    }


def title(job: Job) -> str:
    """Return the poster's title, as readers of the PDF see it."""
    return f"{' / '.join(one.title for one in tongues(job).values())}: {job.facts.name}"


def draft(job: Job) -> dict[str, str] | None:
    """Return what a poster says of itself while some of its Welsh is a draft, by language."""
    welsh = job.design.welsh
    if welsh is None or not (welsh.is_draft or any(line.is_draft for line in job.facts.urgent)):
        return None
    return dict(zip(("cy", "en-GB"), DRAFT, strict=True))


def tongues(job: Job) -> dict[str, PosterText | WelshText]:
    """Return the words of a design by language, in the order they are read: Welsh comes first."""
    english = {"en-GB": job.design}
    return {"cy": job.design.welsh, **english} if job.design.welsh is not None else {**english}


def force_line(facts: PosterFacts) -> str:
    """Return the force's name, with its Welsh name first where it has one."""
    return " · ".join(name for name in (facts.name_cy, facts.name) if name)


def short_address(address: str) -> str:
    """Return an address as one would say it: no scheme, no closing slash."""
    return address.split("://", 1)[-1].rstrip("/")


def address_parts(address: str) -> tuple[str, ...]:
    """Return an address in the parts between which a narrow place may break it."""
    page, mark, place = address.partition("#")
    return (page, mark + place) if mark else (page,)


def ways(facts: PosterFacts) -> tuple[Way, ...]:
    """Return the ways to make contact that the force has confirmed, in the order they print."""
    found = []
    if facts.mailbox:
        found.append(Way("Email", breakable(facts.mailbox), f"mailto:{facts.mailbox}", "E-bost"))
    if facts.phone:
        found.append(Way("Phone", facts.phone, label_cy="Ffôn"))
    if facts.intranet:
        short = breakable(short_address(facts.intranet))
        found.append(Way("Intranet", short, facts.intranet, "Mewnrwyd"))
    if facts.place:
        found.append(Way("Where we are", facts.place, label_cy="Ble rydym ni"))
    return tuple(found)


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
    return colophons(job)["en-GB"]


def colophons(job: Job) -> dict[str, tuple[str, ...]]:
    """Return the small print by language, in the order the languages are read."""
    found: dict[str, tuple[str, ...]] = {}
    for language, text in tongues(job).items():
        code, revision, months = SMALL_PRINT[language]
        revision = f"{revision} {job.stamp.revision}"
        version = (
            f"{code} {job.design.code}, {revision}" if job.design.code else revision.capitalize()
        )
        found[language] = (text.title, version, long_date(job.stamp.date, months))
    return found


def long_date(day: dt.date, months: str = MONTHS) -> str:
    """Return a date as 23 November 2026, whatever language the machine speaks."""
    return f"{day.day} {months.split()[day.month - 1]} {day.year}"
