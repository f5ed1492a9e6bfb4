"""Words that are shown as they stand, on pages and paper, in calendars and to search engines.

None of these reads Markdown but the page, and no two of them break a long word alike. So the marks
of Markdown are taken out, and titles have a length that all of them can hold.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from peerhub.faults import Code
from peerhub.models.base import Line, fault

LONGEST_TITLE = 100
LONGEST_WORD = 60
"""Letters; the longest name of a place in the UK has 58."""

_MARKS = (
    (re.compile(r"!\[([^\]]*)\]\([^)\s]*(?:\s[^)]*)?\)"), r"\1"),
    (re.compile(r"\[([^\]]+)\]\((\S+?)(?:\s+[\"'][^)]*)?\)"), r"\1 (\2)"),
    (re.compile(r"<(https?://[^>\s]+)>"), r"\1"),
    (re.compile(r"(\*\*\*|___)(?=\S)(.+?)(?<=\S)\1", re.DOTALL), r"\2"),
    (re.compile(r"(\*\*|(?<!\w)__|~~)(?=\S)(.+?)(?<=\S)\1", re.DOTALL), r"\2"),
    (re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_\\])_(?=[^\s_])([^_]+?)(?<=\S)_(?![\w_])"), r"\1"),
    (re.compile(r"(`+)(?=\S)([^`]+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"^ {0,3}#{1,6} +", re.MULTILINE), ""),
)
_SIGNS = "*_[<`#~"
"""Each mark begins with one of these, which are looked for first: most texts have none."""


def unmarked(text: str) -> str:
    """Return a text without the marks of Markdown: "**A** [form](/x)" becomes "A form (/x)"."""
    if not any(map(text.__contains__, _SIGNS)):
        return text
    for pattern, instead in _MARKS:
        text = pattern.sub(instead, text)
    return text


def _words_fit(text: str) -> str:
    for word in text.split():
        if len(word) > LONGEST_WORD and not re.search(r"[/@]", word):
            raise fault(
                f"'{word[:12]}…' is one word of {len(word)} letters",
                f"Write words of {LONGEST_WORD} letters or fewer: a longer one runs off phones, "
                "slides and signs.",
                code=Code.SIZE,
            )
    return text


def _title_fits(text: str) -> str:
    if len(text) > LONGEST_TITLE:
        raise fault(
            f"the title has {len(text)} letters",
            f"Write {LONGEST_TITLE} or fewer: a longer one does not fit on slides and door signs.",
            code=Code.SIZE,
        )
    return text


PLAIN = AfterValidator(unmarked)
WORDS_FIT = AfterValidator(_words_fit)
TITLE_FITS = AfterValidator(_title_fits)

Title = Annotated[Line, PLAIN, WORDS_FIT, TITLE_FITS]
"""What a thing is called, in one line that fits wherever it is shown."""
