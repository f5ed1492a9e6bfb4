"""Slides as PowerPoint: real titles, a notes page for each slide, language and words for shapes."""

from __future__ import annotations

import datetime as dt
import io
import re
from functools import cache
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Cm, Length, Pt

from peerhub.bundle import bundled, unbundled
from peerhub.office_package import ooxml
from peerhub.training.deck import Deck, DeckSlide
from peerhub.training.look import (
    BODY_HIGH,
    BODY_TOP,
    BODY_WIDE,
    CORAL,
    INK,
    LANGUAGE,
    LINE,
    OPENING,
    PAPER,
    RUST,
    SMALL,
    TITLE,
    TYPEFACE,
    TimeGone,
    before_now,
    body_size,
    gap,
    time_gone,
)

WIDE, HIGH = Cm(33.867), Cm(19.05)
LEFT, ROOM = Cm(2), Cm(BODY_WIDE)
POINT = Cm(1.1)
"""From a bullet to its words: wide enough for the largest size."""
_THEME = "ppt/theme/theme"
_FONT = re.compile(rb'<a:latin typeface="Calibri[^"]*"')
_LANG = re.compile(rb'\b(lang|altLang)="[^"]*"')
_COLOURS = {b"dk2": INK, b"accent1": RUST, b"accent2": CORAL}


def pptx(deck: Deck) -> bytes:
    """Return a deck as an editable presentation: the same bytes for the same deck."""
    show = Presentation(io.BytesIO(_blank()))
    for number, slide in enumerate(deck.slides):
        _slide(show, deck, slide, opening=number == 0)
    about = show.core_properties
    about.title = deck.title
    about.author = "Peer Support Hub"
    about.last_modified_by = "Peer Support Hub"
    about.subject = f"Slides, {deck.named}"
    about.language = LANGUAGE
    about.created = about.modified = dt.datetime(2020, 1, 1)  # noqa: DTZ001  the format has no zone
    about.revision = 1
    out = io.BytesIO()
    show.save(out)
    return bundled(ooxml((name, _dressed(name, part)) for name, part in unbundled(out.getvalue())))


@cache
def _blank() -> bytes:
    """Return an empty presentation: wide, with places for a title and for words."""
    show = Presentation()
    show.slide_width, show.slide_height = WIDE, HIGH
    layouts = show.slide_layouts
    for owner in (show.slide_master, *layouts):
        for place in owner.placeholders:
            kind = place.placeholder_format.idx
            if kind == 0:
                _put(place, LEFT, Cm(2.4), ROOM, Cm(3.3))
            elif kind == 1:
                _put(place, LEFT, Cm(BODY_TOP), ROOM, Cm(BODY_HIGH))
            else:
                place.element.getparent().remove(place.element)
    _put(layouts[0].placeholders[0], LEFT, Cm(5.2), ROOM, Cm(5))
    _put(layouts[0].placeholders[1], LEFT, Cm(10.8), ROOM, Cm(4))
    for layout in list(layouts)[2:]:
        layouts.remove(layout)
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


def _put(shape: Any, left: Length, top: Length, width: Length, height: Length) -> None:
    shape.left, shape.top, shape.width, shape.height = left, top, width, height


def _slide(show: Any, deck: Deck, slide: DeckSlide, *, opening: bool) -> None:
    made = show.slides.add_slide(show.slide_layouts[0 if opening else 1])
    made.shapes.title.text_frame.text = slide.title
    _words(made.placeholders[1].text_frame, slide, body_size(slide, opening=opening))
    if opening:
        _open(made)
    if opening and deck.imprint:
        _line(made, "Whose it is, and its revision", Cm(17), deck.imprint, PAPER)
    if slide.kicker:
        _line(made, "Method and time", Cm(1.3), slide.kicker, RUST, bold=True)
    if gone := time_gone(deck, slide):
        _clock(made, gone)
    if slide.lasts:
        _go_on_after(made, slide.lasts)
    made.notes_slide.notes_text_frame.text = "\n".join(slide.notes)
    for part in (made, made.notes_slide):
        _speak(part)


