"""What editors may call in Markdown: facts and components made from the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import get_args

from markupsafe import Markup

from peerhub import components as show
from peerhub.catalogue import Catalogue
from peerhub.components.callout import KINDS as CALLOUTS
from peerhub.models import Category, Service, Strand, UkNation
from peerhub.models.language_code import ENGLISH
from peerhub.models.service import Urgency
from peerhub.pages.briefings import briefings_block
from peerhub.pages.calendar import events_block, subscribe_block, workshops_block
from peerhub.pages.choices import one_of
from peerhub.pages.edition_macros import EditionMacros
from peerhub.pages.force_lists import are_many, by_region, too_many_for
from peerhub.pages.force_macros import ForceMacros
from peerhub.pages.kit_macros import KitMacros
from peerhub.pages.tongues import written_day
from peerhub.pages.tools import tool_downloads
from peerhub.questions import inspected
from peerhub.questions.counts import COUNTS
from peerhub.questions.first_lines import first_lines
from peerhub.questions.limits import Form, limits_words
from peerhub.questions.poster_files import printed_in, spoken_in
from peerhub.questions.poster_rule import condition, verdict
from peerhub.questions.prompts import PAGE as PROMPTS
from peerhub.questions.prompts import weeks
from peerhub.questions.readiness import readiness
from peerhub.questions.recalls import recall_notices
from peerhub.questions.signposting import CATEGORY_NAMES, signpost
from peerhub.questions.strength import strength
from peerhub.words import day

LEVELS = get_args(Urgency)
EXAMPLE = (
    "Do not put these up yet",
    (
        "The hub has no address of its own so far. The address and the QR code on each poster are "
        "only an example, and lead nowhere. Get the posters again once the hub has its address."
    ),
)
"""What stands above the gallery until the hub has an address."""

NOT_INSPECTED = (
    "Not every page and file has been looked at yet",
    (
        "The tests of every change look at a page and a file of each kind. The first look at all "
        "of them is still to come, and its results will stand here."
    ),
)
"""What stands in place of the results of an inspection before the first."""


class Macros:
    """The macros over one catalogue. Each returns HTML; a wrong argument raises ValueError."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def by_name(self) -> dict[str, Callable[..., str]]:
        """Return every macro by the name it is called by."""
        return {
            "services": self.services,
            "first_lines": lambda: show.first_list(first_lines(self.catalogue.services)),
            "nation_choice": show.nation_choice,
            "help_line": lambda: show.help_line(signpost(self.catalogue.services, level="danger")),
            "cite": self.cite,
            "drawing": self.drawing,
            "references": self.references,
            "evidence_strength": lambda: show.strength_table(strength(self.catalogue.evidence)),
            "modules": self.modules,
            "workshops": self.workshops,
            "forces": lambda: by_region(self.catalogue),
            "events": lambda: events_block(self.catalogue),
            "calendars": lambda: subscribe_block(self.catalogue),
            "workshop_dates": lambda: workshops_block(self.catalogue),
            "posters": self.posters,
            "poster_maker": show.poster_maker,
            "callout": callout,
            "cards": cards,
            "home_paths": home_paths,
            "journal": lambda: show.journal(weeks(self.catalogue.bodies.get(PROMPTS, ""))),
            "self_check": self_check,
            "recalls": lambda: show.recall_list(recall_notices(self.catalogue.recalls)),
            "inspection": self.inspection,
            "inspection_faults": self.inspection_faults,
            "verifier": show.verifier,
            "evaluation_merger": show.evaluation_merger,
            "downloads": lambda *tools: tool_downloads(self.catalogue, tools),
            "briefings": lambda: briefings_block(self.catalogue),
            "count": self.count,
            "contact": self.contact,
            "day": self.day,
            "limits": self.limits,
            "on_screen": on_screen,
            "on_paper": on_paper,
            **KitMacros(self.catalogue).by_name(),
            **ForceMacros(self.catalogue).by_name(),
            **EditionMacros(self.catalogue).by_name(),
        }

    def services(
        self,
        level: Urgency | None = None,
        category: Category | None = None,
        nation: UkNation | None = None,
        without: Category | None = None,
        language: str = ENGLISH,
    ) -> str:
        """Return services in their order; several kinds at once each get a heading.

        In another language ("cy"), those for danger or of urgent help.
        """
        spoken = self.catalogue.languages
        paged = {one.id: one for one in spoken if one.pages}
        if language not in (None, ENGLISH, *paged):  # no `WrongChoice`: languages are data
            raise ValueError(f"language '{language}' is none of {', '.join((ENGLISH, *paged))}")
        one_of("level", level, LEVELS)
        one_of("category", category, get_args(Category))
        one_of("nation", nation, get_args(UkNation))
        one_of("without", without, get_args(Category))
        matching = signpost(self.catalogue.services, level=level, category=category, nation=nation)
        found = [service for service in matching if service.category != without]
        if not found:
            return show.callout("empty", "No service to show", "None is checked and published yet.")
        day, other = self.catalogue.shown_on, paged.get(language)
        if other and other.pages:
            return show.service_list_in(found, other, other.pages)
        if level in ("danger", "urgent") or category:
            return show.service_list(found, anchored=True, shown_on=day, languages=spoken)
        blocks: list[str] = []
        for title, group in _grouped(found):
            blocks.append(show.services_kind(title, group))
            blocks.append(
                show.service_list(group, level=4, anchored=True, shown_on=day, languages=spoken)
            )
        return "\n".join(blocks)

    def inspection(self) -> str:
        """Return what the last inspection of the whole site looked at, and what it found."""
        found = self.catalogue.inspection
        if found is None:
            return show.callout("empty", *NOT_INSPECTED)
        return show.inspection_table(day(found.on), inspected.rows(found))

    def inspection_faults(self) -> str:
        """Return the faults that the last inspection found; nothing where it found none."""
        found = self.catalogue.inspection
        told = inspected.rows(found) if found else ()
        if found is None or all(row.is_clean for row in told):
            return ""
        return show.inspection_faults(day(found.on), told)

    def cite(self, identity: str) -> str:
        """Return a source's short name, linked to its place on the evidence page."""
        source = self.catalogue.reference_by_id.get(identity)
        if source is None:
            raise ValueError(f"there is no source '{identity}' in data/evidence.yml")
        if not source.is_published:
            raise ValueError(f"the source '{identity}' has not been checked yet")
        return show.cite(source)

    def drawing(self, identity: str) -> str:
        """Return a drawing, with the same in words below it."""
        found = self.catalogue.drawing_by_id.get(identity)
        if found is None:
            raise ValueError(f"there is no drawing '{identity}' in data/drawings.yml")
        return show.drawing(found, self.catalogue.art)

    def references(self) -> str:
        """Return every checked source."""
        return show.reference_list([one for one in self.catalogue.evidence if one.is_published])

    def modules(self, strand: str | None = None) -> str:
        """Return the modules, of one strand or of all."""
        one_of("strand", strand, get_args(Strand))
        found = [one for one in self.catalogue.modules if strand in (None, one.strand)]
        if not found:
            return show.callout("empty", "No module yet", "Modules for this strand are to come.")
        if strand is None:
            return show.module_list(found)
        picture = show.strand_picture(found[0].strand, self.catalogue.art)
        return f"{picture}\n{show.module_list(found)}"

    def workshops(self) -> str:
        """Return the workshops."""
        if not self.catalogue.workshops:
            return show.callout("empty", "No workshop yet", "Workshops are to come.")
        return show.workshop_list(self.catalogue.workshops, art=self.catalogue.art)

    def posters(self) -> str:
        """Return the gallery of posters: each design with its condition, and every force's own."""
        if not self.catalogue.posters:
            return show.callout("empty", "No poster yet", "Posters are to come.")
        forces = () if are_many(self.catalogue) else self.catalogue.uk_forces
        states = [readiness(force, self.catalogue.today) for force in forces]
        judged = [
            tuple((one.id, verdict(one.requires, state)) for one in self.catalogue.posters)
            for state in states
        ]
        note = too_many_for("one gallery") if are_many(self.catalogue) else ""
        return (
            self._example()
            + note
            + show.poster_gallery(
                [
                    show.Design(
                        one, condition(one.requires), printed_in(one, self.catalogue.languages)
                    )
                    for one in self.catalogue.posters
                ],
                [
                    show.GalleryForce(force, said, spoken_in(force, self.catalogue.languages))
                    for force, said in zip(forces, judged, strict=True)
                ],
                keeps_packs=self.catalogue.site.keeps_packs,
            )
        )

    def _example(self) -> Markup:
        """Return a warning while the hub's address is only an example; else nothing."""
        if self.catalogue.site.has_real_address:
            return Markup()
        return show.callout("note", *EXAMPLE)

    def count(self, what: str) -> str:
        """Return how many there are of something."""
        one_of("", what, COUNTS)
        return f"{COUNTS[what](self.catalogue):,}"

    def limits(self, form: Form = "short") -> str:
        """Return the limits of confidentiality in one of the forms there are."""
        return limits_words(self.catalogue.site.limits, form)

    def day(self, date: str, language: str = ENGLISH) -> str:
        """Return a day, given like 2027-02-04, as it is written in English or another language."""
        return written_day(date, language, self.catalogue.languages)

    def contact(self) -> str:
        """Return the hub's mailbox, linked."""
        mailbox = self.catalogue.site.contact
        return f'<a href="mailto:{mailbox}">{mailbox}</a>'


