"""Places to fill in, in documents: fields with a name in DOCX and ODT, where a page has dots.

A page writes "……" for words, "☐" for a tick and "Yes / Not yet" for a choice. On paper that is room
for a pen. In a document each becomes a field: it is reached with the keyboard, says what it asks
for, and is filled in without deleting anything. What shows before it is filled in is what was
printed, so that the document prints as it did.

DOCX: content controls (ECMA-376 part 1, clause 17.5.2; the tick is from [MS-DOCX] 2.6.1.15). ODT:
input fields and lists (ISO/IEC 26300 part 3, clause 7.4).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import count

from lxml import etree

from peerhub.blanks import PART, TICKED, Piece, named, pieces, shortened
from peerhub.models.tool import BOX

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def with_controls(document: bytes) -> bytes:
    """Return the main part of a DOCX with a content control in each place to fill in."""
    tree = _with_ticks(etree.fromstring(document))
    numbers = count(1)
    around = ""
    for paragraph in list(tree.iter(f"{_W}p")):
        cell = _within(paragraph, f"{_W}tc")
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        said = "".join(paragraph.itertext()).strip()
        if cell is not None:
            _fill_cell(paragraph, cell)
        elif style is not None and str(style.get(f"{_W}val")).startswith("Heading"):
            around = said
            continue
        name = around if cell is None else _cell_name(cell, f"{_W}tr", f"{_W}tc", f"{_W}tbl")
        for run in list(paragraph.iterchildren(f"{_W}r")):
            _split_run(run, name, numbers)
        if cell is None and PART.sub("", said).strip():
            around = PART.sub("", said).strip(" ,.:;")
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def _with_ticks(tree: etree._Element) -> etree._Element:
    """Return the document's root knowing the names that a tick is written in."""
    names = dict(tree.nsmap) | {
        "w14": _W14[1:-1],
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    }
    root = etree.Element(tree.tag, dict(tree.attrib), nsmap=names)
    root.set(f"{{{names['mc']}}}Ignorable", "w14")
    root.extend(list(tree))
    return root


def _within(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(tag), None)


def _cell_name(cell: etree._Element, row: str, kind: str, table: str) -> str:
    """Return what a cell is for: the first words of its row, and the head of its column."""
    line = _within(cell, row)
    whole = _within(cell, table)
    if line is None or whole is None:
        return ""
    cells = list(line.iterchildren(kind))
    heads = list(next(whole.iter(row)).iterchildren(kind))
    column = cells.index(cell)
    first = next((one for one in map(_plain, cells) if one and not PART.fullmatch(one)), "")
    head = _plain(heads[column]) if column < len(heads) and heads[column] is not cell else ""
    return ": ".join(one for one in (head, first) if one)


