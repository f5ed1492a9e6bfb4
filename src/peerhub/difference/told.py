"""A difference in plain words: as text, as Markdown for a proposal's conversation, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from peerhub.difference.compare import Difference
from peerhub.difference.records import RecordChange
from peerhub.words import counted

FORMATS = ("text", "markdown", "json")
SHOWN = 12
"""How many of a kind are named; the rest are counted."""
NOTHING = "Nothing changes for readers."
SIGN = "<!-- what changes for readers -->"
"""By which a workflow finds its own comment again."""


def written(found: Difference, style: str) -> str:
    """Return a difference as text that ends with a line break."""
    if style == "json":
        return json.dumps(asdict(found), ensure_ascii=False, indent=1) + "\n"
    lines = list(_lines(found, "- " if style == "markdown" else ""))
    if style == "markdown":
        lines = [SIGN, "## What changes for readers", "", *(lines or [NOTHING])]
    return "\n".join(lines or [NOTHING]) + "\n"


def _lines(found: Difference, mark: str) -> Iterator[str]:
    for line in (*map(_record, found.records), *_effects(found)):
        yield f"{mark}{_inert(line) if mark else line}"


def _inert(line: str) -> str:
    """Return words of a change so that a conversation shows them and carries nothing out."""
    for sign in "\\`*_[]<>|#":
        line = line.replace(sign, f"\\{sign}")
    return line.replace("@", "@\u200b")


def _record(one: RecordChange) -> str:
    what = "; ".join(one.what[:SHOWN]) or "rewritten"
    return f"{one.title} ({one.kind}): {what}."


def _effects(found: Difference) -> Iterator[str]:
    pages = found.pages
    if found.posters:
        number = counted(len(found.posters), "poster")
        yield f"{number} will be made again: {_some(found.posters)}."
    if found.materials:
        number = counted(len(found.materials), "other paper")
        yield f"{number} will be made again: {_some(found.materials)}."
    for some, verb in (
        (pages.changed, "read differently"),
        (pages.added, "new"),
        (pages.gone, "gone"),
    ):
        if some:
            is_are = "" if verb.startswith("read") else ("is " if len(some) == 1 else "are ")
            said = verb if len(some) != 1 else verb.replace("read ", "reads ")
            yield f"{counted(len(some), 'page')} {is_are}{said}: {_some(some)}."
    if found.new_files:
        yield f"{counted(len(found.new_files), 'new download')}: {_some(found.new_files)}."
    if found.lost_files:
        number = counted(len(found.lost_files), "download")
        yield f"{number} no longer there: {_some(found.lost_files)}."


def _some(names: Sequence[str]) -> str:
    rest = len(names) - SHOWN
    more = f" and {rest} more" if rest > 0 else ""
    return f"{', '.join(names[:SHOWN])}{more}"
