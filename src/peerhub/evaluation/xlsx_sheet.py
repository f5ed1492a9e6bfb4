"""A spreadsheet as Office Open XML (ECMA-376), protected without a password, without a macro."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from typing import Any

import xlsxwriter

from peerhub.bundle import bundled, unbundled
from peerhub.evaluation.grid import OPEN, WRAPPED, BarChart, EntryRule, Grid, GridBook, Look
from peerhub.evaluation.sheet_look import FORMATS, LANGUAGE
from peerhub.office_package import ooxml

LINE = 13.5
"""How high a line of words is, in points: nothing but a reader would say how high a row is."""
_LOCKED = b'<workbookProtection lockStructure="1"/><bookViews>'
"""Tabs can be neither hidden, moved nor added while the structure is protected."""


def xlsx_sheet(book: GridBook, day: dt.date) -> bytes:
    """Return a book as an XLSX of a day: the same bytes for the same book."""
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False})
    made.set_properties(
        {
            "title": book.title,
            "subject": book.subject,
            "created": dt.datetime.combine(day, dt.time()),
        }
    )
    looks = {look: made.add_format(_format(look)) for look in FORMATS}
    for grid in book.grids:
        _tab(made, grid, looks)
    made.close()
    return bundled(ooxml(map(_own, unbundled(out.getvalue()))))


def _own(part: tuple[str, bytes]) -> tuple[str, bytes]:
    """Return a part with what the library cannot say: the language, and the structure's lock."""
    name, content = part
    if name == "xl/workbook.xml":
        return name, content.replace(b"<bookViews>", _LOCKED)
    if name == "docProps/core.xml":
        said = f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>".encode()
        return name, content.replace(b"</cp:coreProperties>", said)
    return part


def _format(look: Look) -> dict[str, Any]:
    found = FORMATS[look]
    said: dict[str, Any] = {
        "font_name": "Arial",
        "font_size": found.size,
        "bold": found.is_bold,
        "font_color": f"#{found.ink}",
        "text_wrap": look in WRAPPED,
        "valign": "top" if look in WRAPPED else "vcenter",
        "locked": look not in OPEN,
    }
    if found.ground:
        said |= {"bg_color": f"#{found.ground}"}
    if found.has_border:
        said |= {"border": 1, "border_color": f"#{found.border}"}
    if look == "day":
        said |= {"num_format": "yyyy-mm-dd", "align": "left"}
    return said


def _tab(made: Any, grid: Grid, looks: Mapping[Look, Any]) -> None:
    tab = made.add_worksheet(grid.name)
    for column, width in enumerate(grid.widths):
        tab.set_column(column, column, width)
    for cell in grid.cells:
        if cell.formula:
            tab.write_formula(
                *cell.place,
                f"={cell.formula}",
                looks[cell.look],
                "" if cell.value is None else cell.value,
            )
        elif cell.value is None:
            tab.write_blank(*cell.place, None, looks[cell.look])
        else:
            tab.write(*cell.place, cell.value, looks[cell.look])
    for row, lines in enumerate(grid.lines):
        if lines > 1:
            tab.set_row(row, lines * LINE)
    for rule in grid.rules:
        tab.data_validation(rule.cells, _validation(rule))
    if grid.heads:
        tab.freeze_panes(grid.heads[1], 0)
        tab.repeat_rows(grid.heads[0] - 1, grid.heads[1] - 1)
    if grid.chart:
        _draw(made, tab, grid.name, grid.chart)
    tab.set_landscape()
    tab.set_paper(9)  # A4
    tab.fit_to_pages(1, 1 if grid.chart else 0)
    tab.protect()


def _validation(rule: EntryRule) -> dict[str, Any]:
    kind = {"validate": "list", "source": f"={rule.listed}"}
    if not rule.listed:
        kind = {"validate": "custom", "value": f"={rule.formula}"}
    return {**kind, "error_title": rule.title, "error_message": rule.message}


def _draw(made: Any, tab: Any, name: str, chart: BarChart) -> None:
    drawn = made.add_chart({"type": "bar"})
    drawn.add_series(
        {
            "categories": f"={name}!{_fixed(chart.names)}",
            "values": f"={name}!{_fixed(chart.values)}",
            "fill": {"color": f"#{FORMATS['head'].ground}"},
            "gap": 60,
        }
    )
    drawn.set_title({"name": chart.title, "name_font": {"size": 11}})
    drawn.set_legend({"none": True})
    drawn.set_x_axis({"name": chart.axis, "min": 0, "max": 100})
    drawn.set_y_axis({"reverse": True})
    drawn.set_size({"width": 820, "height": 460})
    tab.insert_chart(chart.below, 0, drawn, {"description": chart.said})


def _fixed(cells: str) -> str:
    """Return a range whose cells stay where they are: "A4:A9" is "$A$4:$A$9"."""
    return ":".join(f"${one[0]}${one[1:]}" for one in cells.split(":"))
