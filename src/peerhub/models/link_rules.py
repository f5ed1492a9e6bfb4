"""What a web address must not be: wrapped by a mail filter, followed by a tracker, or somebody's.

A mail filter's address holds the reader it was made for, and dies with its service. A tracker's
says who came from where. Both are pasted without being noticed. The rule is the same for addresses
in data and links in pages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Annotated
from urllib.parse import parse_qs, parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from peerhub.faults import Code
from peerhub.models.base import HttpsAddress, fault
from peerhub.models.contact import PATTERNS, is_role_mailbox

WRAPPERS: Mapping[str, Sequence[str]] = {
    "safelinks.protection.outlook.com": ("url",),
    "safelinks.protection.office365.us": ("url",),
    "urldefense.proofpoint.com": ("u",),
    "urldefense.com": (),
    "urldefense.us": (),
    "linkprotect.cudasvc.com": ("a",),
    "protect.mimecast.com": ("domain",),
    "protect-eu.mimecast.com": ("domain",),
    "protect-uk.mimecast.com": ("domain",),
    "mimecastprotect.com": ("domain",),
    "clicktime.symantec.com": ("u",),
    "secure-web.cisco.com": (),
    "www.google.com/url": ("q", "url"),
    "www.google.co.uk/url": ("q", "url"),
    "google.com/url": ("q", "url"),
    "www.bing.com/ck/a": ("u",),
    "l.facebook.com": ("u",),
    "lm.facebook.com": ("u",),
    "l.instagram.com": ("u",),
    "www.linkedin.com/redir": ("url",),
    "www.youtube.com/redirect": ("q",),
    "out.reddit.com": ("url",),
    "slack-redir.net": ("url",),
    "list-manage.com/track": ("u",),
    "sendgrid.net/ls/click": (),
    "awstrack.me": (),
    "hubspotlinks.com": (),
}
"""Where an address is wrapped in another: the host (and path), and what holds the one wrapped."""

SHORTENERS = frozenset(
    "bit.ly buff.ly cutt.ly goo.gl is.gd lnkd.in ow.ly rb.gy rebrand.ly s.id shorturl.at t.co t.ly "
    "tiny.cc tinyurl.com trib.al v.gd".split()
)
"""Hosts whose addresses hide where they lead, and may lead elsewhere tomorrow."""

_TRACKERS = re.compile(
    r"utm_\w+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|"
    r"_hsenc|_hsmi|__hs\w+|hsctatracking|mkt_tok|vero_id|oly_\w+_id|_openstat|s_cid|wt\.mc_id|"
    r"trk|trkemail|cmpid|ss_email_id|elqtrack\w*|_ga|_gl|srsltid",
    re.IGNORECASE,
)
"""Names of what is added to an address so that readers can be followed."""

_V3 = re.compile(r"/v3/__(?P<inside>https?:/.+?)__;")


def wrapped(url: str) -> str | None:
    """Return the address that another wraps; '' when it cannot be read, None when none is."""
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    for place, names in WRAPPERS.items():
        where, _, path = place.partition("/")
        if host != where and not host.endswith(f".{where}"):
            continue
        if path and not parts.path.strip("/").startswith(path):
            continue
        found = _V3.search(url)
        if found:
            return re.sub(r"^(https?):/+", r"\1://", found["inside"])
        query = parse_qs(parts.query)
        inside = next((query[name][0] for name in names if name in query), "")
        if where == "urldefense.proofpoint.com":
            inside = unquote(inside.replace("-", "%").replace("_", "/"))
        return inside if inside.startswith("http") else ""
    return None


def untracked(url: str) -> str:
    """Return an address without what follows its readers; itself when nothing does."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _TRACKERS.fullmatch(name)]
    if len(kept) == len(pairs):
        return url
    return urlunsplit(parts._replace(query=urlencode(kept, safe="/:,")))


def objection(url: str) -> PydanticCustomError | None:
    """Return what is wrong with a web address that is well written, or nothing."""
    inside = wrapped(url)
    if inside is not None:
        host = urlsplit(url).hostname
        if not inside:
            return fault(
                f"the address is wrapped by {host}, which hides where it leads",
                "Open it, and copy the address from the browser's address bar.",
                code=Code.WRAPPED,
            )
        return fault(
            f"the address is wrapped by {host}, a mail filter or a tracker",
            f"Write the address inside it: {untracked(_innermost(inside))}",
            code=Code.WRAPPED,
        )
    if (urlsplit(url).hostname or "").lower().removeprefix("www.") in SHORTENERS:
        return fault(
            "the address is a short one that hides where it leads",
            "Open it, and copy the address from the browser's address bar.",
            code=Code.WRAPPED,
        )
    plain = untracked(url)
    if plain != url:
        return fault(
            "the address holds marks that follow readers", f"Write: {plain}", code=Code.WRAPPED
        )
    return _somebody_in(url)


def _innermost(url: str) -> str:
    """Return what is wrapped when wrappers stand in each other."""
    for _ in range(4):
        inside = wrapped(url)
        if not inside:
            break
        url = inside
    return url


def _somebody_in(url: str) -> PydanticCustomError | None:
    """Hold a mailbox that is written into an address, also with its signs encoded, to the rule."""
    text = url
    for _ in range(3):
        text = unquote(text)
    for found in PATTERNS["emailInText"].findall(text):
        if not is_role_mailbox(found):
            return fault(
                f"the address holds the mailbox {found!r}, which is not a role's",
                "Take it out: copy the address without what follows the '?'.",
                code=Code.PERSONAL,
            )
    return None


def _honest(value: str) -> str:
    found = objection(value)
    if found is not None:
        raise found
    return value


HttpsUrl = Annotated[HttpsAddress, AfterValidator(_honest)]
"""A web address that starts with https:// and leads where it says, whoever reads it."""
