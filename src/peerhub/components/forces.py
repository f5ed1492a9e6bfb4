"""Forces by region."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from peerhub.components.render import render
from peerhub.models import Force, Region


def force_groups(groups: Sequence[tuple[Region, Sequence[Force]]], level: int = 3) -> Markup:
    """Return the forces of each region, in the order given; `level` is that of the headings.

    A region without a force is left out.
    """
    shown = [(region, forces) for region, forces in groups if forces]
    return render("force_groups", groups=shown, level=level)
