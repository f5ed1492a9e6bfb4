"""Templates that could not be filled: their tags, and what they take in from other files."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from peerhub.catalogue.nearest import nearest

Fault = tuple[int, int, str, str]

_TAKEN = re.compile(r"""\{%-?\s*(?:include|extends|import|from)\s+["'](?P<name>[^"']+)["']""")
_CALLS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_RUNS = re.compile(
    r"<script(?![^>]*\bsrc=)[^>]*>|\son[a-z]+=|"
    r"<(?:script|img|link|iframe|embed|object|video|audio)\b[^>]*\s(?:src|href|data)=[\"']?(?:https?:)?//|"
    r"\b(?:href|src|action)=[\"']?\s*(?:javascript|vbscript|data:text)|<(?:iframe|object|embed)\b",
    re.IGNORECASE,
)
_STYLED = re.compile(r"<[a-z][^<>]*\sstyle=")
_RUN_ON = re.compile(r"""=\s*"[^"<>]*>[^"<>]*<|=\s*'[^'<>]*>[^'<>]*<""")
_PAIRED = frozenset(
    "a article aside b body button div em fieldset footer form h1 h2 h3 h4 head header html label "
    "li main nav ol p script section select span strong style svg table tbody td textarea th thead "
    "title tr ul".split()
)
_OTHERS = frozenset(
    "abbr address area audio b base bdi bdo blockquote br canvas caption cite clippath code col "
    "colgroup data datalist dd defs del desc details dfn dialog dl dt ellipse em embed figcaption "
    "figure g h5 h6 hr i iframe img input ins kbd legend line lineargradient link map mark marker "
    "mask meta meter noscript object optgroup option output param path pattern picture polygon "
    "polyline pre progress q radialgradient rect rp rt ruby s samp search slot small source stop "
    "sub summary sup symbol template text textpath tfoot time track tspan u use var video wbr "
    "circle image filter".split()
)
"""What else HTML and SVG have."""
_TAG = re.compile(r"</?(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])")
_OWN_END = frozenset({"li", "p", "td", "th", "tr", "thead", "tbody", "body", "html", "head"})
"""Tags that HTML lets a page leave open."""


@cache
def reader() -> Any:
    """Return what reads templates."""
    from peerhub.filling import Filler  # loaded only when there is a template to read

    return Filler()


def template_faults(text: str, path: Path, root: Path) -> Iterator[Fault]:
    """Find tags of the template language that do not match, files that are not there, open HTML."""
    broken = _broken(text)
    if broken:
        yield from broken
        return
    for found in _TAKEN.finditer(text):
        if not _is_there(found["name"], path, root):
            line = text.count("\n", 0, found.start()) + 1
            at = found.start() - text.rfind("\n", 0, found.start())
            yield line, at, f"there is no template '{found['name']}'", "Check its name."
    yield from _unknown_names(text)
    if path.suffix == ".html":
        plain = _CALLS.sub(lambda one: re.sub(r"[^\n]", " ", one[0]), text)
        yield from _running(plain, is_page=path.is_relative_to(root / "overrides"))
        yield from _pictures(text, path)
        yield from _open_tags(text)


@lru_cache(maxsize=200)
def _parsed(text: str) -> Any:
    return reader().parse(text)


def _column(text: str, line: int, said: str) -> int:
    """Return where what a message quotes stands in a line, or the line's start."""
    quoted = re.search(r"tag '(?P<word>\w+)'", said)
    written = text.split("\n")[line - 1] if quoted else ""
    found = re.search(rf"\{{%-?\s*({quoted['word']})\b", written) if quoted else None
    return found.start(1) + 1 if found else 1


@lru_cache(maxsize=200)
def _every(text: str) -> Sequence[Any]:
    from peerhub.filling import every  # as above

    return every(_parsed(text))


def parts_of(text: str, kind: Any) -> list[Any]:
    """Return the parts of some kinds in a sound template, line by line."""
    found = (one for one in _every(text) if isinstance(one, kind))
    return sorted(found, key=lambda one: one.lineno)


@lru_cache(maxsize=200)
def _broken(text: str) -> tuple[Fault, ...]:
    """Return where a template breaks off, or nothing."""
    from jinja2 import TemplateSyntaxError

    try:
        _parsed(text)
    except (TemplateSyntaxError, RecursionError) as error:
        said = f"the template breaks off here ({getattr(error, 'message', error)})"
        hint = "Check the signs {{ }} and {% %} here and above."
        line = getattr(error, "lineno", 1)
        return ((line, _column(text, line, said), said, hint),)
    return ()


