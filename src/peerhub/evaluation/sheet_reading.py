"""From the bytes of one file to the tabs and cells of a sheet."""

from __future__ import annotations

from peerhub.evaluation.filled_book import FilledBook
from peerhub.evaluation.ods_reading import MIMETYPE, read_ods
from peerhub.evaluation.sheet_file import BROKEN, SheetFile, SheetRefused, opened
from peerhub.evaluation.xlsx_reading import TYPES, WORKBOOK, read_xlsx


def read_sheet(content: bytes) -> FilledBook:
    """Return what a file holds, by what it is and whatever it is called.

    Raises SheetRefused: `too-large`, `password`, `not-a-sheet` or `damaged`.
    """
    file = opened(content)
    try:
        return read_ods(file) if _is_ods(file) else read_xlsx(file)
    except BROKEN:  # whatever a broken file makes go wrong, it is told as broken
        raise SheetRefused("damaged") from None


def _is_ods(file: SheetFile) -> bool:
    """Return whether it is ODS and not XLSX. Raises SheetRefused("not-a-sheet")."""
    if "mimetype" in file.names and file.text("mimetype").strip() == MIMETYPE:
        return True
    if TYPES in file.names and WORKBOOK in file.names:
        return False
    raise SheetRefused("not-a-sheet")
