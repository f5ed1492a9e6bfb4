"""The order of work, from the checked hub to a whole site.

1. before the pages: what they tell the length and size of;
2. the pages: those of `docs/`, those made of the catalogue, and the files beside them;
3. around a page: its heading, its furniture, its addresses;
4. after the pages: posters and what is made of them, packs, lists of what was made;
5. the check: every link of the finished site leads somewhere.

A site engine calls these in this order, through `hooks/`, and decides nothing of it.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from peerhub.build import DAY
from peerhub.catalogue import Issues
from peerhub.evaluation.make import write_sheets
from peerhub.feeds.downloads import downloads
from peerhub.feeds.materials import write_materials_feed
from peerhub.finish.addresses import relative_addresses, rooted_addresses
from peerhub.finish.digests import asset_addresses, digested_page, digested_styles
from peerhub.finish.furniture import helpless
from peerhub.finish.links import broken_links
from peerhub.finish.sitemap import dated, in_files, with_packed
from peerhub.finish.sources import written_at
from peerhub.finish.voids import plain_voids
from peerhub.hosts.rules import rules_of
from peerhub.hosts.writers import host_files
from peerhub.hub import Hub
from peerhub.maker import pack_maker
from peerhub.models.page import address_of
from peerhub.orders.briefing import print_briefing
from peerhub.orders.bundles import pack_posters
from peerhub.orders.events import event_paper_paths, print_event_papers
from peerhub.orders.pictures import draw_pictures, draw_previews
from peerhub.orders.posters import poster_paths, print_posters
from peerhub.orders.reading import print_reading
from peerhub.orders.social import draw_cards
from peerhub.orders.tools import print_tools
from peerhub.pages.compose import titled
from peerhub.pages.signposts import notice
from peerhub.press.engine.errors import PressError
from peerhub.press.engine.recipe import system
from peerhub.press.engine.report import Report
from peerhub.press.engine.social_card import Card
from peerhub.press.engine.store import write_whole
from peerhub.progress import SILENT, Progress, make_room, progress
from peerhub.questions.last_changed import last_changed, unlisted
from peerhub.questions.materials import Made
from peerhub.seal.make import recipe_of, seal_site
from peerhub.seal.manifest import Manifest
from peerhub.searching import write_search_index
from peerhub.sound import tell, tell_of_example
from peerhub.training.run import MadeMaterials, make_materials, measured

FEW = 12
"""A preview draws the posters an edit touches, but not so many: `make posters` makes them all."""

STEPS = (
    READING := "reading the data and the pages",
    PAPERS := "papers of events, tools and cards",
    MATERIALS := "materials for trainers",
    PAGES := "pages",
    POSTERS := "posters",
    PACKS := "pictures and packs of posters",
    SEARCH := "the search",
    CHECK := "looking for help on every page, and following every link",
)
"""The steps of a build, as it tells how far it is."""


class BrokenSite(Exception):
    """A line for each link of the finished site that leads nowhere, and each page without help."""


FAULTS = (Issues, PressError, BrokenSite)
"""What stops the work, each told in lines that say what is wrong and what to do."""


@contextmanager
def told_as(kind: type[Exception]) -> Iterator[None]:
    """Let a site engine tell a fault of ours in lines, as it tells its own faults (`kind`)."""
    try:
        yield
    except FAULTS as fault:
        make_room()
        raise kind(f"This needs mending.\n{fault}") from None


@dataclass
class Pipeline:
    """The work on one site, in the order in which its methods stand."""

    hub: Hub
    site: Path
    """The folder in which the site is being made."""
    is_preview: bool = False
    """Whether only what is made already is printed, and a few posters."""
    progress: Progress = SILENT
    """What tells how far the work is."""
    facts: Mapping[str, Made] = field(default_factory=dict)
    """The length and size of what is made by now, by its path below the site."""
    to_come: frozenset[str] = frozenset()
    """The papers that a preview may have left out, by their paths below the site."""
    cards: dict[str, Card] = field(default_factory=dict)
    """What the card of each page says, by the page's address."""
    addresses: Mapping[str, str] = field(default_factory=dict)
    """The address of each file below `assets/` with the digest of its content, by its path."""

    @classmethod
    def open(
        cls, root: Path, site: Path, *, is_preview: bool = False, is_told: bool = True
    ) -> Pipeline:
        """Open the hub at `root` for a site in the making, and say that it is sound.

        Raises Issues with every problem there is.
        """
        telling = progress(STEPS) if is_told and not is_preview else SILENT
        telling.begin(READING)
        given = os.environ.get(DAY)
        hub = Hub.open(root, dt.date.fromisoformat(given) if given else None)
        if is_told:
            make_room()
            tell(hub)
            tell_of_example(hub)
        return cls(hub, site, is_preview, telling)

    @property
    def _few(self) -> int | None:
        """How many posters, and how many papers, are drawn at most."""
        return FEW if self.is_preview else None

    # --- before the pages

    def before_pages(self) -> None:
        """Make what pages tell the length and size of. Raises PressError."""
        hub, work = self.hub, (self.hub.root, self.hub.catalogue)
        self.progress.begin(PAPERS)
        print_briefing(*work, self.site)
        report = print_event_papers(*work, self.site, self.progress, self._few)
        self.to_come = event_paper_paths(hub.catalogue) if report.left_out else frozenset()
        print_tools(*work, hub.tools(), self.site, self.progress)
        write_sheets(hub.catalogue, self.site)
        print_reading(*work, *hub.reading(), self.site, self.progress)
        self.progress.begin(MATERIALS)
        papers = [one.path for one in downloads(hub.catalogue) if one.kind != "poster"]
        self.facts = {**self.materials.facts, **measured(self.site, papers)}

    @cached_property
    def materials(self) -> MadeMaterials:
        """What trainers can download, made where it is not made yet."""
        return make_materials(
            self.hub.root,
            self.hub.catalogue,
            self.hub.stamp,
            make=not self.is_preview,
            progress=self.progress,
            calendars=self.hub.workshop_calendars(),
        )

    # --- the pages

    def pages_and_files(self) -> Mapping[str, str]:
        """Return every generated page, by its path below `docs/`, and every generated file.

        What pages tell of is made first. Raises PressError.
        """
        self.before_pages()
        self.progress.begin(PAGES)
        theme = self.hub.root / "overrides"
        files = digested_styles(self.hub.files(), lambda path: (theme / path).read_bytes())
        self.addresses = asset_addresses((theme, self.hub.root / "docs"), files)
        return {**self.hub.pages(self.facts), **files}

    def expect(self, pages: int) -> None:
        """Note how many pages there are, each to be read and then to be written."""
        self.progress.count(2 * pages, "readings and writings of a page")

    def belongs(self, source: Path, uri: str) -> bool:
        """Say whether a file that the engine found is of this site: most of a theme's is not."""
        if source.is_relative_to(self.hub.root / "overrides"):
            return not uri.endswith((".css", ".py", ".txt~"))  # joined, or sources of others
        return source.is_relative_to(self.hub.root / "docs")

    def headed(self, markdown: str, path: str, said: Mapping[str, Any]) -> str:
        """Return a page's Markdown with its title as a heading, unless its text has one.

        Of a page that was withdrawn, readers get the reason and no more.
        """
        self.progress.update()
        meta = self.hub.catalogue.pages.get(path)
        if meta and meta.withdrawn:
            markdown = notice(meta.withdrawn, self._title_at(meta.withdrawn.instead))
        return titled(markdown, str(said.get("title", "")))

    def _title_at(self, address: str | None) -> str:
        """Return the title of the written page at an address; the address where it has none."""
        pages = self.hub.catalogue.pages.items()
        return next((one.title for path, one in pages if address_of(path) == address), str(address))

    def around(self, url: str, meta: Mapping[str, Any]) -> dict[str, Any]:
        """Return everything that the template shows around the content of the page at a URL."""
        self.progress.update()
        address = f"/{url}".replace("/./", "/")
        around = self.hub.furniture.around(address, meta)
        if meta.get("title") and not around["unlisted"]:
            section = next((one["title"] for one in around["sections"] if one["current"]), "")
            name = self.hub.catalogue.site.name
            self.cards[address] = Card(str(meta["title"]), section, name)
        return around

    def finished(self, html: str, url: str) -> str:
        """Return a page's HTML so that it works below any folder."""
        whole = digested_page(plain_voids(html), self.addresses)
        return relative_addresses(whole, "" if url == "./" else url)

    def finished_template(self, name: str, text: str, site_url: str) -> str:
        """Return the page for unknown addresses so that it works wherever it is shown."""
        if not name.endswith(".html"):
            return text
        base = urlsplit(site_url or "/").path
        whole = digested_page(plain_voids(text), self.addresses)
        return rooted_addresses(whole, base if base.endswith("/") else f"{base}/")

    # --- after the pages

    def after_pages(self) -> Report:
        """Make the rest and put everything in its place; return what became of the posters."""
        hub, work = self.hub, (self.hub.root, self.hub.catalogue)
        self.progress.begin(POSTERS)
        report = print_posters(*work, self.site, progress=self.progress, at_most=self._few)
        if not report.left_out:
            self.progress.begin(PACKS)
            draw_pictures(*work, self.site, self.progress)
            draw_previews(*work, self.site, self.progress)
            pack_posters(*work, self.site, self.progress)
        if not self.is_preview:
            draw_cards(hub.root, self.cards, self.site)
        pack_maker(hub.catalogue, self.site)
        self.materials.set_in_place(self.site)
        write_materials_feed(self.site, hub.catalogue, self.facts)
        self.progress.begin(SEARCH)
        write_search_index(self.site, hub.catalogue)
        self._date_sitemap()
        self._tell_hosts()
        self.progress.begin(CHECK)
        self._check(promised=report.left_out > 0)
        if not self.is_preview:
            self._seal()
        self.progress.end()
        return report

    def _date_sitemap(self) -> None:
        """Tell search engines when each page last changed, and of no page that is unlisted."""
        found, path = self.hub.catalogue, self.site / "sitemap.xml"
        if not (text := path.read_text(encoding="utf-8") if path.is_file() else ""):
            return  # a preview may have none
        base, seconds = found.site.address, self.hub.stamp.seconds
        true = dated(text, base, last_changed(found), unlisted(found))
        for name, told in with_packed(in_files(true, base), seconds).items():
            write_whole(self.site / name, told)

    def _tell_hosts(self) -> None:
        """Write the files in which hosts read what to send with each answer."""
        rules = rules_of(self.site, self.hub.catalogue.site.address)
        for path, text in host_files(rules).items():
            write_whole(self.site / path, text.encode())

    def _seal(self) -> None:
        """Write down the digest of every file, and what all of it was made of."""
        hub, stamp = self.hub.catalogue.site, self.hub.stamp
        recipe = recipe_of(self.hub.root, system())
        about = Manifest(hub.name, hub.address, stamp.edition, stamp.date.isoformat(), recipe)
        for path, text in seal_site(self.site, about).items():
            write_whole(self.site / path, text.encode())

    # --- the check

    def _check(self, *, promised: bool) -> None:
        """Look for help on every page and follow every link. Raises BrokenSite.

        What a preview has not made is taken on trust.
        """
        to_come = self.materials.left_out | self.to_come
        if promised:
            to_come |= poster_paths(self.hub.catalogue)
        missing = helpless(self.site, self.hub.furniture.urgent_addresses)
        faults = [*missing, *written_at(broken_links(self.site, to_come), self.hub.root)]
        if faults:
            raise BrokenSite("\n".join(faults))
