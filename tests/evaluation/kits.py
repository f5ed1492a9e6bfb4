"""Small kits to test with: indicators of two and three groups, and the sheets made of them."""

from __future__ import annotations

import datetime as dt

from peerhub.evaluation.grid import GridBook
from peerhub.evaluation.layout import SheetLayout, layout
from peerhub.evaluation.ods_sheet import ods_sheet
from peerhub.evaluation.sheet import sheet_book
from peerhub.evaluation.sheet_words import KitWords
from peerhub.evaluation.xlsx_sheet import xlsx_sheet
from peerhub.models import Indicator
from tests.models.test_indicator import TALKS

FORCES = {"eastshire": "Eastshire Police", "westshire": "Westshire O'Neill & Ŵy Police"}
WORDS = KitWords("Evaluation sheet", "For tests", ("Read this.", "", "And <that> & this."))
DAY = dt.date(2026, 11, 23)
WRITERS = {"ods": ods_sheet, "xlsx": xlsx_sheet}
FORMATS = tuple(WRITERS)


def indicator(identity: str, groups: int = 2, share: int = 1) -> Indicator:
    """Return an indicator with some groups, g0 and so on, the first of which have a share."""
    held = [{"id": f"g{at}", "title": f"Group {at}"} for at in range(groups)]
    shared = [f"g{at}" for at in range(share)]
    said = {**TALKS, "id": identity, "title": f"About {identity}", "groups": held, "share": shared}
    return Indicator.model_validate(said, strict=False)


def small_layout(*indicators: Indicator) -> SheetLayout:
    """Return the layout of a small kit of revision 4."""
    return layout(indicators or (indicator("a"), indicator("b", 3, 2)), FORCES, 4)


def small_book(*indicators: Indicator) -> GridBook:
    """Return the sheet of a small kit in plain values."""
    return sheet_book(small_layout(*indicators), WORDS)


def small_sheet(form: str, *indicators: Indicator) -> bytes:
    """Return the sheet of a small kit in a format."""
    return WRITERS[form](small_book(*indicators), DAY)
