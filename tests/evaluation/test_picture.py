"""The national picture as page, as CSV and as a spreadsheet: one set of figures, said thrice."""

from __future__ import annotations

import csv
import io
import re

import pytest
from lxml import html

from peerhub.bundle import bundled, unbundled
from peerhub.evaluation.evaluating import BOOK, PAGE, TABLE, files_of
from peerhub.evaluation.layout import FIGURES
from peerhub.evaluation.merging import IndicatorFigures, NationalFigures
from peerhub.evaluation.picture_book import SHARES
from peerhub.evaluation.picture_csv import picture_csv
from peerhub.evaluation.script import kit_data
from tests.axe import barriers
from tests.evaluation.nation import (
    KIT,
    MAKER,
    WHOLE,
    as_script,
    indicator,
    merged,
    sheet,
    small_kit,
    three,
)
from tests.evaluation.test_recalculated import SHEETS, convert, table
from tests.office import against_its_format
from tests.scripts.deno import asked

NAMES = {"force-a": "Eastshire O'Neill & <Ŵy> Police", "force-b": "Bee", "force-c": "Cee"}
SUBDOCUMENT = "Frame child references 'Object 1' which is not present in the package"


@pytest.fixture(scope="module")
def picture():
    """Four forces: one hides a count of the first indicator, and two did not collect the second."""
    hidden = {"E7": "fewer than 5", "E8": 60, "E10": 5, "E11": 0, "E12": 7}
    files = {
        "a.ods": sheet("ods", "force-a", {**WHOLE, "E7": 1040}),
        "b.ods": sheet("ods", "force-b", {"E7": 40, "E8": 60}),
        "c.ods": sheet("ods", "force-c", {"E7": 40, "E8": 60}),
        "d.ods": sheet("ods", "force-d", hidden),
    }
    return merged(files, small_kit({**NAMES, "force-d": "Dee"})).picture


@pytest.fixture(scope="module")
def files(picture) -> dict[str, bytes]:
    return files_of(picture)


@pytest.fixture(scope="module")
def page(files):
    return html.fromstring(files[PAGE])


def rows(found) -> list[list[str]]:
    return [[cell.text_content() for cell in row] for row in found.iter("tr")]


def test_the_page_says_what_it_is_of_how_many_forces_and_what_it_cannot_show(page):
    assert page.findtext(".//h1") == (
        "National picture of peer support, 1 January 2026 to 31 December 2026"
    )
    said = page.text_content()
    assert "Made from the sheets of 4 forces, by revision 4 of the indicators." in said
    assert "must not be used to rank any" in said
    assert "let no two periods overlap" in said
    taking = [one.text for one in page.find_class("taking")[0]]
    assert taking == ["Bee", "Cee", "Dee", "Eastshire O'Neill & <Ŵy> Police"]


def test_the_page_has_each_figure_as_a_bar_and_as_text(page):
    shares, told = page.iter("table")
    assert rows(shares)[1:] == [["About told: The yes", "86%"]]
    assert rows(told)[1:] == [["The yes", "1,120"], ["The no", "180"], ["Total", "1,300"]]
    lengths = [one[1].get("width") for one in told.iter("svg")]
    assert lengths == ["86.15", "13.85"]
    assert {one.get("aria-hidden") for one in page.iter("svg")} == {"true"}


def test_the_page_says_who_stands_behind_an_indicator_and_withholds_what_two_gave(page):
    told, helped = page.iter("section")
    assert (
        "Whole figures came from 3 of 4 forces. In 1, a count from 1 to 4 is hidden, so none of"
        in (told.text_content())
    )
    assert "Withheld: fewer than 3 forces gave whole figures." in helped.text_content()
    assert "2 did not collect it." in helped.text_content()
    assert helped.find(".//table") is None


def test_no_force_is_named_beside_a_figure(page):
    for one in page.iter("section", "table"):
        assert not re.search("Bee|Cee|Dee|Eastshire", one.text_content())


def test_the_page_stands_alone(files):
    said = files[PAGE].decode()
    assert not re.search(r"<script|<link|<img|src=|href=|url\(|@import|https?:", said)
    assert "default-src 'none'" in said


@pytest.mark.slow
def test_axe_finds_no_barrier_on_the_page_and_it_fits_a_phone(chromium, files):
    said = files[PAGE].decode().replace("default-src 'none'; style-src 'unsafe-inline'", "")
    page = chromium.new_page(viewport={"width": 320, "height": 700})
    try:
        page.set_content(said)
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert barriers(page) == []
    finally:
        page.close()


def test_the_same_figures_are_the_same_bytes(picture, files):
    assert files_of(picture) == files


def test_the_table_has_a_row_for_each_group_and_total(files):
    found = list(csv.reader(io.StringIO(files[TABLE].decode(), newline="")))
    assert [row[2:9] for row in found[1:4]] == [
        ["yes", "The yes", "1120", "", "3", "1", "0"],
        ["no", "The no", "180", "", "3", "1", "0"],
        ["total", "Total", "1300", "86", "3", "1", "0"],
    ]
    assert [row[4] for row in found[4:]] == ["withheld"] * 4
    assert {tuple(row[9:]) for row in found[1:]} == {("2026-01-01", "2026-12-31")}


def test_the_table_is_the_one_that_the_page_of_the_hub_saves(picture, files):
    kit = dict(kit_data(KIT, MAKER))
    said = as_script(merged(three()))
    assert (
        files_of(merged(three()).picture)[TABLE].decode()
        == (asked(["evaluation-words.js"], [["sheetWords.csv", kit, said["picture"]]])[0])
    )


def test_no_title_becomes_a_formula_in_the_table():
    titled = indicator("told").model_copy(update={"title": "=1+1"})
    figures = IndicatorFigures(titled, 3, 0, 0, [5, 6])
    said = picture_csv(NationalFigures(4, "2026-01-01", "2026-12-31", ["A"], [figures]))
    assert "told,'=1+1,yes," in said


def test_the_spreadsheet_is_sound_by_its_format(files, tmp_path):
    (tmp_path / BOOK).write_bytes(files[BOOK])
    assert [one for one in against_its_format(tmp_path / BOOK) if one != SUBDOCUMENT] == []


def test_totals_and_shares_that_libreoffice_works_out_are_the_programs_own(
    picture, files, tmp_path
):
    """The values beside the formulas are taken out first, so that only formulas can give any."""
    parts = dict(unbundled(files[BOOK]))
    content, changed = re.subn(
        rb'(formula="[^"]+") office:value-type="float" office:value="\d+"><text:p>\d+</text:p>',
        rb'\1 office:value-type="string" office:string-value=""><text:p/>',
        parts["content.xml"],
    )
    assert changed == 2
    parts["content.xml"] = content
    (tmp_path / "picture.ods").write_bytes(bundled(parts.items()))
    convert(tmp_path, SHEETS, ["picture.ods"])
    found = table(tmp_path / f"picture-{FIGURES}.csv")
    assert [row[2] for row in found[1:]] == ["1120", "180", "1300", *["withheld"] * 4]
    assert found[3][3:] == ["3", "1", "0"]
    assert table(tmp_path / f"picture-{SHARES}.csv")[1] == ["About told", "The yes", "86"]
    assert picture.indicators[0].percent == 86
