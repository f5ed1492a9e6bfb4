"""The scripts of the evaluation kit read, judge and merge sheets by the rules of the kit."""

from __future__ import annotations

import base64
import datetime as dt
import io
import random
import struct
import subprocess
import zipfile

import pytest

from tests.scripts.deno import asked
from tests.scripts.kit_sheets import (
    TABS,
    changed,
    filled,
    invented_kit,
    ods,
    trees,
    xlsx,
    zipped,
)

NAMES = ["zip-sum.js"] + [
    f"evaluation-{name}.js" for name in "zip book ods xlsx judging reading picture".split()
]
KIT = invented_kit()
WHOLE = {"E7": 40, "E8": 60, "E10": 5, "E11": 0, "E12": 7}
MERGE = """async (kit, files, fewest) => {
  const read = [];
  for (const [name, held, trees] of files) {
    const bytes = Uint8Array.from(atob(held), (letter) => letter.charCodeAt(0));
    const parse = (text, part) => (trees ? trees[part] : null);
    read.push([name, await sheetReading.read(bytes, kit, parse)]);
  }
  if (!fewest) return sheetPicture.merged(kit, read);
  const upTo = (_, at) => sheetPicture.merged(kit, read.slice(0, fewest + at));
  return read.slice(fewest - 1).map(upTo);
}"""
"""Reads files, and merges them all; or the first few, then one more, and so on until all are in."""


def call(files, kit=None):
    given = [
        [name, base64.b64encode(content).decode(), trees(content)]
        for name, content in files.items()
    ]
    return [MERGE, kit or KIT, given]


def merged(files, kit=None):
    """Return what the scripts make of files, by their names."""
    return asked(NAMES, [call(files, kit)])[0]


def made(kind, force, counts=WHOLE, **other):
    cells = filled(KIT, force, counts, **other)
    return xlsx(cells) if kind == "xlsx" else ods(cells)


def three(kind="ods"):
    return {f"{letter}.{kind}": made(kind, f"force-{letter}") for letter in "abc"}


def codes(lines):
    """Return what stands before the words of each line."""
    return [line.partition("] ")[0] + "]" for line in lines]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_sound_sheets_become_sums(kind):
    found = merged(three(kind))
    assert (found["lines"], found["notices"], found["refused"]) == ([], [], [])
    picture = found["picture"]
    assert picture["forces"] == ["Force A", "Force B", "Force C"]
    assert (picture["from"], picture["to"]) == ("2026-01-01", "2026-12-31")
    told, helped = picture["indicators"]
    assert told == {
        "id": "told",
        "whole": 3,
        "hidden": 0,
        "none": 0,
        "groups": [["yes", 120], ["no", 180]],
        "total": 300,
        "percent": 40,
    }
    assert helped["groups"] == [["officers", 15], ["staff", 0], ["other", 21]]


def test_a_force_with_a_hidden_count_enters_no_figure_of_that_indicator():
    files = three() | {
        "d.ods": made("ods", "force-d", {**WHOLE, "E7": "Fewer than 5 "}),
        "e.ods": made("ods", "force-e", {"E7": 11, "E8": 12}),
    }
    told, helped = merged(files)["picture"]["indicators"]
    assert (told["whole"], told["hidden"], told["none"], told["total"]) == (4, 1, 0, 323)
    assert (helped["whole"], helped["hidden"], helped["none"], helped["total"]) == (4, 0, 1, 48)


def test_an_indicator_with_fewer_than_three_whole_forces_is_withheld():
    files = three() | {"c.ods": made("ods", "force-c", {**WHOLE, "E7": "fewer than 5"})}
    told, helped = merged(files)["picture"]["indicators"]
    assert (told["groups"], told["total"], told["percent"], told["whole"]) == (None, None, None, 2)
    assert helped["total"] == 36


