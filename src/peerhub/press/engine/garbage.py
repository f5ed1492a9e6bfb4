"""When a process of the press looks for garbage: between things that are made, and mostly the new.

WeasyPrint leaves circles, which only a search finds, and a search in the middle of setting finds
little. So the search is off while things are set (`patching.without_search`) and made here after.
"""

from __future__ import annotations

import gc
from functools import cache
from itertools import count

YOUNG, OLD = 1, 2
"""The generations that a look for garbage goes through: what was made lately, and all there is."""

SELDOM = 8
"""Looks for garbage of which one goes through all there is: more seldom, a process took 16 MiB more."""

_TIMES = count(1)
"""How often this process has looked for garbage after a batch."""


def search(time: int) -> None:
    """Look for garbage, for the so-manieth time: the first and every so often among all there is.

    What has outlived a look is type, styles, or what is remembered of them, and hardly ever becomes
    garbage: to go through all of it after each batch was a tenth of all the time of a poster.
    """
    gc.collect(OLD if time % SELDOM == 1 else YOUNG)


def search_after_batch() -> None:
    """Look for garbage after a batch, in a process that makes one after another."""
    search(next(_TIMES))
    if not gc.isenabled():
        _settle()


@cache
def _settle() -> None:
    """Let a worker's later looks for garbage pass over what its first batch has brought, once.

    Those are the program, the type and the styles, which stay: to go through them again after
    each batch was a fifth of all the time of a poster.
    """
    gc.freeze()
