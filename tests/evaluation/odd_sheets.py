"""Sheets with one thing wrong each, everyday and hostile, and the line that is to be told of it."""

from __future__ import annotations

import base64
import io
import random
import struct
from typing import Any

from tests.evaluation.nation import WHOLE, cells_in, sheet
from tests.scripts.kit_sheets import TABS, changed, ods, xlsx, zipped

FRESH = "copy the figures into a fresh sheet of the kit"
NUMBER = "write a whole number, or the words fewer than 5"
UNREADABLE = "this is no number, and could name somebody; " + NUMBER
DAY = "write it as 2026-12-31 is written"
STRANGE = "something stands where nothing belongs, and could name somebody; empty the cell"
ALTERED = "the kit's own words were changed here; " + FRESH
NOTE = "a note hangs on this cell, and could name somebody; delete it"
LIMIT = (
    "the file is too large for a sheet of the kit; ask for a fresh sheet, with figures alone in it"
)
DAMAGED = (
    "the file is damaged and cannot be read; ask the force to save it again and to send it again"
)
PASSWORD = (
    "the file has a password, or the format of an Excel before 2007; ask for it without a "
    "password, as ODS or XLSX"
)
NO_SHEET = "this is no ODS or XLSX spreadsheet; ask for the sheet of the kit"
OUTSIDE = "the file leads to another place; " + FRESH
MACRO = "there is a macro in the file; do not open it, and " + FRESH
EMBEDDED = "a picture or another file is embedded in the file; take it out, and save it again"
HISTORY = f"the file remembers earlier changes, and who made them; {FRESH}"
MERGED = f"cells are joined here, and something may stand below them; {FRESH}"
ROW = "this row is hidden; show it, and look at what it holds"
COLUMN = "this column is hidden; show it, and look at what it holds"
EXTRA = "there is a tab that is not of the kit; look at what it holds, and take it out"

FIGURES_XML = "xl/worksheets/sheet2.xml"

CELLS: list[tuple[dict[str, Any], list[str]]] = [
    (
        {"B1": "force-z"},
        ["B1: [force-unknown] no force has this id; the tab Read first says where ids stand"],
    ),
    (
        {"B1": None},
        ["B1: [force-missing] no force is named; the tab Read first says how to name it"],
    ),
    (
        {"B2": None, "B3": "31/12/2026"},
        [f"B2: [day-missing] there is no day; {DAY}", f"B3: [day-wrong] this is no day; {DAY}"],
    ),
    ({"B2": "2026-02-30"}, [f"B2: [day-wrong] this is no day; {DAY}"]),
    ({"B2": 12.5}, [f"B2: [day-wrong] this is no day; {DAY}"]),
    (
        {"B3": "2025-12-31"},
        ["B3: [days-backwards] the last day is before the first; put both right"],
    ),
    (
        {"B4": 2, "E7": 1},
        [f"B4: [kit] the sheet is not of revision 4 of the kit; {FRESH} of that revision"],
    ),
    (
        {"E7": 4},
        [
            "E7: [small] a count from 1 to 4 could point to somebody; "
            "write fewer than 5 in its place"
        ],
    ),
    ({"E7": -6}, [f"E7: [negative] a count is never below 0; {NUMBER}"]),
    ({"E7": 6.5}, [f"E7: [fraction] this is no whole number; {NUMBER}"]),
    (
        {"E7": 1_000_001},
        [
            "E7: [unlikely] a count of more than 1,000,000 is unlikely; look again, and write "
            "what was counted"
        ],
    ),
    ({"E7": "Jo Bloggs"}, [f"E7: [not-a-number] {UNREADABLE}"]),
    ({"E7": "12"}, [f"E7: [not-a-number] {UNREADABLE}"]),
    ({"E7": "🙂"}, [f"E7: [not-a-number] {UNREADABLE}"]),
    ({"E7": True}, [f"E7: [not-a-number] {UNREADABLE}"]),
    (
        {"E7": None},
        [
            "E7: [gap] this group is empty and others of its indicator are not; fill in all of "
            "them, or none"
        ],
    ),
    (
        {"E9": ("SUM(1)", 101)},
        [
            f"E9: [total] the total does not say 100, as its groups ask for; {FRESH}, which "
            "works it out"
        ],
    ),
    (
        {"E7": "fewer than 5"} | {"E9": 64},
        [
            f"E9: [total] the total does not say withheld, as its groups ask for; {FRESH}, which "
            "works it out"
        ],
    ),
    (
        {"E7": None, "E8": None, "E9": 0},
        [
            f"E9: [total] the total does not say empty, as its groups ask for; {FRESH}, which "
            "works it out"
        ],
    ),
    ({"A7": "toold", "D8": None}, [f"A7: [altered] {ALTERED}", f"D8: [altered] {ALTERED}"]),
    ({"A1": "Pheonix", "C9": "x"}, [f"A1: [altered] {ALTERED}", f"C9: [altered] {ALTERED}"]),
    (
        {"C5": "see Sgt O'Neill", "G7": 3},
        [f"C5: [not-empty] {STRANGE}", f"G7: [not-empty] {STRANGE}"],
    ),
    ({"F7": "typed here"}, [f"F7: [not-empty] {STRANGE}"]),
    ({"A20": "Ŵyn"}, [f"A20: [not-empty] {STRANGE}"]),
]
"""What is put into cells of a sound sheet, and what is told of it, without `FILE: Figures!`."""


