"""What an editor reads where a file is not YAML at all."""

from __future__ import annotations

from collections.abc import Iterator

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
    ("found unexpected end of stream", "a quote is opened but not closed", "Close the quote."),
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


def syntax_faults(error: yaml.YAMLError, text: str, first_line: int) -> Iterator[Fault]:
    """Return where the parser stopped, and every tab in an indent, in an editor's words."""
    tabs = list(_tabs_in_indents(text, first_line))
    for line, column in tabs:
        yield line, column, "a tab is used to indent", "Use spaces."
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    line, column = _place(error, text, first_line)
    if line in {tab for tab, _ in tabs}:
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
