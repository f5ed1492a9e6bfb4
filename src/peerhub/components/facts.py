"""Facts: a strip of labels and values at the head of a page."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from peerhub.components.render import render


def facts(rows: Sequence[tuple[str, str]]) -> Markup:
    """Return the facts as a description list, in the order given."""
    return render("facts", rows=rows)
