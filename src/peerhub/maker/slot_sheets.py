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

from peerhub.maker.style import within_a_page
from peerhub.models import Stamp
from peerhub.press.engine.errors import PressError
from peerhub.press.posters.imprint import OWN
from peerhub.press.posters.job import Job, PosterFacts, PosterText
from peerhub.press.posters.template_files import Materials
from peerhub.press.posters.typeset import CODE, markup

SIZE = "a4"
"""The size at which a sheet is laid out; others of its shape are the same, enlarged."""

_BODY = re.compile(r"<body[^>]*>(.*)</body>", re.DOTALL)
_LANGUAGE = re.compile(r'<html[^>]*\slang="([^"]+)"')
_URGENT = re.compile(r"<ul\b(?:(?!</ul>).)*?\burgent-1\b.*?</ul>", re.DOTALL)
_MARKS = re.compile(r"<!--.*?-->", re.DOTALL)
_PICTURE = re.compile(r'<img src="([^"]*)"')


@dataclass(frozen=True)
class SlotSheet:
    """One design in one language, ready to take words.

    `html` is what stands in the body, with a marked empty list for the urgent numbers; `contact`
    is the part with the ways to make contact as it is when there is none, with lines to write on.
    `urgent` holds the list of urgent numbers for each set that was asked for, in their order.
    """

    language: str
    lang: str
    layout: str
    shape: str
    html: str
    contact: str
    urgent: tuple[str, ...]


def slot_sheet(
    materials: Materials,
    design: PosterText,
    language: str,
    stamp: Stamp,
    urgent: Sequence[PosterFacts],
) -> SlotSheet:
    """Return the sheet of a design in a language, with the urgent numbers of each given force.

    Raises `PressError` when the template lacks a part that the maker has to fill.
    """
    job = Job(design, slots(urgent[0]), stamp, (SIZE,), language)
    shape = job.shape(SIZE)
    bare = replace(job, facts=_without_ways(job.facts))
    others = [replace(job, facts=slots(one)) for one in urgent]
    full, empty, *each = markup(materials, design.layout, shape, [job, bare, *others])
    body = _only(_BODY, full, design)
    if set(_PICTURE.findall(body)) != {CODE}:
        raise PressError(
            f"The template of {design.id} has a picture that is not the QR code.",
            "Name it in the style instead, as a background.",
        )
    body = body.replace(_only(_URGENT, body, design), "<ul data-urgent></ul>")
    return SlotSheet(
        language=language,
        lang=_only(_LANGUAGE, full, design),
        layout=design.layout,
        shape=shape,
        html=_tidy(body),
        contact=_tidy(_contact(full, empty, design)),
        urgent=tuple(_tidy(_only(_URGENT, one, design)) for one in each),
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


def _contact(full: str, bare: str, design: PosterText) -> str:
    """Return the part that holds the ways to make contact, as it is without any."""
    for with_ways, without in zip(OWN.findall(full), OWN.findall(bare), strict=True):
        if "{mailbox}" in with_ways:
            return str(without)
    raise PressError(
        f"The template of {design.id} shows no way to make contact.",
        'Put its ways between the marks "own".',
    )


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
