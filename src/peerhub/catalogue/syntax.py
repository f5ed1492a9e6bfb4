"""What an editor reads where a file is not YAML at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from peerhub.catalogue.scalars import CURLY_QUOTES
from peerhub.models.letters import unseen

Fault = tuple[int, int, str, str]
"""The line and the column of a fault, what is wrong, and what to do."""

NO_COLON = (
    "a key here has no colon",
    "Write 'key: value', or check the indent of this line and the one above.",
)
_SYNTAX = (
    ("found character '\\t'", "a tab is used to indent", "Use spaces."),
    (
        "mapping values are not allowed",
        "there is a colon here that YAML cannot place",
        "Check the indent of this line and the one above; put text that holds ': ' in quotes.",
    ),
    ("could not find expected ':'", *NO_COLON),
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
        "did not find expected comment or line break",
        "text begins on the line below '>' or '|', not beside it",
        "Put the text on lines of its own, indented below the key.",
    ),
    (
        "block sequence entries are not allowed",
        "a list begins on the line below its key, not beside it",
        "Put each item on a line of its own that starts with '- '.",
    ),
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


_GLUED = re.compile(r"\s*-(?P<rest>[a-z_]+: .*)")
_INDENT = re.compile(r"\s*(?:- +)*(?=[a-z][a-z_]*: +\S)")
_SHAPE = re.compile(
    r"\s*(?:- +)?(?:(?P<key>[a-z][a-z_]*):(?:(?P<glued>[^\s:/].*)| +(?P<value>(?:"
    r"(?P<sign>(?:[&*@`%!]|\? ).*)|(?P<curly>[“”„‘’‚].*)|.*)))?|.*)",
)
"""A line as far as it says by itself what is wrong with it."""

_SIGNS = ("<" * 7, ">" * 7, "|" * 7, "=" * 7)
CONFLICT = re.compile(r"^ {0,3}(?:(?:<{7}|>{7}|\|{7})(?: .*)?|={7})[ \t]*$", re.MULTILINE)


def conflicts(text: str, first_line: int = 1) -> list[Fault]:
    """Return each place where git could not join two versions and left both in the file.

    A mark that is left over by itself is told too: a page would show it as a quote or a heading.
    """
    faults: list[Fault] = []
    if not any(sign in text for sign in _SIGNS):
        return faults
    is_open = False
    for found in CONFLICT.finditer(text):
        sign = found[0].strip()[0]
        if sign == "<" or not is_open:
            message = "git has left two versions here"
            hint = "Keep one of them, and take out the lines <<<<<<<, ======= and >>>>>>>."
            if sign != "<":
                message = f"git has left the mark '{found[0].strip()}' here"
                hint = "Take this line out, and read the lines around it."
            faults.append((first_line + text.count("\n", 0, found.start()), 1, message, hint))
        is_open = sign == "<" or (is_open and sign != ">")
    return faults


def unseen_faults(text: str, first_line: int = 1) -> list[Fault]:
    """Return each letter that cannot be seen, and each space that is not the plain one."""
    return [
        (
            first_line + text.count("\n", 0, position),
            position - text.rfind("\n", 0, position),
            f"there is {name}",
            "Delete it, and type a plain space where one belongs.",
        )
        for position, name in unseen(text)
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
    named = _named(error, text, line - first_line)
    if named is not None:
        at, column, message, hint = named
        yield at + first_line, column, message, hint
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


def _named(error: yaml.YAMLError, text: str, line: int) -> Fault | None:
    """Return the cause of a fault where a line says it plainly; its line counts from 0.

    The parser often stops at the next line, so the place where it began to read counts too.
    """
    context = getattr(error, "context_mark", None)
    said = f"{getattr(error, 'problem', '')}"
    if said.startswith("did not find expected ',' or") and context is not None:
        end = said[-2]
        return (
            context.line,
            context.column + 1,
            f"in the list that opens here a comma or the closing '{end}' is missing",
            "Put a comma between two items, and close the bracket.",
        )
    lines = text.split("\n")
    slip = _slip_of_a_line(lines, line, said)
    if slip is not None:
        return slip
    for at in dict.fromkeys((line, context.line if context is not None else line)):
        found = _SHAPE.match(lines[at]) if at < len(lines) else None
        if found and found["glued"]:
            key = found["key"]
            return (
                at,
                found.start("glued") + 1,
                f"there is no space after the colon of '{key}'",
                f"Write '{key}: {found['glued'].strip()}'.",
            )
        if found and found["sign"]:
            return at, found.start("sign") + 1, *not_first(found["sign"][0])
        if found and found["curly"]:
            return at, found.start("curly") + 1, *CURLY_QUOTES
    if "could not find expected ':'" in said and context is not None:
        wide = lines[context.line].find("：")
        if wide >= 0:
            return context.line, wide + 1, "this colon is not a plain one", "Type ': ' instead."
        return context.line, context.column + 1, *NO_COLON
    return None


def _slip_of_a_line(lines: list[str], line: int, said: str) -> Fault | None:
    """Return what is wrong with how a line begins, or the one above it, where that is plain."""
    for at in (line, line - 1):
        glued = _GLUED.match(lines[at]) if 0 <= at < len(lines) else None
        if glued:
            hint = f"Write '- {glued['rest'].strip()}'."
            return at, glued.start("rest") + 1, "there is no space after the '-'", hint
    own = _INDENT.match(lines[line]) if line < len(lines) else None
    above = next((one for one in reversed(lines[:line]) if one.strip()[:1] not in ("", "#")), "")
    other = _INDENT.match(above)
    if own and other and "mapping values" in said and len(own[0]) > len(other[0]):
        message = "this line begins further in than the one above it"
        spaces = "1 space" if len(other[0]) == 1 else f"{len(other[0])} spaces"
        return line, len(own[0]) + 1, message, f"Begin it with {spaces}, as the others do."
    return None


def not_first(sign: str) -> tuple[str, str]:
    """Return what is said of a value that begins with a sign which YAML keeps for itself."""
    return (
        f"a value cannot begin with '{sign}'",
        'Put the text in quotes, such as "Tea & talk".',
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
