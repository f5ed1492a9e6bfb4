"""Formulas as OpenDocument writes them (OpenFormula, ISO/IEC 26300 part 4)."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"""(?P<text>"[^"]*")"""
    r"""|(?:(?P<tab>'[^']*'|[A-Za-z]\w*)!)?(?P<first>\$?[A-Z]{1,2}\$?\d+)(?::(?P<last>\$?[A-Z]{1,2}\$?\d+))?(?![\w(])"""
    r"""|(?P<comma>,)"""
)
"""What is written otherwise: references, and what stands between arguments. Text stays."""


def open_formula(formula: str) -> str:
    """Return a formula of a grid as OpenFormula: `SUM(A1:A2,B1)` as `SUM([.A1:.A2];[.B1])`."""
    return _TOKEN.sub(_other, formula)


def _other(found: re.Match[str]) -> str:
    if found["text"]:
        return found["text"]
    if found["comma"]:
        return ";"
    return open_range(found["first"], found["last"], found["tab"])


def open_range(first: str, last: str | None = None, tab: str | None = None) -> str:
    """Return a reference to a cell or to a range of cells, of another tab where one is named."""
    start = f"${tab}.{first}" if tab else f".{first}"
    return f"[{start}:.{last}]" if last else f"[{start}]"
