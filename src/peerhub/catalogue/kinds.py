"""The kinds of record, one row each: a new kind is a row here, a model, and a file in `data/`.

Whatever goes over all kinds reads these rows: the loader, the links between records, reminders,
careful words, days that are still to come, the schemas for editors, and the API.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from peerhub.models import (
    Briefing,
    CrisisWords,
    DayWords,
    Drawing,
    Event,
    Force,
    Indicator,
    Language,
    Module,
    Owner,
    Poster,
    Record,
    Reference,
    Region,
    Service,
    Site,
    Synonym,
    Thing,
    Workshop,
)


@dataclass(frozen=True)
class Kind:
    """One kind of record: where it stands, what it is, and what is asked of it."""

    key: str
    """The key of its list, at the top of its file."""
    file: str
    """The file, below `data/`."""
    model: type[BaseModel]
    called: str
    """What one of them is called in a message."""
    links: Mapping[str, str] = field(default_factory=dict)
    """The fields that hold ids, and the key of the list that those belong to.

    A field within others is written with dots, and lists on the way are gone through:
    `days.items.module`. Where the ids are keys, `words.*` goes through them.
    """
    checked: Sequence[str] = ()
    """The fields, written the same way, that say on which day somebody looked."""
    own: Sequence[str] = ()
    """The fields in which no two of them may say the same, beside their ids."""
    is_printed: bool = True
    """Whether its words are printed or shown as ours, so that they must be careful ones."""
    is_published: bool = True
    """Whether the API has a file of them, `/api/v1/<key>.json`."""
    is_single: bool = False
    """Whether the file holds one alone, and no list of them."""
    is_optional: bool = False
    """Whether its file may have no such list."""

    @property
    def is_reviewed(self) -> bool:
        """Whether each has an owner and a day by which it is looked through again."""
        return issubclass(self.model, Record)

    @property
    def never_default(self) -> frozenset[str]:
        """The keys that stand in each record and never in `defaults`: who looked looked at one."""
        return frozenset(field for field in self.checked if "." not in field)

    @property
    def path(self) -> str:
        """Its file from the project's folder, as a message names it."""
        return f"data/{self.file}"


KINDS: tuple[Kind, ...] = (
    Kind(
        "site",
        "site.yml",
        Site,
        "site",
        is_single=True,
        is_printed=False,
        is_published=False,
    ),
    Kind("owners", "site.yml", Owner, "owner", is_printed=False, is_published=False),
    Kind("regions", "forces.yml", Region, "region", is_printed=False, is_published=False),
    Kind(
        "forces",
        "forces.yml",
        Force,
        "force",
        links={"region": "regions", "neighbours": "forces", "fixed_crossings": "forces"},
        checked=("peer_support.confirmed_on",),
    ),
    Kind(
        "services",
        "services.yml",
        Service,
        "service",
        own=("name",),
        links={"words.*": "languages"},
        checked=("last_checked", "words.*.checked_on"),
    ),
    Kind(
        "evidence",
        "evidence.yml",
        Reference,
        "source",
        own=("short", "doi"),
        links={"same_study": "evidence"},
        is_printed=False,  # titles are other people's words, and stay as they are
        is_published=False,  # sources are published as BibTeX and RIS
    ),
    Kind(
        "events",
        "events.yml",
        Event,
        "event",
        links={"regions": "regions", "forces": "forces", "workshop": "workshops"},
    ),
    Kind(
        "modules",
        "modules.yml",
        Module,
        "module",
        own=("title",),
        links={"before": "modules", "evidence": "evidence", "steps.drawing": "drawings"},
    ),
    Kind(
        "workshops",
        "workshops.yml",
        Workshop,
        "workshop",
        own=("title",),
        links={"days.items.module": "modules"},
    ),
    Kind(
        "things",
        "workshops.yml",
        Thing,
        "thing to bring",
        is_published=False,
        is_optional=True,
    ),
    Kind(
        "day_words",
        "workshops.yml",
        DayWords,
        "part of a day",
        is_published=False,
        is_optional=True,
    ),
    Kind(
        "briefings",
        "workshops.yml",
        Briefing,
        "briefing",
        links={"slides.evidence": "evidence", "slides.drawing": "drawings"},
        is_published=False,
        is_optional=True,
    ),
    Kind(
        "posters",
        "posters.yml",
        Poster,
        "poster",
        links={"words.*": "languages"},
        checked=("words.*.checked_on",),
        is_published=False,
    ),
    Kind(
        "drawings",
        "drawings.yml",
        Drawing,
        "drawing",
        own=("title",),
        is_published=False,
    ),
    Kind(
        "indicators",
        "indicators.yml",
        Indicator,
        "indicator",
        own=("title",),
        links={"evidence": "evidence"},
    ),
    Kind(
        "languages",
        "languages.yml",
        Language,
        "language",
        checked=("poster.checked_on", "pages.checked_on"),
        is_published=False,
    ),
    Kind(
        "synonyms",
        "search.yml",
        Synonym,
        "set of synonyms",
        is_printed=False,  # words that readers type
        is_published=False,
    ),
    Kind(
        "crisis",
        "search.yml",
        CrisisWords,
        "set of crisis words",
        is_printed=False,
        is_published=False,
    ),
)


def by_file(kinds: Sequence[Kind]) -> Mapping[str, Sequence[Kind]]:
    """Return the kinds of each file, the files in the order of their first rows."""
    files: dict[str, list[Kind]] = {}
    for kind in kinds:
        files.setdefault(kind.file, []).append(kind)
    return files


def within(value: Any, field: str) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield what stands in a field of an item, with its path there; of a list, each thing in it.

    The field is written with dots, as in a row; `*` stands for every key, and says the keys
    themselves where it comes last. A field that is not there yields nothing.
    """
    if isinstance(value, tuple):
        for number, one in enumerate(value):
            for path, found in within(one, field):
                yield (number, *path), found
    elif not field:
        yield (), value
    elif isinstance(value, Mapping):
        name, _, rest = field.partition(".")
        for key in value if name == "*" else {name} & value.keys():
            for path, found in within(value[key] if rest or name != "*" else key, rest):
                yield (key, *path), found