def _plain(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _fill_cell(paragraph: etree._Element, cell: etree._Element) -> None:
    """Put a field into an empty cell below the head of a column."""
    table, row = _within(cell, f"{_W}tbl"), _within(cell, f"{_W}tr")
    if table is None or row is None or next(table.iter(f"{_W}tblHeader"), None) is None:
        return
    if _plain(cell) or row.find(f".//{_W}tblHeader") is not None:
        return
    head = _cell_name(cell, f"{_W}tr", f"{_W}tc", f"{_W}tbl").split(": ", 1)[0]
    for run in list(paragraph.iterchildren(f"{_W}r")):
        paragraph.remove(run)
    run = etree.SubElement(paragraph, f"{_W}r")
    etree.SubElement(run, f"{_W}t").text = BOX if head in TICKED else "……"


def _split_run(run: etree._Element, around: str, numbers: Iterator[int]) -> None:
    """Put a content control into a run for each of its fields."""
    texts = run.findall(f"{_W}t")
    found = pieces(texts[0].text or "", around) if len(texts) == 1 else []
    if not any(one.kind for one in found):
        return
    before = _plain_before(run)
    if before.strip():
        found = _named(found, before, around)
    for one in found:
        made = deepcopy(run)
        words = made.find(f"{_W}t")
        words.text = one.text
        words.set(_SPACE, "preserve")
        if one.kind:
            made = _control(one, made, next(numbers))
        run.addprevious(made)
    run.getparent().remove(run)


def _named(found: list[Piece], before: str, around: str) -> list[Piece]:
    """Return the pieces, the first field named with the words that stand before all of them."""
    at = next(number for number, one in enumerate(found) if one.kind)
    one = found[at]
    words = before + "".join(other.text for other in found[:at])
    after = "".join(other.text for other in found[at + 1 :])
    return [
        *found[:at],
        Piece(one.text, one.kind, shortened(named(words, after, around))),
        *found[at + 1 :],
    ]


def _plain_before(run: etree._Element) -> str:
    """Return the words of a paragraph that stand before a run, back to the field before it."""
    said: list[str] = []
    for one in run.itersiblings(preceding=True):
        if one.tag == f"{_W}sdt":
            break
        said.insert(0, "".join(one.itertext()))
    return "".join(said)


def _control(piece: Piece, run: etree._Element, number: int) -> etree._Element:
    control = etree.Element(f"{_W}sdt")
    about = etree.SubElement(control, f"{_W}sdtPr")
    etree.SubElement(about, f"{_W}alias").set(f"{_W}val", piece.name)
    etree.SubElement(about, f"{_W}tag").set(f"{_W}val", f"field-{number}")
    etree.SubElement(about, f"{_W}id").set(f"{_W}val", str(number))
    if piece.kind == "box":
        tick = etree.SubElement(about, f"{_W14}checkbox")
        etree.SubElement(tick, f"{_W14}checked").set(f"{_W14}val", "0")
        for state, sign in (("checkedState", "2612"), ("uncheckedState", "2610")):
            shown = etree.SubElement(tick, f"{_W14}{state}")
            shown.set(f"{_W14}val", sign)
            shown.set(f"{_W14}font", "MS Gothic")
    else:
        etree.SubElement(about, f"{_W}showingPlcHdr")
        if piece.kind == "choice":
            _choices(etree.SubElement(about, f"{_W}dropDownList"), piece.text.split(" / "))
        else:
            etree.SubElement(about, f"{_W}text")
    etree.SubElement(control, f"{_W}sdtContent").append(run)
    return control


def _choices(holder: etree._Element, choices: Sequence[str]) -> None:
    for choice in choices:
        item = etree.SubElement(holder, f"{_W}listItem")
        item.set(f"{_W}displayText", choice)
        item.set(f"{_W}value", choice)


def with_inputs(content: bytes) -> bytes:
    """Return the content of an ODT with an input field in each place to fill in."""
    tree = etree.fromstring(content)
    around = ""
    for block in tree.find(f".//{_OFFICE}text").iter(f"{_T}h", f"{_T}p"):
        said = _plain(block)
        if block.tag == f"{_T}h":
            around = said
            continue
        cell = _within(block, f"{_TABLE}table-cell")
        name = around
        if cell is not None:
            name = _cell_name(cell, f"{_TABLE}table-row", f"{_TABLE}table-cell", f"{_TABLE}table")
        for element in [block, *block.iter(f"{_T}span")]:
            _split_text(element, name)
        if cell is None and PART.sub("", said).strip():
            around = PART.sub("", said).strip(" ,.:;")
    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8"))


def _split_text(element: etree._Element, around: str) -> None:
    """Put an input field into the text of an element, and after its children, for each field."""
    for child in list(element):
        found = pieces(child.tail or "", _plain(child) or around)
        if any(one.kind for one in found):
            child.tail = None
            _put(found, element, list(element).index(child) + 1, child)
    found = pieces(element.text or "", around)
    if any(one.kind for one in found):
        element.text = None
        _put(found, element, 0, None)


def _put(
    found: Sequence[Piece], parent: etree._Element, at: int, last: etree._Element | None
) -> None:
    for one in found:
        if not one.kind:
            if last is None:
                parent.text = one.text
            else:
                last.tail = one.text
            continue
        last = _input(one)
        parent.insert(at, last)
        at += 1


def _input(piece: Piece) -> etree._Element:
    if piece.kind == "gap":
        field = etree.Element(f"{_T}text-input")
        field.set(f"{_T}description", piece.name)
        field.text = piece.text
        return field
    field = etree.Element(f"{_T}drop-down")
    field.set(f"{_T}name", piece.name)
    choices = [BOX, "☒"] if piece.kind == "box" else [piece.text, *piece.text.split(" / ")]
    for number, choice in enumerate(choices):
        label = etree.SubElement(field, f"{_T}label")
        label.set(f"{_T}value", choice)
        if number == 0:
            label.set(f"{_T}current-selected", "true")
        label.tail = None
    label.tail = piece.text
    return field