CELLS = [
    ({"B1": "force-z"}, ["Figures!B1: [force-unknown]"]),
    ({"B1": None}, ["Figures!B1: [force-missing]"]),
    ({"B2": None, "B3": "31/12/2026"}, ["Figures!B2: [day-missing]", "Figures!B3: [day-wrong]"]),
    ({"B2": "2026-02-30"}, ["Figures!B2: [day-wrong]"]),
    ({"B3": "2025-12-31"}, ["Figures!B3: [days-backwards]"]),
    ({"B4": 2, "E7": 1}, ["Figures!B4: [kit]"]),
    ({"E7": 4}, ["Figures!E7: [small]"]),
    ({"E7": -6}, ["Figures!E7: [negative]"]),
    ({"E7": 6.5}, ["Figures!E7: [fraction]"]),
    ({"E7": 1_000_001}, ["Figures!E7: [unlikely]"]),
    ({"E7": "Jo Bloggs"}, ["Figures!E7: [not-a-number]"]),
    ({"E7": True}, ["Figures!E7: [not-a-number]"]),
    ({"E7": "0x10"}, ["Figures!E7: [not-a-number]"]),
    ({"E7": None}, ["Figures!E7: [gap]"]),
    ({"E9": ("SUM(1)", 101)}, ["Figures!E9: [total]"]),
    ({"E9": "withheld"}, ["Figures!E9: [total]"]),
    ({"E9": None}, ["Figures!E9: [total]"]),
    ({"E9": ("SUM(1)", "withheld")}, ["Figures!E9: [total]"]),
    ({"A7": "toold", "D8": None}, ["Figures!A7: [altered]", "Figures!D8: [altered]"]),
    ({"C5": "see Sgt O'Neill", "G7": 3}, ["Figures!C5: [not-empty]", "Figures!G7: [not-empty]"]),
    ({"F7": "typed here"}, ["Figures!F7: [not-empty]"]),
]


def test_each_fault_of_a_cell_is_told_at_its_place_and_the_rest_goes_on():
    bad = {}
    for kind in ("ods", "xlsx"):
        for number, (cells, told) in enumerate(CELLS, 1):
            bad[f"{kind}-{number:02}"] = (made(kind, "force-d", **cells), told)
    found = merged(three() | {name: content for name, (content, _) in bad.items()})
    expected = [f"{name}: {one}" for name, (_, told) in bad.items() for one in told]
    assert codes(found["lines"]) == expected
    assert (found["refused"], found["used"]) == (list(bad), 3)
    assert found["picture"]["forces"] == ["Force A", "Force B", "Force C"]
    assert "Bloggs" not in str(found)
    assert "Neill" not in str(found)


def test_a_number_is_what_files_write_as_one():
    base = ods(filled(KIT, "force-d", WHOLE))
    said = {"0x28": 0, "4e1": 1, " 40 ": 1, "40.0": 1, "1_0": 0, "Infinity": 0, "٤٠": 0, "": 0}
    odd = {
        text: changed(base, "content.xml", 'office:value="40"', f'office:value="{text}"')
        for text in said
    }
    found = asked(NAMES, [call({"d.ods": content}) for content in odd.values()])
    told = {0: ["d.ods: Figures!E7: [not-a-number]"], 1: []}
    for text, one in zip(said, found, strict=True):
        assert (one["used"], codes(one["lines"])) == (said[text], told[said[text]]), text


def test_a_total_is_told_with_what_it_should_be():
    cells = {"E9": ("SUM(1)", 101)}
    found = merged({"a.ods": made("ods", "force-a", **cells)})
    assert found["lines"][0].startswith("a.ods: Figures!E9: [total] total is told: 100 ")


def hide_row(book, made):
    made["Figures"].set_row(8, None, None, {"hidden": True})


def hide_column(book, made):
    made["Results"].set_column("C:D", None, None, {"hidden": True})


def hide_tab(book, made):
    made["Results"].hide()


def note(book, made):
    made["Figures"].write_comment("E10", "Ask Jo")
    made["Figures"].write_comment("E7", "Ask Jo")


