"""What is pasted into a page as it stood elsewhere: domains, closed shares, shouting, quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from peerhub.faults import Code
from peerhub.proofread.links import links_of
from peerhub.proofread.text import Found, PageText

_DOMAIN = re.compile(
    r"(?<![\w/(<\[\"'=.@:-])(?:[a-z0-9-]+\.)+(?:uk|org|com|net|wales|scot)(?:/[^\s<>()\]]*)?(?![\w@-])",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\.(?:uk|org|com|net|wales|scot)", re.IGNORECASE)
"""The end of a domain, which is found far sooner than its start."""
_SPACE = re.compile(r"\s|$")
_CLOSED = ("sharepoint.com", "1drv.ms", "onedrive.live.com", "docs.google.com", "drive.google.com")
"""Hosts of files that only those who were let in can open."""
_HEADING = re.compile(r"^#{1,6} +(?P<words>[^\n]+)$", re.MULTILINE)
SHOUTED = 3
"""Words in capitals from which a heading is no name of a body."""
_PARAGRAPH = re.compile(r"(?:[^\n]+\n?)+")


def pasted(page: PageText) -> Iterator[Found]:
    """Find what was pasted and never made a part of the page."""
    text = page.plain
    linked = [(one.at, one.address_at + len(one.address)) for one in links_of(page)]
    for found in _domains(text):
        if not any(start <= found.start() < end for start, end in linked):
            said = f"the address {found[0].rstrip('.,;:')} stands here and is no link"
            hint = "Write [words](address), with words that say where it leads."
            yield found.start(), Code.MALFORMED_LINK, said, hint
    for link in links_of(page):
        host = (urlsplit(link.address).hostname or "") if link.address.startswith("http") else ""
        if any(host == one or host.endswith(f".{one}") for one in _CLOSED):
            said = f"the link '{' '.join(link.words.split())}' leads to a file on {host}"
            hint = (
                "Readers would have to sign in. Put its words on a page, or link the public page."
            )
            yield link.address_at, Code.MALFORMED_LINK, said, hint
    for found in _HEADING.finditer(text):
        words = re.findall(r"[^\W\d_]{2,}", found["words"])
        if len(words) >= SHOUTED and found["words"].isupper():
            said = "this heading is in capitals, which read as shouting"
            hint = "Write it as a sentence: a capital first, and for names."
            yield found.start("words"), Code.HOUSE_STYLE, said, hint
    if "\u201c" in text or "\u201d" in text:
        for part in _PARAGRAPH.finditer(text):
            yield from _unpaired(part)


def _domains(text: str) -> Iterator[re.Match[str]]:
    """Yield each domain that stands in a text: looked for only where one ends."""
    read = 0
    for found in _NAMED.finditer(text):
        if found.start() < read:
            continue
        start = max(read, *(text.rfind(space, read, found.start()) for space in " \t\n"))
        read = _SPACE.search(text, found.end()).start()  # type: ignore[union-attr]
        yield from _DOMAIN.finditer(text, start, read)


def _unpaired(part: re.Match[str]) -> Iterator[Found]:
    """Find the first curly quote of a paragraph that has no other half."""
    opened: int | None = None
    for sign in re.finditer("[\u201c\u201d]", part[0]):
        if (sign[0] == "\u201c") == (opened is not None):
            opened = sign.start() if opened is None else opened
            break
        opened = sign.start() if opened is None else None
    if opened is not None:
        sign_there = part[0][opened]
        what = "opened and not closed" if sign_there == "\u201c" else "closed and was not opened"
        yield part.start() + opened, Code.LETTER, f"a quote {sign_there} is {what}", "Write both."
