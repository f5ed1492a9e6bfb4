"""Forms on the screen: what each place to fill in becomes."""

from __future__ import annotations

import lxml.html

from peerhub.on_screen import for_screen
from tests.test_room import FORM, NAMES

ROWS = (
    "<table><thead><tr><th>Line</th><th>No</th><th>Yes</th><th>Said</th></tr></thead><tbody>"
    + "".join(
        f'<tr class="one"><th>{line}</th><td><span class="box">……</span></td>'
        '<td><span class="box">……</span></td><td><span class="gap cells">……</span></td></tr>'
        for line in ("Listens", "Asks")
    )
    + "</tbody></table>"
)


def test_each_place_on_the_screen_has_a_label_and_a_choice_is_one_of_its_options():
    whole = lxml.html.fragment_fromstring(for_screen(FORM), create_parent="form")
    fields = whole.xpath(".//*[@data-asks]")
    assert [one.get("data-asks") for one in fields] == [name for _, name in NAMES]
    assert len({one.get("id") for one in fields}) == len(NAMES)
    for one in fields:
        if one.get("type") == "radio":
            assert one.getparent().tag == "label"
            assert one.getparent().text_content().strip()
        else:
            assert one.get("aria-label") == one.get("data-asks")
    groups = whole.xpath(".//*[@role='radiogroup']")
    assert [one.get("aria-label") for one in groups] == ["Have you asked?", "Can you come on ?"]
    names = [[field.get("name") for field in one.iter("input")] for one in groups]
    assert [len(set(one)) for one in names] == [1, 1]
    assert names[0][0] != names[1][0]
    assert [one.get("data-head") for one in whole.iter("td")] == [None, "Done", "Notes"]
    assert "style=" not in for_screen(
        "<table><colgroup><col style='width: 9%' /></colgroup></table>"
    )


def test_a_table_that_is_wider_than_the_page_scrolls_in_a_box_of_its_own():
    whole = lxml.html.fragment_fromstring(for_screen(ROWS + ROWS), create_parent="form")
    assert [one.get("class") for one in whole] == ["wide-table", "wide-table"]
    assert [len(one.findall("table")) for one in whole] == [1, 1]


def test_one_box_of_a_row_is_ticked_and_no_other_row_loses_its_own():
    whole = lxml.html.fragment_fromstring(for_screen(ROWS), create_parent="form")
    radios = whole.xpath(".//input[@type='radio']")
    assert [one.get("aria-label") for one in radios] == [
        "No: Listens",
        "Yes: Listens",
        "No: Asks",
        "Yes: Asks",
    ]
    groups = [one.get("name") for one in radios]
    assert (groups[0], groups[2]) == (groups[1], groups[3])
    assert groups[0] != groups[2]
    assert [one.get("aria-label") for one in whole.iter("textarea")] == [
        "Said: Listens",
        "Said: Asks",
    ]
