"""Printing a band across the head of every page of a finished PDF, for the demonstration.

The band is decoration to a reader of tags (an artifact of the page), so what the document says
stays as it was; its title says the same in words. Standards it met before, it still meets.
"""

from __future__ import annotations

from html import escape
from io import BytesIO

from pikepdf import Array, Name, Object, Page, Pdf, String

from peerhub.press.engine.conform import save
from peerhub.press.engine.drawing import BARE, Drawer
from peerhub.press.engine.listening import listening
from peerhub.press.engine.our_type import HOME

WIDTH, HEIGHT = 210, 8
"""The band in millimetres. On a narrower page it is made smaller. On a wider one its ground goes
on to both sides, and it is no higher, so that it covers nothing."""

GROUND = "0.721569 0.270588 0.109804"
"""The colour of the band, #b8451c, as a PDF writes it."""

BAND = "/DemonstrationBand"
"""What a page calls the band."""

_STYLE = """
@page { size: %dmm %dmm; margin: 0 }
body { margin: 0; background: #b8451c; color: #ffffff; font: 700 12pt/8mm "Hub Print";
  text-align: center }
p { margin: 0 }
"""


def band(words: str) -> bytes:
    """Return the band as a PDF of one page."""
    drawer, what = Drawer(HOME, has_drawings=True), "band of the demonstration"
    with listening(what, HOME):
        style = drawer.own_style(_STYLE % (WIDTH, HEIGHT))
        return drawer.draw(f"<p>{escape(words)}</p>", HOME, [style], what, options=BARE).content


def overprint(content: bytes, over: bytes, label: str) -> bytes:
    """Return a PDF with a band at the head of each page, and a label before its title."""
    pdf = Pdf.open(BytesIO(content))
    with Pdf.open(BytesIO(over)) as source:
        form = pdf.copy_foreign(source.pages[0].as_form_xobject())
    for page in pdf.pages:
        _across(page, form)
    title = str(pdf.docinfo.get("/Title", ""))
    pdf.docinfo["/Title"] = String(f"{label}: {title}")
    said, says = (f">{escape(text, quote=False)}<" for text in (title, f"{label}: {title}"))
    metadata = pdf.Root.Metadata
    metadata.write(metadata.read_bytes().replace(said.encode(), says.encode(), 1))
    return save(pdf)


def _across(page: Page, form: Object) -> None:
    left, _, right, top = (float(side) for side in Array(page.mediabox))
    wide = WIDTH * 72 / 25.4
    scale = min(1.0, (right - left) / wide)
    name = page.add_resource(form, Name.XObject, Name(BAND))
    high = HEIGHT * 72 / 25.4 * scale
    foot = top - high
    start = left + (right - left - wide * scale) / 2
    ground = f"{GROUND} rg {left:.4f} {foot:.4f} {right - left:.4f} {high:.4f} re f "
    page.contents_add(b"q", prepend=True)
    page.contents_add(
        b"Q /Artifact <</Type /Pagination /Subtype /Header>> BDC q "
        + ground.encode()
        + f"{scale:.6f} 0 0 {scale:.6f} {start:.4f} {foot:.4f} cm {name} Do Q EMC".encode()
    )
