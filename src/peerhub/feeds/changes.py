"""The Atom feed of new and changed events (RFC 4287)."""

from __future__ import annotations

from peerhub.catalogue import Catalogue
from peerhub.feeds.calendar import uid
from peerhub.feeds.xml_text import escape, quoteattr
from peerhub.models import Event, Stamp
from peerhub.models.licence import RIGHTS
from peerhub.words import days

PATH = "events/changes.xml"
MOST = 50
"""Entries in the feed: the newest changes."""


def changes(catalogue: Catalogue, stamp: Stamp) -> str:
    """Return the feed; its days are those on which somebody last changed an event."""
    site = catalogue.site
    newest = sorted(catalogue.events, key=lambda event: event.id)
    newest.sort(key=lambda event: event.updated, reverse=True)
    updated = newest[0].updated if newest else stamp.date
    entries = "".join(_entry(event, site.address) for event in newest[:MOST])
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">\n'
        f"<id>urn:uuid:{uid('changes')}</id>\n"
        f"<title>{escape(site.name)}: new and changed events</title>\n"
        f"<updated>{updated}T00:00:00Z</updated>\n"
        f"<rights>{escape(RIGHTS)}</rights>\n"
        f"<author><name>{escape(site.name)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(site.address + PATH)}/>\n'
        f'<link rel="alternate" type="text/html" href={quoteattr(site.address + "events/")}/>\n'
        f"{entries}</feed>\n"
    )


def _entry(event: Event, address: str) -> str:
    page = f"{address}events/{event.id}/"
    said = f"{days(event.date, event.last_day)}. {event.summary}"
    return (
        "<entry>\n"
        f"<id>urn:uuid:{uid(event.id)}</id>\n"
        f"<title>{escape(news(event))}</title>\n"
        f"<updated>{event.updated}T00:00:00Z</updated>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>\n'
        f"<category term={quoteattr(event.kind)}/>\n"
        f"<summary>{escape(said)}</summary>\n"
        "</entry>\n"
    )


def news(event: Event) -> str:
    """Return an event's title with what has become of it: cancelled, moved, full or changed."""
    if event.status == "cancelled":
        return f"Cancelled: {event.title}"
    if event.moved_from:
        return f"New date: {event.title}"
    if event.status == "full":
        return f"Full: {event.title}"
    return f"Changed: {event.title}" if event.revision else event.title
