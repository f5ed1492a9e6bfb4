"""The shape of a page that is written by hand: its purpose first, what to do next at its end.

Pages that the program completes (a module's text) or that a template completes (the search) have
a shape of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from peerhub.catalogue.document import Document, Mark
from peerhub.catalogue.nearest import nearest
from peerhub.faults import Code
from peerhub.models.letters import STRANGE, STRANGE_REMEDY, strange

NEXT = "What to do next"
LEAD = re.compile(r"\s*(?:# .+\n\s*)?(?P<words>[^\s#{|>*\-\d][^\n]*)\n\{: \.lead \}\n")
HEADING = re.compile(r"^## (?P<title>.+?)(?: \{.*\})?\s*$", re.MULTILINE)
SENTENCE_END = re.compile(r"[.!?…]$|[.!?]\*\*$")
MOST_WORDS = 30
"""The most words that a page's first sentence may have."""


def check_shape(
    document: Document, meta: Mapping[str, Any], body: str, first: int, closing: str | None = NEXT
) -> None:
    """Report a page without its purpose first or without its last section; then its tools.

    `meta` is what the front matter says, sound or not; `closing` heads its last section.
    """
    if meta.get("template") is None:
        _check_lead(document, body, first)
        if closing:
            _check_end(document, body, first, closing)
    _check_tools(document, meta, {one["title"] for one in HEADING.finditer(body)}, body)


def check_letters(document: Document, body: str, first: int) -> None:
    """Report each kind of letter in a text to be printed that our type lacks, where it first is."""
    seen: set[str] = set()
    for found in STRANGE.finditer(body):
        if found[0] not in seen:
            before = body[: found.start()]
            mark = Mark(first + before.count("\n"), found.start() - before.rfind("\n"))
            is_tab = found[0] == "\t"
            said = "there is a tab" if is_tab else strange(found[0])
            remedy = "Type spaces instead." if is_tab else STRANGE_REMEDY
            document.report(mark, Code.LETTER, said, remedy)
            seen.add(found[0])


def _check_lead(document: Document, body: str, first: int) -> None:
    lead = LEAD.match(body)
    if lead is None:
        blank = len(body) - len(body.lstrip("\n"))
        document.report(
            Mark(first + blank, 1),
            Code.PAGE_SHAPE,
            "the page does not start with its purpose",
            "Say in one sentence what the page is for, and write '{: .lead }' on the line below.",
        )
        return
    line = first + body[: lead.start("words")].count("\n")
    sentence = re.split(r"(?<=[.!?])\s", lead["words"].strip(), maxsplit=1)[0]
    if not SENTENCE_END.search(sentence):
        document.report(
            Mark(line, 1),
            Code.PAGE_SHAPE,
            "the first sentence has no end",
            "Write it whole, with a full stop.",
        )
    elif len(sentence.split()) > MOST_WORDS:
        document.report(
            Mark(line, 1),
            Code.PAGE_SHAPE,
            f"the first sentence has {len(sentence.split())} words",
            f"Say what the page is for in {MOST_WORDS} words or fewer.",
        )


def _check_end(document: Document, body: str, first: int, closing: str) -> None:
    headings = list(HEADING.finditer(body))
    if not headings or headings[-1]["title"] != closing:
        last = first + body.rstrip().count("\n")
        document.report(
            Mark(last, 1),
            Code.PAGE_SHAPE,
            f"the page does not end with '{closing}'",
            f"Add the section '## {closing}' at the end, with one link at least.",
        )


def _check_tools(
    document: Document, meta: Mapping[str, Any], headings: set[str], body: str
) -> None:
    tools = meta.get("tools")
    for number, tool in enumerate(tools if isinstance(tools, tuple) else ()):
        parts = tool.get("parts") if isinstance(tool, Mapping) else None
        seen: set[str] = set()
        for at, part in enumerate(parts if isinstance(parts, tuple) else ()):
            mark = document.mark(("tools", number, "parts", at))
            if isinstance(part, str) and part not in headings:
                document.report(
                    mark,
                    Code.PAGE_SHAPE,
                    f"the tool '{tool.get('id')}' asks for the section '{part}', "
                    "which is not there",
                    nearest(part, headings, "Use the words of a second-level heading."),
                )
            elif isinstance(part, str) and part in seen:
                said = f"the tool '{tool.get('id')}' has the section '{part}' twice"
                document.report(mark, Code.PAGE_SHAPE, said, "Take one of them out.")
            seen.add(str(part))
        if parts and isinstance(tool.get("id"), str) and not _is_shown(tool["id"], body):
            document.report(
                document.mark(("tools", number, "id")),
                Code.PAGE_SHAPE,
                f"the files of the tool '{tool['id']}' are shown nowhere on the page",
                f'Write {{{{ downloads("{tool["id"]}") }}}} where they belong.',
            )


def _is_shown(identity: str, body: str) -> bool:
    pattern = rf"""downloads\([^)]*["']{re.escape(identity)}["']"""
    return re.search(pattern, body) is not None
