"""How the time of some modules is spent: minutes by the method of their steps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from peerhub.models import Module
from peerhub.models.training import Method


def minutes_by_method(modules: Iterable[Module]) -> list[tuple[Method, int]]:
    """Return the minutes of each method that is used, the longest first.

    Those that take as long as each other stand in the order in which they are first used.
    """
    minutes: Counter[Method] = Counter()
    for module in modules:
        for step in module.steps:
            minutes[step.method] += step.minutes
    return minutes.most_common()
