"""Tags in order: one link an address, one span a run, a scope for every head, a label for pages."""

from __future__ import annotations

import io
import subprocess

import pikepdf
import pypdfium2
import pytest
from pikepdf import Name
from weasyprint import HTML

from peerhub.press.engine.our_type import HOME
from peerhub.press.engine.structure import _elements, put_in_order
from peerhub.press.posters.wording import breakable

MAILBOX = "wellbeing.peer-support@tywi.example"
TYPE = f"""<style>@font-face {{ font-family: T; src: url("{HOME.as_uri()}/fonts/{{}}.ttf") }}
@page {{ size: 80mm 60mm; margin: 2mm }} p, td, th {{ font: 12pt T; overflow-wrap: anywhere }}
p {{ width: 40mm }}</style>""".replace("{}", "AtkinsonHyperlegibleNext-Bold")


def drawn(body: str) -> bytes:
    page = f'<html lang="en-GB"><title>A</title>{TYPE}{body}'
    made = HTML(string=page).write_pdf(pdf_variant="pdf/a-2a")
    with pikepdf.open(io.BytesIO(made)) as pdf:
        put_in_order(pdf)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def tags(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    return [one for one in _elements(pdf.Root.StructTreeRoot) if Name(f"/{kind}") == one.S]


def test_an_address_that_wraps_is_one_link_with_a_place_on_each_line():
    body = f'<p><a href="mailto:{MAILBOX}">{breakable(MAILBOX)}</a></p>'
    with pikepdf.open(io.BytesIO(drawn(body))) as pdf:
        (link,) = tags(pdf, "Link")
        (note,) = pdf.pages[0].Annots
        assert len(note.QuadPoints) >= 16
        nums = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        (words,) = [one for one in nums if isinstance(one, pikepdf.Array)]
        assert {one.objgen for one in words} == {link.objgen}
        assert len(nums) == 4


def test_links_to_two_addresses_stay_two():
    body = '<p><a href="https://a.example/">One</a><a href="https://b.example/">Two</a></p>'
    with pikepdf.open(io.BytesIO(drawn(body))) as pdf:
        assert len(tags(pdf, "Link")) == len(pdf.pages[0].Annots) == 2


def test_heads_of_columns_and_of_rows_say_which_cells_they_are_for():
    body = (
        "<table><thead><tr><th>A</th><th>B</th></tr></thead>"
        "<tbody><tr><th>C</th><td>D</td></tr></tbody></table>"
    )
    with pikepdf.open(io.BytesIO(drawn(body))) as pdf:
        scopes = {}
        for head in tags(pdf, "TH"):
            (said,) = [one.Scope for one in head.A if "/Scope" in one]
            scopes[str(said)] = scopes.get(str(said), 0) + 1
    assert scopes == {"/Column": 2, "/Row": 1}


def test_pages_of_a_longer_paper_have_labels():
    with pikepdf.open(io.BytesIO(drawn('<p>A</p><p style="break-before: page">B</p>'))) as pdf:
        assert pdf.Root.PageLabels.Nums[1].S == Name.D


@pytest.mark.parametrize("width", range(22, 76, 6))
def test_a_wrapped_address_copies_exactly_from_two_readers(tmp_path, width):
    made = drawn(f'<p style="width: {width}mm">{breakable(MAILBOX)}</p>')
    one = pypdfium2.PdfDocument(made)[0].get_textpage().get_text_bounded()
    file = tmp_path / "a.pdf"
    file.write_bytes(made)
    other = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True)
    assert "".join(one.split()) == "".join(other.stdout.split()) == MAILBOX
