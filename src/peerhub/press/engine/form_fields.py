"""Fields of a PDF: what can be filled in with a keyboard, and is announced with what it asks for.

WeasyPrint's own forms break PDF/UA. So a template makes each place to fill in a link to "blank:",
the kind of field, "?" and its name; WeasyPrint gives the link its place on the page and in the tree
of tags, and here it becomes a field (ISO 32000-1 clause 12.7): a widget in a Form element, with a
name (ISO 14289-1 clause 7.18.1) and an appearance of its own (ISO 19005-2 clause 6.4.1). What is
drawn below it stays, so that the paper prints as it always did.
"""

from __future__ import annotations

from urllib.parse import unquote

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

SCHEME = "blank:"
MULTILINE = 1 << 12
"""The flag of a field of several lines (ISO 32000-1 table 228)."""

PRINTED = 4
LETTERS = "/Helv 10 Tf 0.08 0.15 0.29 rg"
"""The letters of what is typed: every reader has Helvetica or its like."""

TICK = "q 0.08 0.15 0.29 RG 1.4 w {a} {b} m {c} {d} l {e} {f} l S Q"


def make_fields(pdf: Pdf) -> int:
    """Make a field of every link to "blank:", in the order of the pages; return how many."""
    elements: dict[tuple[int, int], Object] | None = None
    fields: list[Object] = []
    for page in pdf.pages:
        for note in page.obj.get("/Annots", ()):
            address = str(note.A.URI) if "/A" in note and "/URI" in note.A else ""
            if address.startswith(SCHEME):
                kind, _, name = address.removeprefix(SCHEME).partition("?")
                _make(pdf, note, kind, unquote(name), len(fields) + 1)
                elements = elements or _form_elements(pdf)
                element = elements[note.objgen]
                element.S = Name.Form
                element.K = Array([one for one in element.K if _is_place(one)])
                fields.append(note)
    if fields:
        helvetica = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name.Helvetica,
            Encoding=Name.WinAnsiEncoding,
        )
        pdf.Root.AcroForm = Dictionary(
            Fields=Array(fields),
            DA=String(LETTERS),
            DR=Dictionary(Font=Dictionary(Helv=pdf.make_indirect(helvetica))),
        )
    return len(fields)


def _is_place(kid: Object) -> bool:
    """Say whether a child of an element is a place on a page: a field has no other."""
    return isinstance(kid, Dictionary) and "/Obj" in kid


def _form_elements(pdf: Pdf) -> dict[tuple[int, int], Object]:
    """Return the element of each annotation of the tree of tags."""
    found: dict[tuple[int, int], Object] = {}
    waiting = list(pdf.Root.StructTreeRoot.K)
    while waiting:
        element = waiting.pop()
        if isinstance(element, Dictionary) and "/S" in element:
            kids = element.get("/K", Array())
            for kid in list(kids) if isinstance(kids, Array) else [kids]:
                if _is_place(kid):
                    found[kid.Obj.objgen] = element
                waiting.append(kid)
    return found


def _make(pdf: Pdf, note: Object, kind: str, name: str, number: int) -> None:
    """Make a field of a link, where it stands."""
    for key in ("/A", "/BS", "/Contents", "/Border"):
        if key in note:
            del note[key]
    left, one, right, two = (float(side) for side in note.Rect)
    low, high = sorted((one, two))
    wide, tall = right - left, high - low
    note.Rect = Array([left, low, right, high])
    note.Subtype = Name.Widget
    note.F = PRINTED
    note.T = String(f"field-{number}")
    note.TU = String(name)
    if kind == "tick":
        note.FT = Name.Btn
        note.V = note.AS = Name.Off
        a, b, c = wide * 0.22, wide * 0.42, wide * 0.8
        tick = TICK.format(a=_n(a), b=_n(tall / 2), c=_n(b), d=_n(a), e=_n(c), f=_n(tall * 0.8))
        note.AP = Dictionary(
            N=Dictionary(Yes=_drawn(pdf, wide, tall, tick), Off=_drawn(pdf, wide, tall, ""))
        )
        return
    note.FT = Name.Tx
    note.DA = String(LETTERS)
    if kind == "lines":
        note.Ff = MULTILINE
    note.AP = Dictionary(N=_drawn(pdf, wide, tall, "/Tx BMC EMC"))


def _drawn(pdf: Pdf, wide: float, tall: float, drawing: str) -> Object:
    return pdf.make_stream(
        drawing.encode(),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, round(wide, 3), round(tall, 3)]),
        Resources=Dictionary(),
    )


def _n(value: float) -> str:
    return f"{value:.2f}"
