"""The letters that our type can draw. A text with any other cannot be printed."""

from __future__ import annotations

import re

# What every weight of Atkinson Hyperlegible Next in `materials/fonts` holds, as a test finds there.
_DRAWN = (
    r"\n -~\u00a0-\u00ac\u00ae-\u00b4\u00b6-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123"
    r"\u0126\u0127\u012a\u012b\u012e-\u0133\u0136\u0137\u0139-\u013e\u0141-\u0148\u0150-\u0155"
    r"\u0158-\u015b\u015e-\u0165\u016a\u016b\u016e-\u017e\u0192\u0218-\u021b\u0237\u02c6\u02c7"
    r"\u02c9\u02d8-\u02dd\u0300-\u0304\u0306-\u0308\u030a-\u030c\u0312\u0326-\u0328\u0394\u03a9"
    r"\u03bc\u03c0\u1e80-\u1e85\u1e9e\u1ef2\u1ef3\u2009\u2013\u2014\u2018-\u201a\u201c-\u201e"
    r"\u2020-\u2022\u2026\u2030\u2039\u203a\u2044\u20ac\u20b9\u2113\u2122\u212e\u2202\u220f"
    r"\u2211\u2212\u2215\u2219\u221a\u221e\u222b\u2248\u2260\u2264\u2265\u25ca\u266a"
)
STRANGE = re.compile(f"[^{_DRAWN}]")
"""A letter that our type lacks."""
STRANGE_REMEDY = "Write the words without it."


def strange(letter: str) -> str:
    """Return what an editor reads about a letter that our type lacks."""
    return f"our type cannot draw '{letter}'"
