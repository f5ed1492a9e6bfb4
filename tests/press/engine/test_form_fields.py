"""Fields of a PDF: where its lines are, named, and conforming to both standards."""

from __future__ import annotations

import io

import pikepdf
import pytest

from peerhub.catalogue import load
from peerhub.models import ToolText
from peerhub.orders.tools import print_tools
from tests.pdf.verapdf import FLAVOURS, failed_rules
from tests.projects import ROOT

FORM = (
    "<h2>About you</h2><p>Name: ……</p><ul><li>Why? ……</li></ul>"
    "<table><thead><tr><th>What</th><th>Done</th></tr></thead>"
    "<tbody><tr><td>Tea for ŵ</td><td>☐</td></tr></tbody></table>"
)


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> bytes:
    out = tmp_path_factory.mktemp("form")
    text = ToolText("one-form", "A form", FORM, 4)
    (out / "materials").symlink_to(ROOT / "materials")
    print_tools(out, load(ROOT), [text], out / "site")
    return (out / "site" / "materials" / "tools" / "one-form.pdf").read_bytes()


@pytest.mark.parametrize("flavour", FLAVOURS)
def test_a_form_that_can_be_filled_in_breaks_no_rule(made, flavour):
    assert failed_rules(made, flavour) == []


def test_each_field_says_what_it_asks_and_stands_where_its_lines_are(made):
    with pikepdf.open(io.BytesIO(made)) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        told = [(str(one.FT), str(one.TU), int(one.get("/Ff", 0))) for one in fields]
        assert told == [
            ("/Tx", "Name", 0),
            ("/Tx", "Why?", 1 << 12),
            ("/Btn", "Done: Tea for ŵ", 0),
        ]
        sizes = [
            (float(r) - float(x), float(t) - float(b)) for x, b, r, t in (f.Rect for f in fields)
        ]
        assert sizes[0][0] > 100
        assert sizes[1][1] > 4 * sizes[0][1]
        assert all(str(one.Subtype) == "/Widget" and "/A" not in one for one in fields)
        tops = [float(one.Rect[3]) for one in fields]
        assert tops == sorted(tops, reverse=True)


def test_what_is_typed_and_ticked_is_kept_by_another_program(made):
    with pikepdf.open(io.BytesIO(made)) as pdf:
        name, _, tick = pdf.Root.AcroForm.Fields
        name.V = pikepdf.String("Siân O'Neill")
        tick.V = tick.AS = pikepdf.Name.Yes
        saved = io.BytesIO()
        pdf.save(saved)
    with pikepdf.open(saved) as pdf:
        name, _, tick = pdf.Root.AcroForm.Fields
        assert str(name.V) == "Siân O'Neill"
        assert b" l S" in tick.AP.N[str(tick.AS)].read_bytes()
