"""The Atom feed of what was taken back (RFC 4287), for whoever puts posters up."""

from __future__ import annotations

from peerhub.catalogue import Catalogue
from peerhub.feeds.calendar import uid
from peerhub.feeds.xml_text import escape, quoteattr
from peerhub.models import Stamp
from peerhub.questions.recalls import RecallNotice, recall_notices

PATH = "posters/recalled.xml"
PAGE = "posters/recalled/"


def recalls_feed(catalogue: Catalogue, stamp: Stamp) -> str:
    """Return the feed, the newest recall first; without any it is empty and dated by the stamp."""
    site = catalogue.site
    notices = recall_notices(catalogue.recalls)
    updated = notices[0].on if notices else stamp.date
    entries = "".join(_entry(one, site.address) for one in notices)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">\n'
        f"<id>urn:uuid:{uid('recalled')}</id>\n"
        f"<title>{escape(site.name)}: posters and papers to take down</title>\n"
        f"<updated>{updated}T00:00:00Z</updated>\n"
        f"<author><name>{escape(site.name)}</name></author>\n"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(site.address + PATH)}/>\n'
        f'<link rel="alternate" type="text/html" href={quoteattr(site.address + PAGE)}/>\n'
        f"{entries}</feed>\n"
    )


def _entry(notice: RecallNotice, address: str) -> str:
    return (
        "<entry>\n"
        f"<id>urn:uuid:{uid(notice.id)}</id>\n"
        f"<title>{escape(notice.title)}</title>\n"
        f"<updated>{notice.on}T00:00:00Z</updated>\n"
        f'<link rel="alternate" type="text/html" href={quoteattr(address + PAGE)}/>\n'
        f"<summary>{escape(notice.ask)}</summary>\n"
        "</entry>\n"
    )
