"""When a process of the press looks for garbage: between things that are made, and mostly the new.

WeasyPrint leaves circles, which only a search finds, and a search in the middle of setting finds
little. So the search is off while things are set (`patching.without_search`) and made here after.
"""

from __future__ import annotations

import gc
import math
import time
from dataclasses import dataclass
from functools import cache

YOUNG, OLD = 1, 2
"""The generations that a search goes through: what was made lately, and all there is."""

SOON = 0.25
"""Seconds of a processor between searches among what was made lately."""

SELDOM = 5.0
"""Seconds of a processor after which a search goes through all there is, which takes some 0.1."""


@dataclass
class _Last:
    """When this process last searched, in seconds of its processor: among the new, among all."""

    young: float = -math.inf
    old: float = -math.inf


_last = _Last()


def search_if_due() -> bool:
    """Search for garbage if some time was worked since the last search; say whether it was.

    It goes through what was made lately; the first time, and now and then, through all. What has
    outlived a search is mostly type, styles, or what is remembered of them, and seldom becomes
    garbage: to go through all each time was a tenth of all the time of a poster.
    """
    now = time.process_time()
    if now - _last.young < SOON:
        return False
    is_all = now - _last.old >= SELDOM
    gc.collect(OLD if is_all else YOUNG)
    _last.young = time.process_time()
    _last.old = _last.young if is_all else _last.old
    return True


@cache
def settle() -> None:
    """Let a worker's later searches pass over what its first batch has brought, once.

    Those are the program, the type and the styles, which stay: to go through them again after
    each batch was a fifth of all the time of a poster. A process that searches by itself is no
    worker of ours.
    """
    if not gc.isenabled():
        gc.freeze()
