"""The Atom feed of what changed on the hub: training, events, helplines, forces and recalls."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from peerhub.catalogue import Catalogue
from peerhub.feeds.calendar import uid
from peerhub.feeds.changes import news
from peerhub.feeds.xml_text import escape, quoteattr
from peerhub.models import Stamp
from peerhub.models.licence import RIGHTS
from peerhub.questions.last_changed import last_changed

PATH = "changes.xml"
MOST = 100
"""Entries in the feed: the newest changes."""


@dataclass(frozen=True)
class HubChange:
    """One change: its day, the address of its page, and what became of it in words."""

    on: dt.date
    address: str
    title: str
    said: str


def hub_changes(catalogue: Catalogue) -> list[HubChange]:
    """Return the last change of each page whose day is known, newest first."""
    days = last_changed(catalogue)
    told = dict(_told(catalogue))
    found = [HubChange(day, one, *told[one]) for one, day in days.items() if one in told]
    return sorted(found, key=lambda one: (-one.on.toordinal(), one.address))


def _told(catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, str]]]:
    for module in catalogue.modules:
        words = "The module, its slides, handout or room sheets have new words."
        yield f"/train/modules/{module.id}/", (f"Module: {module.title}", words)
    for workshop in catalogue.workshops:
        words = "The workshop, its guide, forms or pack have new words."
        yield f"/train/workshops/{workshop.id}/", (f"Workshop: {workshop.title}", words)
    for event in catalogue.events:
        yield f"/events/{event.id}/", (news(event), event.summary)
    for force in catalogue.forces:
        words = "The force has confirmed what it has in place."
        yield f"/forces/{force.id}/", (force.name, words)
    yield "/support/", ("Need to talk now?", "The numbers to ring or text were looked up again.")
    yield "/posters/recalled/", ("What has been taken back", "Something was taken back.")


def hub_feed(catalogue: Catalogue, stamp: Stamp) -> str:
    """Return the feed. The same data give the same bytes, on any day."""
    site = catalogue.site
    found = hub_changes(catalogue)[:MOST]
    updated = found[0].on if found else stamp.date
    entries = "".join(_entry(one, site.address) for one in found)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">\n'
        f"<id>urn:uuid:{uid('hub-changes')}</id>\n"
        f"<title>{escape(site.name)}: what changed</title>\n"
        f"<updated>{updated}T00:00:00Z</updated>\n"
        f"<rights>{escape(RIGHTS)}</rights>\n"
        f"<author><name>{escape(site.name)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(site.address + PATH)}/>\n'
        f'<link rel="alternate" type="text/html" href={quoteattr(site.address)}/>\n'
        f"{entries}</feed>\n"
    )


def _entry(one: HubChange, base: str) -> str:
    page = f"{base}{one.address.lstrip('/')}"
    return (
        "<entry>\n"
        f"<id>urn:uuid:{uid(f'{one.address} {one.on}')}</id>\n"
        f"<title>{escape(one.title)}</title>\n"
        f"<updated>{one.on}T00:00:00Z</updated>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>\n'
        f"<summary>{escape(' '.join(one.said.split()))}</summary>\n"
        "</entry>\n"
    )
