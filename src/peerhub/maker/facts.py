"""What the poster maker knows: designs, sizes, forces, when a poster may go up, and the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from peerhub.catalogue import Catalogue
from peerhub.components.posters import SIZES
from peerhub.models import Poster, Stamp
from peerhub.models.contact import FREE_MAIL, MESSAGES, PATTERNS, ROLE_WORDS
from peerhub.press import ENGLISH, SHEETS, PosterFacts, UrgentLine
from peerhub.press.job import POSTER
from peerhub.press.orders import orders
from peerhub.press.pictures import specimen
from peerhub.press.qr import QUIET_ZONE
from peerhub.press.wording import LONG, force_line, short_address
from peerhub.questions.poster_rule import condition, verdict
from peerhub.questions.readiness import readiness

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

HELP = "/support/"
"""Where the code leads when no force is chosen."""


def nobody(catalogue: Catalogue, stamp: Stamp) -> PosterFacts:
    """Return what a poster says for no force of the hub: numbers that serve every nation."""
    return specimen(catalogue, catalogue.posters[0], stamp).facts


def everybody(catalogue: Catalogue, stamp: Stamp) -> Everybody:
    """Return what a poster says for each UK force in each language it has, as the press has it.

    What is said for no force in particular has the id "", and comes first, in English.
    """
    found: dict[str, dict[str, PosterFacts]] = {ENGLISH: {"": nobody(catalogue, stamp)}}
    for job in orders(catalogue, stamp):
        found.setdefault(job.language, {})[job.facts.id] = job.facts
    return found


def urgent_sets(facts: Everybody) -> dict[str, dict[Urgent, PosterFacts]]:
    """Return each different set of urgent numbers by language, with one that has it."""
    return {
        language: {one.urgent: one for one in found.values()} for language, found in facts.items()
    }


def enlarged(poster: Poster) -> list[str]:
    """Return the sizes of a design that are its A4 sheet, enlarged, and that need no cutting."""
    return [
        size for size in poster.sizes if SHEETS[size].shape == POSTER and not SHEETS[size].margin
    ]


def sizes(posters: Sequence[Poster]) -> dict[str, dict[str, Any]]:
    """Return the sizes the maker offers, in the order of `SIZES`: names and millimetres."""
    offered = {size for poster in posters for size in enlarged(poster)}
    return {
        size: {"name": name, "width": SHEETS[size].width, "height": SHEETS[size].height}
        for size, name in SIZES.items()
        if size in offered
    }


def forces(catalogue: Catalogue, facts: Everybody) -> Iterator[dict[str, Any]]:
    """Yield each UK force: its names, its own ways to make contact, and its posters' verdicts.

    `urgent` is the place of its urgent numbers among the sets of each language it has.
    """
    for force in catalogue.uk_forces:
        state = readiness(force, catalogue.today)
        own = facts[ENGLISH][force.id]
        judged = {one.id: verdict(one.requires, state) for one in catalogue.posters}
        yield {
            "id": force.id,
            "name": force.name,
            "line": force_line(own),
            "page": address(own.page),
            "mailbox": own.mailbox,
            "phone": own.phone,
            "intranet": own.intranet and address(own.intranet)[1],
            "urgent": _urgent(facts, force.id),
            "may": {design: [said.leave, said.why] for design, said in judged.items()},
        }


def _urgent(facts: Everybody, force: str) -> dict[str, int]:
    sets = urgent_sets(facts)
    return {
        language: list(sets[language]).index(found[force].urgent)
        for language, found in facts.items()
        if force in found
    }


def no_force(catalogue: Catalogue, facts: Everybody) -> dict[str, Any]:
    """Return what the maker shows when no force is chosen, in the form of `forces`."""
    return {
        "id": "",
        "name": "",
        "line": "",
        "page": address(f"{catalogue.site.address.rstrip('/')}{HELP}"),
        "mailbox": None,
        "phone": None,
        "intranet": None,
        "urgent": _urgent(facts, ""),
        "may": {one.id: ["", condition(one.requires)] for one in catalogue.posters},
    }


def address(whole: str) -> tuple[str, str]:
    """Return an address as a link, and as one would say it."""
    return whole, short_address(whole)


def rules() -> dict[str, Any]:
    """Return the rules of `models/contact.py`, for JavaScript to take the same steps with."""
    return {
        "freeMail": sorted(FREE_MAIL),
        "roleWords": sorted(ROLE_WORDS),
        "patterns": {name: pattern.pattern for name, pattern in PATTERNS.items()},
        "messages": {**MESSAGES, **MESSAGES_OF_ROOM},
        "room": ROOM,
        "long": LONG,
        "quietZone": QUIET_ZONE,
    }
