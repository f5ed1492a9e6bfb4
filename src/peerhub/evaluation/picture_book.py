"""A national picture as a spreadsheet, whose totals and shares are formulas beside their values."""

from __future__ import annotations

from collections.abc import Iterator

from peerhub.evaluation.grid import BarChart, Grid, GridBook, GridCell
from peerhub.evaluation.layout import FIGURES, READ_FIRST, WITHHELD
from peerhub.evaluation.merging import IndicatorFigures, NationalFigures
from peerhub.evaluation.picture_words import (
    HOW_MADE,
    NOT_SHOWN,
    shared_words,
    source_of,
    title_of,
)
from peerhub.models.licence import ORIGIN

SHARES = "Shares"
HEAD = (
    "Indicator",
    "Group",
    "Count",
    "Forces with whole figures",
    "Forces with a hidden figure",
    "Forces without it",
)
FIRST = 2
"""The first row of figures and of shares, below the head."""


def picture_book(picture: NationalFigures) -> GridBook:
    """Return the spreadsheet of a picture in plain values: what it is, its figures, its shares."""
    title = title_of(picture)
    places = list(_places(picture))
    grids = (_read_first(picture, title), _figures(places), _shares(places))
    return GridBook(title, f"{source_of(picture)} {ORIGIN}", grids)


def _read_first(picture: NationalFigures, title: str) -> Grid:
    lines = [source_of(picture), "", "What it cannot show", *NOT_SHOWN, ""]
    lines += ["How small counts are kept in", *HOW_MADE, "", "Forces that took part"]
    lines += picture.forces
    cells = [GridCell("A1", title, "title")]
    cells += [GridCell(f"A{row}", line, "text") for row, line in enumerate(lines, 3) if line]
    return Grid(READ_FIRST, (110,), tuple(cells))


def _places(picture: NationalFigures) -> Iterator[tuple[IndicatorFigures, int]]:
    """Yield each indicator with the row of its first group."""
    row = FIRST
    for one in picture.indicators:
        yield one, row
        row += len(one.indicator.groups) + 1


def _figures(places: list[tuple[IndicatorFigures, int]]) -> Grid:
    cells = [
        GridCell(f"{column}1", word, "head") for column, word in zip("ABCDEF", HEAD, strict=True)
    ]
    for one, row in places:
        cells += _rows(one, row)
    return Grid(FIGURES, (50, 36, 14, 16, 16, 16), tuple(cells), heads=(1, 1))


def _rows(one: IndicatorFigures, first: int) -> Iterator[GridCell]:
    groups = one.indicator.groups
    for at, group in enumerate(groups):
        yield GridCell(f"A{first + at}", one.indicator.title, "text")
        yield GridCell(f"B{first + at}", group.title, "text")
        count = WITHHELD if one.groups is None else one.groups[at]
        yield GridCell(f"C{first + at}", count, "text")
    last = first + len(groups)
    yield GridCell(f"A{last}", one.indicator.title, "total")
    yield GridCell(f"B{last}", "Total", "total")
    if one.total is None:
        yield GridCell(f"C{last}", WITHHELD, "total")
    else:
        yield GridCell(f"C{last}", one.total, "total", f"SUM(C{first}:C{last - 1})")
    for column, forces in zip("DEF", (one.whole, one.hidden, one.none), strict=True):
        yield GridCell(f"{column}{last}", forces, "total")


def _shares(places: list[tuple[IndicatorFigures, int]]) -> Grid:
    """Return the shares, with a chart; what has none, or a withheld one, is left out."""
    shown = [(one, row) for one, row in places if one.percent is not None]
    cells = [
        GridCell(f"{column}1", word, "head")
        for column, word in zip(
            "ABC", ("Indicator", "The part that is shown", "Per cent"), strict=True
        )
    ]
    for at, (one, row) in enumerate(shown, FIRST):
        cells += [
            GridCell(f"A{at}", one.indicator.title, "text"),
            GridCell(f"B{at}", shared_words(one), "text"),
            GridCell(f"C{at}", one.percent, "total", _share(one, row)),
        ]
    last = FIRST + len(shown) - 1
    chart = BarChart(
        "Shares in per cent",
        f"A{FIRST}:A{last}",
        f"C{FIRST}:C{last}",
        "Per cent of all that was counted",
        "A bar for each indicator, as long as its share. The table above has the same figures.",
        last + 1,
    )
    return Grid(SHARES, (50, 50, 14), tuple(cells), heads=(1, 1), chart=chart if shown else None)


def _share(one: IndicatorFigures, first: int) -> str:
    """Return the formula of a share: whole per cent, half upwards, as `figures.share` has it."""
    ids = [group.id for group in one.indicator.groups]
    part = "+".join(f"{FIGURES}!C{first + ids.index(group)}" for group in one.indicator.share)
    total = f"{FIGURES}!C{first + len(ids)}"
    return f"INT((200*({part})+{total})/(2*{total}))"