def with_odd_cells() -> dict[str, tuple[bytes, list[str]]]:
    """Return a file of each kind for each of `CELLS`, and its lines."""
    return {
        f"{number:02}.{kind}": (
            sheet(kind, "force-d", **cells),
            [f"{number:02}.{kind}: Figures!{line}" for line in told],
        )
        for kind in ("ods", "xlsx")
        for number, (cells, told) in enumerate(CELLS, 1)
    }


def _hidden_row(book: Any, made: Any) -> None:
    made["Figures"].set_row(8, None, None, {"hidden": True})


def _hidden_column(book: Any, made: Any) -> None:
    made["Results"].set_column("C:D", None, None, {"hidden": True})


def _hidden_tab(book: Any, made: Any) -> None:
    made["Results"].very_hidden()


def _noted(book: Any, made: Any) -> None:
    made["Figures"].write_comment("E10", "Ask Jo")
    made["Figures"].write_comment("E7", "Ask Jo")


def _linked(book: Any, made: Any) -> None:
    made["Read first"].write_url("A9", "https://example.org/")


def _picture(book: Any, made: Any) -> None:
    dot = base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
    )
    made["Results"].insert_image("A1", "dot.png", {"image_data": io.BytesIO(dot)})


def _shape(book: Any, made: Any) -> None:
    made["Results"].insert_textbox("B2", "Ask Jo Bloggs")


def _far_off(book: Any, made: Any) -> None:
    made["Read first"].write("D9", "a word of the kit")
    made["Read first"].write("F9", "Jo Bloggs")
    made["Results"].write("AA1", 4)
    made["Results"].write("E2", "O'Neill")


def _joined(book: Any, made: Any) -> None:
    made["Results"].merge_range("B2:C3", "")


def _macro_in(content: bytes) -> bytes:
    return changed(content, "xl/vbaProject.bin", "", "x")


