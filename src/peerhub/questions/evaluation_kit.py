"""The evaluation kit: the indicators as forces fill them in, and the revision of the set of them.

Figures are only added up when they mean the same. So the kit has a number: the revision of what its
indicators say. It stands on every sheet, and sheets of another number are told from the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

from peerhub.catalogue import Catalogue
from peerhub.models import Indicator, Stamp
from peerhub.models.tool import FOLDER
from peerhub.questions.revised import Sums, stamp_of, sum_of

NAME = "evaluation/kit"
"""What the ledger of materials calls the set of indicators."""

SHEET_TITLE = "Evaluation sheet for one force"
ODS = f"{FOLDER}/evaluation-sheet.ods"
XLSX = f"{FOLDER}/evaluation-sheet.xlsx"
SHEETS = {ODS: "OpenDocument (ODS)", XLSX: "Excel (XLSX)"}
"""The formats of the sheet that a force fills in, by where each stands below the site."""
PAGE = "/guidance/evaluation-kit/"
"""The page that offers them."""


def kit_sums(catalogue: Catalogue) -> Sums:
    """Return the sum of what the indicators say, by its name; nothing where there are none."""
    return {NAME: _sum(catalogue.indicators)} if catalogue.indicators else {}


def kit_stamp(catalogue: Catalogue) -> Stamp:
    """Return what a sheet says of the set it asks for: its revision, and the day of that."""
    return stamp_of(catalogue, NAME, _sum(catalogue.indicators))


def kit_number(catalogue: Catalogue) -> int:
    """Return the revision of the set of indicators, from 1."""
    return kit_stamp(catalogue).revision or 1


def _sum(indicators: Sequence[Indicator]) -> str:
    """Return a sum of what figures mean. Who looks after an indicator, and when, is no part."""
    return sum_of(
        [
            (
                one.id,
                one.title,
                one.definition,
                one.counted,
                [(each.id, each.title) for each in one.groups],
                one.share,
            )
            for one in indicators
        ]
    )
