"""The hub, opened: its catalogue and its stamp, and what any site engine needs of them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from peerhub.catalogue import Catalogue, Issues, load
from peerhub.catalogue.address_ledger import lasting
from peerhub.catalogue.calls import remembered
from peerhub.catalogue.fit_ledger import not_seen_to_fit, write_fit_ledger
from peerhub.catalogue.issue import Issue
from peerhub.editions.pins import behind, unfit
from peerhub.editions.snapshot import before, snapshot, snapshots, workshops_of
from peerhub.models import Site, Stamp, ToolText
from peerhub.models.page import address_of
from peerhub.pages import generated, made_page, paths
from peerhub.pages.furniture import Furniture
from peerhub.pages.macros import Macros
from peerhub.pages.proof import proof
from peerhub.pages.reading import reading_sums, reading_texts, text_sums
from peerhub.pages.tools import tool_texts
from peerhub.proofread.run import proofread
from peerhub.proofread.signposts import moved
from peerhub.questions.evaluation_kit import kit_sums
from peerhub.questions.materials import Made
from peerhub.questions.reading import ReadingText
from peerhub.questions.revised import Sums

ENGINES_OWN = ("page", "config", "nav", "base_url")
"""What a site engine gives to every template beside our own furniture."""


def _astray(root: Path, rest: Catalogue) -> list[Issue]:
    """Return the faults of pages beside those of links between sound records.

    So whoever takes a record out is told at once what else led to it.
    """
    return proofread(root, paths(rest), Macros(rest).by_name(), metas=rest.pages)


@dataclass(frozen=True)
class Hub:
    """Everything the adapter asks for; nothing here knows which engine it serves."""

    root: Path
    catalogue: Catalogue
    stamp: Stamp

    @classmethod
    def open(cls, root: Path, published_on: dt.date | None = None) -> Hub:
        """Load the project at `root`. Raises `Issues` with every problem there is.

        The day is the real one for which a site is published; see `Catalogue.shown_on`.
        """
        try:
            catalogue = load(root)
        except Issues as found:
            nothing = Macros(Catalogue(site=Site.model_construct())).by_name()
            faults = proof(root / "docs", nothing, is_sound=False)
            faults += _astray(root, found.rest) if found.rest else proofread(root, None, nothing)
            raise Issues([*found.issues, *faults]) from None
        macros = remembered(Macros(catalogue).by_name())
        stamp = Stamp(catalogue.site.edition, catalogue.site.dated)
        words = {*ENGINES_OWN, *Furniture(catalogue, stamp).around("/", {})}
        made = paths(catalogue)
        faults = proof(root / "docs", macros)
        make = partial(made_page, catalogue)
        faults += proofread(root, made, macros, words, catalogue.pages, make)
        if faults:
            raise Issues(faults)
        held = snapshots(root)
        catalogue = replace(
            catalogue,
            as_of=stamp.date,
            published_on=published_on,
            making=stamp.edition,
            earlier=before(held, stamp.edition),
            kept=workshops_of(held),
            editions=held,
            now=json.loads(snapshot(catalogue, stamp.edition, stamp.date.isoformat())),
        )
        faults = [*behind(root, stamp.edition, held), *unfit(root, catalogue)]
        if faults:
            raise Issues(faults)
        return cls(root, catalogue, stamp)

    @classmethod
    def proven(cls, root: Path) -> Hub:
        """Open the project, and see that the words of changed posters fit. Raises `Issues`."""
        hub = cls.open(root)
        changed = not_seen_to_fit(root, hub.catalogue.posters)
        if changed:
            from peerhub.orders.fitting import unfitting  # what draws is loaded only to draw

            faults = unfitting(root, hub.catalogue, changed)
            if faults:
                raise Issues(faults)
        return hub

    def write_ledgers(self, day: dt.date) -> None:
        """Note every event, poster, service, address and material as it is, on a day."""
        from peerhub.catalogue.address_ledger import write_address_ledger
        from peerhub.catalogue.ledger import write_ledger
        from peerhub.catalogue.material_ledger import write_material_ledger
        from peerhub.catalogue.poster_ledger import write_poster_ledger
        from peerhub.catalogue.service_ledger import write_service_ledger

        held = self.catalogue
        write_ledger(self.root, held.events)
        write_poster_ledger(self.root, held.posters, held.services)
        write_fit_ledger(self.root, held.posters)
        write_service_ledger(self.root, held.services)
        write_address_ledger(self.root, self.addresses)
        write_material_ledger(self.root, self.ledger_sums(), day)

    @cached_property
    def addresses(self) -> list[str]:
        """The address of every page, and of every place that leads on to one."""
        own = map(address_of, {*self.catalogue.pages, *paths(self.catalogue)})
        return lasting([*own, *moved(self.catalogue.pages)])

    @cached_property
    def macros(self) -> Mapping[str, Any]:
        """What pages may call in Markdown, by name."""
        return Macros(self.catalogue).by_name()

    @cached_property
    def furniture(self) -> Furniture:
        """What stands around the content of every page."""
        return Furniture(self.catalogue, self.stamp)

    def workshop_calendars(self) -> Mapping[str, str]:
        """Return the calendar file of each workshop's timetable, by the workshop's id."""
        from peerhub.feeds.timetables import timetable_path, timetables

        files = timetables(self.catalogue)
        return {one.id: files[timetable_path(one.id)] for one in self.catalogue.workshops}

    def material_sums(self) -> Mapping[str, str]:
        """Return a sum of the words of all that is printed or handed out, by name in the ledger."""
        from peerhub.evaluation.make import evaluation_sums
        from peerhub.orders.revisions import order_sums
        from peerhub.training.revisions import material_sums

        orders = order_sums(self.catalogue, self.tools())
        kit = {**kit_sums(self.catalogue), **evaluation_sums(self.catalogue)}
        others = {**reading_sums(self.catalogue), **kit}
        return {**material_sums(self.catalogue), **orders, **others}

    def ledger_sums(self) -> Mapping[str, str]:
        """Return all that the ledger of materials holds: those, and the words of other pages."""
        return {**self.material_sums(), **text_sums(self.catalogue)}

    def pages(self, made: Mapping[str, Made] = MappingProxyType({})) -> Mapping[str, str]:
        """Return the generated pages: Markdown by path below `docs/`."""
        from peerhub.press.engine.our_type import HOME  # as above
        from peerhub.training.screen_forms import screen_forms  # as above

        return generated(self.catalogue, made, screen_forms(self.catalogue, HOME))

    def reading(self) -> tuple[Sequence[ReadingText], Sums]:
        """Return the pages that can be taken away, and the sums of their words."""
        return reading_texts(self.catalogue), reading_sums(self.catalogue)

    def tools(self) -> Sequence[ToolText]:
        """Return the tools of the pages, ready to be printed."""
        return tool_texts(self.catalogue)

    def files(self) -> Mapping[str, str]:
        """Return the generated files that are not pages: text by path below the site."""
        from peerhub.evaluation.script import script_files
        from peerhub.feeds.every import every_feed
        from peerhub.finish.stylesheet import stylesheet
        from peerhub.maker import maker_files

        look = stylesheet(self.root / "overrides" / "assets" / "css")
        return {
            "assets/hub.css": look,
            **every_feed(self.catalogue, self.stamp),
            **maker_files(self.catalogue, self._band),
            **script_files(self.catalogue),
        }

    @property
    def _band(self) -> str | None:
        """What stands across the head of everything that a demonstration prints."""
        from peerhub.demonstration import WORDS

        return WORDS if self.catalogue.site.demonstration else None
