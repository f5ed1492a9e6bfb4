"""How strong the evidence is, as a table with a mark for each source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from peerhub.components.render import render
from peerhub.models import Reference
from peerhub.questions.strength import Strength


@dataclass(frozen=True)
class _DesignRow:
    """One kind of evidence in the words that readers see."""

    name: str
    tells: str
    marks: tuple[Reference, ...]
    rings: tuple[Reference, ...]
    said: str


def strength_table(rows: Sequence[Strength]) -> Markup:
    """Return the table: a disc for each source on peer support, a ring for each related one."""
    return render("strength_table", rows=[_row(row) for row in rows])


def _row(row: Strength) -> _DesignRow:
    parts = []
    if row.itself:
        parts.append(f"{len(row.itself)} on peer support")
    if row.related:
        parts.append(f"{len(row.related)} on related help")
    return _DesignRow(
        row.name, row.tells, row.itself, row.related, ", ".join(parts) or "None listed"
    )
