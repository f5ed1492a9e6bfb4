"""The letters that our type can draw. A text with any other cannot be printed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# What every weight of Atkinson Hyperlegible Next in `materials/fonts` holds, as a test finds there.
_DRAWN = (
    r"\n -~\u00a0-\u00ac\u00ae-\u00b4\u00b6-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123"
    r"\u0126\u0127\u012a\u012b\u012e-\u0133\u0136\u0137\u0139-\u013e\u0141-\u0148\u0150-\u0155"
    r"\u0158-\u015b\u015e-\u0165\u016a\u016b\u016e-\u017e\u0192\u0218-\u021b\u0237\u02c6\u02c7"
    r"\u02c9\u02d8-\u02dd\u0300-\u0304\u0306-\u0308\u030a-\u030c\u0312\u0326-\u0328\u0394\u03a9"
    r"\u03bc\u03c0\u1e80-\u1e85\u1e9e\u1ef2\u1ef3\u2009\u2013\u2014\u2018-\u201a\u201c-\u201e"
    r"\u2020-\u2022\u2026\u2030\u2039\u203a\u2044\u20ac\u20b9\u2113\u2122\u212e\u2202\u220f"
    r"\u2211\u2212\u2215\u2219\u221a\u221e\u222b\u2248\u2260\u2264\u2265\u25ca\u266a"
)
STRANGE = re.compile(f"[^{_DRAWN}]")
"""A letter that our type lacks."""
STRANGE_REMEDY = "Write the words without it."


NAMES = {
    "\u00a0": "a hard space, as Word makes",
    "\u00ad": "a soft hyphen, as Word makes",
    "\u2028": "a line break that web pages make",
    "\u2029": "a line break that web pages make",
    "\ufeff": "a mark that begins files",
    "\x85": "a line break of old systems",
}
_ODD = (
    r"\x85\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180e\u2000-\u200f\u2028-\u202f"
    r"\u205f-\u206f\u3000\u3164\ufeff\uffa0"
)
UNSEEN = re.compile(f"[{_ODD}]")
"""A letter that cannot be seen, or a space that is not the plain one."""
_JOINED = re.compile(r"[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")
"""A picture, such as emoji are; those may be joined to one by U+200D."""


def unseen(text: str) -> Iterator[tuple[int, str]]:
    """Find each letter that cannot be seen: its position, and what it is called."""
    for found in UNSEEN.finditer(text):
        before = text[found.start() - 1 : found.start()]
        if found[0] != "\u200d" or not _JOINED.match(before):
            yield found.start(), called(found[0])


def called(letter: str) -> str:
    """Return what a letter that cannot be seen is called: "a hard space, as Word makes"."""
    if letter in NAMES:
        return NAMES[letter]
    kind = unicodedata.category(letter)
    if kind == "Zs":
        return "a space of an odd width"
    return f"a letter that cannot be seen ({unicodedata.name(letter, 'without a name').lower()})"


def plain(text: str) -> str:
    """Return a text with a plain space for each odd one, and without what cannot be seen."""

    def instead(found: re.Match[str]) -> str:
        if found[0] == "\u200d" and _JOINED.match(text[found.start() - 1 : found.start()]):
            return found[0]
        return " " if unicodedata.category(found[0]) == "Zs" else ""

    return UNSEEN.sub(instead, text)


def strange(letter: str) -> str:
    """Return what an editor reads about a letter that our type lacks."""
    if UNSEEN.match(letter):
        return f"there is {called(letter)}"
    return f"our type cannot draw '{letter}'"
