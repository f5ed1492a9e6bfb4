"""The sheet that a force fills in: three tabs, with formulas that say what `figures.py` says."""

from __future__ import annotations

from collections.abc import Iterator

from peerhub.evaluation.grid import BarChart, EntryRule, Grid, GridBook, GridCell, Look
from peerhub.evaluation.layout import (
    FIGURES,
    FORCE_CELL,
    FROM_CELL,
    HEAD,
    HEAD_ROW,
    HIDDEN_COUNT,
    KIT_CELL,
    LABELS,
    LARGEST_COUNT,
    READ_FIRST,
    REMARK_COLUMN,
    REMARK_LARGE,
    REMARK_SMALL,
    REMARK_SOME,
    REMARK_WHOLE,
    RESULTS,
    TO_CELL,
    WITHHELD,
    SheetBlock,
    SheetLayout,
)
from peerhub.evaluation.sheet_words import KitWords
from peerhub.questions.disclosure import SMALLEST_COUNT

RESULTS_HEAD = 3
"""The row of the head of the tab of results."""
UNSURE = "see Figures"
"""What a share says while something is remarked on its counts."""
NOTHING = "nothing counted"
"""What a share of nought says."""
EARLIEST = "DATE(2020,1,1)"
"""An earlier day is a slip."""


def sheet_book(layout: SheetLayout, words: KitWords) -> GridBook:
    """Return the sheet of a kit, empty, in plain values."""
    read_first = _read_first(layout, words)
    grids = (read_first, _figures(layout, _force_rule(layout, read_first)), _results(layout))
    return GridBook(words.title, words.subject, grids)


def _read_first(layout: SheetLayout, words: KitWords) -> Grid:
    """Return what to read first: how to fill the sheet in, what it asks, and the forces' ids."""
    cells = [GridCell("A1", words.title, "title")]
    cells += [GridCell(f"A{at}", line) for at, line in enumerate(words.lines, 3) if line]
    row = 4 + len(words.lines)
    tables: tuple[tuple[tuple[str, ...], Iterator[tuple[str, ...]]], ...] = (
        (
            ("Indicator", "What is counted", "Where the number comes from", "What it cannot show"),
            (
                (one.title, one.definition, one.source, one.limits)
                for one in (block.indicator for block in layout.blocks)
            ),
        ),
        (("Force", "Name"), iter(layout.forces.items())),
    )
    for head, rows in tables if layout.lists_forces else tables[:1]:
        cells += _row(row, head, "head")
        for at, one in enumerate(rows, row + 1):
            cells += _row(at, one, "text")
            row = at
        row += 2
    return Grid(READ_FIRST, (34, 60, 34, 60), tuple(cells))


def _force_rule(layout: SheetLayout, read_first: Grid) -> EntryRule:
    """Return what may be typed for the force: an id of the last table of what is read first.

    Without such a table any word may be: what reads sheets knows all forces.
    """
    if not layout.lists_forces:
        return EntryRule(
            FORCE_CELL,
            formula=f"ISTEXT({FORCE_CELL})",
            title="Write the force",
            message=f"Write its id. The tab {READ_FIRST} says where it stands.",
        )
    last = read_first.cells[-1].place[0] + 1
    return EntryRule(
        FORCE_CELL,
        listed=f"'{READ_FIRST}'!$A${last - len(layout.forces) + 1}:$A${last}",
        title="Choose the force",
        message=f"Choose its id from the list. The tab {READ_FIRST} has all ids with names.",
    )


def _row(row: int, values: tuple[str, ...], look: Look) -> list[GridCell]:
    return [
        GridCell(f"{column}{row}", value, look)
        for column, value in zip("ABCD", values, strict=False)
    ]


def _figures(layout: SheetLayout, force: EntryRule) -> Grid:
    cells = [
        GridCell("A1", LABELS[0], "head"),
        GridCell(FORCE_CELL, None, "fill-in"),
        GridCell("A2", LABELS[1], "head"),
        GridCell(FROM_CELL, None, "day"),
        GridCell("A3", LABELS[2], "head"),
        GridCell(TO_CELL, None, "day"),
        GridCell("A4", LABELS[3], "head"),
        GridCell(KIT_CELL, layout.kit, "plain"),
    ]
    cells += [
        GridCell(f"{column}{HEAD_ROW}", word, "head")
        for column, word in zip("ABCDEF", HEAD, strict=True)
    ]
    for block in layout.blocks:
        cells += _counts(block)
    rules = (
        force,
        _day_rule(FROM_CELL, f"{FROM_CELL}>={EARLIEST}"),
        _day_rule(TO_CELL, f"{TO_CELL}>={FROM_CELL}"),
        *(_count_rule(block) for block in layout.blocks),
    )
    return Grid(
        FIGURES, (26, 24, 50, 36, 14, 28), tuple(cells), heads=(HEAD_ROW, HEAD_ROW), rules=rules
    )