def unknown_words(texts: Mapping[str, str], words: Collection[str]) -> Iterator[tuple[str, Fault]]:
    """Find words that templates ask for and nobody gives: neither the program nor one of them.

    `texts` are the templates that are filled together, by their paths; each by itself is sound.
    """
    from jinja2 import meta, nodes

    read = {path: _parsed(text) for path, text in texts.items()}
    names = [(path, one) for path in read for one in parts_of(texts[path], nodes.Name)]
    known = {*words, *(one.name for _, one in names if one.ctx in ("store", "param"))}
    doubtful = {path for path, one in names if one.name not in known}
    asked = {path: meta.find_undeclared_variables(read[path]) - known for path in doubtful}
    told = set()
    for path, one in names:
        if one.name in asked.get(path, ()) and (path, one.name) not in told:
            told.add((path, one.name))
            said = f"nobody gives the word '{one.name}' to this template"
            yield path, (one.lineno, 1, said, nearest(one.name, known, "Check its name."))


@lru_cache(maxsize=200)
def _unknown_names(text: str) -> tuple[Fault, ...]:
    """Return filters and tests that there are not, and two blocks of one name."""
    from jinja2 import nodes

    faults: list[Fault] = []
    found = parts_of(text, (nodes.Filter, nodes.Test, nodes.Block))
    for kind, called, known in (
        (nodes.Filter, "filter", reader().filters),
        (nodes.Test, "test", reader().tests),
    ):
        for one in (one for one in found if isinstance(one, kind)):
            if one.name not in known:
                said = f"there is no {called} '{one.name}'"
                faults.append((one.lineno, 1, said, nearest(one.name, known, "Check its name.")))
    blocks = set()
    for block in (one for one in found if isinstance(one, nodes.Block)):
        if block.name in blocks:
            said = f"there are two blocks '{block.name}' here"
            faults.append((block.lineno, 1, said, "Join them, or give one another name."))
        blocks.add(block.name)
    return tuple(faults)


def _running(plain: str, *, is_page: bool) -> Iterator[Fault]:
    """Find what a page's content policy would stop, or what would ask another host."""
    for found in (*_RUNS.finditer(plain), *(_STYLED.finditer(plain) if is_page else ())):
        said = f"'{' '.join(found[0].split())}' has no place in a template"
        yield _at(
            plain,
            found.start(),
            said,
            "Pages run only scripts of our own in files, and ask no other host.",
        )


def _pictures(text: str, path: Path) -> Iterator[Fault]:
    """Find pictures without words for who cannot see them, and those beside it that are gone."""
    for found in re.finditer(r"<img\b[^>]*>", text):
        if not re.search(r"\balt=", found[0]):
            yield _at(
                text, found.start(), "this picture has no 'alt'", 'Say what it shows: alt="…".'
            )
        source = re.search(r"""\bsrc=["']([^"'{/:][^"'{:]*)["']""", found[0])
        if source and not (path.parent / source[1]).is_file():
            said = f"there is no picture '{source[1]}'"
            yield _at(text, found.start(), said, "Check its name.")


def _at(text: str, position: int, message: str, hint: str) -> Fault:
    line = text.count("\n", 0, position) + 1
    return line, position - text.rfind("\n", 0, position), message, hint


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


def _same(call: re.Match[str]) -> str:
    """Return a sign that is part of no word for each letter of a call."""
    return re.sub(r"[^\n]", "\0", call[0])


def _left_open(text: str) -> Iterator[Fault]:
    opened, closed = (len(re.findall(sign, text)) for sign in (r"<[a-zA-Z]", r"</[a-zA-Z]"))
    if not opened and not closed:
        return
    tags = _Tags()
    tags.feed(_CALLS.sub(lambda one: re.sub(r"[^\n]", " ", one[0]), text))
    unclosed = re.search(r"<[a-zA-Z/][^<>]*$", _CALLS.sub("", text))
    filled = _CALLS.sub(lambda one: re.sub(r"[^\n]", "x", one[0]), text)
    known = _PAIRED | _OTHERS
    if strange := [
        one for one in _TAG.finditer(_CALLS.sub(_same, text)) if one["name"].lower() not in known
    ]:
        said = f"there is no tag <{strange[0]['name']}>"
        hint = nearest(strange[0]["name"].lower(), known, "Take it out.")
        yield _at(text, strange[0].start(), said, hint)
    elif quoted := _RUN_ON.search(filled):
        yield _at(filled, quoted.start(), "a quote is opened here and not closed", 'Write ".')
    elif unclosed:
        yield text.count("\n") or 1, 1, "a tag is opened at the end and has no '>'", "Write it."
    elif tags.stray:
        tag, line, column = tags.stray
        yield line, column, f"</{tag}> closes nothing here", "Take it out, or open it above."
    elif left := [one for one in (*tags.left, *tags.held) if one[0] not in _OWN_END]:
        tag, line, column = left[-1]
        yield line, column, f"<{tag}> is opened here and not closed", f"Write </{tag}>."
