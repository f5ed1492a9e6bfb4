"""Names in scripts: each is declared once in its block, and each that is used is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from peerhub.catalogue.nearest import nearest

Fault = tuple[int, int, str, str]

_NAMED = {
    "variable_declarator": "name",
    "function_declaration": "name",
    "generator_function_declaration": "name",
    "function_expression": "name",
    "class_declaration": "name",
    "class": "name",
    "arrow_function": "parameter",
    "catch_clause": "parameter",
    "for_in_statement": "left",
}
"""Parts of a script that declare names, and the field in which these stand."""

_PATTERNS = (
    "object_pattern",
    "array_pattern",
    "assignment_pattern",
    "object_assignment_pattern",
    "rest_pattern",
    "pair_pattern",
)
_PLAIN = ("identifier", "shorthand_property_identifier_pattern")
_USED = ("identifier", "shorthand_property_identifier")
_BLOCKS = ("program", "statement_block")
_ONCE = ("lexical_declaration", "class_declaration", "function_declaration")
NEVER = {"eval": "it would run words as a program", "Function": "it would run words as a program"}


@cache
def given() -> frozenset[str]:
    """Return the names that a script is given: a browser's, and those of data made as scripts."""
    text = files("peerhub.proofread").joinpath("script_words.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.startswith("  "))
    return frozenset(word for line in lines for word in line.split())


@cache
def _wanted() -> Any:
    """Return what to ask of a script: every part that declares a name, uses one or is a block."""
    import tree_sitter_javascript  # loaded only when there is a script to read
    from tree_sitter import Language, Query

    kinds = (*_NAMED, "formal_parameters", *_BLOCKS, *_USED)
    return Query(
        Language(tree_sitter_javascript.language()), " ".join(f"({one}) @{one}" for one in kinds)
    )


def name_faults(root: Any, others: Iterable[str] = ()) -> Iterator[Fault]:
    """Find names that are declared twice in a block, and those that nothing declares.

    `root` is a script as tree-sitter reads it; `others` the names at the top of other scripts.
    """
    from tree_sitter import QueryCursor  # as above

    found = QueryCursor(_wanted()).captures(root)
    parts = sorted(
        (part for kind in found.values() for part in kind),
        key=lambda part: (part.start_byte, -part.end_byte),
    )
    known = {name for part in parts for name, _ in _declared(part)} | given() | set(others)
    for part in parts:
        if part.type in _BLOCKS:
            yield from _twice(part)
    told = set()
    for part in parts:
        if part.type not in _USED or (name := _text(part)) in told:
            continue
        told.add(name)
        if name in NEVER:
            yield _at(part, f"'{name}' has no place in a script: {NEVER[name]}", "Take it out.")
        elif name not in known:
            hint = nearest(name, known, "Check its name.")
            yield _at(part, f"nothing is called '{name}'", hint)


def names_at_top(root: Any) -> set[str]:
    """Return the names that a script declares for all that are loaded after it."""
    statements = ("lexical_declaration", "variable_declaration")
    parts = [
        one
        for part in root.children
        for one in (part.named_children if part.type in statements else [part])
    ]
    return {name for part in parts for name, _ in _declared(part)}


def _declared(part: Any) -> Iterator[tuple[str, Any]]:
    """Yield each name that a part declares by itself, and where."""
    if part.type == "formal_parameters":
        places = part
    else:
        places = part.child_by_field_name(_NAMED[part.type]) if part.type in _NAMED else None
    if places is not None:
        yield from _pattern(places)


def _pattern(part: Any) -> Iterator[tuple[str, Any]]:
    if part.type in _PLAIN:
        yield _text(part), part
    elif part.type in ("assignment_pattern", "object_assignment_pattern"):
        yield from _pattern(part.child_by_field_name("left"))
    elif part.type == "pair_pattern":
        yield from _pattern(part.child_by_field_name("value"))
    else:
        for child in part.named_children:
            if child.type in (*_PLAIN, *_PATTERNS):
                yield from _pattern(child)


def _twice(block: Any) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for part in block.children:
        if part.type not in _ONCE:
            continue
        lexical = part.type == "lexical_declaration"
        for one in part.named_children if lexical else [part]:
            for name, place in _declared(one):
                if name in seen:
                    said = f"'{name}' is declared already, on line {seen[name]}"
                    yield _at(place, said, "Give one of them another name.")
                seen.setdefault(name, place.start_point[0] + 1)


def _text(part: Any) -> str:
    return str(part.text.decode(errors="replace")) if part.type in (*_USED, *_PLAIN) else ""


def _at(part: Any, message: str, hint: str) -> Fault:
    return part.start_point[0] + 1, part.start_point[1] + 1, message, hint
