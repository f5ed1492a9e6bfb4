"""Judges one force's sheet by the rules of the kit: all that is wrong in it, and what it counts.

`overrides/assets/js/evaluation-judging.js` has the same rules for the browser, in the same order;
a test gives both the same files. Whoever changes a rule changes both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from peerhub.evaluation.count_judging import GroupCount, judge_block
from peerhub.evaluation.filled_book import FilledBook, SheetTab, in_order, letters, row_and_column
from peerhub.evaluation.head_judging import SheetHead, judge_head
from peerhub.evaluation.layout import FIGURES, KIT_CELL, LAST_COLUMN, TABS, SheetLayout
from peerhub.evaluation.sheet_fault import SheetFault
from peerhub.evaluation.sheet_file import SheetRefused
from peerhub.evaluation.sheet_reading import read_sheet
from peerhub.evaluation.word_judging import judge_words


@dataclass(frozen=True)
class Judgement:
    """What was found of one file. Counts and head are to be used only when there is no fault."""

    faults: Sequence[SheetFault]
    notices: Sequence[SheetFault] = ()
    head: SheetHead = field(default_factory=SheetHead)
    counts: Mapping[str, Sequence[GroupCount]] = field(default_factory=dict)
    """By the id of an indicator, the counts of its groups, in the layout's order."""


def judged(layout: SheetLayout, content: bytes, maker: str) -> Judgement:
    """Return what is judged of a file; `maker` calls itself its author, and is nobody's name."""
    try:
        book = read_sheet(content)
    except SheetRefused as refused:
        return Judgement([SheetFault(refused.code)])
    return judged_book(layout, book, maker)


def judged_book(layout: SheetLayout, book: FilledBook, maker: str) -> Judgement:
    """Return what is judged of what a file holds."""
    faults = list(_around(book))
    is_named = any(one.strip() not in ("", maker) for one in book.authors)
    notices = [SheetFault("saved-by")] if is_named else []
    figures = book.tab(FIGURES)
    if figures is None:
        return Judgement(faults, notices)
    kit = figures.at(KIT_CELL)
    if kit.kind != "number" or kit.number != layout.kit:
        fault = SheetFault("kit", f"{FIGURES}!{KIT_CELL}", {"kit": layout.kit})
        return Judgement([*faults, fault], notices)
    inside, head, counts = _figures(layout, figures, book.is_from_1904)
    return Judgement([*faults, *inside], notices, head, counts)


def _around(book: FilledBook) -> Iterator[SheetFault]:
    """Yield what is wrong with a file before anybody looks at its figures."""
    yield from (SheetFault(code) for code in book.forbidden)
    names = [tab.name for tab in book.tabs]
    missing = [name for name in TABS if name not in names]
    yield from (SheetFault("tab-missing", said={"tab": name}) for name in missing)
    ours = [tab for tab in book.tabs if tab.name in TABS]
    if len(ours) != len(names) or len(set(names)) != len(names):
        yield SheetFault("tab-extra")
    yield from (SheetFault("tab-hidden", tab.name) for tab in ours if tab.is_hidden)
    for tab in ours:
        if tab.hidden_row:
            yield SheetFault("hidden-row", f"{tab.name}!{tab.hidden_row}:{tab.hidden_row}")
        if tab.hidden_column:
            column = letters(tab.hidden_column)
            yield SheetFault("hidden-column", f"{tab.name}!{column}:{column}")
    yield from (SheetFault("merged", f"{tab.name}!{tab.merged}") for tab in ours if tab.merged)
    for tab in ours:
        yield from (SheetFault("note", f"{tab.name}!{cell}") for cell in in_order(tab.notes))
    for tab in ours:
        if tab.name != FIGURES:
            yield from (SheetFault("not-empty", f"{tab.name}!{cell}") for cell in _beyond(tab))


def _beyond(tab: SheetTab) -> list[str]:
    """Return the cells with something in them that lie beyond the columns of a tab."""
    places = {cell: row_and_column(cell) for cell in tab.cells}
    return in_order(cell for cell, at in places.items() if at and at[1] > LAST_COLUMN)


def _figures(
    layout: SheetLayout, figures: SheetTab, is_from_1904: bool
) -> tuple[list[SheetFault], SheetHead, dict[str, Sequence[GroupCount]]]:
    """Return the faults of the tab of figures, cell by cell, its head and its counts."""
    found, head = judge_head(layout, figures, is_from_1904)
    found = [*found, *judge_words(layout, figures)]
    counts = {}
    for block in layout.blocks:
        wrong, counts[block.indicator.id] = judge_block(block, figures)
        found += wrong
    places = in_order(dict.fromkeys(one.place for one in found))
    order = {place: at for at, place in enumerate(places)}
    told = sorted(found, key=lambda one: order[one.place])
    faults = [SheetFault(one.code, f"{FIGURES}!{one.place}", one.said) for one in told]
    return faults, head, counts
