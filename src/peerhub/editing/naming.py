"""Ids made of what a thing is called."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

LONGEST = 50
"""Letters of an id, so that addresses stay short."""


def slug(title: str, taken: Collection[str], otherwise: str) -> str:
    """Return an id in plain letters that is not taken: "O'Neill's ŵyl" becomes "oneills-wyl".

    `otherwise` is the id of a title without a plain letter in it.
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    base = "-".join(words)[:LONGEST].rstrip("-") or otherwise
    base = base if base[0].isalpha() else f"{otherwise}-{base}"
    number, name = 1, base
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    return name