def moved(content, name, place):
    """Return a file with one of its parts at another place, to which its list leads."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        parts = {one: file.read(one) for one in file.namelist()}
    parts[place] = parts.pop(name)
    old, new = f"../{name.removeprefix('xl/')}".encode(), f"/{place}".encode()
    return zipped({one: text.replace(old, new) for one, text in parts.items()})


def link(book, made):
    made["Read first"].write_url("A9", "https://example.org/")


def picture(book, made):
    dot = base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
    )
    made["Results"].insert_image("A1", "dot.png", {"image_data": io.BytesIO(dot)})


def author(book, made):
    book.set_properties({"author": "Jo Bloggs"})


@pytest.fixture(scope="module")
def oddities():
    """What is wrong with a file around its figures, with the file."""
    cells = filled(KIT, "force-d", WHOLE)
    base = ods(cells)
    column = '<table:table-column table:number-columns-repeated="3"/>'
    hidden = column + '<table:table-column table:visibility="collapse"/>'
    style = (
        '<style:style style:name="h" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    script = '<script:event-listener script:language="x"/>'
    remark = "<office:annotation><text:p>Ask Jo</text:p></office:annotation>"
    away = '<text:p><text:a xlink:href="https://example.org/">x</text:a></text:p>'
    return {
        "row.xlsx": (xlsx(cells, then=hide_row), ["Figures!9:9: [hidden-row]"]),
        "column.xlsx": (xlsx(cells, then=hide_column), ["Results!C:C: [hidden-column]"]),
        "tab.xlsx": (xlsx(cells, then=hide_tab), ["Results: [tab-hidden]"]),
        "note.xlsx": (
            xlsx(cells, then=note),
            ["Figures!E7: [note]", "Figures!E10: [note]"],
        ),
        "elsewhere.xlsx": (
            moved(xlsx(cells, then=note), "xl/comments1.xml", "xl/notes/first.xml"),
            ["Figures!E7: [note]", "Figures!E10: [note]"],
        ),
        "link.xlsx": (xlsx(cells, then=link), ["[outside]"]),
        "picture.xlsx": (xlsx(cells, then=picture), ["[embedded]"]),
        "extra.xlsx": (xlsx(cells, (*TABS, "Names")), ["[tab-extra]"]),
        "fewer.xlsx": (xlsx(cells, ("Read first", "Figures")), ["[tab-missing]"]),
        "nothing.xlsx": (xlsx(cells, ("Sheet1",)), ["[tab-missing]"] * 3 + ["[tab-extra]"]),
        "macro.xlsx": (changed(xlsx(cells), "xl/vbaProject.bin", "", "x"), ["[macro]"]),
        "row.ods": (
            ods(cells, marks={"9": ' table:visibility="collapse"'}),
            ["Figures!9:9: [hidden-row]"],
        ),
        "filter.ods": (
            ods(cells, marks={"9": ' table:visibility="filter"'}),
            ["Figures!9:9: [hidden-row]"],
        ),
        "column.ods": (ods(cells, marks={"column": hidden}), ["Figures!D:D: [hidden-column]"]),
        "tab.ods": (
            ods(cells, marks={"style": style, "Results": ' table:style-name="h"'}),
            ["Results: [tab-hidden]"],
        ),
        "note.ods": (
            ods(cells, marks={"E7": remark, "G8": remark}),
            ["Figures!E7: [note]", "Figures!G8: [note]"],
        ),
        "link.ods": (ods(cells, marks={"E7": away}), ["[outside]"]),
        "listener.ods": (ods(cells, marks={"E7": script}), ["[macro]"]),
        "macro.ods": (ods(cells, parts={"Basic/script-lc.xml": "<x/>"}), ["[macro]"]),
        "picture.ods": (ods(cells, parts={"Pictures/1.png": "x"}), ["[embedded]"]),
        "entity.ods": (
            changed(base, "content.xml", "?><", '?><!DOCTYPE x [<!ENTITY e "e">]><'),
            ["[damaged]"],
        ),
        "broken.ods": (changed(base, "content.xml", "</office:body>", ""), ["[damaged]"]),
        "locked.ods": (
            changed(
                base,
                "META-INF/manifest.xml",
                "/></",
                "><manifest:encryption-data/></manifest:file-entry></",
            ),
            ["[password]"],
        ),
        "sealed.ods": (
            zipped(
                {
                    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                    "encrypted-package": b"noise",
                    "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:'
                    'xmlns:manifest:1.0"><m:encryption-data/></m:manifest>',
                }
            ),
            ["[password]"],
        ),
        "old.xls": (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, ["[password]"]),
        "names.csv": (b"Force,Count\nforce-a,3\n", ["[not-a-sheet]"]),
        "empty.ods": (b"", ["[not-a-sheet]"]),
        "text.odt": (
            zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
            ["[not-a-sheet]"],
        ),
        "cut.ods": (base[: len(base) // 2], ["[damaged]"]),
        "large.ods": (b"PK" + b"0" * 2_000_001, ["[too-large]"]),
        "bomb.ods": (ods(cells, parts={"styles.xml": "0" * 20_000_001}), ["[too-large]"]),
        "many.ods": (ods(cells, parts={f"{n}.xml": "" for n in range(400)}), ["[too-large]"]),
        "far.ods": (
            ods(cells, marks={"7": ' table:number-rows-repeated="1000000"'}),
            ["[damaged]"],
        ),
    }


def test_what_may_not_be_in_a_file_is_told_and_the_file_left_out(oddities):
    found = merged(three() | {name: content for name, (content, _) in oddities.items()})
    told = {name: [] for name in sorted(oddities)}
    for line in codes(found["lines"]):
        name, _, rest = line.partition(": ")
        told[name].append(rest)
    assert told == {name: rest for name, (_, rest) in sorted(oddities.items())}
    assert (found["used"], found["refused"]) == (3, list(told))


def test_who_saved_a_file_is_a_notice_that_names_nobody():
    cells = filled(KIT, "force-d", WHOLE)
    found = merged(three() | {"named.xlsx": xlsx(cells, then=author)})
    assert codes(found["notices"]) == ["named.xlsx: [saved-by]"]
    assert (found["lines"], found["used"]) == ([], 4)
    assert "Bloggs" not in str(found)


def test_a_force_twice_and_another_period_are_told_of_every_file():
    files = three("xlsx") | {
        "again.ods": made("ods", "force-a", {**WHOLE, "E7": 50}),
        "d.ods": made("ods", "force-d", B2="2025-01-01"),
        "e.ods": made("ods", "force-e"),
    }
    found = merged(files)
    assert codes(found["lines"]) == [
        "a.xlsx: Figures!B1: [twice]",
        "again.ods: Figures!B1: [twice]",
        "d.ods: Figures!B2: [period]",
    ]
    assert " again.ods {from}" in found["lines"][0]
    assert " 2026-01-01 2026-12-31 " in found["lines"][2]
    assert found["picture"]["forces"] == ["Force B", "Force C", "Force E"]


def test_fewer_than_three_forces_give_no_picture():
    files = {"a.ods": made("ods", "force-a"), "b.ods": made("ods", "force-b")}
    found = merged(files)
    assert (found["used"], found["picture"], found["lines"]) == (2, None, [])


def test_days_are_the_same_however_they_are_written():
    def dates(book, made):
        made["Figures"].write_number("B2", 46023)
        made["Figures"].write_number("B3", 46387)

    other = filled(KIT, "force-d", WHOLE)
    del other["B2"], other["B3"]
    since_1904 = changed(
        changed(
            xlsx(other, then=dates), "xl/workbook.xml", "<workbookPr", '<workbookPr date1904="1"'
        ),
        "xl/worksheets/sheet2.xml",
        "<v>46023</v>",
        "<v>44561</v>",
    )
    since_1904 = changed(since_1904, "xl/worksheets/sheet2.xml", "<v>46387</v>", "<v>44925</v>")
    found = merged(three() | {"d.xlsx": xlsx(other, then=dates)})
    assert (found["lines"], found["used"]) == ([], 4)
    found = merged(three() | {"d.xlsx": since_1904})
    assert (found["lines"], found["used"]) == ([], 4)


def saved_by_libreoffice(folder, name, content, ending):
    """Return a file as LibreOffice saves it, as the other kind."""
    (folder / name).write_bytes(content)
    home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", ending, "--outdir", folder / "out"]
    done = subprocess.run([*command, folder / name], capture_output=True, text=True, check=False)
    made = folder / "out" / f"{name.rpartition('.')[0]}.{ending}"
    assert made.is_file(), done.stdout + done.stderr
    return made.read_bytes()


@pytest.mark.nightly
def test_files_as_libreoffice_saves_them_hold_the_same(tmp_path):
    def more(book, made):
        look = book.add_format({"num_format": "d mmm yyyy"})
        made["Figures"].write_datetime("B2", dt.date(2026, 1, 1), look)
        made["Figures"].write_datetime("B3", dt.date(2026, 12, 31), look)
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Figures!$E$7:$E$8"})
        made["Results"].insert_chart("B2", chart)

    cells = filled(KIT, "force-d", {**WHOLE, "E7": "fewer than 5"})
    cells |= {"E9": ('IF(COUNT(E7:E8)=2,SUM(E7:E8),"withheld")', "withheld")}
    cells |= {"E13": ("SUM(E10:E12)", 12)}
    cells |= {f"F{row}": ('IF(TRUE(),"","x")', "") for row in range(7, 14)}
    as_ods = saved_by_libreoffice(tmp_path, "d.xlsx", xlsx(cells, then=more), "ods")
    as_xlsx = saved_by_libreoffice(tmp_path, "back.ods", as_ods, "xlsx")
    for saved in ({"d.ods": as_ods}, {"d.xlsx": as_xlsx}):
        found = merged(three() | saved)
        assert (found["lines"], found["used"]) == ([], 4)
        told, helped = found["picture"]["indicators"]
        assert (told["total"], told["hidden"], helped["total"]) == (300, 1, 48)


def test_no_damage_to_a_file_is_more_than_a_line():
    drawn = random.Random(5)
    sound = made("xlsx", "force-d")
    hurt = {}
    for number in range(60):
        content = bytearray(sound)
        for _ in range(drawn.randint(1, 8)):
            content[drawn.randrange(len(content))] = drawn.randrange(256)
        hurt[f"{number:02}.xlsx"] = bytes(
            content[: drawn.choice([len(content), drawn.randrange(len(content))])]
        )
    found = merged(three() | hurt)
    assert found["found"] == 63
    assert found["used"] + len(found["refused"]) == 63


def test_a_part_that_is_longer_than_it_says_is_not_unpacked():
    content = bytearray(ods(filled(KIT, "force-d", WHOLE)))
    at = content.find(b"PK\x01\x02", content.find(b"PK\x01\x02") + 4)
    (size,) = struct.unpack_from("<I", content, at + 24)
    struct.pack_into("<I", content, at + 24, size - 40)
    found = merged(three() | {"liar.ods": bytes(content)})
    assert codes(found["lines"]) == ["liar.ods: [damaged]"]


def test_no_count_under_five_comes_of_any_two_pictures():
    """Forces come one after the other; hidden counts are 1 to 4 and never to be worked out."""
    drawn = random.Random(17)
    sheets = []
    for _ in range(20):
        kit_counts = {}
        for cell in WHOLE:
            kit_counts[cell] = drawn.choice([0, 5, 6, 17, 230, "fewer than 5"])
        sheets.append(kit_counts)
    kit = {**KIT, "forces": {f"force-{n}": f"Force {n}" for n in range(20)}}
    files = {f"{n:02}.ods": ods(filled(kit, f"force-{n}", one)) for n, one in enumerate(sheets)}
    (pictures,) = asked(NAMES, [[*call(files, kit), 3]])
    assert [found["used"] for found in pictures] == list(range(3, 21))
    figures = []
    for found in pictures:
        one = {}
        for indicator in found["picture"]["indicators"]:
            groups = dict(indicator["groups"] or [])
            one |= {(indicator["id"], group): count for group, count in groups.items()}
            if groups:
                one[indicator["id"], "total"] = indicator["total"]
        figures.append(one)
    assert len(figures[-1]) == 7
    for one in figures:
        for other in figures:
            for name in one.keys() & other.keys():
                assert abs(one[name] - other[name]) not in range(1, 5)
