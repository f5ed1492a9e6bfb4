"""Words that may name nobody: where a confirmation is kept, and the page that it links to.

A name is personal data (UK GDPR article 4(1)). No program knows every name, so these rules work
the other way round: a word that could be a name is refused unless it is known to be none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from urllib.parse import unquote

from peerhub.models.contact import OTHER_WORDS, PATTERNS, ROLE_WORDS, is_invented

RANKS = frozenset(
    "acc acting cc chief ci commander commissioner constable cpt dame dc dcc dci dcs di dr ds dsu "
    "insp inspector lord miss mr mrs ms mx pc pcso prof professor rev ps sergeant sgt sir "
    "special superintendent supt tdc".split()
)
"""Ranks and titles in small letters: the word after one is a name, unless it is a known word."""

KNOWN = (
    ROLE_WORDS
    | OTHER_WORDS
    | frozenset(
        # what it is
        "agreement audit board call certificate chat committee confirmation copy council decision "
        "declaration email emails file files folder form group item letter letters meeting memo "
        "memorandum message minute minutes note notes notice number page part plan post programme "
        "record records reference reply report response return review section signed statement "
        "survey tel telephone version"
        # whose it is
        " administrator appointed assistant association business chair champion chief child "
        "college commander commissioner constable corporate crime delivery department deputy "
        "development director directorate doctor executive finance gold head human inspector "
        "lead learning manager management medical member members national nurse organisational "
        "oscar kilo partner policing president professional psychologist secretary sergeant silver "
        "special specialist sponsor standards strategic superintendent uk union unison university "
        "npcc npoc npws nca cod mod acc dcc cc"
        # when and where it was
        " january february march april may june july august september october november december "
        "monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter "
        "edition quarter year"
        # words between
        " a about above acting after all an and any as at attached available before below both by "
        "came confirmed dated each every filed first following for former four from given has have "
        "he held her his in interim invented is it its kept last later local new no now of on one "
        "or our over own received same second see senior sent several shared she since so stored "
        "temporary that the their them then there they third this three to two under was we were "
        "when where which who with your".split()
    )
)
"""Words that are no name, in small letters."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_BETWEEN = re.compile(r"[ .’'-]{1,2}")
_COLLAR = re.compile(r"\b(?:pc|dc|ps|ds|sgt|pcso|constable|sergeant)\W{1,2}\d{3,}", re.IGNORECASE)
_OPENERS = frozenset({"from", "by"})
_ARTICLES = frozenset({"a", "an", "the", "our", "its", "their"})


def named_in(value: str, known: Collection[str] = ()) -> str | None:
    """Return the first words of a text that could be a person's name or number, or nothing.

    A word with a capital could be one, and so could any word after a rank, or after "from" or
    "by". Words in `KNOWN` and in `known` (in small letters: the names of forces) are not.
    """
    collar = _COLLAR.search(value)
    if collar:
        return collar[0]
    words = list(_WORD.finditer(value))
    for at in range(len(words)):
        if _could_be_a_name(words, at, value, known):
            return value[_start(words, at, value) : _end(words, at, value, known)]
    return None


def _could_be_a_name(
    words: Sequence[re.Match[str]], at: int, value: str, known: Collection[str]
) -> bool:
    word = words[at][0]
    if _is_known(word, known):
        return False
    if not word.islower():
        return True
    before = [one[0].lower() for one in words[max(at - 2, 0) : at]]
    while before and before[-1] in _ARTICLES:
        before.pop()
    is_beside = at > 0 and _is_beside(words[at - 1], words[at], value)
    return is_beside and bool(before) and (before[-1] in RANKS or before[-1] in _OPENERS)


def _is_known(word: str, known: Collection[str]) -> bool:
    plain = re.sub(r"['’]s?$", "", word.lower())
    return plain in KNOWN or plain in known


def _is_beside(one: re.Match[str], other: re.Match[str], value: str) -> bool:
    return bool(_BETWEEN.fullmatch(value, one.end(), other.start()))


def _start(words: Sequence[re.Match[str]], at: int, value: str) -> int:
    """Return where a name begins, with the ranks and initials before it."""
    while at and _is_beside(words[at - 1], words[at], value):
        before = words[at - 1][0].lower()
        if before not in RANKS and len(before) > 1:
            break
        at -= 1
    return words[at].start()


def _end(words: Sequence[re.Match[str]], at: int, value: str, known: Collection[str]) -> int:
    while at + 1 < len(words) and _is_beside(words[at], words[at + 1], value):
        after = words[at + 1][0]
        is_named = words[at][0].lower() in RANKS or not after.islower()
        if not is_named or _is_known(after, known):
            break
        at += 1
    return words[at].end()


PEOPLE = frozenset("members people person personal profile profiles user username users".split())
"""Parts of a web address after which a person stands."""

ON_PAGES = frozenset(
    "asp aspx cfm default htm html index jsp pages pdf php portal site sitepages sites".split()
)


def person_in_address(url: str) -> str | None:
    """Return the part of a web address that looks like a person's page, or nothing.

    Such a part has several words none of which is known, or stands after "people" and the like,
    or starts with a tilde. One word alone passes, since it is as likely the name of a unit.
    """
    path = unquote(url.split("://")[-1])
    host, *parts = re.split(r"[/?&=#:]", path)
    own = frozenset(re.split(r"[.-]", host))
    before = ""
    for part in (*(one for one in (host, *parts) if "@" in one), *parts):
        every = (word.lower() for word in re.findall(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+", part))
        words = [word for word in every if word not in ON_PAGES]
        strange = [word for word in words if not _is_known(word, own)]
        all_strange = len(words) > 1 and len(strange) == len(words)
        if "@" in part or part.startswith("~") or all_strange or (strange and before in PEOPLE):
            return part
        before = part.lower()
    return None


def is_on_a_public_host(url: str) -> bool:
    """Say whether a web address is on a police or government host, or on an invented one."""
    host = re.split(r"[/?#:]", url.split("://")[-1])[0].lower()
    return bool(PATTERNS["publicHost"].fullmatch(host)) or is_invented(url)
