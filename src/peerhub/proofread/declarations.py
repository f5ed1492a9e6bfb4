"""What a stylesheet says that no browser and no press would do: names and values that do not exist.

Both pass over what they do not know in silence, so that a letter typed wrongly loses a rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from peerhub.catalogue.nearest import nearest

Fault = tuple[int, int, str, str]

_HEX = re.compile(r"(?:[0-9a-fA-F]{3,4}){1,2}")
_PSEUDO = re.compile(r"(?<![\\:]):{1,2}(?P<name>[a-z-]+)")
_STRAY = re.compile(r"[>+~]\s*[>+~]|^\s*[>+~]?\s*$|,\s*(?:,|$)|[>+~]\s*$")
_TAKEN = re.compile(r"var\(\s*(?P<name>--[\w-]+)\s*\)")
_GIVEN = re.compile(r"(--[\w-]+)[\"']?\s*[:,]")
CHECK = "Check how it is spelt."


@cache
def known() -> Mapping[str, frozenset[str]]:
    """Return the words of stylesheets by what they are, such as properties or units."""
    text = files("peerhub.proofread").joinpath("css_words.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    kind = ""
    for line in text.splitlines():
        if line.startswith("  "):
            found[kind] += line.split()
        elif not line.startswith("#"):
            kind = line
            found[kind] = []
    return {kind: frozenset(words) for kind, words in found.items()}


def unknown_rule(rule: Any) -> Iterator[Fault]:
    """Find a rule that begins with an @ and is none."""
    name = rule.lower_at_keyword
    if name == "import":
        yield _at(rule, "@import fetches another file", "Write its rules here.")
    elif name not in known()["rules"]:
        yield _at(rule, f"there is no rule '@{name}'", nearest(name, known()["rules"], CHECK))


def bad_selector(rule: Any, selector: str) -> Iterator[Fault]:
    """Find what no element can be: nothing, two signs on end, or a state that there is not."""
    if ";" in selector and rule.type == "qualified-rule":
        said = f"'{selector.split(';')[0].strip()};' stands outside of every rule"
        yield _at(rule, said, "Move it between the { } of the rule that it belongs to.")
        return
    plain = re.sub(r"\[[^]]*\]|\"[^\"]*\"|'[^']*'", "a", selector)
    if _STRAY.search(plain.strip()) and not plain.strip().startswith(("&", ">", "+", "~")):
        said = (
            f"'{selector.strip()}' names no element" if plain.strip() else "this names no element"
        )
        yield _at(rule, said, "Check what stands before the '{'.")
        return
    for found in _PSEUDO.finditer(plain):
        name = found["name"]
        if not name.startswith("-") and name not in known()["pseudo"]:
            hint = nearest(name, known()["pseudo"], CHECK)
            yield _at(rule, f"there is no state or part ':{name}'", hint)


def bad_declaration(declaration: Any) -> Iterator[Fault]:
    """Find a property that there is not, and a value that can be none."""
    name = declaration.lower_name
    if name.startswith("--"):
        return
    if name not in known()["properties"]:
        hint = nearest(name, known()["properties"], CHECK)
        yield _at(declaration, f"there is no property '{name}'", hint)
    elif all(part.type in ("whitespace", "comment") for part in declaration.value):
        yield _at(declaration, f"'{name}' has no value", "Write one, or take it out.")
    else:
        yield from _bad_values(declaration.value)


def _bad_values(parts: Iterable[Any]) -> Iterator[Fault]:
    for part in parts:
        if part.type == "hash" and not _HEX.fullmatch(part.value):
            yield _at(part, f"'#{part.value}' is no colour", "Write 3, 4, 6 or 8 digits.")
        elif part.type == "dimension" and part.lower_unit not in known()["units"]:
            hint = nearest(part.lower_unit, known()["units"], CHECK)
            yield _at(part, f"there is no unit '{part.unit}'", hint)
        elif part.type == "literal" and part.value in "!:;=":
            said = f"'{part.value}' has no place in a value"
            yield _at(part, said, "Check the ; at the end of each line, and '!important'.")
        elif part.type == "function":
            if part.lower_name not in known()["functions"] and part.lower_name[0] != "-":
                hint = nearest(part.lower_name, known()["functions"], CHECK)
                yield _at(part, f"there is no function '{part.name}()'", hint)
            yield from _bad_values(part.arguments)
        elif part.type == "() block":
            yield from _bad_values(part.content)


def unnamed_values(texts: Mapping[str, str]) -> Iterator[tuple[str, Fault]]:
    """Find where a style takes a value by a name that nothing gives to one.

    `texts` are the styles, scripts and templates that make one look, by their paths.
    """
    given = {name for text in texts.values() for name in _GIVEN.findall(text)}
    for path, text in texts.items():
        for found in _TAKEN.finditer(text) if path.endswith(".css") else ():
            name = found["name"]
            if name not in given:
                line = text.count("\n", 0, found.start()) + 1
                column = found.start() - text.rfind("\n", 0, found.start())
                hint = nearest(name, given, CHECK)
                yield path, (line, column, f"nothing has the name '{name}'", hint)


def _at(part: Any, message: str, hint: str) -> Fault:
    return part.source_line, part.source_column, message, hint
