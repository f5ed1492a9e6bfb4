"""Reads an XLSX file into tabs and cells, as Excel, LibreOffice and our own program write it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peerhub.evaluation.filled_book import (
    FilledBook,
    SheetCell,
    SheetTab,
    codes_of,
    letters,
    number_of,
    row_and_column,
)
from peerhub.evaluation.sheet_file import SheetFile, SheetRefused

WORKBOOK, TYPES = "xl/workbook.xml", "[Content_Types].xml"
TEXTS = "xl/sharedStrings.xml"

_MACRO = re.compile(r"vbaProject[^/]*\.bin$|^xl/macrosheets/", re.IGNORECASE)
_OUTSIDE = re.compile(r"^xl/(externalLinks/|connections\.xml$)")
_EMBEDDED = re.compile(r"^xl/(embeddings|media|activeX)/")
_DRAWING = re.compile(r"^xl/drawings/[^/]+\.xml$")
_SHAPES = ("sp", "pic", "cxnSp")
"""What a drawing may hold besides charts: shapes with words, pictures, lines between them."""


@dataclass(frozen=True)
class PartLink:
    """Where a part leads: the path of another, and the last word of what it is to it."""

    path: str
    kind: str
    is_outside: bool


def read_xlsx(file: SheetFile) -> FilledBook:
    """Return what an XLSX file holds. Raises SheetRefused("damaged")."""
    workbook = file.tree(WORKBOOK)
    sheets = [one for held in _named(workbook, "sheets") for one in _named(held, "sheet")]
    if not sheets:
        raise SheetRefused("damaged")
    links = _links(file, WORKBOOK)
    texts = _texts(file)
    settings = next(_named(workbook, "workbookPr"), None)
    return FilledBook(
        forbidden=_forbidden(file),
        authors=_authors(file),
        tabs=[_tab(file, sheet, links, texts) for sheet in sheets],
        is_from_1904=settings is not None and _is_on(settings.get("date1904")),
    )


def _bare(node: Any) -> str:
    """Return the name of an element without its space of names, which has two forms."""
    return str(node.tag).rpartition("}")[2]


def _named(node: Any, name: str) -> Iterator[Any]:
    return (one for one in node.iter("{*}" + name) if one is not node)


def _words(node: Any) -> str:
    return "".join(node.itertext())


def _is_on(said: str | None) -> bool:
    return said in ("1", "true")


def _is_nought(said: str | None) -> bool:
    """Return whether a height or a width is nought: what nobody sees is hidden too."""
    return said is not None and number_of(said) == 0


def _links(file: SheetFile, part: str) -> Mapping[str, PartLink]:
    """Return where a part leads, by the names in its list; a path is from the part's own folder."""
    folder, _, name = part.rpartition("/")
    listed = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    if listed not in file.names:
        return {}
    return {
        one.get("Id", ""): PartLink(
            _path(folder, one.get("Target", "")),
            one.get("Type", "").rpartition("/")[2],
            one.get("TargetMode") == "External",
        )
        for one in _named(file.tree(listed), "Relationship")
    }


def _path(folder: str, target: str) -> str:
    steps = [] if target.startswith("/") else [step for step in folder.split("/") if step]
    for step in target.split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step and step != ".":
            steps.append(step)
    return "/".join(steps)


def _texts(file: SheetFile) -> Sequence[str]:
    """Return the texts that cells share; how one is spoken in Japanese (rPh) is no part of it."""
    if TEXTS not in file.names:
        return []
    return [_said(one) for one in _named(file.tree(TEXTS), "si")]


def _said(node: Any) -> str:
    kids = (kid for kid in node if _bare(kid) != "rPh")
    return "".join(_words(kid) if _bare(kid) == "t" else _said(kid) for kid in kids)


