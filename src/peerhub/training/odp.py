"""Slides as OpenDocument, the open format that public bodies are asked to offer for editing."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from markupsafe import Markup
from odfdo import Document, DrawPage, Element

from peerhub.bundle import bundled, unbundled
from peerhub.office_package import opendocument
from peerhub.training.look import (
    BODY_HIGH,
    BODY_TOP,
    BODY_WIDE,
    CORAL,
    INK,
    LANGUAGE,
    LINE,
    NARROW,
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
    TITLE,
    TYPEFACE,
    UNDER,
    before_now,
    body_wide,
    deck_size,
    gap,
    side_art,
    time_gone,
    within,
)
from peerhub.training.pictures import ART, PLACE, measures, opening_art
from peerhub.training.slides import Deck, DeckSlide

MASTER = "presentation"
DECORATION = ("Picture", "A picture, for decoration only")
STAMPS = ("meta:creation-date", "dc:date", "meta:editing-duration")


_NIGHT = (
    '<style:style style:name="night" style:family="drawing-page"><style:drawing-page-properties '
    f'draw:fill="solid" draw:fill-color="#{INK}"/></style:style>'
)
_BOX = (
    '<style:style style:name="box" style:family="graphic"><style:graphic-properties '
    'draw:stroke="none" draw:fill="none" draw:auto-grow-height="false"/></style:style>'
)

_POINTS = (
    '<text:list-style style:name="points"><text:list-level-style-bullet text:level="1" '
    'text:bullet-char="•"><style:list-level-properties text:min-label-width="1.1cm"/>'
    f'<style:text-properties fo:font-family="{TYPEFACE}" fo:font-size="100%" fo:color="#{INK}"/>'
    "</text:list-level-style-bullet></text:list-style>"
)


def odp(deck: Deck, pictures: Mapping[str, bytes]) -> bytes:
    """Return a deck as an editable presentation: the same bytes for the same deck.

    `pictures` holds a PNG for each place that the deck has for one.
    """
    show = Document("presentation")
    show.body.clear()
    for style in (*_styles(deck_size(deck)), *_waits(deck)):
        show.insert_style(style, automatic=True)
    for number, slide in enumerate(deck.slides):
        show.body.append(_page(deck, slide, number, pictures))
    _widen(show)
    _speak(show)
    show.meta.title = deck.title
    show.meta.subject = f"Slides, {deck.named}"
    show.meta.language = LANGUAGE
    for name in STAMPS:
        for stamp in show.meta.get_elements(f"//{name}"):
            stamp.delete()
    out = io.BytesIO()
    show.save(out)
    parts = [(_part(place), content) for place, content in sorted(pictures.items())]
    return bundled(opendocument([*unbundled(out.getvalue()), *parts]))


def _widen(show: Document) -> None:
    """Make every sheet of the presentation a wide one."""
    styles = show.get_part("styles.xml")
    for sheet in styles.get_elements("//style:page-layout-properties"):  # type: ignore[union-attr]
        sheet.set_attribute("fo:page-width", "33.867cm")
        sheet.set_attribute("fo:page-height", "19.05cm")


def _speak(show: Document) -> None:
    """Give every style that names a language ours: what is typed in later takes after them."""
    language, country = LANGUAGE.split("-")
    for said in show.get_part("styles.xml").get_elements("//style:text-properties"):  # type: ignore[union-attr]
        if said.get_attribute("fo:language"):
            said.set_attribute("fo:language", language)
            said.set_attribute("fo:country", country)


@cache
def _styles(size: int) -> tuple[str, ...]:
    return (
        _text("words", INK, size, bold=False),
        _text("now", RUST, size, bold=True, above=before_now(size)),
        _text("notes", INK, 20, bold=False),
        _text("title", INK, TITLE, bold=True),
        _text("opening", PAPER, OPENING, bold=True),
        _text("under", PAPER, UNDER, bold=False),
        _text("kicker", RUST, SMALL, bold=True),
        _text("imprint", PAPER, SMALL, bold=False),
        *(_bar(name, colour) for name, colour in (("go", RUST), ("track", LINE), ("mark", CORAL))),
        _NIGHT,
        _BOX,
        _POINTS,
    )


def _waits(deck: Deck) -> Iterator[str]:
    """Yield the style of each slide that shows the next by itself."""
    for seconds in sorted({slide.lasts for slide in deck.slides if slide.lasts}):
        yield (
            f'<style:style style:name="after{seconds}" style:family="drawing-page">'
            '<style:drawing-page-properties presentation:transition-type="automatic" '
            f'presentation:duration="PT{seconds}S"/></style:style>'
        )


def _text(name: str, colour: str, size: int, *, bold: bool, above: float = 0) -> str:
    weight = "bold" if bold else "normal"
    return (
        f'<style:style style:name="{name}" style:family="paragraph">'
        f'<style:paragraph-properties fo:margin-top="{above:g}pt" '
        f'fo:margin-bottom="{gap(size):g}pt" fo:text-align="start"/>'
        f'<style:text-properties fo:color="#{colour}" fo:font-size="{size}pt" '
        f'fo:font-weight="{weight}" fo:font-family="{TYPEFACE}" fo:language="en" '
        'fo:country="GB"/></style:style>'
    )


def _bar(name: str, colour: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="graphic"><style:graphic-properties '
        f'draw:stroke="none" draw:fill="solid" draw:fill-color="#{colour}"/></style:style>'
    )


def _page(deck: Deck, slide: DeckSlide, number: int, pictures: Mapping[str, bytes]) -> Element:
    opening = slide.kind == "opening"
    page = DrawPage(
        f"page{number + 1}",
        name=f"{number + 1} {slide.title}",
        master_page=MASTER,
        style="night" if opening else f"after{slide.lasts}" if slide.lasts else None,
    )
    title = _lines("opening" if opening else "title", [slide.title])
    place = (5.2, 5.0, NARROW) if opening else (2.4, 3.3, BODY_WIDE)
    parts = [_frame("title", title, place)]
    if slide.kicker:
        parts.append(_frame("", _lines("kicker", [slide.kicker]), (1.2, 1.2, BODY_WIDE)))
    parts += _body(deck, slide, pictures)
    if deck.imprint and number == 0:
        parts.append(_frame("", _lines("imprint", [deck.imprint]), (17, 1.2, BODY_WIDE)))
    if opening:
        parts.append(_rectangle("mark", 4, 4.2, "A line, for decoration only"))
    if gone := time_gone(deck, slide):
        parts.append(_rectangle("track", BODY_WIDE, 17.8, "A line, for decoration only"))
        parts.append(_rectangle("go", BODY_WIDE * gone.part, 17.8, gone.said))
    notes = _frame("notes", _lines("notes", slide.notes), (14, 12, BODY_WIDE))
    parts.append(Markup("<presentation:notes>{}</presentation:notes>").format(notes))
    for part in parts:
        page.append(Element.from_tag(str(part)))
    return page


def _body(deck: Deck, slide: DeckSlide, pictures: Mapping[str, bytes]) -> list[Markup]:
    """Return what stands below a slide's title: its drawing, or its words with their picture."""
    if slide.drawing:
        held = PLACE + slide.drawing.id
        place = within(*measures(pictures[held]))
        return [_image(held, place, slide.drawing.title, slide.drawing.said)]
    opening = slide.kind == "opening"
    words = _lines("under" if opening else "words", slide.lines, points=slide.bulleted)
    if slide.now:
        words += _lines("now", [slide.now])
    if opening:
        made = [_frame("outline", words, (10.8, 4, NARROW))]
        if deck.art:
            place = (OPENING_LEFT, OPENING_TOP, OPENING_ART, OPENING_ART)
            made.append(_image(opening_art(deck.art), place, *DECORATION))
        return made
    made = [_frame("outline", words, (BODY_TOP, BODY_HIGH, body_wide(slide, deck_size(deck))))]
    if art := side_art(slide, deck_size(deck)):
        made.append(_image(ART + art, (SIDE_LEFT, SIDE_TOP, SIDE, SIDE), *DECORATION))
    return made


