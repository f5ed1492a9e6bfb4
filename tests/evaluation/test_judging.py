"""Every problem of a sheet is told at once, each in a line with place, code and remedy."""

from __future__ import annotations

import random
import string

import pytest

from peerhub.evaluation.judging import judged
from peerhub.evaluation.messages import MESSAGES
from tests.evaluation.nation import (
    KIT,
    MAKER,
    WHOLE,
    as_script,
    cells_in,
    lines,
    merged,
    merged_by_scripts,
    sheet,
    three,
)
from tests.evaluation.odd_sheets import mangled, with_odd_cells, with_odd_files
from tests.scripts.kit_sheets import changed, xlsx

BETWEEN = {"period", "twice", "saved-by", "too-few", "unreadable", "force-unread"}
"""What is told of several files, of no fault, or of a list that did not come."""


@pytest.fixture(scope="module")
def odd() -> dict[str, tuple[bytes, list[str]]]:
    return {**with_odd_cells(), **with_odd_files()}


def test_each_thing_that_is_wrong_has_its_line_and_the_rest_goes_on(odd):
    found = merged(three() | {name: content for name, (content, _) in odd.items()})
    assert lines(found) == [line for _, (_, told) in sorted(odd.items()) for line in told]
    assert found.refused == tuple(sorted(odd))
    assert (found.used, found.picture.forces) == (3, ["Force A", "Force B", "Force C"])


def test_every_fault_that_there_is_is_shown_by_a_sheet(odd):
    told = {line.partition("[")[2].partition("]")[0] for _, told in odd.values() for line in told}
    assert told == set(MESSAGES) - BETWEEN


def test_no_line_repeats_what_a_cell_or_a_tab_says(odd):
    told = "\n".join(line for _, told in odd.values() for line in told)
    for word in ("Bloggs", "Neill", "Ŵyn", "Ask Jo", "typed here", "101"):
        assert word not in told


@pytest.mark.slow
def test_the_scripts_of_the_page_say_the_same_of_the_same_files(odd):
    files = three() | {name: content for name, (content, _) in odd.items()}
    files["named.xlsx"] = xlsx(cells_in("force-e"), then=_author)
    del files["deep.ods"]  # how deep XML may be is the page's own affair, which makes the trees
    assert as_script(merged(files)) == merged_by_scripts(files)


def _author(book, made):
    book.set_properties({"author": "Jo Bloggs"})


def test_all_that_is_wrong_in_a_sheet_is_told_in_the_order_of_its_cells():
    found = merged(
        {"a.ods": sheet("ods", "nobody", {**WHOLE, "E7": 3, "E11": "Jo"}, G2="x", B3="")}
    )
    places = [line.partition("!")[2].partition("]")[0] + "]" for line in lines(found)]
    assert places == [
        "B1: [force-unknown]",
        "G2: [not-empty]",
        "B3: [day-missing]",
        "E7: [small]",
        "E11: [not-a-number]",
    ]


@pytest.mark.parametrize("kind", ["ods", "xlsx"])
def test_a_total_that_no_program_has_worked_out_is_none_that_is_wrong(kind):
    """What fills in sheets by itself leaves a formula without what it comes to."""
    total = ("SUM(E7:E8)", "")
    files = three() | {f"d.{kind}": sheet(kind, "force-d", WHOLE, E9=total)}
    found = merged(files)
    assert (lines(found), found.used) == ([], 4)
    told = merged_by_scripts(files)
    assert (told["lines"], told["used"]) == ([], 4)


def test_who_saved_a_file_is_a_notice_that_names_nobody():
    found = merged(three() | {"named.xlsx": xlsx(cells_in("force-d"), then=_author)})
    assert [notice.line(file) for file, notice in found.notices] == [
        "named.xlsx: [saved-by] the file's properties hold a name; it is not carried over. Ask the "
        "force to take it out before it sends a sheet"
    ]
    assert (lines(found), found.used) == ([], 4)


def test_days_are_the_same_however_they_are_written():
    def dates(book, made):
        made["Figures"].write_number("B2", 46023)
        made["Figures"].write_number("B3", 46387)

    cells = cells_in("force-d")
    del cells["B2"], cells["B3"]
    counted = xlsx(cells, then=dates)
    old = changed(counted, "xl/workbook.xml", "<workbookPr", '<workbookPr date1904="1"')
    for then, now in ((46023, 44561), (46387, 44925)):
        old = changed(old, "xl/worksheets/sheet2.xml", f"<v>{then}</v>", f"<v>{now}</v>")
    for content in (counted, old):
        head = judged(KIT, content, MAKER).head
        assert (head.start, head.end) == ("2026-01-01", "2026-12-31")


@pytest.mark.parametrize("kind", ["ods", "xlsx"])
def test_no_damage_to_a_file_is_more_than_a_line(kind):
    found = merged(three() | mangled(60, kind))
    assert found.used + len(found.refused) == found.found == 63


@pytest.mark.nightly
@pytest.mark.parametrize("kind", ["ods", "xlsx"])
def test_thousands_of_damaged_files_are_each_told_or_read(kind):
    found = merged(three() | mangled(5000, kind))
    assert found.used + len(found.refused) == found.found == 5003


def test_whatever_is_typed_into_a_count_is_a_count_or_a_line_without_it():
    drawn = random.Random(7)
    for _ in range(40):
        typed = "".join(drawn.choices(string.ascii_letters + " '<&ŵé🙂", k=12)).strip() or "x"
        (line,) = lines(merged({"a.ods": sheet("ods", "force-a", {**WHOLE, "E7": typed})}))
        assert line.startswith("a.ods: Figures!E7: [not-a-number] ")
        assert typed not in line
