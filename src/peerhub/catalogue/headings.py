"""Headings that are what they look like: no bold paragraph in their place, no level left out.

People who hear a page go from heading to heading, and the papers and documents made of a page take
theirs from the same lines. A paragraph that is only bold is a heading to the eye alone (WCAG 2.2
technique H42, failure F2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from peerhub.catalogue.document import Document, Mark
from peerhub.faults import Code
from peerhub.models.tool import GAP

FENCE = re.compile(r"^ {0,3}(?P<sign>`{3,}|~{3,})")
HEADING = re.compile(r"^(?P<signs>#{1,6})\s+(?P<title>.+?)(?:\s+#+|\s*\{.*\})?\s*$")
STRONG = (
    r"(?P<bold>\*\*\*?(?:(?!\*\*).)+\*\*\*?|__(?:(?!__).)+__"
    r"|<(?P<tag>strong|b)\b[^>]*>.*</(?P=tag)>)"
)
BOLD = re.compile(rf"^(?:<p[^>]*>)?\s*{STRONG}\s*(?P<colon>:?)\s*(?P<gap>{GAP})?\s*(?:</p>)?$")
"""A paragraph that is bold from its start to its end, but for a place to fill in."""

ATTRIBUTES = re.compile(r"^\{:.*\}$")
QUOTED = re.compile(r"^ {0,3}(?:> ?)+")
TOP = 2
"""The highest level of a heading in a page's text: the page's title stands above it."""


def check_headings(document: Document, body: str, first: int) -> None:
    """Report each bold paragraph that stands as a heading, and each level that is left out."""
    level = TOP - 1
    for number, words in _paragraphs(body):
        mark = Mark(first + number, 1)
        heading = HEADING.match(words)
        if heading:
            deeper = len(heading["signs"])
            if deeper > level + 1:
                document.report(
                    mark,
                    Code.HEADINGS,
                    f"the heading '{heading['title']}' leaves out level {level + 1}",
                    f"Write it with {'#' * (level + 1)}: one level deeper than the one above it.",
                )
            level = deeper
        elif _stands_as_heading(words):
            signs = "#" * max(TOP, level + 1)
            document.report(
                mark,
                Code.HEADINGS,
                f"the paragraph '{_plain(words)}' is bold throughout: it looks like a heading "
                "and is none",
                f"Make it a heading ('{signs} {_plain(words)}'), or take the bold away.",
            )


def _stands_as_heading(words: str) -> bool:
    """Return whether a paragraph is bold throughout and not the label of a field ("On: ……")."""
    found = BOLD.match(words)
    if found is None:
        return False
    labelled = found["colon"] or ":" in re.sub(r"<[^>]+>|[*_]", "", found["bold"])[-1:]
    return not (found["gap"] and labelled)


def _paragraphs(body: str) -> Iterator[tuple[int, str]]:
    """Yield each heading and paragraph outside code: its line, counted from 0, and its words."""
    fence = ""
    held: list[str] = []
    start = 0
    for number, line in enumerate([*body.split("\n"), ""]):
        opened = FENCE.match(line)
        if opened and (not fence or opened["sign"].startswith(fence)):
            fence = "" if fence else opened["sign"]
        said = "" if fence or opened else QUOTED.sub("", line).strip()
        alone = HEADING.match(said)
        if held and (not said or alone):
            yield start, " ".join(held)
            held = []
        if alone:
            yield number, said
        elif said and not ATTRIBUTES.match(said):
            start = start if held else number
            held.append(said)


def _plain(words: str) -> str:
    """Return the words of a bold paragraph without what makes it bold."""
    bare = re.sub(r"<[^>]+>|\*\*\*?|__|……", "", words)
    return bare.strip().rstrip(":.").strip()
