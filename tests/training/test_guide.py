"""A guide as it is drawn: no crumb has a page to itself, no row is split, each footer is a line."""

from __future__ import annotations

import lxml.html
import pypdfium2
import pytest

from peerhub.questions.materials import workshop_materials
from tests.training.drawn import drawn_pages, footers

FEW = 6
"""A page of fewer lines is a crumb, unless it is the list of what is inside."""


def guide(curriculum, desk, identity: str) -> bytes:
    found = workshop_materials(curriculum.workshop_by_id[identity])
    return desk.make(
        next(one for one in found if (one.kind, one.format) == ("trainer-guide", "PDF"))
    )


def rows(curriculum, desk, identity: str) -> list[list[str]]:
    """Return the rows of all tables of a guide: the letters of each cell."""
    words = desk.words.workshop(curriculum.workshop_by_id[identity], "trainer-guide")
    made = lxml.html.fromstring(desk.setter.fill("guide", "A", words))
    return [["".join(cell.text_content().split()) for cell in row] for row in made.iter("tr")]


def faults(made: bytes, table_rows: list[list[str]]) -> list[str]:
    """Return what is wrong with the pages of a guide."""
    found = []
    for number, lines in enumerate(drawn_pages(made), 1):
        is_list = any(line.words == "Whatisinside" for line in lines)
        if len(lines) < FEW and not is_list:
            found.append(f"page {number} has {len(lines)} lines: {lines[0].words}")
    found += [f"a footer of {len(one)} lines" for one in footers(made) if len(one) > 2]
    pages = [
        "".join(page.get_textpage().get_text_range().split())
        for page in pypdfium2.PdfDocument(made)
    ]
    found += [
        f"no page has the whole row {row}"
        for row in table_rows
        if not any(all(cell in page for cell in row) for page in pages)
    ]
    return found


def test_a_guide_has_no_crumb_no_split_row_and_footers_of_one_line(curriculum, desk):
    name = "supporter-foundations"
    table_rows = rows(curriculum, desk, name)
    assert len(table_rows) > 12
    assert faults(guide(curriculum, desk, name), table_rows) == []


@pytest.mark.nightly
def test_no_guide_has_a_crumb_a_split_row_or_a_long_footer(curriculum, desk):
    for workshop in curriculum.workshops:
        found = faults(guide(curriculum, desk, workshop.id), rows(curriculum, desk, workshop.id))
        assert found == [], workshop.id
