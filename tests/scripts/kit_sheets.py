"""An invented evaluation kit, and sheets of it as files of both kinds, for what reads them."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter

Cells = dict[str, Any]
"""What stands in cells of Figures, by name; a pair is a formula and what it came to."""

TABS = ("Read first", "Figures", "Results")
GROUPS = {"told": ("yes", "no"), "helped": ("officers", "staff", "other")}
CREATED = dt.datetime(2026, 11, 28, tzinfo=dt.UTC)
"""So that a sheet is the same bytes at any time."""
ODS = "application/vnd.oasis.opendocument.spreadsheet"
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
CODES = (
    "too-large password not-a-sheet damaged macro outside embedded history tab-missing tab-extra "
    "tab-hidden hidden-row hidden-column merged note kit altered not-empty force-missing "
    "force-unknown day-missing day-wrong days-backwards not-a-number negative fraction small "
    "unlikely gap total period twice saved-by too-few"
).split()
BROKEN = (zipfile.BadZipFile, zlib.error, RuntimeError, ValueError, OSError, EOFError)
HEADS = ("Indicator", "Group", "What is counted", "Which", "Count", "What to look at")


def invented_kit() -> dict[str, Any]:
    """Return the data of a kit of two indicators and six forces, as the build gives it."""
    rows, row = [], 7
    for indicator, groups in GROUPS.items():
        for group in (*groups, "total"):
            rows.append([row, indicator, group, f"Counted for {indicator}", f"The {group}"])
            row += 1
    said = "{expected} {tab} {others} {from} {to} {kit} {found}"
    return {
        "kit": 1,
        "maker": "Peer Support Hub",
        "forces": {f"force-{letter}": f"Force {letter.upper()}" for letter in "abcdef"},
        "tabs": list(TABS),
        "cells": {"force": "B1", "from": "B2", "to": "B3", "kit": "B4"},
        "labels": ["Force", "From", "To", "Kit"],
        "head": {"row": 6, "words": list(HEADS)},
        "words": {"hidden": "fewer than 5", "withheld": "withheld", "total": "total"},
        "rows": rows,
        "indicators": [
            {
                "id": indicator,
                "title": f"Title of {indicator}",
                "counted": f"things {indicator}",
                "limits": "Nothing of one person.",
                "groups": [{"id": group, "title": f"The {group}"} for group in groups],
                "share": [groups[0]],
            }
            for indicator, groups in GROUPS.items()
        ],
        "messages": {code: f"{code} is told: {said}" for code in CODES},
        "limits": {
            "file": 2_000_000,
            "unpacked": 20_000_000,
            "parts": 400,
            "cells": 20_000,
            "smallest": 5,
            "largest": 1_000_000,
            "forces": 3,
        },
    }


def filled(kit: Mapping[str, Any], force: str, counts: Mapping[str, Any], **other: Any) -> Cells:
    """Return the cells of a force's sheet; `counts` are those of groups, by the cell's name."""
    cells: Cells = {"B1": force, "B2": "2026-01-01", "B3": "2026-12-31", "B4": kit["kit"]}
    cells |= {f"A{row}": label for row, label in enumerate(kit["labels"], 1)}
    cells |= dict(zip((f"{column}6" for column in "ABCDEF"), kit["head"]["words"], strict=True))
    for row, *words in kit["rows"]:
        cells |= {f"{column}{row}": said for column, said in zip("ABCD", words, strict=True)}
    cells |= counts
    for indicator in kit["indicators"]:
        rows = [row for row, one, _, _, _ in kit["rows"] if one == indicator["id"]]
        values = [cells.get(f"E{row}") for row in rows[:-1]]
        total = "" if all(value is None for value in values) else "withheld"
        if all(isinstance(value, int) for value in values):
            total = sum(values)
        cells[f"E{rows[-1]}"] = ("SUM(1)", total)
        cells |= {f"F{row}": ("IF(1,1)", "") for row in rows}
    cells |= other
    return {name: said for name, said in cells.items() if said is not None}


def xlsx(cells: Cells, tabs: tuple[str, ...] = TABS, then: Any = None) -> bytes:
    """Return a sheet as XLSX; `then` is done with the workbook and its tabs before it is closed."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    book.set_properties({"author": "Peer Support Hub", "created": CREATED})
    made = {tab: book.add_worksheet(tab) for tab in tabs}
    for name, said in cells.items() if "Figures" in made else ():
        if isinstance(said, tuple):
            made["Figures"].write_formula(name, f"={said[0]}", None, said[1])
        else:
            made["Figures"].write(name, said)
    if then:
        then(book, made)
    book.close()
    return held.getvalue()


