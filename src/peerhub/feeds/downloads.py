"""Every file of the hub that can be downloaded, with what is known of it before it is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peerhub.catalogue import Catalogue
from peerhub.feeds.calendar import KIND_NAMES as EVENT_KINDS
from peerhub.feeds.calendar import event_path, kind_path, region_path, taught
from peerhub.feeds.citations import BIBTEX, RIS
from peerhub.feeds.forces import table_paths
from peerhub.feeds.timetables import timetable_path
from peerhub.models.language_code import ENGLISH, tag_of
from peerhub.models.tool import FOLDER, FORMATS, HELP_CARD, PROMPT_CARDS
from peerhub.questions.evaluation_kit import PAGE as KIT_PAGE
from peerhub.questions.evaluation_kit import SHEET_TITLE, SHEETS
from peerhub.questions.event_papers import door_path, joining_path, planner_path, planner_years
from peerhub.questions.freshness import CALENDAR as DUE
from peerhub.questions.materials import (
    BRIEFINGS_PAGE,
    PACKAGE_FORMATS,
    briefing_materials,
    training_materials,
)
from peerhub.questions.materials import KIND_NAMES as TRAINING_KINDS
from peerhub.questions.national_picture import BRIEFING
from peerhub.questions.poster_files import MAKER, copies, kinds, pack_path, pages, poster_path
from peerhub.questions.prompts import PAGE as PROMPTS
from peerhub.questions.prompts import weeks
from peerhub.questions.reading import FORMATS as READING_FORMATS
from peerhub.questions.reading import KIND as READING
from peerhub.questions.reading import reading_file, reading_paths

KIND_NAMES: dict[str, str] = {
    **{str(kind): name for kind, name in TRAINING_KINDS.items()},
    "tool": "Tools and forms",
    "evaluation-sheet": "Evaluation sheets",
    READING: "Pages to read elsewhere",
    "card": "Cards to keep",
    "poster": "Posters",
    "poster-pack": "All posters of a force",
    "poster-maker": "Poster maker",
    "event-paper": "Papers for an event",
    "planner": "Year planner",
    "calendar": "Calendars",
    "briefing": "National briefing",
    "data": "Tables and citations",
}
"""What each kind of download is called."""


@dataclass(frozen=True)
class Download:
    """One file: its path below the site, what it is, for whom, and where it is offered.

    `group` is the title of the page that offers it, and `page` that page's address. `pages` is
    None where it has none, or where only the finished file can tell.
    """

    path: str
    title: str
    kind: str
    group: str
    page: str
    audience: str = "everyone"
    language: str = "en-GB"
    pages: int | None = None
    is_file: bool = True
    """Whether it stands as a file: if not, browsers put it together on its page."""

    @property
    def address(self) -> str:
        """The address at which a reader gets it."""
        return f"/{self.path}" if self.is_file else self.page

    @property
    def format(self) -> str:
        """What kind of file it is; of a package, for which standard."""
        for standard, ending in PACKAGE_FORMATS.items():
            if self.kind == "package" and self.path.endswith(f"-{ending}.zip"):
                return standard
        ending = self.path.rsplit(".", 1)[-1].upper()
        return "BibTeX" if ending == "BIB" else ending


def downloads(catalogue: Catalogue) -> tuple[Download, ...]:
    """Return every download, those of one page together."""
    parts = (
        _training,
        _tools,
        _kit,
        _briefings,
        _reading,
        _cards,
        _posters,
        _forces,
        _events,
        _freshness,
        _sources,
    )
    return tuple(one for part in parts for one in part(catalogue))


def _training(catalogue: Catalogue) -> Iterator[Download]:
    for one in training_materials(catalogue.modules, catalogue.workshops):
        is_file = one.kind != "pack" or catalogue.site.keeps_packs
        told = (one.path, one.name, one.kind, one.subject, one.page, one.audience)
        yield Download(*told, is_file=is_file)
    for workshop in catalogue.workshops:
        path, page = timetable_path(workshop.id), f"/train/workshops/{workshop.id}/"
        yield Download(
            path, "Timetable as a calendar", "calendar", workshop.title, page, "trainers"
        )


def _tools(catalogue: Catalogue) -> Iterator[Download]:
    for path, meta in catalogue.pages.items():
        page = "/" + path.removesuffix(".md").removesuffix("index").strip("/") + "/"
        for tool in meta.tools:
            for form in FORMATS:
                file = f"{FOLDER}/{tool.id}.{form}"
                yield Download(file, tool.title, "tool", meta.title, page)


def _kit(catalogue: Catalogue) -> Iterator[Download]:
    meta = catalogue.pages.get(f"{KIT_PAGE.strip('/')}.md")
    group = meta.title if meta else SHEET_TITLE
    for path in SHEETS if catalogue.indicators else ():
        yield Download(path, SHEET_TITLE, "evaluation-sheet", group, KIT_PAGE, "leaders")


def _briefings(catalogue: Catalogue) -> Iterator[Download]:
    meta = catalogue.pages.get(f"{BRIEFINGS_PAGE.strip('/')}.md")
    for briefing in catalogue.briefings:
        group = meta.title if meta else briefing.title
        for one in briefing_materials(briefing):
            yield Download(one.path, f"{one.subject}: slides", one.kind, group, one.page)


def _reading(catalogue: Catalogue) -> Iterator[Download]:
    for path in reading_paths(catalogue):
        page = "/" + path.removesuffix(".md").removesuffix("index").strip("/") + "/"
        for form in READING_FORMATS:
            title = catalogue.pages[path].title
            yield Download(reading_file(path, form), title, READING, title, page)


def _cards(catalogue: Catalogue) -> Iterator[Download]:
    yield Download(HELP_CARD, "Urgent numbers, on a card", "card", "Need to talk now?", "/support/")
    if weeks(catalogue.bodies.get(PROMPTS, "")):
        page = "/leaders/reflection/"
        yield Download(PROMPT_CARDS, "Prompt cards", "card", "Reflective practice", page, "leaders")


def _posters(catalogue: Catalogue) -> Iterator[Download]:
    for poster in catalogue.posters:
        for force in catalogue.uk_forces:
            for size, language in copies(poster, force, catalogue.languages):
                for kind in kinds(size):
                    yield Download(
                        poster_path(poster.id, force.id, size, language, kind),
                        f"{poster.title}: {force.name}, {size}",
                        "poster",
                        "Posters",
                        f"/posters/#{poster.id}",
                        language=", ".join(dict.fromkeys(map(tag_of, (language, ENGLISH)))),
                        pages=pages(size, language) if kind == "pdf" else None,
                    )
    if catalogue.posters:
        for force in catalogue.uk_forces:
            name = f"All posters of {force.name}"
            page = f"/forces/{force.id}/"
            is_file = catalogue.site.keeps_packs
            told = (pack_path(force.id), name, "poster-pack", "Posters", page)
            yield Download(*told, is_file=is_file)
        yield Download(MAKER, "Poster maker to keep", "poster-maker", "Posters", "/posters/make/")


def _forces(catalogue: Catalogue) -> Iterator[Download]:
    group, page = "Forces", "/forces/"
    yield Download(BRIEFING, "National briefing", "briefing", group, page, "leaders", pages=1)
    paths = table_paths(catalogue)
    for number, path in enumerate(paths, 1):
        part = f", part {number} of {len(paths)}" if len(paths) > 1 else ""
        yield Download(path, f"Table of forces{part}", "data", group, page)


def _events(catalogue: Catalogue) -> Iterator[Download]:
    group, page = "Events", "/events/"
    for year in planner_years(catalogue.events):
        path, title = planner_path(year), f"Year planner {year}, A3"
        yield Download(path, title, "planner", group, page, pages=1)
    yield Download("events/calendar.ics", "All dates", "calendar", group, page)
    for region in catalogue.regions:
        path, title = region_path(region.id), f"Dates for {region.name}"
        yield Download(path, title, "calendar", group, page)
    for kind, name in EVENT_KINDS.items():
        yield Download(kind_path(kind), name, "calendar", group, page)
    for path, (title, _) in taught(catalogue).items():
        yield Download(path, f"Dates that teach “{title}”", "calendar", group, page)
    for event in catalogue.events:
        own = f"/events/{event.id}/"
        yield Download(event_path(event.id), "Date", "calendar", event.title, own)
        papers = ((joining_path(event), "Joining instructions"), (door_path(event), "Door sign"))
        for found, title in papers:
            if found:
                yield Download(found, title, "event-paper", event.title, own)


def _freshness(catalogue: Catalogue) -> Iterator[Download]:
    if catalogue.owners:
        yield Download(DUE, "Reviews that are due", "calendar", "About", "/about/freshness/")


def _sources(_: Catalogue) -> Iterator[Download]:
    group, page = "Evidence", "/evidence/"
    yield Download(BIBTEX, "Sources for BibTeX", "data", group, page)
    yield Download(RIS, "Sources for RIS", "data", group, page)