def _day_rule(cell: str, holds: str) -> EntryRule:
    return EntryRule(
        cell,
        formula=f"AND(ISNUMBER({cell}),{holds})",
        title="Write a day",
        message="Write year-month-day, such as 2027-01-01. The period ends after it begins.",
    )


def _count_rule(block: SheetBlock) -> EntryRule:
    cell = block.groups[0].cell
    number = f"ISNUMBER({cell}),{cell}=INT({cell}),OR({cell}=0,{cell}>={SMALLEST_COUNT})"
    return EntryRule(
        block.range,
        formula=f'OR({cell}="{HIDDEN_COUNT}",AND({number},{cell}<={LARGEST_COUNT}))',
        title="Not this number",
        message=f"Write 0, or a whole number of {SMALLEST_COUNT} or more. "
        f"For 1 to {SMALLEST_COUNT - 1} write the words: {HIDDEN_COUNT}",
    )


def _counts(block: SheetBlock) -> Iterator[GridCell]:
    for row in (*block.groups, block.total):
        look: Look = "total" if row.is_total else "text"
        yield GridCell(f"A{row.row}", row.indicator, "quiet")
        yield GridCell(f"B{row.row}", row.group, "quiet")
        yield GridCell(f"C{row.row}", row.counted, look)
        yield GridCell(f"D{row.row}", row.title, look)
        if row.is_total:
            yield GridCell(row.cell, look="total", formula=_total(block))
        else:
            yield GridCell(row.cell, None, "fill-in")
            remark = _remark(row.cell, block)
            yield GridCell(f"{REMARK_COLUMN}{row.row}", look="remark", formula=remark)


def _total(block: SheetBlock) -> str:
    hidden = f'COUNTIF({block.range},"{HIDDEN_COUNT}")>0'
    return f'IF(COUNTA({block.range})=0,"",IF({hidden},"{WITHHELD}",SUM({block.range})))'


def _remark(cell: str, block: SheetBlock) -> str:
    number = (
        f'IF(OR({cell}<0,{cell}<>INT({cell})),"{REMARK_WHOLE}",'
        f'IF(AND({cell}>0,{cell}<{SMALLEST_COUNT}),"{REMARK_SMALL}",'
        f'IF({cell}>{LARGEST_COUNT},"{REMARK_LARGE}","")))'
    )
    empty = f'IF(COUNTA({block.range})>0,"{REMARK_SOME}","")'
    text = f'IF({cell}="{HIDDEN_COUNT}","","{REMARK_WHOLE}")'
    return f'IF({cell}="",{empty},IF(ISNUMBER({cell}),{number},{text}))'


def _results(layout: SheetLayout) -> Grid:
    shown = [block for block in layout.blocks if block.indicator.share]
    first, last = RESULTS_HEAD + 1, RESULTS_HEAD + len(shown)
    cells = [GridCell("A1", f"Worked out from the tab {FIGURES}: nothing is filled in here.")]
    head = ("Indicator", "The part that is shown", "Per cent of all", "All")
    cells += _row(RESULTS_HEAD, head, "head")
    for row, block in enumerate(shown, first):
        whole = f"{FIGURES}!{block.total.cell}"
        cells += [
            GridCell(f"A{row}", block.indicator.title, "text"),
            GridCell(f"B{row}", block.indicator.share_title, "text"),
            GridCell(f"C{row}", look="total", formula=_share(block)),
            GridCell(f"D{row}", look="total", formula=f'IF({whole}="","",{whole})'),
        ]
    title = "Shares in per cent (no bar: nought, withheld or not collected)"
    chart = BarChart(
        title,
        f"A{first}:A{last}",
        f"C{first}:C{last}",
        "Per cent of all",
        "A bar for each indicator, as long as its share. The table above has the same figures.",
        last + 1,
    )
    return Grid(
        RESULTS,
        (46, 38, 16, 14),
        tuple(cells),
        heads=(RESULTS_HEAD, RESULTS_HEAD),
        chart=chart if shown else None,
    )


def _share(block: SheetBlock) -> str:
    """Return the formula of a share in whole per cent; it waits while a count is remarked on."""
    whole = f"{FIGURES}!{block.total.cell}"
    parts = [f"{FIGURES}!{row.cell}" for row in block.groups if row.group in block.indicator.share]
    remarks = (
        f"{FIGURES}!{REMARK_COLUMN}{block.groups[0].row}:{REMARK_COLUMN}{block.groups[-1].row}"
    )
    worked_out = f"ROUND(100*({'+'.join(parts)})/{whole},0)"
    return (
        f'IF({whole}="","",IF({whole}="{WITHHELD}","{WITHHELD}",'
        f'IF(SUMPRODUCT(LEN({remarks}))>0,"{UNSURE}",'
        f'IF({whole}=0,"{NOTHING}",{worked_out}))))'
    )
