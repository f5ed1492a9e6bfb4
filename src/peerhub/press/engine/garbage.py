"""When a process of the press looks for garbage: between things that are made, and mostly the new.

WeasyPrint leaves circles, which only a search finds, and a search in the middle of setting finds
little. So the search is off while things are set (`patching.without_search`) and made here after.
"""

from __future__ import annotations

import gc
import math
import time
from functools import cache

YOUNG, OLD = 1, 2
"""The generations that a search goes through: what was made lately, and all there is."""

SELDOM = 2.0
"""Seconds of a processor after which a search goes through all there is, which takes some 0.05."""

_last = -math.inf
"""When this process last went through all, in seconds of its processor."""


def search() -> None:
    """Search for garbage among what was made lately; the first time, and now and then, among all.

    What has outlived a search is mostly type, styles, or what is remembered of them, and seldom
    becomes garbage: to go through all after each batch was a tenth of all the time of a poster.
    """
    global _last
    is_due = time.process_time() - _last >= SELDOM
    gc.collect(OLD if is_due else YOUNG)
    if is_due:
        _last = time.process_time()


def search_after_batch() -> None:
    """Search for garbage after a batch, in a process that makes one after another."""
    search()
    if not gc.isenabled():
        _settle()


@cache
def _settle() -> None:
    """Let a worker's later searches pass over what its first batch has brought, once.

    Those are the program, the type and the styles, which stay: to go through them again after
    each batch was a fifth of all the time of a poster.
    """
    gc.freeze()
