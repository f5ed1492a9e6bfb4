"""Print styles kept to a sheet on a page: the same rules, and nothing beyond the sheet."""

from __future__ import annotations

import pytest

from peerhub.maker.style import Ground, ground, scoped, within_a_page
from peerhub.press.engine.errors import PressError


def taken(css: str):
    return scoped(css, ".sheet")


def test_every_rule_applies_within_the_sheet_and_gains_no_weight():
    assert taken(".way, .close .way > b { margin: 0.5mm 0 ; color: #14264A }").rules == (
        ":where(.sheet) .way,:where(.sheet) .close .way > b{margin:0.5mm 0;color:#14264A}"
    )


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("html", ":where(.sheet)"),
        ("body", ":where(.sheet)"),
        ("body.own", ":where(.sheet).own"),
        ("body > p", ":where(.sheet) > p"),
        (".body", ":where(.sheet) .body"),
        ("bodyguard", ":where(.sheet) bodyguard"),
    ],
)
def test_the_document_becomes_the_sheet(written, kept):
    assert taken(f"{written} {{ margin: 0 }}").rules == f"{kept}{{margin:0}}"


def test_a_comma_within_brackets_parts_no_selector():
    rules = taken(":is(h1, h2) { margin: 0 }").rules
    assert rules == ":where(.sheet) :is(poster-h1, poster-h2){margin:0}"


def test_headings_have_names_of_their_own_that_weigh_the_same():
    rules = taken(".ask h2, h1.h1 > b, #h2, .h1 { color: red }").rules
    assert rules == (
        ":where(.sheet) .ask poster-h2,:where(.sheet) poster-h1.h1 > b,:where(.sheet) #h2,"
        ":where(.sheet) .h1{color:red}"
    )
    assert within_a_page('<h1 class="a">A</h1><hr><h2>B</h2>') == (
        '<poster-h1 role="heading" class="a">A</poster-h1><hr>'
        '<poster-h2 role="heading">B</poster-h2>'
    )


def test_art_is_handed_out_undermost_first_and_not_painted():
    style = taken('body { background: url("art.svg") no-repeat, url(../foot.svg); margin: 0 }')
    assert style.art == ("../foot.svg", "art.svg")
    assert style.rules == ":where(.sheet){margin:0}"
    assert taken('body { background: url("art.svg") }').rules == ""


def test_what_is_painted_behind_a_part_stays_with_its_address_on_the_page():
    css = 'li { background: url("dot.svg") 1mm center no-repeat } b { background: url(b.svg) }'
    style = scoped(css, ".sheet", lambda address: f"data:{address}")
    assert style.art == ()
    assert style.rules == (
        ':where(.sheet) li{background:url("data:dot.svg") 1mm center no-repeat}\n'
        ':where(.sheet) b{background:url("data:b.svg")}'
    )


def test_the_ground_of_a_template_is_its_part_and_its_picture():
    css = 'body:not(.own) .front { background: url("wallet.svg") no-repeat }'
    assert ground(css) == Ground("front", "wallet.svg")


def test_a_plain_ground_stays():
    assert taken(".tile { background: #fff }").rules == ":where(.sheet) .tile{background:#fff}"


def test_the_size_of_the_page_is_kept_apart():
    style = taken("@page { size: 210mm 297mm; margin: 0 }")
    assert style.size == ("210mm", "297mm")
    assert style.box == ":where(.sheet){width:210mm;height:297mm}"
    assert style.rules == ""


@pytest.mark.parametrize(
    ("css", "said"),
    [
        ("p { margin: 0 }\n@media print { p { margin: 0 } }", "on line 2 what a page cannot take"),
        ("p { margin: 0 }\n}", "on line 2 what a page cannot take"),
        ("p { margin: 0;\n nonsense }", "has a fault on line 2"),
    ],
)
def test_what_has_no_meaning_within_a_page_is_refused_with_its_line(css, said):
    with pytest.raises(PressError, match=said):
        taken(css)
