"""The last inspection of the whole site, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from peerhub.components.render import render
from peerhub.questions.inspected import LookRow


def inspection_table(day: str, rows: Sequence[LookRow]) -> Markup:
    """Return what each look was for, at how many, with what, and what it found."""
    return render("inspection_table", day=day, rows=rows)


def inspection_faults(day: str, rows: Sequence[LookRow]) -> Markup:
    """Return what does not keep the rules everywhere, and where: each row that found a fault."""
    return render("inspection_faults", day=day, rows=[row for row in rows if not row.is_clean])
