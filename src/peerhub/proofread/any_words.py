"""What holds for every text that readers see, wherever it stands: pages, data, what is printed.

The rules are those of pages. So that a text of data or a template can be read by them, all that is
none of its words is taken out first, and each fault is told where it stands in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from peerhub.catalogue.issue import Issue
from peerhub.faults import Code
from peerhub.proofread.leftovers import leftovers
from peerhub.proofread.links import unsound_links
from peerhub.proofread.pasted import SHOUTED, pasted
from peerhub.proofread.people import named_people
from peerhub.proofread.text import Found, PageText

SHOWN_AS_TYPED = "Take it out: addresses have fields of their own, and words are shown as typed."
_LINKS = ("](", "] (", ")[", "//", "www.", "mailto:")
"""What each link has, and is found far sooner."""
_PART = re.compile(r"[^\n]+(?:\n[^\n]+)*")


@dataclass(frozen=True)
class Taken:
    """The words of a file, and from where each of their lines was taken."""

    text: str
    places: tuple[tuple[int, int], ...]
    """For each line of the text: its line in the file, and the column at which it begins (1)."""

    def issue(self, file: str, found: Found) -> Issue:
        """Return a fault as a problem at its place in a file."""
        position, code, message, hint = found
        line, column = self.places[self.text.count("\n", 0, position)]
        within = position - (self.text.rfind("\n", 0, position) + 1)
        return Issue(file, line, column + within, code, message, hint)


def word_faults(file: str, taken: Taken) -> list[Issue]:
    """Return a problem for each fault in the words of a file."""
    return [taken.issue(file, one) for one in _faults(taken.text)]


def _faults(text: str) -> Iterator[Found]:
    page = PageText("", text)
    yield from leftovers(page)
    yield from named_people(page)
    links = unsound_links(page) if any(map(text.__contains__, _LINKS)) else ()
    for at, code, message, hint in (*pasted(page), *links):
        yield at, code, message, SHOWN_AS_TYPED if code is Code.MALFORMED_LINK else hint
    for part in _PART.finditer(text):
        if part[0][1:2].islower() or not part[0].isupper():
            continue
        words = re.findall(r"[^\W\d_]{2,}", part[0])
        if len(words) >= SHOUTED:
            said = "these words are in capitals, which read as shouting"
            hint = "Write them as a sentence: a capital first, and for names."
            yield part.start(), Code.HOUSE_STYLE, said, hint
