"""Where to tell of a weakness, at `/.well-known/security.txt` (RFC 9116)."""

from __future__ import annotations

import datetime as dt

from peerhub.models import Site, Stamp

PATH = ".well-known/security.txt"
GOOD_FOR = dt.timedelta(days=365)
"""RFC 9116 asks for an end, at most a year away; each edition says it anew."""


def security_text(site: Site, stamp: Stamp) -> str:
    """Return the file's text: the role mailbox, and the day after which it is to be read again."""
    address = str(site.address).rstrip("/")
    return (
        f"Contact: mailto:{site.contact}\n"
        f"Expires: {stamp.date + GOOD_FOR}T12:00:00Z\n"
        "Preferred-Languages: en\n"
        f"Canonical: {address}/{PATH}\n"
    )
