"""Drawings that would not be drawn as they were meant, or that would run or fetch something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

Fault = tuple[int, int, str, str]

_RUNS = re.compile(
    r"<script|<foreignObject|\son\w+=|(?:href|src)=[\"'](?!#|data:image/)(?:\w+:|//)|"
    r"@import|url\(\s*[\"']?(?:https?:)?//",
    re.IGNORECASE,
)
_ROOT = re.compile(
    r"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?P<root>[\w:]+)(?P<rest>[^>]*)", re.DOTALL
)
_WITHIN = re.compile(r"""(?:href=["']|url\(\s*["']?)#(?P<id>[^"')\s]+)""")
_BESIDE = re.compile(r"""\bhref=["'](?P<name>(?!data:)[^"'#:]+)["']""")


def unsound_drawing(text: str, path: Path) -> Iterator[Fault]:
    """Find what is wrong with a drawing that can be read as XML."""
    root = _ROOT.match(text)
    if root is None or root["root"] not in ("svg", "svg:svg"):
        yield 1, 1, "this is no drawing: it does not begin with <svg", "Bring the file back."
        return
    if "viewBox=" not in root["rest"]:
        said = "the drawing does not say its size (viewBox)"
        yield *_place(text, root.start("root")), said, 'Write viewBox="0 0 width height" in <svg>.'
    for found in _RUNS.finditer(text):
        said = f"'{found[0].strip()}' has no place in a drawing"
        lead = len(found[0]) - len(found[0].lstrip())
        yield *_place(text, found.start() + lead), said, "Take it out."
    ids = set(re.findall(r"""\bid=["']([^"']+)["']""", text))
    for found in _WITHIN.finditer(text):
        if found["id"] not in ids:
            said = f"nothing in the drawing has the id '{found['id']}'"
            yield *_place(text, found.start()), said, "Check its name."
    for found in _BESIDE.finditer(text):
        if not (path.parent / found["name"]).is_file():
            said = f"there is no picture '{found['name']}'"
            yield *_place(text, found.start()), said, "Check its name."


def _place(text: str, position: int) -> tuple[int, int]:
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
