"""Lines of YAML mended by what they say themselves, even in a file that cannot be read.

A line is mended where it leaves no doubt: a hard space is a space, curly quotes around a value are
straight ones, "phone:0808" has lost its space, "9.30" for a time is "09:30". Text in blocks (below
">" or "|") keeps its words; only its letters are mended. Line ends stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from peerhub.models.clock import CURLY, PATTERN, meant
from peerhub.models.letters import called, plain, unseen

CLOCKS = frozenset({"start", "end"})
"""The keys whose values are times of day."""

_FLOW_CLOCK = re.compile(
    rf"(?P<head>(?<![a-z_])(?:{'|'.join(sorted(CLOCKS))}): *)"
    r"(?P<value>\"[^\"]*\"|'[^']*'|[^\s,}\]#\"'][^,}\]#]*)"
)
_BLOCK = re.compile(r"^(?P<indent> *(?:- +)*)(?:[\w-]+: *)?[>|][-+0-9]*\s*(?:#.*)?$")
_CURLY_VALUE = re.compile(rf"^[{CURLY}](?P<words>.*)[{CURLY}\"']$")
_CLOCK = re.compile(PATTERN)

Mended = tuple[str, list[tuple[int, str]]]


def mended(text: str, keys: frozenset[str]) -> Mended:
    """Return a text of YAML with its lines mended, and what was done by the number of the line.

    `keys` are those that a colon may be missing its space after. Doing it twice does nothing more.
    """
    text, said = _without_odd_breaks(text)
    lines = text.split("\n")
    for number, is_words in _each(lines):
        line = lines[number].removesuffix("\r")
        end = lines[number][len(line) :]
        for what, new in _line(line, is_words, keys):
            said.append((number + 1, what))
            line = new
        lines[number] = line + end
    return "\n".join(lines), said


def _without_odd_breaks(text: str) -> Mended:
    """Return a text without the mark that begins files and line breaks that only web pages make."""
    said: list[tuple[int, str]] = []
    if text.startswith("\ufeff"):
        said.append((1, f"took out {called(text[0])}"))
        text = text[1:]
    return text, said


def _each(lines: list[str]) -> Iterator[tuple[int, bool]]:
    """Yield the number of each line, and whether it is words of a block below ">" or "|"."""
    inside: int | None = None
    for number, line in enumerate(lines):
        if inside is not None and line.strip():
            indent = len(line) - len(line.lstrip(" "))
            if indent <= inside:
                inside = None
        yield number, inside is not None
        found = None if inside is not None else _BLOCK.match(line)
        if found:
            inside = len(found["indent"]) - (2 if found["indent"].rstrip().endswith("-") else 0)


def _line(line: str, is_words: bool, keys: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield each thing that is mended in a line, with the line as it then is."""
    odd = list(unseen(line))
    if odd:
        line = plain(line)
        names = list(dict.fromkeys(name for _, name in odd))
        yield f"put plain spaces for, or took out, {' and '.join(names)}", line
    if line != line.rstrip(" \t"):
        line = line.rstrip(" \t")
        yield "took out spaces at the end of the line", line
    if is_words or line.lstrip().startswith("#"):
        return
    for step in (_spaced, _straight):
        changed = step(line, keys)
        if changed is not None:
            yield changed
            line = changed[1]
    for found in reversed(list(_FLOW_CLOCK.finditer(line))):
        value = found["value"].strip()
        clock = meant(value.strip("\"'"))
        if (clock and value.strip("\"'") != clock) or (clock and value[0] not in "\"'"):
            at = found.start("value")
            line = f'{line[:at]}"{clock}"{line[at + len(value) :]}'
            yield f'wrote "{clock}" for {value}', line


def _spaced(line: str, keys: frozenset[str]) -> tuple[str, str] | None:
    found = re.match(r"(?P<before> *(?:- +)*)(?P<key>[a-z][a-z_]*):(?=[^\s:/])", line)
    if found is None or found["key"] not in keys:
        return None
    at = found.end()
    return f"put a space after the colon of '{found['key']}'", f"{line[:at]} {line[at:]}"


def _straight(line: str, _: frozenset[str]) -> tuple[str, str] | None:
    found = re.match(rf"(?P<head> *(?:- +)*(?:[a-z][a-z_]*: +)?)(?P<value>[{CURLY}].*)$", line)
    if found is None:
        return None
    value = found["value"]
    inner = _CURLY_VALUE.match(value)
    if inner is None or '"' in inner["words"] or "\\" in inner["words"]:
        return None
    return "wrote straight quotes for curly ones", f'{found["head"]}"{inner["words"]}"'
