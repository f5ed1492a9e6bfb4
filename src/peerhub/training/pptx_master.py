"""The empty PowerPoint file that slides are made in: its masters, layouts, colours and language."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Cm, Length

from peerhub.training.look import (
    BODY_HIGH,
    BODY_TOP,
    BODY_WIDE,
    CORAL,
    INK,
    LANGUAGE,
    NARROW,
    RUST,
    TITLE,
    TYPEFACE,
)

WIDE, HIGH = Cm(33.867), Cm(19.05)
LAYOUTS = ("Title Slide", "Title and Content", "Title Only")
TITLE_ALONE = 2
"""The layouts that are kept, and which of them a drawing has."""

LEFT, ROOM = Cm(2), Cm(BODY_WIDE)
_THEME = "ppt/theme/theme"
_FONT = re.compile(rb'<a:latin typeface="Calibri[^"]*"')
_LANG = re.compile(rb'\b(lang|altLang)="[^"]*"')
_COLOURS = {b"dk2": INK, b"accent1": RUST, b"accent2": CORAL}


@cache
def blank() -> bytes:
    """Return an empty presentation: wide, with places for a title and for words."""
    show = Presentation()
    show.slide_width, show.slide_height = WIDE, HIGH
    layouts = show.slide_layouts
    for owner in (show.slide_master, *layouts):
        for place in owner.placeholders:
            kind = place.placeholder_format.idx
            if kind == 0:
                put(place, LEFT, Cm(2.4), ROOM, Cm(3.3))
            elif kind == 1:
                put(place, LEFT, Cm(BODY_TOP), ROOM, Cm(BODY_HIGH))
            else:
                place.element.getparent().remove(place.element)
    put(layouts[0].placeholders[0], LEFT, Cm(5.2), Cm(NARROW), Cm(5))
    put(layouts[0].placeholders[1], LEFT, Cm(10.8), Cm(NARROW), Cm(4))
    for layout in [one for one in layouts if one.name not in LAYOUTS]:
        layouts.remove(layout)
    put(layouts[TITLE_ALONE].placeholders[0], LEFT, Cm(2.4), ROOM, Cm(3.3))
    _set_styles(show.slide_master.element)
    out = io.BytesIO()
    show.save(out)
    return out.getvalue()


def _set_styles(master: Any) -> None:
    """Set titles bold, in ink and to the left, on every slide that takes after the master."""
    for level in master.iter(qn("p:titleStyle")):
        paragraph = level.find(qn("a:lvl1pPr"))
        paragraph.set("algn", "l")
        run = paragraph.find(qn("a:defRPr"))
        run.set("b", "1")
        run.set("sz", str(TITLE * 100))
        for colour in run.iter(qn("a:schemeClr")):
            colour.set("val", "tx2")


def put(shape: Any, left: Length, top: Length, width: Length, height: Length) -> None:
    """Give a shape its place."""
    shape.left, shape.top, shape.width, shape.height = left, top, width, height


def dressed(name: str, part: bytes) -> bytes:
    """Return a part of the file in our language, and in our colours and typeface if it is a theme.

    Masters, layouts and the defaults of the whole file bring a language of their own. What is
    typed in later takes after them, so they have ours too.
    """
    if name.startswith("ppt/") and name.endswith(".xml"):
        part = _LANG.sub(rb'\1="' + LANGUAGE.encode() + b'"', part)
    if not name.startswith(_THEME):
        return part
    part = _FONT.sub(f'<a:latin typeface="{TYPEFACE}"'.encode(), part)
    for role, colour in _COLOURS.items():
        part = re.sub(
            rb"<a:" + role + rb'>\s*<a:(?:srgbClr|sysClr) val="[^"]*"',
            b"<a:" + role + b'><a:srgbClr val="' + colour.encode() + b'"',
            part,
        )
    return part
