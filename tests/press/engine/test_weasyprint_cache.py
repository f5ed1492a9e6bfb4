"""Setting briskly changes how long a paper takes, and not one byte of it."""

from __future__ import annotations

import gc
import re

import cssselect2.tree
import pytest
from weasyprint import CSS, HTML, document, layout
from weasyprint.css import StyleFor
from weasyprint.layout import absolute
from weasyprint.text import line_break
from weasyprint.text.fonts import FontConfiguration
from weasyprint.text.line_break import Layout
from weasyprint.urls import URLFetcher

import peerhub.press.engine.weasyprint_cache as brisk_module
from peerhub.press.engine.html_source import Source
from peerhub.press.engine.our_type import VARIANT
from peerhub.press.engine.weasyprint_cache import LAYOUTS, PATCHES, brisk
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
    (absolute, "shrink_to_fit"),
    (cssselect2.tree, "compile_selector_list"),
    (layout, "make_margin_boxes"),
    (line_break, "get_font_description"),
    (Layout, "reactivate"),
    (StyleFor, "set_computed_styles"),
    (document, "layout_document"),
    (document.Document, "_build_layout_context"),
)


@pytest.mark.parametrize("patch", PATCHES)
def test_each_patch_is_put_on_by_itself_and_taken_off_again(patch):
    before = replaced()
    with brisk(only=(patch,)):
        after = replaced()
    changed = {name for name in before if after[name] != before[name]}
    several = {"lengths of boxes": len(LAYOUTS), "pages of places": 2}
    assert len(changed) == several.get(patch, 1)
    assert replaced() == before


def test_all_is_as_it_was_after_a_fault():
    before = (layout.make_margin_boxes, absolute.shrink_to_fit, gc.isenabled())
    with pytest.raises(ZeroDivisionError), brisk():
        1 / (0 if absolute.shrink_to_fit is not before[1] and not gc.isenabled() else 1)
    assert (layout.make_margin_boxes, absolute.shrink_to_fit, gc.isenabled()) == before


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


STYLED = """<!doctype html><html lang="{lang}"><head><title>Tea</title></head>
<body class="{kind}"><h1 id="one">Tea</h1><p lang="cy">Te <b>a</b> <b>b</b></p><p>{words}</p>
<table><tbody><tr><th scope="row">Cup</th><td>1</td></tr></tbody></table></body></html>"""
SHEET = """@page { size: A5; @bottom-left { content: counter(page) } }
.wide { overflow: hidden } body p { margin: 2mm; break-after: page } b:first-child { color: red }"""
KINDS = [("en-GB", "", "One"), ("en-GB", "", "Two"), ("cy", "wide", "Two")] * 2


def styled(only, asked: list[str]) -> list[tuple[bytes, list[str]]]:
    """Return some documents set in one sheet, each with the elements whose style was worked out."""
    fonts = FontConfiguration()
    sheet = CSS(string=SHEET, font_config=fonts)
    made = []
    with brisk(only=only):
        for lang, kind, words in KINDS:
            asked.clear()
            text = STYLED.format(lang=lang, kind=kind, words=words)
            source = Source(text, "file:///", URLFetcher())
            drawn = source.render(font_config=fonts, stylesheets=[sheet], pdf_variant=VARIANT)
            content = drawn.write_pdf(pdf_variant=VARIANT, pdf_identifier=False)
            made.append((content, list(asked)))
    return made


def test_documents_of_one_sheet_share_styles_and_change_in_no_byte(monkeypatch):
    """A document may differ in its words, its language and its classes from those before it."""
    asked: list[str] = []
    compute = brisk_module._compute

    def told(document, element, parent, **how) -> None:
        asked.append(getattr(element, "tag", "page"))
        compute(document, element, parent, **how)

    monkeypatch.setattr(brisk_module, "_compute", told)
    shared = styled({"styles of elements"}, asked)
    assert [content for content, _ in shared] == [content for content, _ in styled((), asked)]
    first, second, other, *_ = (set(elements) for _, elements in shared)
    assert first > {"html", "body", "h1", "p", "b", "table"}
    assert second == {"page", "table", "tbody", "tr", "th", "td"}
    assert other > {"html", "body", "h1", "p", "b", "table"}


def test_no_print_style_measures_by_the_page():
    """Styles of elements are kept from one document to the next, of whatever size its page is."""
    by_the_page = re.compile(r"\d(?:vw|vh|vmin|vmax|vi|vb|p?vw|p?vh)\b")
    styles = [path for path in (ROOT / "materials").rglob("*.css") if path.parent.name != "pack"]
    assert [one.name for one in styles if by_the_page.search(one.read_text("utf-8"))] == []
