"""Hooks that the site engine could not run, or would pass over without a word."""

from __future__ import annotations

import ast
import builtins
import importlib.util
import symtable
from collections.abc import Iterator
from pathlib import Path

from peerhub.catalogue.nearest import nearest

Fault = tuple[int, int, str, str]

EVENTS = frozenset(
    "startup shutdown serve config pre_build files nav env post_build build_error page_read_source "
    "page_markdown page_content page_context pre_page pre_template template_context post_template "
    "post_page pre_page_macros post_page_macros".split()
)
"""What the engine and its plugin for calls tell of, each to the function `on_…` of its name."""

_GIVEN = frozenset((*dir(builtins), "__file__", "__name__", "__doc__"))


def hook_faults(text: str, path: Path, root: Path) -> Iterator[Fault]:  # noqa: ARG001
    """Find where a hook is not Python, asks for what there is not, or is never called."""
    try:
        compile(text, str(path), "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        line, at = getattr(error, "lineno", 1) or 1, getattr(error, "offset", 1) or 1
        yield line, max(at, 1), f"this is not Python ({getattr(error, 'msg', error)})", "Mend it."
        return
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from _imported(node)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("on_"):
            event = node.name.removeprefix("on_")
            if event not in EVENTS:
                said = f"nothing calls '{node.name}'"
                yield node.lineno, 5, said, nearest(event, EVENTS, "Check its name.")
    yield from _unknown(tree, symtable.symtable(text, str(path), "exec"))


def _imported(node: ast.Import | ast.ImportFrom) -> Iterator[Fault]:
    names = [one.name for one in node.names] if isinstance(node, ast.Import) else [node.module]
    for name in names:
        top = (name or "").split(".")[0]
        if top and importlib.util.find_spec(top) is None:
            said = f"there is nothing called '{top}' to import"
            yield node.lineno, node.col_offset + 1, said, "Check its name."


def _unknown(tree: ast.Module, table: symtable.SymbolTable) -> Iterator[Fault]:
    """Find names that are asked for and that nothing in the file or in Python gives."""
    known = _GIVEN | {
        one.get_name() for one in table.get_symbols() if one.is_assigned() or one.is_imported()
    }
    known |= {one.get_name() for one in table.get_symbols() if one.is_namespace()}
    asked = {
        one.get_name()
        for part in _tables(table)
        for one in part.get_symbols()
        if one.is_referenced() and (one.is_global() or part is table)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in asked - known:
            said = f"nothing is called '{node.id}'"
            yield node.lineno, node.col_offset + 1, said, nearest(node.id, known, "Check its name.")


def _tables(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    yield table
    for part in table.get_children():
        yield from _tables(part)
