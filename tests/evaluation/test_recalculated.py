"""LibreOffice works sheets out anew, in both formats: every figure and remark is the program's own.

One indicator stands for each pair of what may be typed into two groups, and more for three groups.
"""

from __future__ import annotations

import csv
import datetime as dt
import itertools
import shutil
import subprocess
from pathlib import Path

import pytest

from peerhub.evaluation.figures import Count, remark, share, total
from peerhub.evaluation.grid import place_of
from peerhub.evaluation.layout import FIGURES, REMARK_COLUMN, RESULTS, SheetBlock, SheetLayout
from peerhub.evaluation.sheet import NOTHING, RESULTS_HEAD, UNSURE, sheet_book
from tests.evaluation.filling import filled
from tests.evaluation.kits import DAY, FORMATS, WORDS, WRITERS, indicator, small_layout

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("recalculated")]

TYPED: tuple[Count, ...] = (None, 0, 3, 5, 1234, 7.5, -6, 1_000_001, "fewer than 5", "Jo")
PAIRS = list(itertools.product(TYPED, repeat=2))
THREES = [(5, 5, 6), (0, 0, 0), (None, 5, 6), (9, "fewer than 5", 11), (1, 1, 1), (8, 8, 1)]
SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
"""Each tab as a file of its own, with the figures as they are and not as they are shown."""

MISSING = "LibreOffice is missing: run make test, or apt-get install libreoffice-calc-nogui"

Table = list[list[str]]


@pytest.fixture(scope="module")
def layout() -> SheetLayout:
    pairs = [indicator(f"pair-{at}") for at in range(len(PAIRS))]
    return small_layout(*pairs, *(indicator(f"three-{at}", 3, 2) for at in range(len(THREES))))


@pytest.fixture(scope="module")
def typed(layout) -> list[tuple[SheetBlock, tuple[Count, ...]]]:
    return list(zip(layout.blocks, [*PAIRS, *THREES], strict=True))


@pytest.fixture(scope="module")
def worked_out(layout, typed, tmp_path_factory) -> dict[tuple[str, str], Table]:
    """The tabs of filled-in sheets as LibreOffice works them out, by format and name."""
    folder = tmp_path_factory.mktemp("recalculated")
    cells = {"B1": "eastshire", "B2": dt.date(2027, 1, 1), "B3": dt.date(2027, 6, 30)}
    for block, counts in typed:
        rows = zip(block.groups, counts, strict=True)
        cells |= {row.cell: count for row, count in rows if count is not None}
    book = sheet_book(layout, WORDS)
    for form in FORMATS:
        content = filled(WRITERS[form](book, DAY), cells)
        (folder / f"{form}.{form}").write_bytes(content)
    convert(folder, SHEETS, [f"{form}.{form}" for form in FORMATS])
    return {
        (form, tab): table(folder / f"{form}-{tab}.csv")
        for form in FORMATS
        for tab in (FIGURES, RESULTS)
    }


def convert(folder: Path, to: str, names: list[str], into: str = ".") -> None:
    """Have LibreOffice work out files of a folder, and save them below it in a format."""
    office = shutil.which("soffice")
    assert office, MISSING
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", to, "--outdir", into, *names]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def table(file: Path) -> Table:
    return list(csv.reader(file.read_text(encoding="utf-8").splitlines()))


def at(found: Table, cell: str) -> str:
    """Return what stands in a cell; nothing past the end of a row."""
    row, column = place_of(cell)
    return found[row][column] if column < len(found[row]) else ""


@pytest.mark.parametrize("form", FORMATS)
def test_every_remark_is_the_one_that_the_program_makes(worked_out, typed, form):
    found = worked_out[form, FIGURES]
    for block, counts in typed:
        said = [at(found, f"{REMARK_COLUMN}{row.row}") for row in block.groups]
        assert said == [remark(one, counts) for one in counts], counts


@pytest.mark.parametrize("form", FORMATS)
def test_every_total_of_counts_without_a_remark_is_the_programs_own(worked_out, typed, form):
    found, tried = worked_out[form, FIGURES], set()
    for block, counts in typed:
        if any(remark(one, counts) for one in counts):
            continue
        expected = total(counts)
        assert at(found, block.total.cell) == ("" if expected is None else str(expected)), counts
        tried.add(type(expected))
    assert tried == {int, str, type(None)}


@pytest.mark.parametrize("form", FORMATS)
def test_a_hidden_count_withholds_its_total_whatever_stands_beside_it(worked_out, typed, form):
    found = worked_out[form, FIGURES]
    said = {at(found, block.total.cell) for block, counts in typed if "fewer than 5" in counts}
    assert said == {"withheld"}


@pytest.mark.parametrize("form", FORMATS)
def test_every_share_is_the_programs_own(worked_out, typed, form):
    found = worked_out[form, RESULTS]
    for row, (block, counts) in enumerate(typed, RESULTS_HEAD + 1):
        assert (at(found, f"A{row}"), at(found, f"C{row}")) == (
            block.indicator.title,
            shown_share(block, counts),
        ), counts


def shown_share(block: SheetBlock, counts: tuple[Count, ...]) -> str:
    whole = total(counts)
    if whole is None or isinstance(whole, str):
        return whole or ""
    if any(remark(one, counts) for one in counts):
        return UNSURE
    return str(share(sum(counts[: len(block.indicator.share)]), whole)) if whole else NOTHING


def test_what_was_typed_is_still_there(worked_out):
    for form in FORMATS:
        assert at(worked_out[form, FIGURES], "B1") == "eastshire"
        assert at(worked_out[form, FIGURES], "B2") == "2027-01-01"
