"""Sheets that LibreOffice works out and saves, in either format, are read as what was typed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from peerhub.evaluation.judging import Judgement, judged
from tests.evaluation.filling import filled
from tests.evaluation.kits import FORMATS, indicator, small_layout, small_sheet
from tests.evaluation.test_recalculated import convert

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("recalculated")]

TYPED = [(7, 12), (0, 0), (9, "fewer than 5"), (None, None), (5, 1_000_000)]
INDICATORS = [indicator(f"one-{at}") for at in range(len(TYPED))]
LAYOUT = small_layout(*INDICATORS)
WAYS = [(typed, saved) for typed in FORMATS for saved in FORMATS]


@pytest.fixture(scope="module")
def saved(tmp_path_factory) -> Path:
    """Both sheets filled in and saved in both formats, below a folder named by the format."""
    folder = tmp_path_factory.mktemp("saved")
    cells = {"B1": "eastshire", "B2": dt.date(2027, 1, 1), "B3": dt.date(2027, 6, 30)}
    for block, counts in zip(LAYOUT.blocks, TYPED, strict=True):
        rows = zip(block.groups, counts, strict=True)
        cells |= {row.cell: count for row, count in rows if count is not None}
    for form in FORMATS:
        content = filled(small_sheet(form, *INDICATORS), cells)
        (folder / f"{form}.{form}").write_bytes(content)
    for form in FORMATS:
        convert(folder, form, [f"{one}.{one}" for one in FORMATS], f"as-{form}")
    return folder


def judgement(saved: Path, typed: str, form: str) -> Judgement:
    content = (saved / f"as-{form}" / f"{typed}.{form}").read_bytes()
    return judged(LAYOUT, content, "Peer Support Hub")


@pytest.mark.parametrize(("typed", "form"), WAYS)
def test_a_sheet_that_was_filled_in_and_saved_has_no_fault(saved, typed, form):
    found = judgement(saved, typed, form)
    assert (list(found.faults), list(found.notices)) == ([], [])
    assert (found.head.force, found.head.start, found.head.end) == (
        "eastshire",
        "2027-01-01",
        "2027-06-30",
    )


@pytest.mark.parametrize(("typed", "form"), WAYS)
def test_every_count_is_the_one_that_was_typed(saved, typed, form):
    counts = judgement(saved, typed, form).counts
    expected = [tuple("hidden" if isinstance(one, str) else one for one in two) for two in TYPED]
    assert [tuple(counts[one.id]) for one in INDICATORS] == expected
