"""Slides as PowerPoint: real titles, a notes page for each slide, language and words for shapes."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE as RELATIONS
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Cm, Length, Pt

from peerhub.bundle import bundled, unbundled
from peerhub.models import Drawing
from peerhub.office_package import ooxml, with_thumbnail
from peerhub.training.look import (
    BODY_HIGH,
    BODY_TOP,
    CORAL,
    INK,
    LANGUAGE,
    LINE,
    OPENING,
    OPENING_ART,
    OPENING_LEFT,
    OPENING_TOP,
    PAPER,
    RUST,
    SIDE,
    SIDE_LEFT,
    SIDE_TOP,
    SMALL,
    UNDER,
    TimeGone,
    before_now,
    body_wide,
    deck_size,
    gap,
    side_art,
    time_gone,
    within,
)
from peerhub.training.pictures import ART, PLACE, measures, opening_art
from peerhub.training.pptx_master import LEFT, ROOM, TITLE_ALONE, blank, dressed, put
from peerhub.training.slides import Deck, DeckSlide
from peerhub.training.thumbnails import thumbnail

POINT = Cm(1.1)
"""From a bullet to its words: wide enough for the largest size."""
_DECORATION = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
    "</a:extLst>"
)


def pptx(deck: Deck, pictures: Mapping[str, bytes]) -> bytes:
    """Return a deck as an editable presentation: the same bytes for the same deck.

    `pictures` holds a PNG for each place that the deck has for one.
    """
    show = Presentation(io.BytesIO(blank()))
    for slide in deck.slides:
        _slide(show, deck, slide, pictures)
    _list_notes_master(show)
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
    parts = ooxml((name, dressed(name, part)) for name, part in unbundled(out.getvalue()))
    return bundled(with_thumbnail(parts, thumbnail(deck, pictures)))


def _list_notes_master(show: Any) -> None:
    """Name the master of the notes in the presentation, as programs expect that show masters."""
    related = show.part.relate_to(show.part.notes_master_part, RELATIONS.NOTES_MASTER)
    listed = show.part._element.makeelement(qn("p:notesMasterIdLst"), {})
    listed.append(listed.makeelement(qn("p:notesMasterId"), {qn("r:id"): related}))
    show.part._element.find(qn("p:sldMasterIdLst")).addnext(listed)


def _slide(show: Any, deck: Deck, slide: DeckSlide, pictures: Mapping[str, bytes]) -> None:
    layout = {"opening": 0, "drawing": TITLE_ALONE}.get(slide.kind, 1)
    made = show.slides.add_slide(show.slide_layouts[layout])
    made.shapes.title.text_frame.text = slide.title
    if slide.kind == "opening":
        _words(made.placeholders[1].text_frame, slide, UNDER)
        _open(made, deck, pictures)
        if deck.imprint and slide is deck.slides[0]:
            _line(made, "Whose it is, and its revision", Cm(17), deck.imprint, PAPER)
    elif slide.drawing:
        _drawing(made, slide.drawing, pictures)
    else:
        body = made.placeholders[1]
        put(body, LEFT, Cm(BODY_TOP), Cm(body_wide(slide, deck_size(deck))), Cm(BODY_HIGH))
        _words(body.text_frame, slide, deck_size(deck))
        if art := side_art(slide, deck_size(deck)):
            _art(made, pictures[ART + art], SIDE_LEFT, SIDE_TOP, SIDE)
    if slide.kicker:
        colour = CORAL if slide.kind == "opening" else RUST
        _line(made, "Method and time", Cm(1.3), slide.kicker, colour, bold=True)
    if gone := time_gone(deck, slide):
        _clock(made, gone)
    if slide.lasts:
        _go_on_after(made, slide.lasts)
    made.notes_slide.notes_text_frame.text = "\n".join(slide.notes)
    for part in (made, made.notes_slide):
        _speak(part)


def _drawing(made: Any, drawing: Drawing, pictures: Mapping[str, bytes]) -> None:
    """Put a drawing into the whole place below the title, with its twin in words."""
    content = pictures[PLACE + drawing.id]
    left, top, wide, high = (Cm(one) for one in within(*measures(content)))
    shown = made.shapes.add_picture(io.BytesIO(content), left, top, wide, high)
    shown.name = drawing.title
    shown._element._nvXxPr.cNvPr.set("descr", drawing.said)


def _art(made: Any, content: bytes, left: float, top: float, size: float) -> None:
    """Put a small picture on a slide, for the eye alone."""
    shown = made.shapes.add_picture(io.BytesIO(content), Cm(left), Cm(top), Cm(size), Cm(size))
    shown.name = "Picture"
    _decorate(shown)


def _decorate(shape: Any) -> None:
    """Mark a shape as decoration: readers pass it over."""
    about = shape._element._nvXxPr.cNvPr
    about.set("descr", "")
    about.append(parse_xml(_DECORATION))


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


def _open(made: Any, deck: Deck, pictures: Mapping[str, bytes]) -> None:
    """Dress the first slide: light words on ink, and the picture of its strand."""
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
    if deck.art:
        _art(made, pictures[opening_art(deck.art)], OPENING_LEFT, OPENING_TOP, OPENING_ART)


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
    bar.name = "Time gone" if said else "Line"
    if said:
        bar._element._nvXxPr.cNvPr.set("descr", said)
    else:
        _decorate(bar)


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
