"""The layers of the site's look, put together as one stylesheet."""

from __future__ import annotations

import re
from pathlib import Path

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\s*\n\s*")


def stylesheet(folder: Path) -> str:
    """Return every `*.css` of a folder, in the order of their names, without comments and indents.

    Raises FileNotFoundError when the folder holds none.
    """
    layers = sorted(folder.glob("*.css"))
    if not layers:
        raise FileNotFoundError(f"{folder} holds no stylesheet")
    whole = "\n".join(path.read_text(encoding="utf-8") for path in layers)
    return _INDENT.sub("\n", _COMMENT.sub("", whole)).strip() + "\n"
