"""Places to fill in, and what each of them asks for.

A page writes "……" for words, "☐" for a tick and "Yes / Not yet" for a choice. On paper that is room
for a pen; in a document, on a page and in a PDF it is a field, and whoever cannot see the words
beside it has to be told what it asks for. That name is worked out here, once for all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from peerhub.models.tool import BOX

PART = re.compile(rf"(?P<gap>…{{2,}})|(?P<box>{BOX})")
CHOICE = re.compile(r"(?<=[?:] )(?P<choice>[A-Z][^/.?:…]{0,24}(?: / [A-Z][^/.?:…]{0,24}){1,4})$")
TICKED = frozenset({"Yes", "No", "Partly", "Seen", "Not seen", "Done", "Tick one", "Maybe"})
"""The heads of columns below which a cell is ticked."""

LONGEST = 60
"""Letters of a name in a document; Word takes 64."""

SPARE = " ,.:;()"
"""What is left out at the ends of a name."""


@dataclass(frozen=True)
class Piece:
    """A stretch of a text: plain words (no kind), or a field of a kind with its name."""

    text: str
    kind: str = ""
    name: str = ""


def pieces(text: str, around: str) -> list[Piece]:
    """Return a text taken apart at its fields; `around` names those that have no words before."""
    found: list[Piece] = []
    at = 0
    for part in sorted((*PART.finditer(text), *CHOICE.finditer(text)), key=lambda one: one.start()):
        if part.start() > at:
            found.append(Piece(text[at : part.start()]))
        kind = str(part.lastgroup)
        name = named(text[at : part.start()], text[part.end() :], around)
        found.append(Piece(part[0], kind, shortened(name)))
        at = part.end()
    if at < len(text):
        found.append(Piece(text[at:]))
    return found


def named(before: str, after: str, around: str) -> str:
    """Return what a field asks for: the words before it, or what is asked in brackets after it."""
    asked = re.match(r"\s*\((?P<what>[^)]+)\)", after)
    said = re.sub(r"^\([^)]*\)", "", " ".join(before.split())).strip(SPARE)
    if asked is not None:
        said = f"{said}: {asked['what']}" if said else asked["what"]
    return said if any(letter.isalnum() for letter in said) else around or "To fill in"


def shortened(name: str) -> str:
    """Return a name that a document can hold, cut between words where it is too long."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
