"""Setting briskly changes how long a paper takes, and not one byte of it."""

from __future__ import annotations

import gc
import re

import cssselect2.tree
import pydyf
import pytest
from weasyprint import HTML, layout
from weasyprint.layout import absolute
from weasyprint.text import line_break
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import Layout
from weasyprint.urls import URLFetcher

import peerhub.press.engine.weasyprint_cache as brisk_module
from peerhub.press.engine.our_type import VARIANT
from peerhub.press.engine.weasyprint_cache import LAYOUTS, PATCHES, Source, brisk
from tests.projects import ROOT

PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Tea &amp; talk</title></head>
<body><!-- a comment --><h1>Tea &amp; talk</h1>
<ul><li>One<br>more<li><p>Two&nbsp;cups</p><li>Three
<ol start="8">{numbers}</ol></ul>
<ul style="word-spacing: 9px"><li>Far apart</li></ul>
<p style="text-align: justify; width: 60mm">{words}</p><p style="width: 70%">{words}</p>
<p style="font-variant-caps: small-caps; text-decoration: underline">{words}</p>
<ul style="list-style: none"><li>Bare</li></ul>
<table><tbody><tr><th scope="col">Cup<td>Café</tbody></table></body></html>""".format(
    words="A quiet word with someone who has time to listen. " * 4,
    numbers="".join(
        f"<li style='break-before: page; font-size: {10 + one}pt'>{one}" for one in range(6)
    ),
)


def set_page(parse) -> bytes:
    html = parse(string=PAGE, base_url="file:///", url_fetcher=URLFetcher())
    document = html.render(font_config=FontConfiguration(), pdf_variant=VARIANT)
    return document.write_pdf(pdf_variant=VARIANT, pdf_identifier=False)


def test_a_paper_is_the_same_to_the_last_byte():
    plain = set_page(HTML)
    with brisk():
        assert set_page(Source) == plain


@pytest.fixture(scope="module")
def plain() -> bytes:
    return set_page(HTML)


@pytest.mark.parametrize("patch", PATCHES)
def test_each_patch_by_itself_leaves_every_byte_as_it_was(patch, plain):
    with brisk(only=()):
        assert set_page(Source) == plain
    with brisk(only=(patch,)):
        assert set_page(Source) == plain


def replaced() -> dict[str, object]:
    """Return what stands in each place that a patch may take, and whether garbage is searched."""
    found = {name: getattr(owner, name) for owner, name in TAKEN}
    return (
        found
        | {f"{one.__name__} lengths": one.resolve_percentages for one in LAYOUTS}
        | {"garbage": gc.isenabled()}
    )


TAKEN = (
    (pydyf.PDF, "page_references"),
    (absolute, "shrink_to_fit"),
    (cssselect2.tree, "compile_selector_list"),
    (layout, "make_margin_boxes"),
    (line_break, "get_font_description"),
    (Layout, "reactivate"),
)


@pytest.mark.parametrize("patch", PATCHES)
def test_each_patch_is_put_on_by_itself_and_taken_off_again(patch):
    before = replaced()
    with brisk(only=(patch,)):
        after = replaced()
    changed = {name for name in before if after[name] != before[name]}
    assert len(changed) == (len(LAYOUTS) if patch == "lengths of boxes" else 1)
    assert replaced() == before


def test_all_is_as_it_was_after_a_fault():
    before = (pydyf.PDF.page_references, absolute.shrink_to_fit, gc.isenabled())
    with pytest.raises(ZeroDivisionError), brisk():
        1 / (0 if absolute.shrink_to_fit is not before[1] and not gc.isenabled() else 1)
    assert (pydyf.PDF.page_references, absolute.shrink_to_fit, gc.isenabled()) == before


@pytest.mark.parametrize(("style", "boxes"), [("", 0), ("@page { @top-left { content: 'A' } }", 1)])
def test_the_margins_of_a_page_are_laid_out_only_where_something_stands_there(
    style, boxes, monkeypatch
):
    asked = []
    lay_out = brisk_module._lay_out_margins
    monkeypatch.setattr(
        brisk_module, "_lay_out_margins", lambda *page: asked.append(1) or lay_out(*page)
    )
    with brisk():
        Source(f"<style>{style}</style><p>A</p>", "file:///", URLFetcher()).render()
    assert len(asked) == boxes


def test_a_marker_is_measured_once_and_anything_else_each_time(monkeypatch):
    asked = []
    measure = absolute.shrink_to_fit
    monkeypatch.setattr(
        absolute,
        "shrink_to_fit",
        lambda context, box, room: (
            asked.append(box.is_outside_marker) or measure(context, box, room)
        ),
    )
    with brisk():
        rows = "".join("<li>A</li>" for _ in range(5))
        floats = "<p style='position: absolute'>B</p>" * 2
        Source(f"<ul>{rows}</ul>{floats}", "file:///", URLFetcher()).render()
    assert asked == [True, False, False]


def test_no_other_file_looks_inside_weasyprint():
    """What is written down for others to use: the package itself, its fonts and its fetcher."""
    inside = re.compile(r"^\s*(?:from|import) weasyprint\.(?!text\.fonts |urls )", re.MULTILINE)
    looking = {
        path.name
        for path in (ROOT / "src").rglob("*.py")
        if inside.search(path.read_text(encoding="utf-8"))
    }
    assert looking == {"weasyprint_cache.py"}