def cards(cards: list[show.LinkCard]) -> str:
    """Return a list of cards, each a choice of where to go next."""
    return show.cards(cards)


def home_paths(cards: list[show.LinkCard]) -> str:
    """Return the big choices of the home page."""
    return show.home_paths(cards)


def self_check(groups: list[show.CheckGroup]) -> str:
    """Return the questions of a self-check."""
    return show.self_check(groups)


def on_screen(words: str) -> str:
    """Return words that stand on the page, and not on the paper made from it."""
    return words


def on_paper(words: str) -> str:
    """Return nothing, in place of words that stand only on the paper made from the page."""
    del words  # they are for paper alone
    return ""


def callout(kind: str, title: str | None = None, body: str | None = None) -> str:
    """Return a callout; its kind is one of a few words, whatever the data say.

    The kind is looked at first, so that who gives it alone hears which there are.
    """
    one_of("the kind", kind, CALLOUTS)
    if title is None or body is None:
        raise ValueError("after the kind come a title and a text, each in quotes")
    return show.callout(kind, title, body)  # type: ignore[arg-type]


def _grouped(services: Sequence[Service]) -> list[tuple[str, list[Service]]]:
    """Return services by kind, each kind with its name, in the order they come."""
    groups: dict[str, list[Service]] = {}
    for service in services:
        level = service.urgency
        name = CATEGORY_NAMES[service.category]
        if level == "rest" and service.category == "crisis":
            name = "Someone to talk to, at certain hours"
        groups.setdefault(name, []).append(service)
    return list(groups.items())
