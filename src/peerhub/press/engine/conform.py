"""Finishing a PDF to PDF/A-2a and PDF/UA-1 at once, and enlarging it to another sheet.

WeasyPrint draws a tagged PDF/A-2a. What it leaves undone for both standards together is done
here: a description that claims both (ISO 19005-2 clause 6.6, ISO 14289-1 clause 5), words for
every link (ISO 14289-1 clause 7.18.5), and dates and an identifier that depend on nothing but
the poster, so that the same poster is the same bytes wherever and whenever it is made.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from itertools import cycle

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from peerhub.press.engine.form_fields import make_fields
from peerhub.press.engine.metadata import Description, properties, xmp
from peerhub.press.engine.paper_size import PaperSize
from peerhub.press.engine.structure import put_in_order

POINTS = 72 / 25.4
"""PDF points in a millimetre."""

SAME = 1e-6
"""The difference in scale below which a page already fills its sheet."""

PIXEL = 0.75
"""PDF points in a CSS pixel."""

PRINTED = 4
"""The flag of an annotation that is shown and printed (ISO 32000-1 table 165)."""


def finish(pdf: Pdf, about: Description) -> None:
    """Make a PDF that WeasyPrint drew conform to both standards."""
    finish_tags(pdf)
    describe(pdf, about)


def describe(pdf: Pdf, about: Description) -> None:
    """Let a PDF say what it is, and that it claims both standards."""
    pdf.Root.Metadata = pdf.make_stream(xmp(about), Type=Name.Metadata, Subtype=Name.XML)
    pdf.trailer.Info = pdf.make_indirect(Dictionary(properties(about)))


def finish_tags(pdf: Pdf) -> None:
    """Put what a PDF says to readers of its tags in order; it does not depend on whose it is."""
    make_fields(pdf)
    put_in_order(pdf)
    for page in pdf.pages:
        for note in page.obj.get("/Annots", ()):
            note.F = PRINTED
            if note.Subtype == Name.Link:
                note.Contents = String(_opens(note))
    for element in figures(pdf.Root.StructTreeRoot):
        # WeasyPrint gives the place of a picture in its own pixels, measured from the top.
        top = float(element.Pg.MediaBox[3])
        left, upper, right, lower = (float(side) * PIXEL for side in element.A.BBox)
        element.A.BBox = Array([left, top - lower, right, top - upper])


def _opens(link: Object) -> str:
    """Return in words what a link opens."""
    if "/A" not in link or "/URI" not in link.A:
        return "Go to this part of the document"
    address = str(link.A.URI)
    if address.startswith("mailto:"):
        return f"Email {address.removeprefix('mailto:')}"
    return f"Open {address.split('://', 1)[-1].rstrip('/')}"


def figures(root: Object) -> list[Object]:
    """Return the picture elements below the root of a tree of tags."""
    found: list[Object] = []
    waiting = list(root.K)
    while waiting:
        element = waiting.pop()
        if isinstance(element, Dictionary) and "/S" in element:
            if str(element.S) == "/Figure":
                found.append(element)
            waiting.extend(element.K)
    return found


def enlarge(pdf: Pdf, sheet: PaperSize) -> None:
    """Make every page of a PDF fill the given sheet, drawing and links alike.

    The page must already have the sheet's shape, near enough: A4 to A3 is off by a hundredth of
    a per cent, which is a thirtieth of a millimetre at the edge.
    """
    for page in pdf.pages:
        wide = sheet.width * POINTS / float(page.mediabox[2])
        high = sheet.height * POINTS / float(page.mediabox[3])
        if max(abs(wide - 1), abs(high - 1)) < SAME:
            continue
        for box in ("/MediaBox", "/TrimBox", "/BleedBox"):
            page.obj[box] = _scaled(page.obj[box], wide, high)
        page.contents_add(f"q {wide:.6f} 0 0 {high:.6f} 0 0 cm".encode(), prepend=True)
        page.contents_add(b"Q")
        for note in page.obj.get("/Annots", ()):
            note.Rect = _scaled(note.Rect, wide, high)
            if "/QuadPoints" in note:
                note.QuadPoints = _scaled(note.QuadPoints, wide, high)
        for figure in figures(pdf.Root.StructTreeRoot):
            if figure.Pg.objgen == page.obj.objgen:
                figure.A.BBox = _scaled(figure.A.BBox, wide, high)


def mark(pdf: Pdf, sheet: PaperSize) -> None:
    """Give every page a margin with crop marks, when the sheet has one, for a print shop.

    The page must fill the sheet as it will be cut. The boxes say where it is cut (TrimBox) and
    how far the ground goes beyond (BleedBox; ISO 32000-1 clause 14.11.2). The posters' ground is
    the white of the paper, so nothing has to be drawn there.
    """
    margin = sheet.margin * POINTS
    if not margin:
        return
    for page in pdf.pages:
        width, height = float(page.mediabox[2]), float(page.mediabox[3])
        page.obj.MediaBox = Array([0, 0, width + 2 * margin, height + 2 * margin])
        page.obj.TrimBox = moved([0, 0, width, height], margin)
        bleed = sheet.bleed * POINTS
        page.obj.BleedBox = moved([-bleed, -bleed, width + bleed, height + bleed], margin)
        page.contents_add(f"q 1 0 0 1 {margin:.6f} {margin:.6f} cm".encode(), prepend=True)
        page.contents_add(b"Q")
        page.contents_add(_crop_marks(width, height, margin, bleed))
        for note in page.obj.get("/Annots", ()):
            note.Rect = moved(note.Rect, margin)
            if "/QuadPoints" in note:
                note.QuadPoints = moved(note.QuadPoints, margin)
        for figure in figures(pdf.Root.StructTreeRoot):
            if figure.Pg.objgen == page.obj.objgen:
                figure.A.BBox = moved(figure.A.BBox, margin)


def _crop_marks(width: float, height: float, margin: float, bleed: float) -> bytes:
    """Return the drawing of two marks at each corner, from the paper's edge to the bleed."""
    reach = margin - bleed
    lines = []
    for x in (margin, margin + width):
        lines += [(x, 0, x, reach), (x, height + 2 * margin - reach, x, height + 2 * margin)]
    for y in (margin, margin + height):
        lines += [(0, y, reach, y), (width + 2 * margin - reach, y, width + 2 * margin, y)]
    drawn = " ".join("{:.3f} {:.3f} m {:.3f} {:.3f} l".format(*line) for line in lines)
    return f"/Artifact <</Type /Page>> BDC q 0 0 0 RG 0.25 w {drawn} S Q EMC".encode()


def moved(rectangle: Iterable[object], by: float, up: float | None = None) -> Array:
    """Return points (x, y, x, y …) moved to the right and up, by as much unless told otherwise."""
    steps = cycle((by, by if up is None else up))
    return Array([float(str(side)) + step for side, step in zip(rectangle, steps, strict=False)])


def _scaled(points: Iterable[object], wide: float, high: float) -> Array:
    """Return points (x, y, x, y …) made wider and higher."""
    steps = cycle((wide, high))
    return Array([float(str(side)) * step for side, step in zip(points, steps, strict=False)])


def save(pdf: Pdf) -> bytes:
    """Return the bytes of a finished PDF: the same for the same content, always."""
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
    )
    return out.getvalue()
