"""People by rank or title: the hub holds roles, and never a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from peerhub.faults import Code
from peerhub.models.unnamed import KNOWN
from peerhub.proofread.text import Found, PageText

_RANKS = (
    "PC PCs DC DS DI DCI PCSO Sgt Sergeant Insp Inspector Supt Superintendent Constable Commander "
    "Commissioner Mr Mrs Ms Mx Dr Prof Professor Rev Sir Dame"
).split()
_RANKED = re.compile(
    rf"\b(?:{'|'.join(_RANKS)})\.?(?P<names>(?:[ \u00a0][^\W\d_][\w'\u2019-]+){{1,2}})"
)


def named_people(page: PageText) -> Iterator[Found]:
    """Find each name that follows a rank or a title; words that no person is called are none."""
    for found in _RANKED.finditer(page.plain):
        words = [word for word in found["names"].split() if _could_be_a_name(word)]
        if words and words[0] == found["names"].split()[0]:
            end = found.string.index(words[-1], found.start("names")) + len(words[-1])
            said = f"'{found.string[found.start() : end]}' names a person"
            yield found.start(), Code.PERSONAL, said, "Write the role, and no name."


def _could_be_a_name(word: str) -> bool:
    return word[0].isupper() and not word.isupper() and word.lower() not in KNOWN
