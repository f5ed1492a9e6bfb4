"""What stands around a page's content: navigation, trail, urgent numbers, colophon."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from peerhub.catalogue import Catalogue
from peerhub.components import first_list
from peerhub.feeds.changes import PATH as CHANGES
from peerhub.feeds.hub_changes import PATH as HUB_CHANGES
from peerhub.feeds.training_data import training_data
from peerhub.hosts.policy import PAGE
from peerhub.models import Language, Site, Stamp
from peerhub.models.contact import dialled
from peerhub.models.language_code import ENGLISH
from peerhub.models.licence import LICENCE, LICENCE_ADDRESS, ORIGIN, TERMS
from peerhub.models.page import address_of
from peerhub.pages.force_in import paths_in
from peerhub.pages.take_away import Link, taken_away
from peerhub.pages.tongues import language_of, named, paired, shell, spoken, twins
from peerhub.pages.ways_in import edit_address, files_of, report_address, source_of
from peerhub.questions.first_lines import FirstLine, first_lines
from peerhub.questions.freshness import late_note
from peerhub.questions.reading import FORMAT_NAMES, FORMATS, reading_file, reading_paths
from peerhub.questions.signposting import URGENT, signpost
from peerhub.questions.social import card_path
from peerhub.words import day


@dataclass(frozen=True)
class NavSection:
    """A section of the hub in the navigation, and what stands in it: at most one level more."""

    title: str
    href: str
    below: tuple[tuple[str, str], ...] = ()

    def holds(self, address: str) -> bool:
        """Say whether a page belongs to this section, by its address."""
        hrefs = (self.href, *(href for _, href in self.below if "#" not in href))
        return address.startswith(hrefs)


SECTIONS = (
    NavSection("Train", "/train/"),
    NavSection("Leaders", "/leaders/"),
    NavSection("Guidance", "/guidance/"),
    NavSection(
        "Network",
        "/network/",
        (
            ("Mutual aid", "/network/mutual-aid/"),
            ("Events", "/events/"),
            ("Community", "/network/#an-online-community-on-linkedin"),
            ("After trauma", "/trauma/"),
        ),
    ),
    NavSection("Forces", "/forces/"),
    NavSection("Posters", "/posters/"),
    NavSection("Materials", "/materials/"),
    NavSection("Evidence", "/evidence/"),
)
FOOTER = (
    ("Glossary", "/about/glossary/"),
    ("About this hub", "/about/"),
    ("Check a file", "/about/verify/"),
    ("Accessibility", "/about/accessibility/"),
    ("Privacy", "/about/privacy/"),
)
FEED = {"title": "New and changed events", "href": f"/{CHANGES}"}
"""The feed that pages about events offer to news readers."""
HUB_FEED = {"title": "What changed on the hub", "href": f"/{HUB_CHANGES}"}
"""The feed that all other pages offer."""
STAMPED = ("/about/", "/network/mutual-aid/")
"""Where pages name the edition: the call-out sheet says it too. All others are the same file until
what they say changes."""
AT_HOME = 3
"""How many of the first lines stand on the home page's card."""


