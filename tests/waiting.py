"""Waiting for a page to come to what is asked for."""

from __future__ import annotations

import time
from typing import Any

PATIENCE = 60
"""Seconds after which waiting is given up."""


def until(page: Any, expression: str, arg: Any = None) -> None:
    """Wait until an expression, or a function of `arg`, is true on a page.

    Playwright's own waiting evaluates text within the page once the first look has failed, which
    the hub's content policy forbids: a test then fails on a slow machine alone.
    """
    ends = time.monotonic() + PATIENCE
    while not page.evaluate(expression, arg):
        assert time.monotonic() < ends, f"never true: {expression}"
        page.wait_for_timeout(20)