def _part(place: str) -> str:
    """Return the name of a picture within the file."""
    return f"Pictures/{place.replace(':', '-')}.png"


def _image(held: str, place: tuple[float, float, float, float], title: str, said: str) -> Markup:
    left, top, wide, high = place
    return Markup(
        '<draw:frame draw:style-name="box" draw:layer="layout" svg:x="{:.2f}cm" svg:y="{:.2f}cm" '
        'svg:width="{:.2f}cm" svg:height="{:.2f}cm"><draw:image xlink:href="{}" '
        'xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:title>{}</svg:title>'
        "<svg:desc>{}</svg:desc></draw:frame>"
    ).format(left, top, wide, high, _part(held), title, said)


def _lines(style: str, lines: Sequence[str], *, points: bool = False) -> Markup:
    """Return lines as paragraphs, or as the points of a list."""
    made = [Markup('<text:p text:style-name="{}">{}</text:p>').format(style, one) for one in lines]
    if not points or not made:
        return Markup().join(made)
    items = Markup().join(Markup("<text:list-item>{}</text:list-item>").format(one) for one in made)
    return Markup('<text:list text:style-name="points">{}</text:list>').format(items)


def _frame(kind: str, words: Markup, place: tuple[float, float, float]) -> Markup:
    """Return words in their place: how far down it is, how high and how wide, in centimetres."""
    top, high, wide = place
    role = Markup(' presentation:class="{}"').format(kind) if kind else ""
    return Markup(
        '<draw:frame draw:style-name="box" draw:layer="layout" svg:x="2cm" svg:y="{}cm" '
        'svg:width="{}cm" svg:height="{}cm"{}><draw:text-box>{}</draw:text-box></draw:frame>'
    ).format(top, wide, high, role, words)


def _rectangle(style: str, width: float, top: float, said: str) -> Markup:
    return Markup(
        '<draw:rect draw:style-name="{}" draw:layer="layout" svg:x="2cm" svg:y="{}cm" '
        'svg:width="{:.2f}cm" svg:height="0.35cm"><svg:title>{}</svg:title></draw:rect>'
    ).format(style, top, width, said)
