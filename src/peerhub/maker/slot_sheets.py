"""A design's sheet with room for a reader's own words: the press's template, filled with slots.

A slot is a name in braces, such as {mailbox}, where the press prints what a force has confirmed.
The browser puts the reader's words there. Nothing of a poster is written a second time: what the
template makes of a way to make contact, of none, and of each set of urgent numbers is kept as it
made it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from peerhub.maker.style import Ground, ground, within_a_page
from peerhub.models import Stamp
from peerhub.press.engine.errors import PressError
from peerhub.press.posters.job import SHEETS, Job, PosterFacts, PosterText
from peerhub.press.posters.template_files import Materials
from peerhub.press.posters.typeset import CODE, markup

SIZE = "a4"
"""The size at which a poster is laid out; others of its shape are the same, enlarged."""

_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
_LANGUAGE = re.compile(r'<html[^>]*\slang="([^"]+)"')
_URGENT = re.compile(r"<ul\b[^>]*>\s*<li\b[^>]*>\s*<b\b.*?</ul>", re.DOTALL)
"""A list of urgent numbers: of all lists of a sheet, only theirs begin with what to call."""
_OWN = re.compile(r"<!-- (own|kin) -->(.*?)<!-- /\1 -->", re.DOTALL)
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_MARKS = re.compile(r"<!--.*?-->", re.DOTALL)
_PICTURE = re.compile(r'<img src="([^"]*)"')


@dataclass(frozen=True)
class SlotSheet:
    """One design in one language and shape, ready to take words.

    `kind` is the shape without regard to language. `html` is what stands in the body, with a marked
    empty list for each list of urgent numbers; `contact` holds each part with the ways to make
    contact as it is when there is none, with lines to write on. `urgent` holds the lists of urgent
    numbers for each set that was asked for, in their order. `ground` is what the template itself
    paints behind a part of the sheet; posters have it from their style.
    """

    language: str
    lang: str
    layout: str
    kind: str
    shape: str
    html: str
    contact: tuple[str, ...]
    urgent: tuple[tuple[str, ...], ...]
    ground: Ground | None = None


def slot_sheet(
    materials: Materials,
    design: PosterText,
    language: str,
    stamp: Stamp,
    urgent: Sequence[PosterFacts],
    size: str = SIZE,
) -> SlotSheet:
    """Return a design's sheet in a language and a size, with the urgent numbers of each force.

    Raises `PressError` when the template lacks a part that the maker has to fill.
    """
    job = Job(design, slots(urgent[0]), stamp, (size,), language)
    shape = job.shape(size)
    bare = replace(job, facts=_without_ways(job.facts))
    others = [replace(job, facts=slots(one)) for one in urgent]
    full, empty, *each = markup(materials, design.layout, shape, [job, bare, *others])
    body = _only(_BODY, full, design)
    if set(_PICTURE.findall(body)) != {CODE}:
        raise PressError(
            f"The template of {design.id} has a picture that is not the QR code.",
            "Name it in the style instead, as a background.",
        )
    style = _STYLE.search(full)
    return SlotSheet(
        language=language,
        lang=_only(_LANGUAGE, full, design),
        layout=design.layout,
        kind=SHEETS[size].shape,
        shape=shape,
        html=_tidy(_URGENT.sub("<ul data-urgent></ul>", body)),
        contact=tuple(_tidy(one) for one in _contact(full, empty, design)),
        urgent=tuple(_urgent(one, design) for one in each),
        ground=ground(style[1]) if style else None,
    )


def slots(facts: PosterFacts) -> PosterFacts:
    """Return a force's facts with a slot for each of its own words; its urgent numbers stay."""
    return replace(
        facts,
        id="slots",
        name="{force}",
        other_name=None,
        page="{page}",
        mailbox="{mailbox}",
        phone="{phone}",
        intranet="{intranet}",
        place="{place}",
    )


def _without_ways(facts: PosterFacts) -> PosterFacts:
    return replace(facts, mailbox=None, phone=None, intranet=None, place=None)


def _contact(full: str, bare: str, design: PosterText) -> list[str]:
    """Return each part that holds the ways to make contact, as it is without any."""
    both = zip(_OWN.findall(full), _OWN.findall(bare), strict=True)
    found = [without for (_, with_ways), (_, without) in both if "{mailbox}" in with_ways]
    if not found:
        raise PressError(
            f"The template of {design.id} shows no way to make contact.",
            'Put its ways between the marks "own".',
        )
    return found


def _urgent(html: str, design: PosterText) -> tuple[str, ...]:
    found = tuple(_tidy(one) for one in _URGENT.findall(html))
    if not found:
        raise PressError(
            f"The template of {design.id} has no list of urgent numbers.",
            "Give it one whose lines begin with the number, in bold.",
        )
    return found


def _only(pattern: re.Pattern[str], html: str, design: PosterText) -> str:
    found = pattern.findall(html)
    if len(found) != 1:
        raise PressError(
            f"The template of {design.id} has {len(found)} parts like {pattern.pattern}.",
            "The poster maker needs one.",
        )
    return str(found[0])


def _tidy(html: str) -> str:
    """Return HTML without remarks and without the line breaks and spaces that print nothing."""
    lines = (line.strip() for line in _MARKS.sub("", html).splitlines())
    return within_a_page("\n".join(line for line in lines if line))
