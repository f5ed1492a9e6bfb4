"""The checked facts of the hub, in one unchangeable value."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from peerhub.catalogue.inspected import Inspection
from peerhub.catalogue.kinds import KINDS, Kind
from peerhub.catalogue.material_ledger import Revision
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
    ModuleText,
    Owner,
    PageMeta,
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
from peerhub.models.recall import Recall


@dataclass(frozen=True)
class Catalogue:
    """Every record, in the order of its file; every id in it leads somewhere."""

    site: Site
    owners: tuple[Owner, ...] = ()
    regions: tuple[Region, ...] = ()
    forces: tuple[Force, ...] = ()
    services: tuple[Service, ...] = ()
    evidence: tuple[Reference, ...] = ()
    events: tuple[Event, ...] = ()
    modules: tuple[Module, ...] = ()
    workshops: tuple[Workshop, ...] = ()
    things: tuple[Thing, ...] = ()
    """What the needs of modules come to in a workshop, in the order in which they are listed."""
    day_words: tuple[DayWords, ...] = ()
    """What every day says that no module does, one for each part of a day."""
    briefings: tuple[Briefing, ...] = ()
    posters: tuple[Poster, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    """What a force may count, in the order of its sheet."""
    languages: tuple[Language, ...] = ()
    """The languages beside English."""
    synonyms: tuple[Synonym, ...] = ()
    crisis: tuple[CrisisWords, ...] = ()
    texts: Mapping[str, ModuleText] = field(default_factory=dict)
    """What participants and trainers read in each module, by module id."""
    pages: Mapping[str, PageMeta] = field(default_factory=dict)
    """The front matter of each page that is written by hand, by its path below `docs/`."""
    bodies: Mapping[str, str] = field(default_factory=dict)
    """The Markdown of each of these pages, by its path below `docs/`."""

    art: Mapping[str, str] = field(default_factory=dict)
    """The line art of `materials/drawings/`, by name: what stands within each file's <svg>."""

    others: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    """The records of kinds that have no place of their own above, by the key of their list."""
    kinds: tuple[Kind, ...] = KINDS
    """The kinds of record that were looked for."""

    apart: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """The file of each record that stands in a folder beside its kind's own, by kind and id."""

    recalls: tuple[Recall, ...] = ()
    """What was taken back, in the order in which it was."""

    inspection: Inspection | None = None
    """What the last inspection of the whole site found."""

    revisions: Mapping[str, Revision] = field(default_factory=dict)
    """The revision of each material that the ledger holds, by its name there."""

    as_of: dt.date | None = None
    """The day of the edition in the making; without one, the day in `data/site.yml` counts."""
    published_on: dt.date | None = None
    """The real day for which the site is made, as whoever builds it gives it."""
    earlier: tuple[Mapping[str, Any], ...] = ()
    """The snapshots of the editions made before this one."""
    editions: tuple[Mapping[str, Any], ...] = ()
    """The snapshot of every edition that has been made, oldest first."""
    now: Mapping[str, Any] = field(default_factory=dict)
    """The snapshot of the hub as it is."""
    making: str | None = None
    """The edition in the making; without one, the edition in `data/site.yml` counts."""
    kept: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """The published workshops that events use: by edition, then by the workshop's id."""

    def records(self, kind: Kind) -> tuple[Any, ...]:
        """Return the records of a kind, in the order of their file."""
        found: tuple[Any, ...] = (
            self.others[kind.key] if kind.key in self.others else getattr(self, kind.key)
        )
        return found

    @property
    def today(self) -> dt.date:
        """The day on which everything that depends on time is judged; never the clock's."""
        return self.as_of or self.site.dated

    @property
    def shown_on(self) -> dt.date:
        """The day on which readers are told what is late; no other fact depends on it."""
        return max(self.published_on or self.today, self.today)

    @property
    def edition(self) -> str:
        """The edition that is being made."""
        return self.making or self.site.edition

    def file_of(self, kind: Kind, identity: str) -> str:
        """Return the file in which a record stands, by its path in the project."""
        return self.apart.get((kind.key, identity), kind.path)

    @cached_property
    def owner_by_id(self) -> dict[str, Owner]:
        """Owners by id."""
        return {owner.id: owner for owner in self.owners}

    @cached_property
    def region_by_id(self) -> dict[str, Region]:
        """Regions by id."""
        return {region.id: region for region in self.regions}

    @cached_property
    def force_by_id(self) -> dict[str, Force]:
        """Forces and partners by id."""
        return {force.id: force for force in self.forces}

    @cached_property
    def events_by_reader(self) -> dict[tuple[str, str], list[Event]]:
        """Events by whom they are for: ("force", its id) or ("region", its id)."""
        found: dict[tuple[str, str], list[Event]] = {}
        for event in self.events:
            readers = [("force", one) for one in event.forces]
            for reader in dict.fromkeys([*readers, *(("region", one) for one in event.regions)]):
                found.setdefault(reader, []).append(event)
        return found

    @cached_property
    def module_by_id(self) -> dict[str, Module]:
        """Modules by id."""
        return {module.id: module for module in self.modules}

    @cached_property
    def workshop_by_id(self) -> dict[str, Workshop]:
        """Workshops by id."""
        return {workshop.id: workshop for workshop in self.workshops}

    @cached_property
    def briefing_by_id(self) -> dict[str, Briefing]:
        """Every briefing by its id."""
        return {one.id: one for one in self.briefings}

    @cached_property
    def drawing_by_id(self) -> dict[str, Drawing]:
        """Drawings by id."""
        return {drawing.id: drawing for drawing in self.drawings}

    @cached_property
    def reference_by_id(self) -> dict[str, Reference]:
        """Sources by id, those still to be checked included."""
        return {reference.id: reference for reference in self.evidence}

    @property
    def uk_forces(self) -> tuple[Force, ...]:
        """The territorial and special police forces of the UK, without partners."""
        return tuple(force for force in self.forces if force.is_uk_force)