def _tab(
    file: SheetFile, sheet: Any, links: Mapping[str, PartLink], texts: Sequence[str]
) -> SheetTab:
    identity = next((said for key, said in sheet.attrib.items() if key.endswith("}id")), "")
    if identity not in links or links[identity].path not in file.names:
        raise SheetRefused("damaged")
    part = links[identity].path
    tree = file.tree(part)
    tab = SheetTab(sheet.get("name", ""), sheet.get("state", "visible") != "visible")
    columns = _named(tree, "col")
    hidden = [one for one in columns if _is_on(one.get("hidden")) or _is_nought(one.get("width"))]
    tab.hidden_column = min((int(number_of(one.get("min", "1"))) for one in hidden), default=0)
    tab.merged = next((one.get("ref", "") for one in _named(tree, "mergeCell")), "").split(":")[0]
    tab.notes = _notes(file, part)
    _put_cells(tab, tree, texts)
    return tab


def _put_cells(tab: SheetTab, tree: Any, texts: Sequence[str]) -> None:
    row = 0
    for line in _named(tree, "row"):
        row = int(number_of(line.get("r", str(row + 1))))
        is_hidden = _is_on(line.get("hidden")) or _is_nought(line.get("ht"))
        if is_hidden and not tab.hidden_row:
            tab.hidden_row = row
        column = 0
        for cell in line:
            if _bare(cell) != "c":
                continue
            column = (row_and_column(cell.get("r", "")) or (row, column + 1))[1]
            held = _held(cell, texts)
            if held.is_there:
                tab.count()
                tab.cells[f"{letters(column)}{row}"] = held


def _held(cell: Any, texts: Sequence[str]) -> SheetCell:
    kids = {_bare(kid): kid for kid in reversed(cell)}
    kind = cell.get("t", "n")
    has_formula = "f" in kids
    said = _words(kids["v"]) if "v" in kids else ""
    if kind == "inlineStr":
        text = "".join(_words(one) for one in _named(kids["is"], "t")) if "is" in kids else ""
        return SheetCell(text=text, has_formula=has_formula)
    if kind == "s" and said:
        at = number_of(said)
        is_known = at.is_integer() and 0 <= at < len(texts)
        return SheetCell(text=texts[int(at)] if is_known else "", has_formula=has_formula)
    if kind == "str" or not said:
        return SheetCell(text=said, has_formula=has_formula)
    if kind == "d":
        return SheetCell("day", text=said[:10], has_formula=has_formula)
    if kind == "n":
        return SheetCell("number", number=number_of(said), has_formula=has_formula)
    return SheetCell("other", has_formula=has_formula)


def _notes(file: SheetFile, part: str) -> list[str]:
    """Return the cells with notes: the old kind, and the threads of talk that Excel has now."""
    found: dict[str, None] = {}
    for link in _links(file, part).values():
        if "comment" in link.kind.lower() and link.path in file.names:
            tree = file.tree(link.path)
            for name in ("comment", "threadedComment"):
                found |= {one.get("ref", ""): None for one in _named(tree, name)}
    return list(found)


def _forbidden(file: SheetFile) -> Sequence[str]:
    types = file.tree(TYPES)
    said = [value for one in types.iter() for value in one.attrib.values()]
    lists = [name for name in file.names if name.endswith(".rels")]
    leads = [one for name in lists for one in _named(file.tree(name), "Relationship")]
    return codes_of(
        {
            "macro": any(_MACRO.search(name) for name in file.names)
            or any("macroenabled" in value.lower() for value in said),
            "outside": any(_OUTSIDE.search(name) for name in file.names)
            or any(one.get("TargetMode") == "External" for one in leads),
            "embedded": any(_EMBEDDED.search(name) for name in file.names) or _is_drawn(file),
            "history": any(name.startswith("xl/revisions/") for name in file.names),
        }
    )


def _is_drawn(file: SheetFile) -> bool:
    """Return whether somebody has drawn a shape, in which a name may stand."""
    drawings = [file.tree(name) for name in file.names if _DRAWING.match(name)]
    names = {_bare(one) for tree in drawings for one in tree.iter("{*}*")}
    return not names.isdisjoint(_SHAPES)


def _authors(file: SheetFile) -> list[str]:
    asked = {
        "docProps/core.xml": ("creator", "lastModifiedBy"),
        "docProps/app.xml": ("Manager",),
    }
    return [
        _words(one)
        for part, names in asked.items()
        if part in file.names
        for name in names
        for one in _named(file.tree(part), name)
    ]
