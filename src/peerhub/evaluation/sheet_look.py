"""How the cells of a sheet look, in each format. Words say all that colours do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from peerhub.evaluation.grid import Look

LANGUAGE = "en-GB"


@dataclass(frozen=True)
class CellFormat:
    """Letters in points; colours as six hexadecimal digits, "" for none."""

    size: int = 10
    is_bold: bool = False
    ink: str = "1d2433"
    ground: str = ""
    border: str = ""

    @property
    def has_border(self) -> bool:
        """Whether a thin line goes round it."""
        return bool(self.border)


FORMATS: Mapping[Look, CellFormat] = {
    "plain": CellFormat(),
    "title": CellFormat(size=16, is_bold=True),
    "head": CellFormat(is_bold=True, ink="ffffff", ground="1f3a5f"),
    "text": CellFormat(),
    "fill-in": CellFormat(ground="fff6d6", border="8a6d00"),
    "day": CellFormat(ground="fff6d6", border="8a6d00"),
    "total": CellFormat(is_bold=True, ground="eef1f5"),
    "remark": CellFormat(is_bold=True, ink="9b1c1c"),
    "quiet": CellFormat(size=9, ink="55606e"),
}
"""Each pair of ink and ground differs by 4.5 to 1 or more."""