def _cell(said: Any, extra: str = "") -> str:
    formula, value = said if isinstance(said, tuple) else (None, said)
    kind = f" table:formula={quoteattr(f'of:={formula}')}" if formula else ""
    if isinstance(value, bool):
        kind += f' office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
    elif isinstance(value, int | float):
        kind += f' office:value-type="float" office:value="{value}"'
    elif value or formula:
        kind += ' office:value-type="string"'
    words = f"<text:p>{escape(str(value))}</text:p>" if value != "" else ""
    return f"<table:table-cell{kind}>{extra}{words}</table:table-cell>"


def ods(
    cells: Cells,
    tabs: tuple[str, ...] = TABS,
    parts: Mapping[str, str] | None = None,
    marks: Mapping[str, str] | None = None,
) -> bytes:
    """Return a sheet as ODS.

    `marks` put attributes on rows ("9") and tabs ("Results"), a column before all rows ("column"),
    what stands within a cell ("E9"), and a style ("style"). `parts` are further parts of the file.
    """
    marks = marks or {}
    last = max((int("".join(c for c in name if c.isdigit())) for name in cells), default=0)
    lines = []
    for row in range(1, last + 1):
        line = "".join(
            _cell(cells.get(f"{column}{row}", ""), marks.get(f"{column}{row}", ""))
            for column in "ABCDEFGH"
        )
        lines.append(f"<table:table-row{marks.get(str(row), '')}>{line}</table:table-row>")
    tables = "".join(
        f"<table:table table:name={quoteattr(tab)}{marks.get(tab, '')}>"
        f"{(marks.get('column', '') + ''.join(lines)) if tab == 'Figures' else ''}</table:table>"
        for tab in tabs
    )
    spaces = " ".join(
        f'xmlns:{name}="{OASIS}{name}:1.0"'
        for name in ("office", "table", "text", "style", "script")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} xmlns:xlink='
        f'"http://www.w3.org/1999/xlink"><office:automatic-styles>{marks.get("style", "")}'
        f"</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet>"
        "</office:body></office:document-content>"
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{OASIS}manifest:1.0"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="{ODS}"/></manifest:manifest>'
    )
    held = {"mimetype": ODS, "content.xml": content, "META-INF/manifest.xml": manifest}
    return zipped({**held, **(parts or {})})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP file of parts, whose mimetype is not packed."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            how = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            file.writestr(zipfile.ZipInfo(name), text, compress_type=how)
    return made.getvalue()


def changed(content: bytes, name: str, old: str, new: str) -> bytes:
    """Return a file with words of one of its parts changed, or a part added where there is none."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        parts: dict[str, str | bytes] = {one: file.read(one) for one in file.namelist()}
    text = parts.get(name, b"")
    text = text if isinstance(text, str) else text.decode()
    assert old in text
    parts[name] = text.replace(old, new, 1) if old else new
    return zipped(parts)


def trees(content: bytes) -> dict[str, Any]:
    """Return the XML parts of a file as trees, as a page makes them with the browser's reader."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            names = [one for one in file.namelist() if one.endswith((".xml", ".rels"))]
            return {name: _tree(file, name) for name in names}
    except BROKEN:
        return {}


def _tree(file: zipfile.ZipFile, name: str) -> Any:
    try:
        return _node(ElementTree.fromstring(file.read(name)))
    except (*BROKEN, ElementTree.ParseError):
        return None


def _name(given: str) -> str:
    space, _, local = given.rpartition("}")
    space = space.lstrip("{")
    if space.startswith(OASIS):
        return f"{space.removeprefix(OASIS).removesuffix(':1.0')}:{local}"
    if space == "http://www.w3.org/1999/xlink":
        return f"xlink:{local}"
    if space == "http://purl.org/dc/elements/1.1/":
        return f"dc:{local}"
    return f"other:{local}" if space.startswith("urn:") else local


def _node(element: ElementTree.Element) -> dict[str, Any]:
    kids: list[Any] = [element.text] if element.text else []
    for child in element:
        kids.append(_node(child))
        if child.tail:
            kids.append(child.tail)
    attributes = {_name(name): said for name, said in element.attrib.items()}
    return {"name": _name(element.tag), "at": attributes, "kids": kids}
