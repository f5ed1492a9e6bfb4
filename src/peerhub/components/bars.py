"""Bars: numbers as a table, each with a bar beside it, for the eye alone."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from peerhub.components.render import render
from peerhub.drawings import RUST, WASH


def bar(part: float) -> Markup:
    """Return a bar that is filled to a part of its length, from 0 to 1."""
    return Markup(
        '<svg class="bars" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        '<rect width="100" height="8" fill="{}"/><rect width="{}" height="8" fill="{}"/></svg>'
    ).format(WASH, f"{100 * min(max(part, 0), 1):.4g}", RUST)


def bars(
    caption: str, heads: tuple[str, str], rows: Sequence[tuple[str, int]], words: Sequence[str]
) -> Markup:
    """Return a chart that is a table: what is counted, its number in words, and its bar.

    Bars are as long as their number's part of the largest. `heads` stand above the first two
    columns; `words` say each number.
    """
    most = max((number for _, number in rows), default=0)
    told = [
        (name, said, bar(number / most if most else 0))
        for (name, number), said in zip(rows, words, strict=True)
    ]
    return render("bars", caption=caption, heads=heads, rows=told)