class Furniture:
    """Answers for each page what its templates show; templates compute nothing."""

    def __init__(self, catalogue: Catalogue, stamp: Stamp) -> None:
        self.catalogue = catalogue
        self.stamp = stamp

    def around(self, address: str, meta: Mapping[str, Any]) -> dict[str, Any]:
        """Return the template's values for the page at `address` ("/forces/kent/")."""
        site = self.catalogue.site
        owner = self.catalogue.owner_by_id.get(str(meta.get("owner")))
        is_unlisted = bool(meta.get("leads_to") or meta.get("withdrawn"))
        language = language_of(str(meta.get("lang", ENGLISH)), self.catalogue.languages)
        return {
            **self.everywhere,
            **spoken(meta, self.catalogue.pages, language),
            "other_tongue": self._tongues.get(address),
            "urgent_numbers": self._urgent(language),
            "sections": [_shown(section, address, language) for section in SECTIONS],
            "crumbs": self._crumbs(address, language),
            "owner_name": owner.name if owner else None,
            "review_by": day(dt.date.fromisoformat(str(meta["review_by"])))
            if meta.get("review_by")
            else None,
            "late_since": self._late(address, meta),
            "twins": self._twins.get(address, ()),
            "taken": self._taken.get(address, ()),
            **self._ways_in(address),
            "feed": FEED if address.startswith("/events/") else HUB_FEED,
            "structured": _structured(site, address) + _taught(self.catalogue, address),
            "card": f"{site.address}{card_path(address)}",
            "robots": self._robots(is_unlisted),
            "unlisted": is_unlisted,
            "is_stamped": address.startswith(STAMPED),
        }

    def _ways_in(self, address: str) -> dict[str, str | None]:
        """Return where the page's file is edited and a fault is reported; nowhere, as a rule.

        The repository has to have an address, and the page a file of its own.
        """
        repository = self.catalogue.site.repository
        if not repository:
            return {"edit_url": None, "report_url": None}
        source = source_of(self._files, address)
        return {
            "edit_url": edit_address(repository, source) if source else None,
            "report_url": report_address(self.catalogue, repository, address),
        }

    def _late(self, address: str, meta: Mapping[str, Any]) -> str | None:
        """Return the day by which a page that people rely on was to be read, if it is late."""
        since = late_note(self.catalogue, address, meta)
        return day(since) if since else None

    def _robots(self, is_unlisted: bool) -> str | None:
        """Return what search engines are asked of a page: nothing, as a rule."""
        if self.catalogue.site.demonstration:
            return "noindex, nofollow"
        return "noindex" if is_unlisted else None

    @cached_property
    def _files(self) -> Mapping[str, str]:
        return files_of(self.catalogue)

    @cached_property
    def everywhere(self) -> dict[str, Any]:
        """The values that are the same on every page."""
        site = self.catalogue.site
        return {
            "hub": {
                "name": site.name,
                "purpose": site.purpose,
                "contact": site.contact,
                "edition": self.stamp.edition,
                "dated": day(self.stamp.date),
                "demonstration": site.demonstration,
                "licence": LICENCE,
                "terms": f"/{TERMS}",
            },
            "policy": PAGE,
            "footer_links": [{"title": title, "href": href} for title, href in FOOTER],
            "help_first": first_list([one for one in self._first if one.is_first]),
            "help_home": first_list(
                [one for one in self._first if one.is_first and one.phone][:AT_HOME]
            ),
        }

    @property
    def urgent_addresses(self) -> list[str]:
        """The addresses to dial that every page has to show."""
        return [one["href"] for one in self._urgent(None)]

    @cached_property
    def _first(self) -> tuple[FirstLine, ...]:
        return first_lines(self.catalogue.services)

    def _urgent(self, language: Language | None) -> list[dict[str, str]]:
        services = {service.id: service for service in signpost(self.catalogue.services)}
        return [
            {
                "label": named(label, language),
                "say": services[identity].phone or "",
                "href": dialled(services[identity].phone or ""),
            }
            for identity, label in URGENT.items()
            if identity in services
        ]

    @cached_property
    def _tongues(self) -> Mapping[str, Mapping[str, str]]:
        found = twins(self.catalogue.pages, self.catalogue.languages)
        for path, force, language in paths_in(self.catalogue):
            found |= paired(address_of(path), f"/forces/{force.id}/", language)
        return found

    def _crumbs(self, address: str, language: Language | None) -> list[dict[str, str]]:
        parts = [part for part in address.split("/") if part]
        crumbs = [{"title": shell(language)["home"], "href": "/"}] if parts else []
        for count in range(1, len(parts)):
            above = "/" + "/".join(parts[:count]) + "/"
            title = self._titles.get(above)
            if title:
                crumbs.append({"title": title, "href": above})
        return crumbs

    @cached_property
    def _taken(self) -> dict[str, list[Link]]:
        return taken_away(self.catalogue)

    @cached_property
    def _twins(self) -> dict[str, list[dict[str, str]]]:
        """The files in which a page can be taken away, by its address."""
        return {
            address_of(path): [
                {"title": FORMAT_NAMES[form], "href": f"/{reading_file(path, form)}"}
                for form in FORMATS
            ]
            for path in reading_paths(self.catalogue)
        }

    @cached_property
    def _titles(self) -> dict[str, str]:
        """The titles of the pages that others stand below, by address."""
        titles = {address_of(path): meta.title for path, meta in self.catalogue.pages.items()}
        for module in self.catalogue.modules:
            titles[f"/train/modules/{module.id}/"] = module.title
        return titles


def _shown(section: NavSection, address: str, language: Language | None) -> dict[str, Any]:
    """Return a section for the page at an address: whether it is in it, and in what below it.

    What is below has names in English alone.
    """
    below = [
        {"title": title, "href": href, "current": address.startswith(href)}
        for title, href in (section.below if language is None else ())
    ]
    return {
        "title": named(section.title, language),
        "href": section.href,
        "current": section.holds(address),
        "below": below,
    }


def _structured(site: Site, address: str) -> Markup:
    """Return whose a page is and what may be done with it, for programs: a block of JSON-LD.

    The words are those of schema.org.
    """
    facts = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "url": f"{site.address}{address.lstrip('/')}",
        "license": LICENCE_ADDRESS,
        "usageInfo": f"{site.address}{TERMS}",
        "creditText": ORIGIN,
        "isPartOf": {"@type": "WebSite", "name": site.name, "url": site.address},
    }
    return _block(facts)


def _taught(catalogue: Catalogue, address: str) -> Markup:
    """Return what a page teaches, for programs that look for training; nothing on other pages."""
    facts = training_data(catalogue, address)
    return _block(facts) if facts else Markup()


def _block(facts: Mapping[str, Any]) -> Markup:
    text = json.dumps(facts, ensure_ascii=False).replace("<", "\\u003c")
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(text))
