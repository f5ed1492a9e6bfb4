"""Patches: something of ours in the place of something of a library's, for as long as a block."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

Patch = Callable[[ExitStack], None]
"""Puts something of ours in the place of something else, until the stack is closed."""


def put(owner: Any, name: str, other: Callable[[], Any]) -> Patch:
    """Return a patch that sets what `other` gives in the place of an attribute."""
    return lambda after: replace(after, owner, name, other())


def replace(after: ExitStack, owner: Any, name: str, other: Any) -> None:
    """Set something else in the place of an attribute, until `after` is closed."""
    after.callback(setattr, owner, name, getattr(owner, name))
    setattr(owner, name, other)


def without_search(after: ExitStack) -> None:
    """Keep the search for garbage away, until `after` is closed."""
    if gc.isenabled():
        gc.disable()
        after.callback(_search_again)


def _search_again() -> None:
    """Let the search for garbage begin again, but not with all that is in use just now."""
    gc.freeze()
    gc.enable()
    gc.unfreeze()
