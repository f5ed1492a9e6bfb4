"""Makes the sheets of the evaluation kit, and says what their revision is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from peerhub.catalogue import Catalogue
from peerhub.evaluation.grid import GridBook
from peerhub.evaluation.layout import layout_of
from peerhub.evaluation.ods_sheet import ods_sheet
from peerhub.evaluation.sheet import sheet_book
from peerhub.evaluation.sheet_words import kit_words, signed
from peerhub.evaluation.xlsx_sheet import xlsx_sheet
from peerhub.models import Stamp
from peerhub.press.engine.store import write_whole
from peerhub.questions.evaluation_kit import ODS, XLSX
from peerhub.questions.revised import Sums, stamp_of, sum_of

NAME = "evaluation/sheet"
"""What the ledger of materials calls the sheet, in both of its formats."""


def evaluation_sums(catalogue: Catalogue) -> Sums:
    """Return the sum of a sheet's words by its name; nothing where nothing is counted."""
    return {NAME: _sum(catalogue)} if catalogue.indicators else {}


def evaluation_sheets(catalogue: Catalogue) -> Mapping[str, bytes]:
    """Return the sheets by their paths below the site; none where nothing is counted."""
    if not catalogue.indicators:
        return {}
    stamp = stamp_of(catalogue, NAME, _sum(catalogue))
    book = _book(catalogue, stamp)
    return {ODS: ods_sheet(book, stamp.date), XLSX: xlsx_sheet(book, stamp.date)}


def write_sheets(catalogue: Catalogue, site: Path) -> None:
    """Write the sheets below a site in the making. Both take less than finding them in a store."""
    for path, content in evaluation_sheets(catalogue).items():
        write_whole(site / path, content)


def _book(catalogue: Catalogue, stamp: Stamp | None = None) -> GridBook:
    words = kit_words(catalogue)
    return sheet_book(layout_of(catalogue), signed(words, catalogue, stamp) if stamp else words)


def _sum(catalogue: Catalogue) -> str:
    return sum_of(_book(catalogue))
