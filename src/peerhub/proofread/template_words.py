"""The words of templates: those that are printed, and those that the program has to give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from peerhub.catalogue.careful import harsh
from peerhub.catalogue.issue import Issue
from peerhub.catalogue.nearest import nearest
from peerhub.proofread.any_words import Taken, word_faults
from peerhub.proofread.text import Found

Fault = tuple[int, int, str, str]

PROGRAM = Path(__file__).resolve().parents[1]
_NO_WORDS = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|<!--.*?-->|<(style|script)\b.*?</\1>|<[^<>]*>|&\w+;",
    re.DOTALL,
)
_APART = bytes(one if (chr(one).isalnum() and one < 128) or one == 95 else 32 for one in range(256))
"""Turns what is no part of a word into a space."""
_GIVE = ("training", "orders", "press", "models")
"""Where the words of what is printed come from; the rest is read for what is not found there."""
_JINJAS = frozenset(
    "loop index index0 revindex first last length previtem nextitem self super caller".split()
)
"""What the template language itself gives."""
_SAID = re.compile(r"\b(?:alt|title|aria-label|placeholder)=\"(?P<words>[^\"{}<>]*)\"")


def printed_words(text: str) -> str:
    """Return a template's own words, every letter in its old place, and blanks for all else."""

    def blank(found: re.Match[str]) -> str:
        kept = list(re.sub(r"[^\n]", " ", found[0]))
        for said in _SAID.finditer(found[0]) if found[0].startswith("<") else ():
            kept[said.start("words") : said.end("words")] = said["words"]
        return "".join(kept)

    return _NO_WORDS.sub(blank, text)


def unsound_printed_words(file: str, text: str) -> list[Issue]:
    """Return a problem for each fault in the words that a template prints."""
    words = printed_words(text)
    taken = Taken(words, tuple((line, 1) for line in range(1, words.count("\n") + 2)))
    more: Iterator[Found] = iter(harsh(words))
    return [*word_faults(file, taken), *(taken.issue(file, one) for one in more)]


@cache
def _program_s(*folders: str) -> frozenset[bytes]:
    """Return each word of some folders of the program: what a template is given has its name."""
    files = (one for name in folders for one in sorted((PROGRAM / name).rglob("*.py")))
    read = b"\n".join(one.read_bytes() for one in files)
    return frozenset(read.translate(_APART).split())


def is_given(name: str) -> bool:
    """Say whether the program may give something by a name."""
    spelt = name.encode()
    return name in _JINJAS or spelt in _program_s(*_GIVE) or spelt in _program_s(".")


def unknown_printed_words(texts: Mapping[str, str]) -> Iterator[tuple[str, Fault]]:
    """Find words in templates of printed things that nothing of the program has the name of.

    `texts` are all of them by their paths, each sound by itself. What one of them sets, or takes
    as a macro, the others may use.
    """
    from jinja2 import nodes  # loaded only when there is a template to read

    from peerhub.proofread.templates import parts_of, reader

    parts = {path: parts_of(text, (nodes.Name, nodes.Getattr)) for path, text in texts.items()}
    own = {
        one.name
        for text in texts.values()
        for one in parts_of(text, (nodes.Name, nodes.Macro))
        if getattr(one, "ctx", "store") in ("store", "param")
    }
    known = own | set(reader().globals)
    for path, found in parts.items():
        told: set[str] = set()
        lines = texts[path].split("\n")
        for one in found:
            name = _called(one)
            if name in told or name in known or is_given(name):
                continue
            told.add(name)
            spelt = re.search(rf"\b{re.escape(name)}\b", lines[one.lineno - 1])
            others = {*known, *(_called(other) for each in parts.values() for other in each)}
            hint = nearest(name, others - {name}, "Check its name.")
            said = f"nobody gives the word '{name}' to this template"
            yield path, (one.lineno, spelt.start() + 1 if spelt else 1, said, hint)


def _called(part: Any) -> str:
    return str(getattr(part, "attr", None) or getattr(part, "name", ""))
