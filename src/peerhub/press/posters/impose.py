"""Imposition: cards side by side on one sheet of paper, to be cut apart.

One card is set, finished and tagged; the others are the same drawing again. To a reader of tags
they are decoration (artifacts of the page): the card is read out once, not ten times.
"""

from __future__ import annotations

import re
from itertools import product

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from peerhub.press.engine.conform import POINTS, figures, moved
from peerhub.press.engine.paper_size import PaperSize

CARD = "/Card"
"""What a sheet calls the drawing of one card."""

_TAG = re.compile(rb"/\w+\s+<</MCID \d+>>\s+BDC")
_UNTAGGED = b"/Card BMC"


def impose(pdf: Pdf, sheet: PaperSize) -> None:
    """Put each page of a PDF on paper as often as the sheet says, with lines to cut along.

    The cards touch, in the middle of the paper, so that fronts lie behind backs however the
    paper is turned. The lines stand on the first page only: the printer may move the second.
    """
    if sheet.on is None:
        return
    width, height = (side * POINTS for side in sheet.on)
    wide, high = sheet.width * POINTS, sheet.height * POINTS
    left = (width - sheet.across * wide) / 2
    foot = (height - sheet.down * high) / 2
    columns = [left + wide * number for number in range(sheet.across + 1)]
    rows = [foot + high * number for number in range(sheet.down + 1)]
    for number, page in enumerate(pdf.pages):
        # The first card is at the head of the sheet, on the left.
        here = (columns[0], rows[-2])
        places = [place for place in product(columns[:-1], reversed(rows[:-1])) if place != here]
        _repeat(pdf, page, Name(f"{CARD}{number + 1}"), here, places)
        if number == 0:
            page.contents_add(_cuts(columns, rows, width, height))
        for box in ("/MediaBox", "/TrimBox", "/BleedBox"):
            page.obj[box] = Array([0, 0, width, height])
        for note in page.obj.get("/Annots", ()):
            note.Rect = moved(note.Rect, *here)
            if "/QuadPoints" in note:
                note.QuadPoints = moved(note.QuadPoints, *here)
        for figure in figures(pdf.Root.StructTreeRoot):
            if figure.Pg.objgen == page.obj.objgen:
                figure.A.BBox = moved(figure.A.BBox, *here)


def _repeat(
    pdf: Pdf,
    page: Page,
    name: Name,
    here: tuple[float, float],
    places: list[tuple[float, float]],
) -> None:
    """Move a card to its place on the sheet, and draw it again, by a name, at the other places."""
    drawn = b"\n".join(part.read_bytes() for part in _streams(page))
    card = pdf.make_stream(
        _TAG.sub(_UNTAGGED, drawn),
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array(list(page.mediabox)),
            Resources=_copied(page.Resources),
        ),
    )
    # Both sides may share one set of resources, so each side's drawing has a name of its own.
    page.add_resource(card, Name.XObject, name)
    page.contents_add(f"q 1 0 0 1 {here[0]:.4f} {here[1]:.4f} cm".encode(), prepend=True)
    again = " ".join(f"q 1 0 0 1 {x:.4f} {y:.4f} cm {name} Do Q" for x, y in places)
    page.contents_add(f"Q /Artifact <</Type /Page>> BDC {again} EMC".encode())


def _copied(resources: Object) -> Dictionary:
    """Return the resources as they are now: what a page is given later is not a card's."""
    return Dictionary(
        {
            kind: Dictionary(dict(named.items())) if isinstance(named, Dictionary) else named
            for kind, named in resources.items()
        }
    )


def _streams(page: Page) -> list[Object]:
    contents = page.obj.Contents
    return list(contents) if isinstance(contents, Array) else [contents]


def _cuts(columns: list[float], rows: list[float], width: float, height: float) -> bytes:
    """Return the drawing of hairlines along every cut, across the whole paper."""
    lines = [(x, 0, x, height) for x in columns] + [(0, y, width, y) for y in rows]
    drawn = " ".join("{:.3f} {:.3f} m {:.3f} {:.3f} l".format(*line) for line in lines)
    return f"/Artifact <</Type /Page>> BDC q 0.6 G 0.25 w {drawn} S Q EMC".encode()
