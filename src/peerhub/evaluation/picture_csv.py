"""The figures of a national picture as CSV (RFC 4180): a row for each group, and for each total."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from peerhub.evaluation.layout import WITHHELD
from peerhub.evaluation.merging import IndicatorFigures, NationalFigures
from peerhub.models.indicator import TOTAL

HEAD = (
    "indicator",
    "title",
    "group",
    "group title",
    "count",
    "percent",
    "forces with whole figures",
    "forces with a hidden figure",
    "forces without it",
    "from",
    "to",
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet takes for a formula."""


def picture_csv(picture: NationalFigures) -> str:
    """Return a picture as CSV, its lines ended as RFC 4180 has it."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(HEAD)
    for one in picture.indicators:
        for row in _rows(one):
            writer.writerow([*map(_safe, row), *_rest(one, picture)])
    return held.getvalue()


def _rows(one: IndicatorFigures) -> Iterator[tuple[str, ...]]:
    about = one.indicator
    for at, group in enumerate(about.groups):
        count = WITHHELD if one.groups is None else str(one.groups[at])
        yield about.id, about.title, group.id, group.title, count, ""
    total = WITHHELD if one.total is None else str(one.total)
    percent = "" if one.percent is None else str(one.percent)
    yield about.id, about.title, TOTAL, "Total", total, percent


def _rest(one: IndicatorFigures, picture: NationalFigures) -> tuple[int | str, ...]:
    return one.whole, one.hidden, one.none, picture.start, picture.end


def _safe(said: str) -> str:
    return f"'{said}" if said.startswith(FORMULA) else said
