"""What a workshop's evaluation asks: whether people can do what its modules set out to teach."""

from __future__ import annotations

from collections.abc import Mapping

from peerhub.models import Module, Workshop

MOST_ROWS = 12
"""How many outcomes fit on one page of a form, with room to tick."""


def outcomes_asked(workshop: Workshop, modules: Mapping[str, Module]) -> tuple[str, ...]:
    """Return outcomes of a workshop's modules, in the order taught and the same from each.

    With many modules each gives its first; with few, each gives more, up to a page of rows.
    """
    taught = [modules[one] for one in dict.fromkeys(workshop.module_ids)]
    if not taught:
        return ()
    each = max(1, MOST_ROWS // len(taught))
    return tuple(outcome for module in taught for outcome in module.outcomes[:each])