def _words(body: Any, slide: DeckSlide, size: int) -> None:
    """Set a slide's lines, and below them what the room does now."""
    body.text = "\n".join([*slide.lines, slide.now] if slide.now else slide.lines)
    for number, paragraph in enumerate(body.paragraphs):
        is_now = number == len(slide.lines)
        paragraph.space_before = Pt(before_now(size) if is_now else 0)
        paragraph.space_after = Pt(gap(size))
        for run in paragraph.runs:
            run.font.size = Pt(size)
            if is_now:
                run.font.bold = True
                run.font.color.rgb = _colour(RUST)
        if is_now or not slide.bulleted:
            _without_bullet(paragraph)
        else:
            _indent(paragraph, POINT)


def _open(made: Any) -> None:
    """Dress the first slide: light words on ink."""
    for place in (made.shapes.title, made.placeholders[1]):
        for paragraph in place.text_frame.paragraphs:
            paragraph.alignment = PP_ALIGN.LEFT
            for run in paragraph.runs:
                run.font.color.rgb = _colour(PAPER)
    for run in made.shapes.title.text_frame.paragraphs[0].runs:
        run.font.size = Pt(OPENING)
    made.background.fill.solid()
    made.background.fill.fore_color.rgb = _colour(INK)
    _block(made, LEFT, Cm(4.2), Cm(4), Cm(0.35), CORAL, "")


def _colour(code: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(code))  # type: ignore[no-untyped-call]


def _without_bullet(paragraph: Any) -> None:
    properties = _indent(paragraph, 0)
    properties.append(properties.makeelement(qn("a:buNone"), {}))


def _indent(paragraph: Any, width: int) -> Any:
    """Set a paragraph's words this far right of its bullet, and return its properties."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(width))
    properties.set("indent", str(-width))
    return properties


def _line(
    made: Any, name: str, top: Length, words: str, colour: str, *, bold: bool = False
) -> None:
    """Set a small line in a box of its own."""
    box = made.shapes.add_textbox(LEFT, top, ROOM, Cm(1.2))
    box.name = name
    box.text_frame.word_wrap = True
    box.text_frame.text = words
    (paragraph,) = box.text_frame.paragraphs
    paragraph.alignment = PP_ALIGN.LEFT
    for run in paragraph.runs:
        run.font.size, run.font.bold = Pt(SMALL), bold
        run.font.color.rgb = _colour(colour)


def _clock(made: Any, gone: TimeGone) -> None:
    """Draw which part of the session is gone when the slide is shown."""
    top, thick = Cm(17.8), Cm(0.35)
    _block(made, LEFT, top, ROOM, thick, LINE, "")
    _block(made, LEFT, top, Length(int(ROOM * gone.part)), thick, RUST, gone.said)


def _block(
    made: Any, left: Length, top: Length, width: Length, height: Length, colour: str, said: str
) -> None:
    """Draw a bar. Without words it is marked as decoration."""
    bar = made.shapes.add_shape(MSO_SHAPE.RECTANGLE, left, top, width, height)
    bar.fill.solid()
    bar.fill.fore_color.rgb = _colour(colour)
    bar.line.fill.background()
    bar.shadow.inherit = False
    about = bar._element._nvXxPr.cNvPr
    bar.name = "Time gone" if said else "Line"
    about.set("descr", said or "A line, for decoration only")


def _go_on_after(made: Any, seconds: int) -> None:
    """Let the next slide show by itself after some seconds, or sooner at a key."""
    element = made.element
    transition = element.makeelement(
        qn("p:transition"), {"advClick": "1", "advTm": str(seconds * 1000)}
    )
    element.find(qn("p:clrMapOvr")).addnext(transition)


def _speak(part: Any) -> None:
    """Give every run of a slide or its notes the language it is written in."""
    for paragraph in part.element.iter(qn("a:p")):
        for run in paragraph.findall(qn("a:r")):
            run.get_or_add_rPr().set("lang", LANGUAGE)
        end = paragraph.get_or_add_endParaRPr()
        end.set("lang", LANGUAGE)


def _dressed(name: str, part: bytes) -> bytes:
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
