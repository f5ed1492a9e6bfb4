"""Scripts that a browser could not read, found with tree-sitter's grammar of JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from peerhub.proofread.names import name_faults, names_at_top

Fault = tuple[int, int, str, str]

_IMPORT = re.compile(
    r"""\bimport\b[^'"();]*['"](?P<name>\.{1,2}/[^'"]+)['"]|import\(\s*['"](?P<late>\.{1,2}/[^'"]+)['"]"""
)


@cache
def _parser() -> Any:
    import tree_sitter_javascript  # loaded only when there is a script to read
    from tree_sitter import Language, Parser

    return Parser(Language(tree_sitter_javascript.language()))


@lru_cache(maxsize=200)
def _read(text: str) -> Any:
    """Return a script as the grammar reads it."""
    return _parser().parse(text.encode()).root_node


@lru_cache(maxsize=200)
def _at_top(text: str) -> frozenset[str]:
    return frozenset(names_at_top(_read(text)))


def script_faults(text: str, path: Path, root: Path) -> Iterator[Fault]:  # noqa: ARG001
    """Find the first place where a script breaks off, and names and files that there are not."""
    beside = [one for one in sorted(path.parent.glob("*.js")) if one != path]
    others = (_at_top(one.read_text(encoding="utf-8", errors="replace")) for one in beside)
    yield from _faults_within(text, frozenset().union(*others))
    for found in _IMPORT.finditer(text):
        name = found["name"] or found["late"]
        if not (path.parent / name).is_file():
            at = found.start() - text.rfind("\n", 0, found.start())
            line = text.count("\n", 0, found.start()) + 1
            yield line, at, f"there is no script '{name}' to import", "Check its name."


@lru_cache(maxsize=200)
def _faults_within(text: str, others: frozenset[str]) -> tuple[Fault, ...]:
    """Return where a script breaks off, or the names in it that there are not."""
    root = _read(text)
    if not root.has_error:
        return tuple(name_faults(root, others))
    source = text.encode()
    broken = _first_broken(root)
    line, column = broken.start_point
    before = source.split(b"\n")[line][:column].decode(errors="replace")
    word = source[broken.start_byte : broken.start_byte + 24].decode(errors="replace")
    missing = f"'{broken.type}' is missing"
    said = missing if broken.is_missing else f"a browser cannot read {word!r}"
    message = f"the script breaks off here: {said}"
    return ((line + 1, len(before) + 1, message, "Mend it here or above."),)


def _first_broken(node: Any) -> Any:
    """Return the first part that the grammar could not place, or had to add."""
    for child in node.children:
        if child.has_error or child.is_missing:
            if child.type == "ERROR" or child.is_missing:
                return child
            return _first_broken(child) or child
    return node