def _around_xlsx() -> dict[str, tuple[bytes, list[str]]]:
    cells = cells_in("force-d")
    missing = f"is missing; {FRESH}, and keep all of its tabs"
    return {
        "row.xlsx": (
            xlsx(cells, then=_hidden_row),
            ["Figures!9:9: [hidden-row] this row is hidden; show it, and look at what it holds"],
        ),
        "column.xlsx": (
            xlsx(cells, then=_hidden_column),
            [
                "Results!C:C: [hidden-column] this column is hidden; show it, and look at what it "
                "holds"
            ],
        ),
        "flat.xlsx": (
            changed(xlsx(cells), FIGURES_XML, '<row r="9"', '<row r="9" ht="0"'),
            [f"Figures!9:9: [hidden-row] {ROW}"],
        ),
        "narrow.xlsx": (
            changed(
                xlsx(cells),
                FIGURES_XML,
                "<sheetData>",
                '<cols><col min="4" max="5" width="0"/></cols><sheetData>',
            ),
            [f"Figures!D:D: [hidden-column] {COLUMN}"],
        ),
        "joined.xlsx": (xlsx(cells, then=_joined), [f"Results!B2: [merged] {MERGED}"]),
        "history.xlsx": (
            changed(xlsx(cells), "xl/revisions/userNames.xml", "", "<users/>"),
            [f"[history] {HISTORY}"],
        ),
        "tab.xlsx": (
            xlsx(cells, then=_hidden_tab),
            ["Results: [tab-hidden] this tab is hidden; show it, and look at what it holds"],
        ),
        "note.xlsx": (
            xlsx(cells, then=_noted),
            [f"Figures!E7: [note] {NOTE}", f"Figures!E10: [note] {NOTE}"],
        ),
        "link.xlsx": (xlsx(cells, then=_linked), [f"[outside] {OUTSIDE}"]),
        "picture.xlsx": (xlsx(cells, then=_picture), [f"[embedded] {EMBEDDED}"]),
        "shape.xlsx": (xlsx(cells, then=_shape), [f"[embedded] {EMBEDDED}"]),
        "far.xlsx": (
            xlsx(cells, then=_far_off),
            [
                f"Read first!F9: [not-empty] {STRANGE}",
                f"Results!AA1: [not-empty] {STRANGE}",
                f"Results!E2: [not-empty] {STRANGE}",
            ],
        ),
        "macro.xlsx": (_macro_in(xlsx(cells)), [f"[macro] {MACRO}"]),
        "extra.xlsx": (xlsx(cells, (*TABS, "Jo Bloggs")), [f"[tab-extra] {EXTRA}"]),
        "fewer.xlsx": (
            xlsx(cells, TABS[:2]),
            [f"[tab-missing] the tab Results {missing}"],
        ),
        "none.xlsx": (
            xlsx(cells, ("Sheet1",)),
            [
                *(f"[tab-missing] the tab {tab} {missing}" for tab in TABS),
                f"[tab-extra] {EXTRA}",
            ],
        ),
        "cut.xlsx": (xlsx(cells)[:900], [f"[damaged] {DAMAGED}"]),
        "entity.xlsx": (
            changed(xlsx(cells), "xl/sharedStrings.xml", "?>", '?><!DOCTYPE x [<!ENTITY e "e">]>'),
            [f"[damaged] {DAMAGED}"],
        ),
    }


