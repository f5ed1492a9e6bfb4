"""Templates that could not be filled: their tags, and what they take in from other files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

Fault = tuple[int, int, str, str]

_TAKEN = re.compile(r"""\{%-?\s*(?:include|extends|import|from)\s+["'](?P<name>[^"']+)["']""")
_CALLS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_PAIRED = frozenset(
    "a article aside b body button div em fieldset footer form h1 h2 h3 h4 head header html label "
    "li main nav ol p script section select span strong style svg table tbody td textarea th thead "
    "title tr ul".split()
)
_OWN_END = frozenset({"li", "p", "td", "th", "tr", "thead", "tbody", "body", "html", "head"})
"""Tags that HTML lets a page leave open."""


@cache
def _reader() -> Any:
    from peerhub.filling import Filler  # loaded only when there is a template to read

    return Filler()


def template_faults(text: str, path: Path, root: Path) -> Iterator[Fault]:
    """Find tags of the template language that do not match, files that are not there, open HTML."""
    broken = _broken(text)
    if broken is not None:
        yield broken
        return
    for found in _TAKEN.finditer(text):
        if not _is_there(found["name"], path, root):
            line = text.count("\n", 0, found.start()) + 1
            at = found.start() - text.rfind("\n", 0, found.start())
            yield line, at, f"there is no template '{found['name']}'", "Check its name."
    if path.suffix == ".html":
        yield from _open_tags(text)


@lru_cache(maxsize=200)
def _broken(text: str) -> Fault | None:
    """Return where a template breaks off."""
    from jinja2 import TemplateSyntaxError

    try:
        _reader().parse(text)
    except (TemplateSyntaxError, RecursionError) as error:
        said = f"the template breaks off here ({getattr(error, 'message', error)})"
        hint = "Check the signs {{ }} and {% %} here and above."
        return getattr(error, "lineno", 1), 1, said, hint
    return None


def _is_there(name: str, path: Path, root: Path) -> bool:
    folders = (path.parent, *path.parent.parents)
    near = (folder / name for folder in folders if folder.is_relative_to(root))
    return any(one.is_file() for one in (*near, root / "overrides" / name))


class _Tags(HTMLParser):
    """Keeps the tags that are open, and notes an end that belongs to none of them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.held: list[tuple[str, int, int]] = []
        self.left: list[tuple[str, int, int]] = []
        self.stray: tuple[str, int, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _PAIRED:
            line, column = self.getpos()
            self.held.append((tag, line, column + 1))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Leave out a tag that ends itself."""

    def handle_endtag(self, tag: str) -> None:
        if tag not in _PAIRED or self.stray:
            return
        names = [one[0] for one in self.held]
        if tag not in names:
            line, column = self.getpos()
            self.stray = (tag, line, column + 1)
            return
        while (last := self.held.pop())[0] != tag:
            self.left.append(last)


@lru_cache(maxsize=200)
def _open_tags(text: str) -> tuple[Fault, ...]:
    """Find a tag that is opened and never closed, in a template that opens none in its branches."""
    return tuple(_left_open(text))


def _left_open(text: str) -> Iterator[Fault]:
    opened, closed = (len(re.findall(sign, text)) for sign in (r"<[a-zA-Z]", r"</[a-zA-Z]"))
    if not opened and not closed:
        return
    tags = _Tags()
    tags.feed(_CALLS.sub(lambda one: re.sub(r"[^\n]", " ", one[0]), text))
    unclosed = re.search(r"<[a-zA-Z/][^<>]*$", _CALLS.sub("", text))
    if unclosed:
        yield text.count("\n") or 1, 1, "a tag is opened at the end and has no '>'", "Write it."
    elif tags.stray:
        tag, line, column = tags.stray
        yield line, column, f"</{tag}> closes nothing here", "Take it out, or open it above."
    elif left := [one for one in (*tags.left, *tags.held) if one[0] not in _OWN_END]:
        tag, line, column = left[-1]
        yield line, column, f"<{tag}> is opened here and not closed", f"Write </{tag}>."
