"""Elements that hold nothing, written as HTML has them: a slash in them does nothing there."""

from __future__ import annotations

import re

_VOID = re.compile(
    r"""(<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b"""
    r"""(?:[^<>"']|"[^"]*"|'[^']*')*?)\s+/>"""
)


def plain_voids(html: str) -> str:
    """Return a page without the slashes that Markdown puts into images, fields and breaks.

    Drawings keep theirs: SVG within a page needs them.
    """
    return _VOID.sub(r"\1>", html)
