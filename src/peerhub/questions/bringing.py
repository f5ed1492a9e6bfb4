"""What to bring to a workshop: the needs of its modules as one list, with numbers for the group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peerhub.models import Module, ModuleText, Thing, ThingKind, Workshop
from peerhub.models.copies import read_copies
from peerhub.questions.needs import needed

KINDS: dict[ThingKind | None, str] = {
    "rooms": "Rooms and seats",
    "people": "People",
    "kit": "For the room",
    "paper": "To print or copy",
    "force": "From your own force",
    "time": "Before and after",
    None: "And also",
}
"""What the list calls each kind; needs that no line stands for come last."""


@dataclass(frozen=True)
class ToBring:
    """One line of the list, and how many where a number can be told ("12", "4 sets")."""

    words: str
    how_many: str = ""

    @property
    def said(self) -> str:
        """The whole of it in one line."""
        return f"{self.words}: {self.how_many}" if self.how_many else self.words


@dataclass(frozen=True)
class ModuleSheets:
    """The room sheets of one module of a workshop: whose they are, which, and where they stand."""

    module: str
    path: str
    sheets: tuple[ToBring, ...]

    @property
    def said(self) -> str:
        """The whole of it in one line, for places that have no links."""
        return f"Room sheets of \u201c{self.module}\u201d: {self.listed}"

    @property
    def listed(self) -> str:
        """The sheets with their numbers, one after the other."""
        return "; ".join(one.said for one in self.sheets)


@dataclass(frozen=True)
class Bringing:
    """What to bring to a workshop for its largest group: by kind, and then the room sheets."""

    people: int
    by_kind: Mapping[str, tuple[ToBring, ...]]
    """The lines of each kind that has any, by what the kind is called."""
    sheets: tuple[ModuleSheets, ...]

    @property
    def said(self) -> list[str]:
        """Every line, one after the other."""
        lines = [one.said for lines in self.by_kind.values() for one in lines]
        return [*lines, *(one.said for one in self.sheets)]


def bringing(
    workshop: Workshop,
    modules: Mapping[str, Module],
    texts: Mapping[str, ModuleText],
    things: Sequence[Thing],
) -> Bringing:
    """Return what to bring to a workshop, each thing once, with numbers for its largest group."""
    people = workshop.group.max
    wanted: dict[str, None] = {}
    sheets: dict[tuple[str, str], list[ToBring]] = {}
    for identity in dict.fromkeys(workshop.module_ids):
        module = modules[identity]
        for need in needed(module, texts[identity]):
            if need.made:
                line = ToBring(need.what, how_many(need.how_many, people, workshop.trainers))
                sheets.setdefault((module.title, need.made), []).append(line)
            else:
                wanted[need.what] = None
    found = [ModuleSheets(*place, tuple(lines)) for place, lines in sheets.items()]
    return Bringing(people, _by_kind(wanted, things, people), tuple(found))


def _by_kind(
    wanted: Mapping[str, None], things: Sequence[Thing], people: int
) -> dict[str, tuple[ToBring, ...]]:
    lines: dict[ThingKind | None, list[ToBring]] = {kind: [] for kind in KINDS}
    stood_for: set[str] = set()
    for thing in things:
        meant = {thing.words, *thing.means} & wanted.keys()
        if meant:
            number = str(-(-people // thing.one_for)) if thing.one_for else ""
            lines[thing.kind].append(ToBring(thing.words, number))
            stood_for |= meant
    lines[None] = [ToBring(need) for need in wanted if need not in stood_for]
    return {KINDS[kind]: tuple(some) for kind, some in lines.items() if some}


def how_many(note: str, people: int, trainers: int) -> str:
    """Return how many of a sheet a group needs, by the note of its module: "12 copies", "4 sets".

    A note that no number comes of is told in its own words.
    """
    found = read_copies(note)
    return found.said(people, trainers) if found else note[:1].lower() + note[1:].rstrip(".")
