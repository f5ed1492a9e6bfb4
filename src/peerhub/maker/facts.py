"""What the poster maker knows: designs, sizes, forces, when a poster may go up, and the rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.components.posters import SIZES
from peerhub.maker.slot_sheets import SIZE
from peerhub.models import Poster
from peerhub.models.contact import FREE_MAIL, MESSAGES, OTHER_WORDS, PATTERNS, ROLE_WORDS
from peerhub.models.language_code import ENGLISH
from peerhub.models.poster import Size
from peerhub.orders.pictures import specimen
from peerhub.press.posters.job import POSTER, SHEETS, Job, PosterFacts, UrgentLine
from peerhub.press.posters.qr import QUIET_ZONE
from peerhub.press.posters.wording import LONG, force_line, short_address, words
from peerhub.questions.poster_files import USES
from peerhub.questions.poster_rule import condition, verdict
from peerhub.questions.readiness import readiness

Address = tuple[str, str]
"""An address as a link, and as one would say it."""

Urgent = tuple[UrgentLine, ...]
Everybody = Mapping[str, Mapping[str, PosterFacts]]
"""What posters say, by language and by force."""

ROOM: Mapping[str, int] = {"team": 60, "mailbox": 80, "phone": 30, "place": 60}
"""The most characters that a field takes. Whether they fit their place is measured besides."""

MESSAGES_OF_ROOM: Mapping[str, tuple[str, str]] = {
    "too-long": (
        "This is {count} characters long; the poster has room for {room}.",
        "Use fewer words.",
    ),
    "no-fit": ("This does not fit its place on the poster.", "Use fewer or shorter words."),
}

USE: Mapping[str, str] = {
    "a4": "For doors and desks, on an office printer.",
    "a3": "For walls, on an A3 printer.",
    "screen": "Show it on a whole screen in the station, or save it as a PDF for the intranet.",
}
"""What a size is for, where the maker makes another thing of it than the press."""

HELP = "/support/"
"""Where the code leads when no force is chosen."""


def nobody(catalogue: Catalogue) -> PosterFacts:
    """Return what a poster says for no force of the hub: numbers that serve every nation."""
    return specimen(catalogue, catalogue.posters[0]).facts


def everybody(catalogue: Catalogue, jobs: Iterable[Job]) -> Everybody:
    """Return what a poster says for each UK force in each language it has, as the press has it.

    What is said for no force in particular has the id "", and comes first, in English.
    """
    found: dict[str, dict[str, PosterFacts]] = {ENGLISH: {"": nobody(catalogue)}}
    for job in jobs:
        found.setdefault(job.language, {})[job.facts.id] = job.facts
    return found


def addresses(jobs: Iterable[Job]) -> dict[str, dict[str, Address]]:
    """Return the address that each force's copy of each design prints, by force and by design."""
    found: dict[str, dict[str, Address]] = {}
    for job in jobs:
        found.setdefault(job.facts.id, {})[job.design.id] = address(words(job)["page"])
    return found


def urgent_sets(facts: Everybody) -> dict[str, dict[Urgent, PosterFacts]]:
    """Return each different set of urgent numbers by language, with one that has it."""
    return {
        language: {one.urgent: one for one in found.values()} for language, found in facts.items()
    }


def offered(poster: Poster) -> list[Size]:
    """Return the sizes of a design that a reader can print: all but those for a print shop."""
    return [size for size in poster.sizes if not SHEETS[size].margin]


def sizes(posters: Sequence[Poster]) -> dict[str, dict[str, Any]]:
    """Return the sizes the maker offers, in the order of `SIZES`: names, use and millimetres.

    `width` and `height` are those of the paper, on which a sheet is `enlarged` so many times, or
    stands `across` times `down` in its middle, each `cut` as wide and as high as that says.
    """
    there = {size for poster in posters for size in offered(poster)}
    return {size: _size(size, name) for size, name in SIZES.items() if size in there}


def _size(size: Size, name: str) -> dict[str, Any]:
    sheet = SHEETS[size]
    width, height = sheet.paper
    told: dict[str, Any] = {"name": name, "use": USE.get(size, USES[size][1])}
    told |= {"kind": sheet.shape, "width": width, "height": height, "enlarged": 1}
    if sheet.shape == POSTER:
        told["enlarged"] = width / SHEETS[SIZE].width
    if sheet.on:
        told |= {"across": sheet.across, "down": sheet.down, "cut": [sheet.width, sheet.height]}
    return told


def forces(
    catalogue: Catalogue, facts: Everybody, pages: Mapping[str, Mapping[str, Address]]
) -> Iterator[dict[str, Any]]:
    """Yield each UK force: its names, its own ways to make contact, and its posters' verdicts.

    `pages` are the addresses its posters print, by design. `urgent` is the place of its urgent
    numbers among the sets of each language it has.
    """
    sets = set_numbers(facts)
    for force in catalogue.uk_forces:
        state = readiness(force, catalogue.today)
        own = facts[ENGLISH][force.id]
        judged = {one.id: verdict(one.requires, state) for one in catalogue.posters}
        yield {
            "id": force.id,
            "name": force.name,
            "line": force_line(own),
            "pages": pages[force.id],
            "mailbox": own.mailbox,
            "phone": own.phone,
            "intranet": own.intranet and address(own.intranet)[1],
            "urgent": _urgent(facts, sets, force.id),
            "may": {design: [said.leave, said.why] for design, said in judged.items()},
        }


SetNumbers = Mapping[str, Mapping[Urgent, int]]
"""The number of each set of urgent lines in each language."""


def set_numbers(facts: Everybody) -> SetNumbers:
    """Return the number of each set of urgent numbers, worked out once for all forces."""
    return {
        language: {urgent: number for number, urgent in enumerate(found)}
        for language, found in urgent_sets(facts).items()
    }


def _urgent(facts: Everybody, sets: SetNumbers, force: str) -> dict[str, int]:
    return {
        language: sets[language][found[force].urgent]
        for language, found in facts.items()
        if force in found
    }


def no_force(catalogue: Catalogue, facts: Everybody) -> dict[str, Any]:
    """Return what the maker shows when no force is chosen, in the form of `forces`."""
    help_page = f"{catalogue.site.address.rstrip('/')}{HELP}"
    return {
        "id": "",
        "name": "",
        "line": "",
        "pages": dict.fromkeys((one.id for one in catalogue.posters), address(help_page)),
        "mailbox": None,
        "phone": None,
        "intranet": None,
        "urgent": _urgent(facts, set_numbers(facts), ""),
        "may": {one.id: ["", condition(one.requires)] for one in catalogue.posters},
    }


def address(whole: str) -> Address:
    """Return an address as a link, and as one would say it."""
    return whole, short_address(whole)


def rules() -> dict[str, Any]:
    """Return the rules of `models/contact.py`, for JavaScript to take the same steps with."""
    return {
        "freeMail": sorted(FREE_MAIL),
        "roleWords": sorted(ROLE_WORDS),
        "otherWords": sorted(OTHER_WORDS),
        "patterns": {name: pattern.pattern for name, pattern in PATTERNS.items()},
        "messages": {**MESSAGES, **MESSAGES_OF_ROOM},
        "room": ROOM,
        "long": LONG,
        "quietZone": QUIET_ZONE,
    }