def _around_ods() -> dict[str, tuple[bytes, list[str]]]:
    cells = cells_in("force-d")
    base = ods(cells)
    column = '<table:table-column table:number-columns-repeated="3"/>'
    hidden = column + '<table:table-column table:visibility="collapse"/>'
    style = (
        '<style:style style:name="h" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    note = "<office:annotation><text:p>Ask Jo</text:p></office:annotation>"
    away = '<text:p><text:a xlink:href="https://example.org/">x</text:a></text:p>'
    row = "Figures!9:9: [hidden-row] this row is hidden; show it, and look at what it holds"
    return {
        "row.ods": (ods(cells, marks={"9": ' table:visibility="collapse"'}), [row]),
        "filter.ods": (ods(cells, marks={"9": ' table:visibility="filter"'}), [row]),
        "column.ods": (
            ods(cells, marks={"column": hidden}),
            [
                "Figures!D:D: [hidden-column] this column is hidden; show it, and look at what it "
                "holds"
            ],
        ),
        "group.ods": (
            changed(
                changed(base, "content.xml", ROW_9, f"{GROUP}{ROW_9}"),
                "content.xml",
                "</table:table-row></table:table>",
                "</table:table-row></table:table-row-group></table:table>",
            ),
            [f"Figures!1:1: [hidden-row] {ROW}"],
        ),
        "flat.ods": (
            ods(
                cells,
                marks={"style": _of_size("row", "height"), "9": ' table:style-name="nought"'},
            ),
            [f"Figures!9:9: [hidden-row] {ROW}"],
        ),
        "narrow.ods": (
            ods(cells, marks={"style": _of_size("column", "width"), "column": column + NARROW}),
            [f"Figures!D:D: [hidden-column] {COLUMN}"],
        ),
        "joined.ods": (
            changed(
                base,
                "content.xml",
                '<table:table-cell office:value-type="float" office:value="40',
                '<table:table-cell table:number-rows-spanned="2" office:value-type="float" '
                'office:value="40',
            ),
            [f"Figures!E7: [merged] {MERGED}"],
        ),
        "history.ods": (
            changed(
                base,
                "content.xml",
                "<office:spreadsheet>",
                "<office:spreadsheet><table:tracked-changes/>",
            ),
            [f"[history] {HISTORY}"],
        ),
        "within.ods": (
            changed(
                base,
                "content.xml",
                "<text:p>60",
                '<table:table table:is-sub-table="true"/><text:p>60',
            ),
            [f"[embedded] {EMBEDDED}"],
        ),
        "rect.ods": (_with_drawn(base, "rect"), [f"[embedded] {EMBEDDED}"]),
        "caption.ods": (_with_drawn(base, "caption"), [f"[embedded] {EMBEDDED}"]),
        "control.ods": (_with_drawn(base, "control"), [f"[embedded] {EMBEDDED}"]),
        "tab.ods": (
            ods(cells, marks={"style": style, "Results": ' table:style-name="h"'}),
            ["Results: [tab-hidden] this tab is hidden; show it, and look at what it holds"],
        ),
        "note.ods": (
            ods(cells, marks={"E7": note, "G8": note}),
            [f"Figures!E7: [note] {NOTE}", f"Figures!G8: [note] {NOTE}"],
        ),
        "link.ods": (ods(cells, marks={"E7": away}), [f"[outside] {OUTSIDE}"]),
        "dde.ods": (
            ods(cells | {"E8": ("DDE([.A1];[.A2];[.A3])", 60)}),
            [f"[outside] {OUTSIDE}"],
        ),
        "listener.ods": (
            ods(cells, marks={"E7": '<script:event-listener script:language="x"/>'}),
            [f"[macro] {MACRO}"],
        ),
        "macro.ods": (
            ods(cells, parts={"Basic/script-lc.xml": "<x/>"}),
            [f"[macro] {MACRO}"],
        ),
        "shape.ods": (_with_drawn(base, "custom-shape"), [f"[embedded] {EMBEDDED}"]),
        "box.ods": (_with_drawn(base, "text-box"), [f"[embedded] {EMBEDDED}"]),
        "object.ods": (_with_drawn(base, "object-ole"), [f"[embedded] {EMBEDDED}"]),
        "other.ods": (_with_drawn(base, "object"), [f"[embedded] {EMBEDDED}"]),
        "picture.ods": (ods(cells, parts={"Pictures/1.png": "x"}), [f"[embedded] {EMBEDDED}"]),
        "entity.ods": (
            changed(base, "content.xml", "?><", '?><!DOCTYPE x [<!ENTITY e "e">]><'),
            [f"[damaged] {DAMAGED}"],
        ),
        "broken.ods": (
            changed(base, "content.xml", "</office:body>", ""),
            [f"[damaged] {DAMAGED}"],
        ),
        "locked.ods": (
            changed(
                base,
                "META-INF/manifest.xml",
                "/></",
                "><manifest:encryption-data/></manifest:file-entry></",
            ),
            [f"[password] {PASSWORD}"],
        ),
        "bomb.ods": (ods(cells, parts={"styles.xml": "0" * 20_000_001}), [f"[too-large] {LIMIT}"]),
        "many.ods": (
            ods(cells, parts={f"{n}.xml": "" for n in range(400)}),
            [f"[too-large] {LIMIT}"],
        ),
        "rows.ods": (
            ods(cells, marks={"7": ' table:number-rows-repeated="999999999"'}),
            [f"[damaged] {DAMAGED}"],
        ),
        "columns.ods": (
            changed(
                base,
                "content.xml",
                '<table:table-cell office:value-type="float" office:value="40',
                '<table:table-cell table:number-columns-repeated="999999999" '
                'office:value-type="float" office:value="40',
            ),
            [f"[damaged] {DAMAGED}"],
        ),
        "deep.ods": (
            changed(
                base,
                "content.xml",
                "<text:p>60",
                "<text:p>" + "<text:span>" * 150 + "60" + "</text:span>" * 150,
            ),
            [f"[damaged] {DAMAGED}"],
        ),
    }


NARROW = '<table:table-column table:style-name="nought"/>'
GROUP = '<table:table-row-group table:display="false">'
ROW_9 = '<table:table-row><table:table-cell office:value-type="string"><text:p>Force</text:p>'


def _of_size(part: str, side: str) -> str:
    """Return a style of rows or columns that are of size nought."""
    return (
        f'<style:style style:name="nought" style:family="table-{part}"><style:table-{part}-'
        f'properties style:{part}-{side}="0.000cm"/></style:style>'
    )


def _with_drawn(content: bytes, name: str) -> bytes:
    drawn = (
        f'<d:{name} xmlns:d="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">'
        f"<text:p>Jo Bloggs</text:p></d:{name}>"
    )
    return changed(content, "content.xml", "<text:p>60", f"{drawn}<text:p>60")


def _no_sheets() -> dict[str, tuple[bytes, list[str]]]:
    return {
        "old.xls": (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, [f"[password] {PASSWORD}"]),
        "names.csv": (b"Force,Count\nforce-a,3\n", [f"[not-a-sheet] {NO_SHEET}"]),
        "empty.ods": (b"", [f"[not-a-sheet] {NO_SHEET}"]),
        "text.odt": (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
            [f"[not-a-sheet] {NO_SHEET}"],
        ),
        "large.ods": (b"PK" + b"0" * 2_000_001, [f"[too-large] {LIMIT}"]),
        "liar.ods": (longer_than_it_says(), [f"[damaged] {DAMAGED}"]),
    }


def longer_than_it_says() -> bytes:
    """Return a file in whose list one part is shorter than it is."""
    content = bytearray(sheet("ods", "force-d"))
    at = content.find(b"PK\x01\x02", content.find(b"PK\x01\x02") + 4)
    (size,) = struct.unpack_from("<I", content, at + 24)
    struct.pack_into("<I", content, at + 24, size - 40)
    return bytes(content)


def with_odd_files() -> dict[str, tuple[bytes, list[str]]]:
    """Return files that are wrong as a whole, and their lines."""
    found = {**_around_xlsx(), **_around_ods(), **_no_sheets()}
    return {
        name: (content, [f"{name}: {line}" for line in told])
        for name, (content, told) in found.items()
    }


def mangled(count: int, kind: str = "xlsx") -> dict[str, bytes]:
    """Return sheets in which some bytes are others, or the end is missing."""
    drawn = random.Random(5)
    sound = sheet(kind, "force-d", WHOLE)
    hurt = {}
    for number in range(count):
        content = bytearray(sound)
        for _ in range(drawn.randint(1, 8)):
            content[drawn.randrange(len(content))] = drawn.randrange(256)
        keep = drawn.choice([len(content), drawn.randrange(len(content))])
        hurt[f"{number:04}.{kind}"] = bytes(content[:keep])
    return hurt
