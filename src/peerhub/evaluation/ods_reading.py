"""Reads an ODS file into tabs and cells, as LibreOffice, Excel and our own program write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from peerhub.evaluation.filled_book import (
    FilledBook,
    SheetCell,
    SheetTab,
    codes_of,
    letters,
    number_of,
)
from peerhub.evaluation.sheet_file import SheetFile, SheetRefused

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
CHART = "application/vnd.oasis.opendocument.chart"
MANIFEST = "META-INF/manifest.xml"

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TABLE, TEXT, STYLE, DRAW, META, SCRIPT, PACKAGE = (
    _OASIS % name
    for name in ("office", "table", "text", "style", "drawing", "meta", "script", "manifest")
)
LINK = "{http://www.w3.org/1999/xlink}href"
AUTHORS = (
    f"{META}initial-creator",
    "{http://purl.org/dc/elements/1.1/}creator",
    f"{META}printed-by",
)
NUMBERS = ("float", "percentage", "currency")
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
ROWS = tuple(f"{TABLE}table-{name}" for name in ("header-rows", "rows", "row-group"))
ELSEWHERE = (f"{TABLE}table-source", f"{TABLE}cell-range-source", f"{OFFICE}dde-source")
FOREIGN = tuple(
    f"{DRAW}{name}"
    for name in (
        "object-ole plugin applet floating-frame custom-shape text-box rect line polyline polygon "
        "regular-polygon path circle ellipse connector caption measure control"
    ).split()
)
"""What a spreadsheet may hold beside cells and charts, and words may stand in."""

_AWAY = re.compile(r"\bDDE\(|'[a-z]+://", re.IGNORECASE)
MOST_SPACES = 1000
SIZES = ("row-height", "column-width")
_NOUGHT = re.compile(r"0(?:\.0*)?(?:cm|mm|in|pt|pc|px)")
JOINED = ("number-columns-spanned", "number-rows-spanned")


def read_ods(file: SheetFile) -> FilledBook:
    """Return what an ODS file holds. Raises SheetRefused: `password` or `damaged`."""
    manifest = file.tree(MANIFEST)
    if next(manifest.iter(f"{PACKAGE}encryption-data"), None) is not None:
        raise SheetRefused("password")
    content = file.tree("content.xml")
    sheet = next(content.iter(f"{OFFICE}spreadsheet"), None)
    if sheet is None:
        raise SheetRefused("damaged")
    hidden = {
        style.get(f"{STYLE}name")
        for style in content.iter(f"{STYLE}style")
        for said in style.iter(f"{STYLE}table-properties")
        if said.get(f"{TABLE}display") == "false"
    }
    unseen = {
        style.get(f"{STYLE}name")
        for style in content.iter(f"{STYLE}style")
        for said in style.iter(f"{STYLE}table-row-properties", f"{STYLE}table-column-properties")
        if any(_NOUGHT.fullmatch(said.get(f"{STYLE}{name}", "")) for name in SIZES)
    }
    return FilledBook(
        forbidden=_forbidden(file, content, manifest),
        authors=_authors(file),
        tabs=[_tab(table, hidden, unseen) for table in sheet.findall(f"{TABLE}table")],
    )


def _tab(table: Any, hidden: set[str], unseen: set[str]) -> SheetTab:
    """Return a tab; `hidden` are the styles of tabs that are, `unseen` those of size nought."""
    tab = SheetTab(table.get(f"{TABLE}name", ""), table.get(f"{TABLE}style-name") in hidden)
    tab.hidden_column = _hidden_column(table, unseen)
    row = 1
    for one in _rows(table):
        again = _times(one, "number-rows-repeated")
        if _is_hidden(one, unseen) and not tab.hidden_row:
            tab.hidden_row = row
        cells = [kid for kid in one if kid.tag in CELLS]
        if not all(_is_bare(cell) for cell in cells):
            for at in range(row, row + again):
                _put_row(tab, cells, at)
        row += again
    return tab


def _rows(node: Any) -> Iterator[Any]:
    for kid in node:
        if kid.tag == f"{TABLE}table-row":
            yield kid
        elif kid.tag in ROWS:
            yield from _rows(kid)


def _is_hidden(node: Any, unseen: set[str]) -> bool:
    """Return whether a row or a column is hidden: by itself, by its size, or with its group."""
    return (
        node.get(f"{TABLE}visibility") in ("collapse", "filter")
        or node.get(f"{TABLE}style-name") in unseen
        or node.getparent().get(f"{TABLE}display") == "false"
    )


def _hidden_column(table: Any, unseen: set[str]) -> int:
    column = 1
    for one in table.iter(f"{TABLE}table-column"):
        if _is_hidden(one, unseen):
            return column
        column += _times(one, "number-columns-repeated")
    return 0


def _times(node: Any, name: str) -> int:
    """Return how often a row or cell stands there; a row that repeats is written once."""
    said = re.match(r"\s*\+?([0-9]{1,9})", node.get(f"{TABLE}{name}", "1"))
    return max(1, int(said[1])) if said else 1


def _is_bare(cell: Any) -> bool:
    return (
        not len(cell)
        and not (cell.text or "")
        and not any(_times(cell, name) > 1 for name in JOINED)
        and not (f"{OFFICE}value-type" in cell.attrib or f"{TABLE}formula" in cell.attrib)
    )


def _put_row(tab: SheetTab, cells: list[Any], row: int) -> None:
    tab.count()
    column = 1
    for cell in cells:
        again = _times(cell, "number-columns-repeated")
        held = _held(cell)
        if not tab.merged and any(_times(cell, name) > 1 for name in JOINED):
            tab.merged = f"{letters(column)}{row}"
        is_noted = cell.find(f"{OFFICE}annotation") is not None
        if held.is_there or is_noted:
            for at in range(column, column + again):
                tab.count()
                place = f"{letters(at)}{row}"
                if held.is_there:
                    tab.cells[place] = held
                if is_noted:
                    tab.notes.append(place)
        column += again


def _held(cell: Any) -> SheetCell:
    kind = cell.get(f"{OFFICE}value-type")
    has_formula = f"{TABLE}formula" in cell.attrib
    if kind in NUMBERS:
        number = number_of(cell.get(f"{OFFICE}value"))
        return SheetCell("number", number=number, has_formula=has_formula)
    if kind == "date":
        day = cell.get(f"{OFFICE}date-value", "")[:10]
        return SheetCell("day", text=day, has_formula=has_formula)
    if kind in ("boolean", "time") or _is_fault(cell):
        return SheetCell("other", has_formula=has_formula)
    lines = "\n".join(_spoken(one) for one in cell.findall(f"{TEXT}p"))
    said = cell.get(f"{OFFICE}string-value", lines)
    return SheetCell(text=said, has_formula=has_formula)


def _is_fault(cell: Any) -> bool:
    """Return whether a formula came to an error, which LibreOffice says in words of its own."""
    return any(
        value == "error"
        for name, value in cell.attrib.items()
        if name.endswith("}value-type") and not name.startswith(OFFICE)
    )


def _spoken(node: Any) -> str:
    """Return the words of a paragraph, in which spaces, tabs and breaks are parts of their own."""
    said = node.text or ""
    for kid in node:
        if kid.tag == f"{TEXT}s":
            again = number_of(kid.get(f"{TEXT}c", "1"))
            said += " " * int(min(again, MOST_SPACES)) if again > 0 else " "
        elif kid.tag == f"{TEXT}tab":
            said += "\t"
        elif kid.tag == f"{TEXT}line-break":
            said += "\n"
        else:
            said += _spoken(kid)
        said += kid.tail or ""
    return said


def _forbidden(file: SheetFile, content: Any, manifest: Any) -> tuple[str, ...]:
    charts = {
        one.get(f"{PACKAGE}full-path", "").removesuffix("/")
        for one in manifest.iter(f"{PACKAGE}file-entry")
        if one.get(f"{PACKAGE}media-type") == CHART
    }
    found = dict.fromkeys(("macro", "outside", "embedded", "history"), False)
    found["macro"] = any(re.match(r"(Basic|Scripts)/.", name) for name in file.names)
    found["embedded"] = any(re.match(r"Pictures/.", name) for name in file.names)
    for node in content.iter():
        link = node.get(LINK, "")
        found["macro"] |= node.tag == f"{SCRIPT}event-listener"
        found["outside"] |= _leads_away(node, link)
        found["embedded"] |= node.tag in FOREIGN or f"{TABLE}is-sub-table" in node.attrib
        found["history"] |= node.tag == f"{TABLE}tracked-changes"
        if node.tag == f"{DRAW}object":
            found["embedded"] |= link.removeprefix("./") not in charts
    return tuple(codes_of(found))


def _leads_away(node: Any, link: str) -> bool:
    formula = node.get(f"{TABLE}formula", "")
    is_link = bool(link) and not link.startswith(("./", "#"))
    return node.tag in ELSEWHERE or bool(_AWAY.search(formula)) or is_link


def _authors(file: SheetFile) -> list[str]:
    meta = file.tree("meta.xml") if "meta.xml" in file.names else None
    return [] if meta is None else ["".join(one.itertext()) for one in meta.iter(*AUTHORS)]
