"""The sheet that a force fills in, as its two formats hold it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree

from peerhub.bundle import unbundled
from tests.evaluation.filling import MAIN, OFFICE, TABLE
from tests.evaluation.kits import DAY, FORMATS, WRITERS, indicator, small_book, small_sheet
from tests.office import faults, others_named

TO_FILL_IN = ["B1", "B2", "B3", "E7", "E8", "E10", "E11", "E12"]
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


@pytest.fixture(scope="module", params=FORMATS)
def form(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def sheet(form) -> bytes:
    return small_sheet(form)


def parts(content: bytes) -> dict[str, bytes]:
    return dict(unbundled(content))


def test_a_sheet_is_sound_by_its_format(form, sheet, tmp_path):
    file = tmp_path / f"sheet.{form}"
    file.write_bytes(sheet)
    assert faults(file) == []


def test_a_sheet_names_no_other_program_and_says_whose_it_is(sheet):
    assert others_named(sheet) == []
    about = b"".join(text for name, text in parts(sheet).items() if re.search("core|meta", name))
    for said in (b"Peer Support Hub", b"CC BY 4.0", b"en-GB", b"Evaluation sheet", b"2026-11-23"):
        assert said in about


def test_the_same_sheet_is_the_same_bytes(form, sheet):
    assert small_sheet(form) == sheet


def test_a_sheet_holds_no_macro_no_link_and_nothing_hidden(sheet):
    held = parts(sheet)
    assert not [name for name in held if re.search(r"vba|macro|Basic|external|embed", name, re.I)]
    text = b"".join(held.values())
    assert not re.search(rb'state="(very)?[hH]idden|hidden="1"|visibility="(collapse|filter)', text)
    assert b'table:display="false"' not in text
    assert not re.search(rb'TargetMode="External"|xlink:href="https?:', text)


def unlocked(form: str, content: bytes) -> list[list[str]]:
    """Return the cells of each tab that may be changed while the tab is protected."""
    held = parts(content)
    if form == "xlsx":
        styles = etree.fromstring(held["xl/styles.xml"])
        formats = styles.find(f"{MAIN}cellXfs")
        free = {
            str(at)
            for at, one in enumerate(formats)
            if one.find(f"{MAIN}protection[@locked='0']") is not None
        }
        tabs = [held[f"xl/worksheets/sheet{at}.xml"] for at in (1, 2, 3)]
        return [
            [one.get("r") for one in etree.fromstring(tab).iter(f"{MAIN}c") if one.get("s") in free]
            for tab in tabs
        ]
    tree = etree.fromstring(held["content.xml"])
    free = {
        one.get(f"{_STYLE}name")
        for one in tree.iter(f"{_STYLE}style")
        if one.find(f"{_STYLE}table-cell-properties[@{_STYLE}cell-protect='none']") is not None
    }
    return [
        [
            f"{'ABCDEF'[column]}{row}"
            for row, cells in enumerate(tab.iter(f"{TABLE}table-row"), 1)
            for column, cell in enumerate(cells)
            if cell.get(f"{TABLE}style-name") in free
        ]
        for tab in tree.iter(f"{TABLE}table")
    ]


def test_only_the_cells_to_fill_in_may_be_changed_and_no_password_is_set(form, sheet):
    assert unlocked(form, sheet) == [[], TO_FILL_IN, []]
    text = b"".join(parts(sheet).values())
    protected = rb'table:protected="true"' if form == "ods" else rb'<sheetProtection sheet="1"'
    assert len(re.findall(protected, text)) == 3
    assert re.search(rb'structure-protected="true"|lockStructure="1"', text)
    assert not re.search(rb'protection-key=|password="|hashValue', text)


def test_each_table_has_a_head_that_stays_and_is_printed_again(form, sheet):
    held = parts(sheet)
    if form == "ods":
        heads = [
            ["".join(cell.itertext()) for cell in row]
            for row in etree.fromstring(held["content.xml"]).iter(f"{TABLE}table-header-rows")
        ]
        assert len(heads) == 2
        assert b"VerticalSplitPosition" in held["settings.xml"]
    else:
        assert b"Figures!$6:$6" in held["xl/workbook.xml"]
        assert b"Results!$3:$3" in held["xl/workbook.xml"]
        assert b'state="frozen"' in held["xl/worksheets/sheet2.xml"]


def test_what_may_be_typed_is_said_of_every_cell_to_fill_in(form, sheet):
    held = parts(sheet)
    if form == "ods":
        tree = etree.fromstring(held["content.xml"])
        ruled = list(tree.iter(f"{TABLE}table"))[1].iter(f"{TABLE}table-cell")
        assert sum(one.get(f"{TABLE}content-validation-name") is not None for one in ruled) == 8
        rule = next(
            one.get(f"{TABLE}condition")
            for one in tree.iter(f"{TABLE}content-validation")
            if one.get(f"{TABLE}base-cell-address") == "Figures.E7"
        )
        assert rule == (
            'of:is-true-formula(OR([.E7]="fewer than 5";AND(ISNUMBER([.E7]);[.E7]=INT([.E7]);'
            "OR([.E7]=0;[.E7]>=5);[.E7]<=1000000)))"
        )
    else:
        text = held["xl/worksheets/sheet2.xml"].decode()
        assert re.findall(r'sqref="([A-Z0-9:]+)"><formula1>', text) == [
            "B1",
            "B2",
            "B3",
            "E7:E8",
            "E10:E12",
        ]


def test_the_chart_is_described_in_words(sheet):
    text = b"".join(parts(sheet).values())
    assert b"A bar for each indicator, as long as its share." in text


def words(form: str, content: bytes) -> str:
    tags = {"ods": ("content.xml",), "xlsx": ("xl/sharedStrings.xml",)}[form]
    return " ".join(" ".join(etree.fromstring(parts(content)[name]).itertext()) for name in tags)


def test_names_with_signs_of_their_own_are_written_whole(form, sheet):
    assert "Westshire O'Neill & Ŵy Police" in words(form, sheet)
    assert "And <that> & this." in words(form, sheet)


@pytest.mark.parametrize("form", FORMATS)
def test_a_kit_without_shares_has_no_chart(form):
    held = parts(small_sheet(form, indicator("a", share=0)))
    assert not [name for name in held if re.search(r"chart|Object", name)]


@pytest.mark.parametrize("form", FORMATS)
def test_another_word_makes_another_file(form):
    book = small_book()
    assert WRITERS[form](replace(book, subject="Other"), DAY) != WRITERS[form](book, DAY)


def test_both_formats_hold_the_same_cells():
    found = {}
    for form in FORMATS:
        held = parts(small_sheet(form))
        if form == "ods":
            tree = etree.fromstring(held["content.xml"])
            found[form] = sum(
                one.get(f"{OFFICE}value-type") is not None
                for one in tree.iter(f"{TABLE}table-cell")
            )
        else:
            found[form] = sum(
                len(list(one.iter(f"{MAIN}v", f"{MAIN}f"))) > 0
                for at in (1, 2, 3)
                for one in etree.fromstring(held[f"xl/worksheets/sheet{at}.xml"]).iter(f"{MAIN}c")
            )
    assert found["ods"] == found["xlsx"] > 50
