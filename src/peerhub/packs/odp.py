"""Slides as OpenDocument, the open format that public bodies are asked to offer for editing."""

from __future__ import annotations

import io
from functools import cache

from markupsafe import Markup
from odfdo import Document, DrawPage, Element

from peerhub.packs.bundle import bundled, unbundled
from peerhub.packs.deck import Deck, Slide
from peerhub.packs.look import CORAL, INK, LINE, PAPER, RUST, TYPEFACE, body_size, time_gone

WIDE = 29.867
MASTER = "presentation"
SIZES = (20, 24, 28, 32, 40)
STAMPS = ("meta:creation-date", "dc:date", "meta:editing-duration")


_NIGHT = (
    '<style:style style:name="night" style:family="drawing-page"><style:drawing-page-properties '
    f'draw:fill="solid" draw:fill-color="#{INK}"/></style:style>'
)
_BOX = (
    '<style:style style:name="box" style:family="graphic"><style:graphic-properties '
    'draw:stroke="none" draw:fill="none" draw:auto-grow-height="false"/></style:style>'
)


def odp(deck: Deck) -> bytes:
    """Return a deck as an editable presentation: the same bytes for the same deck."""
    show = Document("presentation")
    show.body.clear()
    for style in _styles():
        show.insert_style(style, automatic=True)
    for number, slide in enumerate(deck.slides):
        show.body.append(_page(deck, slide, number))
    _widen(show)
    show.meta.title = deck.title
    show.meta.subject = f"Slides, edition {deck.edition}"
    show.meta.language = "en-GB"
    for name in STAMPS:
        for stamp in show.meta.get_elements(f"//{name}"):
            stamp.delete()
    out = io.BytesIO()
    show.save(out)
    return bundled(in_order(unbundled(out.getvalue())))


def _widen(show: Document) -> None:
    """Make every sheet of the presentation a wide one."""
    styles = show.get_part("styles.xml")
    for sheet in styles.get_elements("//style:page-layout-properties"):  # type: ignore[union-attr]
        sheet.set_attribute("fo:page-width", "33.867cm")
        sheet.set_attribute("fo:page-height", "19.05cm")


def in_order(files: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """Return the files with the one first that the format wants first."""
    return sorted(files, key=lambda file: (file[0] != "mimetype", file[0]))


@cache
def _styles() -> tuple[str, ...]:
    texts = [_text(f"words{size}", INK, size, bold=False) for size in SIZES]
    return (
        *texts,
        _text("title", INK, 44, bold=True),
        _text("opening", PAPER, 44, bold=True),
        _text("under", PAPER, 32, bold=False),
        _text("kicker", RUST, 18, bold=True),
        *(_bar(name, colour) for name, colour in (("go", RUST), ("track", LINE), ("mark", CORAL))),
        _NIGHT,
        _BOX,
    )


def _text(name: str, colour: str, size: int, *, bold: bool) -> str:
    weight = "bold" if bold else "normal"
    return (
        f'<style:style style:name="{name}" style:family="paragraph">'
        '<style:paragraph-properties fo:margin-bottom="0.35cm" fo:text-align="start"/>'
        f'<style:text-properties fo:color="#{colour}" fo:font-size="{size}pt" '
        f'fo:font-weight="{weight}" fo:font-family="{TYPEFACE}" fo:language="en" '
        'fo:country="GB"/></style:style>'
    )


def _bar(name: str, colour: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="graphic"><style:graphic-properties '
        f'draw:stroke="none" draw:fill="solid" draw:fill-color="#{colour}"/></style:style>'
    )


def _page(deck: Deck, slide: Slide, number: int) -> Element:
    opening = number == 0
    page = DrawPage(
        f"page{number + 1}",
        name=f"{number + 1} {slide.title}",
        master_page=MASTER,
        style="night" if opening else None,
    )
    size = body_size(slide, opening=opening)
    lines = [f"• {line}" if slide.bulleted else line for line in slide.lines]
    title = "opening" if opening else "title"
    parts = [_frame("title", title, [slide.title], (5.2, 5) if opening else (2.6, 3.2))]
    if slide.kicker:
        parts.append(_frame("", "kicker", [slide.kicker], (1.2, 1.2)))
    parts.append(
        _frame(
            "outline",
            "under" if opening else f"words{size}",
            lines,
            (10.8, 4) if opening else (6.2, 10.6),
        )
    )
    if opening:
        parts.append(_rectangle("mark", 4, 4.2, "A line, for decoration only"))
    if gone := time_gone(deck, slide):
        parts.append(_rectangle("track", WIDE, 17.8, "A line, for decoration only"))
        parts.append(_rectangle("go", WIDE * gone.part, 17.8, gone.said))
    notes = _frame("notes", "words20", list(slide.notes), (14, 12))
    parts.append(Markup("<presentation:notes>{}</presentation:notes>").format(notes))
    for part in parts:
        page.append(Element.from_tag(str(part)))
    return page


def _frame(kind: str, style: str, lines: list[str], place: tuple[float, float]) -> Markup:
    top, high = place
    role = Markup(' presentation:class="{}"').format(kind) if kind else ""
    words = Markup().join(
        Markup('<text:p text:style-name="{}">{}</text:p>').format(style, line) for line in lines
    )
    return Markup(
        '<draw:frame draw:style-name="box" draw:layer="layout" svg:x="2cm" svg:y="{}cm" '
        'svg:width="{}cm" svg:height="{}cm"{}><draw:text-box>{}</draw:text-box></draw:frame>'
    ).format(top, WIDE, high, role, words)


def _rectangle(style: str, width: float, top: float, said: str) -> Markup:
    return Markup(
        '<draw:rect draw:style-name="{}" draw:layer="layout" svg:x="2cm" svg:y="{}cm" '
        'svg:width="{:.2f}cm" svg:height="0.35cm"><svg:title>{}</svg:title></draw:rect>'
    ).format(style, top, width, said)
