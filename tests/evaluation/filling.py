"""A sheet filled in: values typed into the tab of figures, in either format, as a program would."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from lxml import etree

from peerhub.bundle import bundled, unbundled
from peerhub.evaluation.grid import place_of

Typed = int | float | str | dt.date
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TABLE, OFFICE, TEXT = (_OASIS % name for name in ("table", "office", "text"))
DAY_ZERO = dt.date(1899, 12, 30)


def filled(content: bytes, cells: Mapping[str, Typed]) -> bytes:
    """Return a new sheet, as the program writes it, with values in cells of its second tab."""
    parts = dict(unbundled(content))
    name, fill = ("content.xml", _ods) if "content.xml" in parts else (XLSX_FIGURES, _xlsx)
    tree = etree.fromstring(parts[name])
    fill(tree, cells)
    parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8")
    return bundled(parts.items())


XLSX_FIGURES = "xl/worksheets/sheet2.xml"


def _xlsx(tree: etree._Element, cells: Mapping[str, Typed]) -> None:
    held = {one.get("r"): one for one in tree.iter(f"{MAIN}c")}
    for at, value in cells.items():
        cell = held[at]
        cell[:] = []
        if isinstance(value, dt.date):
            etree.SubElement(cell, f"{MAIN}v").text = str((value - DAY_ZERO).days)
        elif isinstance(value, str):
            cell.set("t", "inlineStr")
            etree.SubElement(etree.SubElement(cell, f"{MAIN}is"), f"{MAIN}t").text = value
        else:
            cell.attrib.pop("t", None)
            etree.SubElement(cell, f"{MAIN}v").text = str(value)


def _ods(tree: etree._Element, cells: Mapping[str, Typed]) -> None:
    rows = list(list(tree.iter(f"{TABLE}table"))[1].iter(f"{TABLE}table-row"))
    for at, value in cells.items():
        row, column = place_of(at)
        cell = rows[row][column]
        cell[:] = []
        kind = {int: "float", float: "float", dt.date: "date", str: "string"}[type(value)]
        cell.attrib.pop(f"{OFFICE}string-value", None)
        cell.set(f"{OFFICE}value-type", kind)
        if kind == "float":
            cell.set(f"{OFFICE}value", str(value))
        elif kind == "date":
            cell.set(f"{OFFICE}date-value", value.isoformat())
        etree.SubElement(cell, f"{TEXT}p").text = str(value)
