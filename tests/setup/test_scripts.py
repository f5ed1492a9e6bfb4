"""Scripts and styles are held to rules and types, each fault at its place."""

from __future__ import annotations

from setup.scripts.check import OTHERS, lint, needs_no_page, own_scripts, types
from tests.projects import ROOT

ALONE = """\
// Counts what is late. No page is needed
// here.
/** @param {number[]} days */
const late = (days) => days.filter((one) => one > 3).length.toFixd(1);
const shown = () => document.title;
const unused = 1;
"""
ON_A_PAGE = """\
// Shows a word.
const box = document.getElementById("box");
box.value = searchWords.fold("A");
box.hidden = new URL("x").hreff;
"""


def test_what_decides_is_checked_as_if_there_were_no_page_and_the_rest_as_on_one():
    told = types({"alone.js": ALONE, "shown.js": ON_A_PAGE})
    assert "Property 'toFixd' does not exist on type 'number'" in told
    assert "at overrides/assets/js/alone.js:4:61" in told
    assert "Cannot find name 'document'" in told
    assert "'unused' is declared but its value is never read" in told
    assert "Property 'hreff' does not exist" in told
    assert "at overrides/assets/js/shown.js:4:" in told


def test_a_rule_that_is_broken_in_a_script_or_a_style_is_told(tmp_path):
    folder = tmp_path / "overrides" / "assets" / "js"
    folder.mkdir(parents=True)
    (folder / "a.js").write_text("const a = 1;\nif (a == 2) debugger;\n")
    assert "a.js:2:" in lint(tmp_path)
    (folder / "a.js").write_text("const a = 1;\nif (a === 2) a.toString();\n")
    assert lint(tmp_path) == ""
    (folder / "b.css").write_text("p {\n  colr: red;\n}\n")
    assert "b.css:2:" in lint(tmp_path)


def test_what_decides_in_the_hub_says_that_it_needs_no_page():
    alone = {name for name, text in own_scripts(ROOT).items() if needs_no_page(text)}
    assert alone >= {
        "aid-ranking.js",
        "maker-rules.js",
        "plan-days.js",
        "search-index.js",
        "search-words.js",
    }
    assert not alone & set(OTHERS)
