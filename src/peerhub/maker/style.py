"""The press's print styles as a browser takes them: the same rules, each kept to its own sheet.

A print style speaks of a whole document. On a page of the hub a poster is only a part, so that
`html` and `body` become the sheet, and every other rule applies below it. What a sheet paints
behind its words is handed out as the files it names: the browser draws those as pictures of the
page, which print where backgrounds do not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import tinycss2

from peerhub.press.engine.errors import PressError

WHOLE = {"html", "body"}
"""The elements of a document that a sheet stands for."""

HEADINGS = {"h1": "poster-h1", "h2": "poster-h2"}
"""The headings of a sheet, and what they are called within a page, which has headings of its own.

A name of ours weighs in a rule what theirs does; which level it has is said by `aria-level`.
"""

_HEADING = re.compile(rf"(?<![\w.#:-])(?:{'|'.join(HEADINGS)})(?![\w-])")

_URL = re.compile(r"""url\(\s*["']?([^"')]*?)["']?\s*\)""")

PAINTS = {"background", "background-image"}


@dataclass(frozen=True)
class Style:
    """A print style: its rules for the browser, the sheet's size, and its art.

    `art` holds the addresses as written in the style, undermost first. `size` is two CSS lengths,
    or nothing when the style does not give a page a size; `box` is the rule that gives it a sheet.
    """

    rules: str
    size: tuple[str, ...]
    art: tuple[str, ...]
    box: str = ""


@dataclass(frozen=True)
class Ground:
    """A picture that lies behind one part of a sheet: the part's class, the picture's address."""

    part: str
    picture: str


def ground(css: str) -> Ground:
    """Return the picture that a template's own style, one rule, paints behind a part."""
    (rule,) = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    names = [one.value for one in rule.prelude if one.type == "ident"]
    _, (picture,) = _declared(rule.content)
    return Ground(names[-1], picture)


def scoped(css: str, scope: str, inside: Callable[[str], str] = str) -> Style:
    """Return a print style whose rules apply within the elements of a selector only.

    The selector adds no weight (`:where`), so that rules beat each other as they do in print. What
    is painted behind anything but the whole sheet stays; `inside` gives its address on the page.
    Raises `PressError` for what has no meaning within a page.
    """
    rules: list[str] = []
    size: tuple[str, ...] = ()
    art: tuple[str, ...] = ()
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            whole = _is_whole(rule.prelude)
            declared, painted = _declared(rule.content, None if whole else inside)
            art = painted or art
            if declared:
                within = ",".join(_within(one, scope) for one in _selectors(rule.prelude))
                rules.append(f"{within}{{{declared}}}")
        elif rule.type == "at-rule" and rule.lower_at_keyword == "page":
            size = _size(rule.content) or size
        else:
            raise PressError(
                f"A print style has on line {rule.source_line} what a page cannot take in.",
                "Write it as plain rules or @page.",
            )
    box = f":where({scope}){{width:{size[0]};height:{size[1]}}}" if len(size) == 2 else ""
    return Style("\n".join(rules), size, art, box)


def _declarations(content: Sequence[Any]) -> Iterator[Any]:
    found = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    for one in found:
        if one.type != "declaration":
            raise PressError(
                f"A print style has a fault on line {one.source_line}.", "Put that line right."
            )
        yield one


def _is_whole(prelude: Sequence[Any]) -> bool:
    """Say whether a rule is for the whole document."""
    return any(one.type == "ident" and one.lower_value in WHOLE for one in prelude)


def _declared(
    content: Sequence[Any], inside: Callable[[str], str] | None = None
) -> tuple[str, tuple[str, ...]]:
    """Return the declarations of a rule as text, and the art it paints, undermost first.

    With `inside` the rule keeps what it paints, at the addresses that gives.
    """
    kept, art = [], []
    for one in _declarations(content):
        painted = _addresses(one.value) if one.lower_name in PAINTS else []
        if painted and inside is None:
            art += painted
            continue
        words = tinycss2.serialize(one.value).strip()
        if painted and inside is not None:
            words = _URL.sub(lambda found: f'url("{inside(found[1])}")', words)
        kept.append(f"{one.lower_name}:{words}")
    return ";".join(kept), tuple(reversed(art))


def _addresses(value: Sequence[Any]) -> list[str]:
    """Return the addresses that a value names with `url(…)`."""
    found = []
    for token in value:
        if token.type == "url":
            found.append(token.value)
        elif token.type == "function" and token.lower_name == "url":
            found += [inner.value for inner in token.arguments if inner.type == "string"]
    return found


def _selectors(prelude: Sequence[Any]) -> Iterator[list[Any]]:
    """Yield each selector of a list of them."""
    one: list[Any] = []
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            yield one
            one = []
        else:
            one.append(token)
    yield one


def _within(selector: Sequence[Any], scope: str) -> str:
    tokens = [token for token in selector if token.type != "comment"]
    while tokens and tokens[0].type == "whitespace":
        tokens = tokens[1:]
    where = f":where({scope})"
    if tokens and tokens[0].type == "ident" and tokens[0].lower_value in WHOLE:
        return f"{where}{_said(tokens[1:])}"
    return f"{where} {_said(tokens)}"


def _said(tokens: Sequence[Any]) -> str:
    """Return a selector as text, the names of headings as they are called within a page."""
    return _HEADING.sub(lambda one: HEADINGS[one[0]], tinycss2.serialize(tokens).rstrip())


def within_a_page(html: str) -> str:
    """Return the HTML of a sheet with headings that are none of the page's outline."""
    for name, ours in HEADINGS.items():
        html = re.sub(rf"<{name}(?=[\s>])", f'<{ours} role="heading"', html)
        html = html.replace(f"</{name}>", f"</{ours}>")
    return html


def _size(content: Sequence[Any]) -> tuple[str, ...]:
    for one in _declarations(content):
        if one.lower_name == "size":
            return tuple(tinycss2.serialize(one.value).split())
    return ()
