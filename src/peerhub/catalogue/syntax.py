"""What an editor reads where a file is not YAML at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

Fault = tuple[int, int, str, str]
"""The line and the column of a fault, what is wrong, and what to do."""

_SYNTAX = (
    ("found character '\\t'", "a tab is used to indent", "Use spaces."),
    (
        "mapping values are not allowed",
        "there is a colon here that YAML cannot place",
        "Check the indent of this line and the one above; put text that holds ': ' in quotes.",
    ),
    (
        "could not find expected ':'",
        "a key here has no colon",
        "Write 'key: value', or check the indent of this line and the one above.",
    ),
    (
        "did not find expected key",
        "this line does not fit in with those above",
        "Check its indent, and the quotes in the lines above.",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not fit in the list above it",
        "Check its indent: each item starts with '- '.",
    ),
    ("cannot start any token", "a character here cannot start a value", "Put the text in quotes."),
    (
        "special characters are not allowed",
        "there is an invisible control character here",
        "Delete it and type the text again.",
    ),
    (
        "control characters are not allowed",
        "there is an invisible control character here",
        "Delete it and type the text again.",
    ),
)


CONFLICT = re.compile(r"^<{7}(?: .*)?$", re.MULTILINE)


def conflicts(text: str, first_line: int = 1) -> list[Fault]:
    """Return each place where git could not join two versions and left both in the file."""
    return [
        (
            first_line + text[: found.start()].count("\n"),
            1,
            "git has left two versions here",
            "Keep one of them, and take out the lines <<<<<<<, ======= and >>>>>>>.",
        )
        for found in CONFLICT.finditer(text)
    ]


def cut_off(line: str, column: int) -> str:
    """Return the word that a line loses after plain text that ends at a column, or nothing.

    A comment has a space after its '#'; without one, the '#' was meant to be read.
    """
    found = re.match(r"\s+(#\S+)", line[column:])
    return found[1] if found else ""


def syntax_faults(
    error: yaml.YAMLError, text: str, first_line: int, quoted: Any = None
) -> Iterator[Fault]:
    """Return where the parser stopped, and every tab in an indent, in an editor's words.

    `quoted` is the event of the last text in quotes before that.
    """
    tabs = list(_tabs_in_indents(text, first_line))
    for line, column in tabs:
        yield line, column, "a tab is used to indent", "Use spaces."
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    line, column = _place(error, text, first_line)
    if line in {tab for tab, _ in tabs}:
        return
    opened = _opened_quote(error, quoted)
    if opened is not None:
        yield (
            opened.line + first_line,
            opened.column + 1,
            "a quote is opened here but not closed",
            "Close the quote, or put text that holds such a quote in quotes of the other kind.",
        )
        return
    for said, message, hint in _SYNTAX:
        if said in problem:
            yield line, column, message, hint
            return
    plain = " ".join(problem.split())
    yield (
        line,
        column,
        f"this is not YAML ({plain})",
        "Check the indents, colons and quotes on this line and the one above.",
    )


def _opened_quote(error: yaml.YAMLError, quoted: Any) -> Any:
    """Return where a quote opens that was meant to close elsewhere; None for another fault.

    Without its end, text in quotes runs on to the next quote, and the parser stops behind that.
    """
    problem = getattr(error, "problem_mark", None)
    if "scanning a quoted" in str(getattr(error, "context", None)):
        return getattr(error, "context_mark", None)
    if quoted is not None and problem is not None and quoted.end_mark.line == problem.line:
        return quoted.start_mark
    return None


def _place(error: yaml.YAMLError, text: str, first_line: int) -> tuple[int, int]:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return mark.line + first_line, mark.column + 1
    before = text[: getattr(error, "position", 0) or 0]
    return before.count("\n") + first_line, len(before) - (before.rfind("\n") + 1) + 1


def _tabs_in_indents(text: str, first_line: int) -> Iterator[tuple[int, int]]:
    for number, line in enumerate(text.split("\n"), first_line):
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in indent and line.strip():
            yield number, indent.index("\t") + 1
